import type { AnyAction, AnyResource } from '@linli/kit'
import { PLACES } from '../street/index.ts'
import type { Ask } from './caller.ts'
import type { Coverage, Tried } from './coverage.ts'
import { type Known, type Population, userSteps } from './known.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Maker } from './values.ts'

const COMMUNITIES: Readonly<Record<string, readonly string[]>> = {
  [PLACES.street]: [PLACES.east, PLACES.west],
  [PLACES.otherStreet]: [PLACES.abroad],
}
const GRIDS: Readonly<Record<string, readonly string[]>> = {
  [PLACES.east]: [PLACES.firstGrid, PLACES.secondGrid],
  [PLACES.west]: [`${PLACES.west}001`],
}

/** What the choice of the next call stands on. */
export interface Deciding {
  readonly random: Random
  readonly population: Population
  readonly people: readonly Person[]
  readonly coverage: Coverage
  readonly maker: Maker
}

/** The next call, rather one that never succeeded; `undefined` where the dice named something that cannot be asked yet. */
export function nextMove(deciding: Deciding): Ask | undefined {
  const { random } = deciding
  const kind = random.weighed(KINDS, ([, weight]) => weight)?.[0]
  switch (kind) {
    case 'step':
      return aStep(deciding)
    case 'create':
      return aCreate(deciding)
    case 'update':
      return anUpdate(deciding)
    case 'act':
      return anAction(deciding)
    default:
      return aLook(deciding)
  }
}

const KINDS = [
  ['step', 44],
  ['create', 20],
  ['act', 16],
  ['update', 8],
  ['look', 12],
] as const

/** The less it succeeded the likelier; what was tried in vain for long becomes rare, too. */
function novelty(tried: Tried | undefined): number {
  return 1 / (1 + 2 * (tried?.succeeded ?? 0) + 0.1 * (tried?.tried ?? 0)) + 0.02
}

/** Mostly somebody who may, at times anybody. */
function someone({ random, people }: Deciding, permission: string | undefined, fits: (person: Person) => boolean): Person | undefined {
  if (random.happens(0.1)) return random.one(people)
  const able = people.filter((person) => (permission === undefined || person.may(permission)) && fits(person))
  return random.one(able) ?? random.one(people)
}

function aStep(deciding: Deciding): Ask | undefined {
  const { random, population, coverage, maker, people } = deciding
  const isAstray = random.happens(0.12)
  const ways = [...population.resources.values()].flatMap((resource) => {
    const rows = population.of(resource.name)
    return userSteps(resource).flatMap(([name, step]) => {
      const from = isAstray ? rows : rows.filter(({ status }) => step.from.includes(status ?? ''))
      return from.length > 0 ? [{ resource, name, step, from }] : []
    })
  })
  // What ends a row's life is done less often, so that something lives.
  const way = random.weighed(
    ways,
    ({ resource, name, step }) => novelty(coverage.of(`${resource.name}.${name}`)) * (resource.workflow?.states[step.to]?.final ? 0.25 : 1),
  )
  const row = way && recent(random, way.from)
  if (!way || !row) return undefined
  const permission = `${way.resource.name}.${way.name}`
  const waitsFor = way.step.waitsFor === undefined ? undefined : row.values[way.step.waitsFor]
  const waited = random.happens(0.8) ? people.find(({ accountId }) => accountId === waitsFor) : undefined
  const who = waited ?? someone(deciding, permission, (person) => person.reaches(row, way.resource, true))
  const fields = way.step.input ?? {}
  const values = who && maker.values(permission, fields, { who, row })
  if (!who || !values) return undefined
  const isWrong = random.happens(0.06)
  const version = random.happens(0.04) ? row.writes + random.whole(1, 3) * (random.happens(0.5) ? 1 : -1) : row.writes
  return {
    who,
    does: 'step',
    row,
    step: way.name,
    values: isWrong ? maker.spoilt(values, fields) : values,
    version,
    isWrong,
  }
}

function aCreate(deciding: Deciding): Ask | undefined {
  const { random, population, coverage } = deciding
  const able = [...population.resources.values()].filter(({ writable }) => writable?.create !== false)
  const resource = random.weighed(able, ({ name }) => novelty(coverage.of(`${name}.create`)) + 1 / (4 + population.of(name).length))
  return resource && creationOf(deciding, resource)
}

function creationOf(deciding: Deciding, resource: AnyResource): Ask | undefined {
  const { random, maker } = deciding
  const who = someone(deciding, `${resource.name}.create`, (person) => resource.scope !== 'street' || person.community === undefined)
  const values = who && maker.values(resource.name, resource.fields, { who })
  if (!who || !values) return undefined
  const isWrong = random.happens(0.06)
  const placed = { ...placeFor(random, resource, who), ...values }
  return { who, does: 'create', resource, values: isWrong ? maker.spoilt(placed, resource.fields) : placed, isWrong }
}

function placeFor(random: Random, { scope }: AnyResource, who: Person): Readonly<Record<string, string>> {
  if (scope === 'street') return {}
  const communityId = who.community ?? random.one(COMMUNITIES[who.street] ?? [])
  if (communityId === undefined) return {}
  const gridId = scope === 'grid' ? (who.grid ?? (random.happens(0.6) ? random.one(GRIDS[communityId] ?? []) : undefined)) : undefined
  return { communityId, ...(gridId === undefined ? {} : { gridId }) }
}

function anUpdate(deciding: Deciding): Ask | undefined {
  const { random, population, coverage, maker } = deciding
  const able = [...population.resources.values()].filter(
    ({ writable, name }) => writable?.update !== false && population.of(name).length > 0,
  )
  const resource = random.weighed(able, ({ name }) => novelty(coverage.of(`${name}.update`)))
  const row = resource && recent(random, population.of(resource.name))
  if (!resource || !row) return undefined
  const who = someone(deciding, `${resource.name}.update`, (person) => person.reaches(row, resource, true))
  const fields = Object.fromEntries(Object.entries(resource.fields).filter(([, field]) => !field.readOnly && !field.immutable))
  const made = who && (maker.values(`${resource.name}.update`, fields, { who, row }) ?? {})
  const keys = Object.keys(made ?? {})
  if (!who || !made || keys.length === 0) return undefined
  const kept = new Set([random.one(keys), random.one(keys)])
  const values = Object.fromEntries(Object.entries(made).filter(([key]) => kept.has(key)))
  const isWrong = random.happens(0.08)
  const version = random.happens(0.15) ? row.writes + random.whole(1, 3) * (random.happens(0.5) ? 1 : -1) : row.writes
  return { who, does: 'update', row, values: isWrong ? maker.spoilt(values, fields) : values, version, isWrong }
}

function anAction(deciding: Deciding): Ask | undefined {
  const { random, population, coverage, maker } = deciding
  const able = population.actions.filter(({ resource }) => resource === undefined || population.of(resource).length > 0)
  const action = random.weighed(able, ({ name, readOnly }) => (readOnly ? 0.04 : novelty(coverage.of(name))))
  const row = action && rowFor(random, population, action)
  if (!action || (action.resource !== undefined && !row)) return undefined
  const who = someone(deciding, action.public ? undefined : action.name, (person) => !row || person.reaches(row, row.resource, true))
  const values = who && maker.values(action.name, action.input, { who, row })
  if (!who || !values) return undefined
  const isWrong = random.happens(0.05)
  return { who, does: 'act', action, row, values: isWrong ? maker.spoilt(values, action.input) : values, isWrong }
}

function rowFor(random: Random, population: Population, { resource, offered }: AnyAction): Known | undefined {
  if (resource === undefined) return undefined
  const rows = population.of(resource)
  const offering = offered ? rows.filter((row) => offered({ ...row.values, status: row.status })) : rows
  return recent(random, offering.length > 0 && random.happens(0.9) ? offering : rows)
}

function aLook(deciding: Deciding): Ask | undefined {
  const { random, population } = deciding
  const peopled = [...population.resources.values()].filter(({ name }) => population.of(name).length > 0)
  const resource = random.one(peopled)
  const row = resource && random.one(population.of(resource.name))
  if (!resource || !row) return undefined
  const who = someone(deciding, `${resource.name}.read`, () => true)
  if (!who) return undefined
  if (resource.writable?.delete && random.happens(0.3)) {
    const deleter = someone(deciding, `${resource.name}.delete`, (person) => person.reaches(row, resource, true))
    return deleter && { who: deleter, does: 'remove', row }
  }
  const does = random.one(['find', 'timeline', 'list'] as const) ?? 'find'
  return does === 'list' ? { who, does, resource } : { who, does, row }
}

function recent(random: Random, rows: readonly Known[]): Known | undefined {
  return random.happens(0.6) ? random.one(rows.slice(-10)) : random.one(rows)
}

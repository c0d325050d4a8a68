import { covers, type Scope } from '@linli/core/access'
import type { NewRow, Row } from '@linli/kit'
import { places } from '@linli/kit/platform'
import { defineReasons, type Refusal } from '@linli/core/refusal'
import { units } from '../../resources/index.ts'
import { divisionsOf, roomText, type HomeAddress } from '../../rules/address.ts'
import type { LedgerLine } from '../../rules/ledger-line.ts'
import { placeUnit, type UnitKind } from '../../rules/unit-place.ts'
import type { Ctx } from '../context.ts'
import { parts } from './parts.ts'

const reason = defineReasons({
  'ledger.community_unknown': {
    zh: '没有叫“{text}”的社区，请填本街道的社区名称或 12 位代码',
    en: 'There is no community "{text}" in this street',
  },
  'ledger.community_missing': {
    zh: '看不出属于哪个社区，请填“社区”列',
    en: 'Which community it belongs to cannot be told; fill in the column 社区',
  },
  'ledger.community_out_of_reach': { zh: '“{text}”不在您的辖区，不能导入', en: '"{text}" is outside your area' },
  'ledger.grid_unknown': { zh: '没有“{text}”这个网格，请填网格名称或 15 位编码', en: 'There is no grid "{text}"' },
  'ledger.grid_elsewhere': { zh: '网格“{text}”不属于{community}', en: 'The grid "{text}" does not belong to {community}' },
})

type Unit = Row<typeof units>

/** Where a line of the ledger belongs. */
export interface LinePlace {
  readonly communityId: string
  readonly gridId: string | null
}

interface Step {
  readonly kind: UnitKind
  readonly name: string
  readonly fullName: string
}

/** The places that lines of one ledger name, read for many lines at once. */
export class LedgerPlaces {
  /** Divisions that may stand before an estate in an address. */
  readonly divisions: readonly string[]
  readonly #scope: Scope
  readonly #street: Ctx['street']
  readonly #all: Ctx
  readonly #communities: ReadonlyMap<string, string>
  readonly #grids: ReadonlyMap<string, string | null>
  /** Estate → its community; null where two communities have one of that name. */
  readonly #estates = new Map<string, string | null>()
  /** By community and full name. */
  readonly #units = new Map<string, Unit>()

  private constructor(ctx: Ctx, grids: ReadonlyMap<string, string | null>) {
    this.#scope = ctx.actor.access.scope('registry.residents')
    this.#street = ctx.street
    this.#all = ctx.elevated()
    this.#grids = grids
    this.#communities = new Map(
      ctx.street.communities.flatMap(({ code, name }) => [code, ...aliasesOf(name)].map((alias) => [alias, code])),
    )
    this.divisions = [
      ...divisionsOf(ctx.street.officialName),
      ctx.street.name,
      ctx.street.officialName,
      ...ctx.street.communities.flatMap(({ name }) => aliasesOf(name).filter((alias) => /[社区会]$/.test(alias))),
    ]
  }

  static async read(ctx: Ctx): Promise<LedgerPlaces> {
    const grids = new Map<string, string | null>()
    for await (const { code, name } of ctx
      .elevated()
      .rows(places)
      .each({ filter: { kind: 'grid' } })) {
      grids.set(code, code)
      // Two communities may both have a 第一网格: a name then means nothing without its community.
      grids.set(`${code.slice(0, 12)}/${name}`, code)
      grids.set(name, grids.has(name) ? null : code)
    }
    return new LedgerPlaces(ctx, grids)
  }

  /** Reads the estates and homes that lines name, as far as they are there. */
  async prepare(lines: readonly LedgerLine[]): Promise<void> {
    const estates = [...new Set(lines.map(({ home }) => home.estate))].filter((name) => !this.#estates.has(name))
    for (const part of parts(estates)) {
      for await (const { name, communityId } of this.#all.rows(units).each({ filter: { kind: 'estate', name: part } })) {
        this.#estates.set(name, this.#estates.has(name) ? null : communityId)
      }
    }
    for (const name of estates) if (!this.#estates.has(name)) this.#estates.set(name, null)
    const names = new Set(lines.flatMap(({ home }) => stepsOf(home).map(({ fullName }) => fullName)))
    for (const part of parts([...names])) {
      for await (const unit of this.#all.rows(units).each({ filter: { fullName: part } })) this.#keep(unit)
    }
  }

  /** The community and grid of a line: from its columns, else from its estate, else the only community in the caller's reach. */
  placeOf(line: LedgerLine): { readonly place: LinePlace } | { readonly refusal: Refusal } {
    const named = line.community === undefined ? undefined : this.#communities.get(line.community.replace(/\s/g, ''))
    if (line.community !== undefined && named === undefined) {
      return { refusal: reason('ledger.community_unknown', { text: line.community }, 'community') }
    }
    const grid = line.grid === undefined ? undefined : this.#gridNamed(line.grid, named)
    if (line.grid !== undefined && !grid) return { refusal: reason('ledger.grid_unknown', { text: line.grid }, 'grid') }
    const communityId = named ?? grid?.slice(0, 12) ?? this.#estates.get(line.home.estate) ?? this.#onlyCommunity()
    if (!communityId) return { refusal: reason('ledger.community_missing', undefined, 'community') }
    if (grid && !grid.startsWith(communityId)) {
      return { refusal: reason('ledger.grid_elsewhere', { text: line.grid ?? '', community: line.community ?? '' }, 'grid') }
    }
    const place = { communityId, gridId: grid ?? null }
    return this.reaches(place)
      ? { place }
      : { refusal: reason('ledger.community_out_of_reach', { text: line.community ?? line.grid ?? line.home.estate }, 'community') }
  }

  /** Whether whoever imports may write there. */
  reaches(place: { readonly communityId: string | null; readonly gridId: string | null }): boolean {
    return covers(this.#scope, { streetId: this.#street.code, ...place }, 'grid', true)
  }

  /** The home of an address, when it is there. */
  find(home: HomeAddress, { communityId }: LinePlace): Unit | undefined {
    const last = stepsOf(home).at(-1)
    return last && this.#units.get(keyOf(communityId, last.fullName))
  }

  /** Builds the homes that are not there, level by level, and puts those without a grid into the one that the ledger names. */
  async build(wanted: readonly { readonly home: HomeAddress; readonly place: LinePlace }[]): Promise<void> {
    const rows = this.#all.rows(units)
    for (const kind of LEVELS) {
      const missing = new Map<string, NewRow<typeof units>>()
      for (const { home, place } of wanted) {
        const steps = stepsOf(home)
        const index = steps.findIndex((each) => each.kind === kind)
        const step = steps[index]
        if (!step) continue
        const key = keyOf(place.communityId, step.fullName)
        const above = steps[index - 1]
        const parent = above && this.#units.get(keyOf(place.communityId, above.fullName))
        const unit = this.#units.get(key)
        const gridId = kind === 'estate' ? null : (place.gridId ?? parent?.gridId ?? null)
        if (!unit) {
          missing.set(key, {
            ...placeUnit(kind, step.name, parent),
            kind,
            parentId: parent?.id ?? null,
            communityId: place.communityId,
            gridId,
          })
        } else if (unit.gridId === null && gridId !== null) this.#keep(await rows.update(unit.id, { gridId }))
      }
      if (missing.size > 0) for (const unit of await rows.createMany([...missing.values()])) this.#keep(unit)
    }
  }

  #keep(unit: Unit): void {
    this.#units.set(keyOf(unit.communityId ?? '', unit.fullName ?? ''), unit)
  }

  #gridNamed(text: string, community: string | undefined): string | null | undefined {
    const name = text.replace(/\s/g, '')
    return (community === undefined ? undefined : this.#grids.get(`${community}/${name}`)) ?? this.#grids.get(name)
  }

  #onlyCommunity(): string | undefined {
    const scope = this.#scope
    const communities =
      scope.kind === 'street'
        ? this.#street.communities.map(({ code }) => code)
        : scope.kind === 'places'
          ? [...new Set([...scope.communities, ...scope.grids.map((code) => code.slice(0, 12))])]
          : []
    return communities.length === 1 ? communities[0] : undefined
  }
}

const LEVELS: readonly UnitKind[] = ['estate', 'building', 'unit', 'room']

function stepsOf({ estate, building, entrance, room }: HomeAddress): readonly Step[] {
  const named: readonly (readonly [UnitKind, string | undefined])[] = [
    ['estate', estate],
    ['building', building],
    ['unit', entrance],
    ['room', room],
  ]
  let fullName = ''
  return named.flatMap(([kind, name]) => {
    if (name === undefined) return []
    fullName += kind === 'room' ? roomText(name) : name
    return [{ kind, name, fullName }]
  })
}

function keyOf(communityId: string, fullName: string): string {
  return `${communityId}/${fullName}`
}

/** How people write a community: its full name, without 居委会, without 社区, and its code. */
function aliasesOf(name: string): string[] {
  const short = name.replace(/(居民委员会|居委会)$/, '')
  const bare = short.replace(/社区$/, '')
  return [...new Set([name, short, bare, `${bare}社区`, `${bare}社区居委会`, `${bare}社区居民委员会`])]
}

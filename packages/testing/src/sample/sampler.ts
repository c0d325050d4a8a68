import { Readable } from 'node:stream'
import type { AnyPlugin, AnyResource, Fields, FieldSpec } from '@linli/kit'
import { type Context, RefusedError } from '@linli/store'
import { PLACES, type TestRow, type TestStreet } from '../street/index.ts'
import { sampleFile } from './sample-file.ts'
import { sampleValue } from './sample-value.ts'

type Values = Readonly<Record<string, unknown>>

/** Where a sample row belongs. */
export interface SamplePlace {
  readonly street: string
  readonly community: string
  readonly grid?: string
}

/** What a sample that must be made by code is given. */
export interface Sampling {
  readonly street: TestStreet
  readonly place: SamplePlace
  /** Different for each row. */
  readonly n: number
  /** Another sample row in the same place; its values stand over the derived ones. */
  row(resource: AnyResource, values?: Values): Promise<TestRow>
  /** Code in a transaction of the same street, as the system. */
  run<T>(pluginId: string, work: (ctx: Context) => Promise<T>): Promise<T>
}

/** Values that stand over the derived ones, or code that makes them. */
export type Sample = Values | ((sampling: Sampling) => Values | Promise<Values>)

/**
 * Samples by name: of a resource (`parks.benches`: values of a row), a change (`parks.benches.update`), a step (`parks.benches.damage`: its input),
 * an action (its input) or a report (its parameters).
 */
export type Samples = Readonly<Record<string, Sample>>

/** Makes rows, inputs and parameters that a module accepts. */
export interface Sampler {
  /** A row made as the system, with the rows that it points at. */
  row(resource: AnyResource, place?: SamplePlace, values?: Values): Promise<TestRow>
  /** What a form would send to create a row; the rows that it points at are made. */
  request(resource: AnyResource, place?: SamplePlace): Promise<Record<string, unknown>>
  /** A change of a row that is not the value it has; `undefined` where nothing of it may be changed by a form. */
  change(resource: AnyResource, row: TestRow, place?: SamplePlace): Promise<Values | undefined>
  /** The input of a step or action, or the parameters of a report. */
  input(name: string, fields: Fields, place?: SamplePlace): Promise<Values>
}

const HERE: SamplePlace = { street: PLACES.street, community: PLACES.east, grid: PLACES.firstGrid }

export function makeSampler(t: TestStreet, plugins: readonly AnyPlugin[], samples: Samples): Sampler {
  const resources = new Map(plugins.flatMap((plugin) => plugin.resources.map((resource) => [resource.name, { resource, plugin }] as const)))
  let last = 0

  const said = async (name: string, place: SamplePlace, n: number): Promise<Values> => {
    const sample = samples[name]
    if (typeof sample !== 'function') return sample ?? {}
    return sample({
      street: t,
      place,
      n,
      row: (resource, values) => row(resource, place, values),
      run: (pluginId, work) => t.run(pluginId, work, place.street),
    })
  }
  const valueOf = async (name: string, field: FieldSpec, place: SamplePlace, n: number): Promise<unknown> => {
    if (field.kind === 'file') return keepFile(t, place, field)
    if (field.kind !== 'ref') return sampleValue(name, field, n)
    const target = resources.get(field.target ?? '')
    if (!target) throw new Error(`${name} points at ${field.target}: name the module that has it in "needs", or give a value in "samples".`)
    return (await row(target.resource, place)).id
  }
  const fill = async (path: string, fields: Fields, given: Values, place: SamplePlace, n: number): Promise<Record<string, unknown>> => {
    const values: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(fields)) {
      if (Object.hasOwn(given, key) || !field.required || field.default !== undefined) continue
      values[key] = await valueOf(`${path}.${key}`, field, place, n)
    }
    return { ...values, ...given }
  }

  async function row(resource: AnyResource, place = HERE, over: Values = {}): Promise<TestRow> {
    const n = (last += 1)
    const plugin = resources.get(resource.name)?.plugin
    if (!plugin) throw new Error(`${resource.name} belongs to none of the modules of this test: name its module in "needs".`)
    const given = { ...(await said(resource.name, place, n)), ...over }
    const values = { ...placed(resource, place), ...(await fill(resource.name, resource.fields, given, place, n)) }
    try {
      return await t.run(plugin, async (ctx) => (await ctx.rows(resource).create(values as never)) as unknown as TestRow, place.street)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      const reasons = error.refusals.map(({ code, en, field }) => `${field ? `${field}: ` : ''}${en} (${code})`).join('; ')
      throw new Error(`No sample row of ${resource.name} could be made: ${reasons}. Give its values in samples['${resource.name}'].`, {
        cause: error,
      })
    }
  }

  return {
    row,
    async request(resource, place = HERE) {
      const n = (last += 1)
      const asked = Object.fromEntries(Object.entries(resource.fields).filter(([, field]) => !field.readOnly))
      const given = Object.entries(await said(resource.name, place, n)).filter(([key]) => Object.hasOwn(asked, key))
      return { ...placed(resource, place), ...(await fill(resource.name, asked, Object.fromEntries(given), place, n)) }
    },
    async change(resource, before, place = HERE) {
      const n = (last += 1)
      const given = await said(`${resource.name}.update`, place, n)
      if (Object.keys(given).length > 0) return given
      for (const [key, field] of Object.entries(resource.fields)) {
        if (field.readOnly || field.immutable || field.kind === 'ref' || field.kind === 'file' || field.kind === 'json') continue
        for (const seed of [n, n + 1]) {
          const value = sampleValue(`${resource.name}.${key}`, field, seed)
          if (JSON.stringify(value) !== JSON.stringify(before[key])) return { [key]: value }
        }
      }
      return undefined
    },
    async input(name, fields, place = HERE) {
      const n = (last += 1)
      return fill(name, fields, await said(name, place, n), place, n)
    },
  }
}

function placed({ scope }: AnyResource, { community, grid }: SamplePlace): Values {
  if (scope === 'street') return {}
  return scope === 'grid' && grid ? { communityId: community, gridId: grid } : { communityId: community }
}

async function keepFile(t: TestStreet, place: SamplePlace, { accept }: FieldSpec): Promise<string> {
  const { name, content } = sampleFile(accept)
  const street = t.streets.find(({ code }) => code === place.street)
  if (!street) throw new Error(`There is no test street ${place.street}.`)
  const actor = await t.run('platform', (ctx) => Promise.resolve(ctx.actor), place.street)
  const kept = await t.store.files.put({ actor, street, pluginId: 'platform' }, Readable.from([content]), { name, accept })
  return kept.id
}

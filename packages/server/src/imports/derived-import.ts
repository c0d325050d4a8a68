import { createHmac } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Refusal } from '@linli/core/refusal'
import { type AnyPlugin, type AnyResource, type FieldSpec, parseInput, text } from '@linli/kit'
import { type Context, type ImportOutcome, RefusedError } from '@linli/store'
import { sql } from 'kysely'
import { derive, type Services } from '../services/index.ts'
import { reason } from './reasons.ts'
import type { ImportSpec, SpecColumn } from './spec.ts'

const NOT_IN_SHEETS: ReadonlySet<string> = new Set(['file', 'json', 'geoPoint'])
const COMMUNITY: FieldSpec = text({ title: '社区', max: 60 })
const GRID: FieldSpec = text({ title: '网格', max: 60 })

type Values = Readonly<Record<string, unknown>>

/** The import that follows from a resource: a line becomes a row, known again by its unique fields or by being the same line. */
export function derivedImport(services: Services, plugin: AnyPlugin, resource: AnyResource): ImportSpec {
  const fields = Object.entries(resource.fields).filter(([, field]) => !field.readOnly && !NOT_IN_SHEETS.has(field.kind))
  // A reference is written as people call what it points at.
  const columnOf = (field: FieldSpec): SpecColumn => ({
    field: field.kind === 'ref' ? (text({ title: field.title, max: 200, required: field.required }) as FieldSpec) : field,
    headings: [field.title],
  })
  const columns: Record<string, SpecColumn> = {
    ...(resource.scope === 'street' ? {} : { communityId: { field: COMMUNITY, headings: ['社区', '所属社区', '社区名称', '社区代码'] } }),
    ...(resource.scope === 'grid' ? { gridId: { field: GRID, headings: ['网格', '所属网格', '网格编码'] } } : {}),
    ...Object.fromEntries(fields.map(([name, field]) => [name, columnOf(field)])),
  }
  const name = `${resource.name}.import`
  const key = derive(services.secret, 'imported')
  const unique = fields.filter(([, field]) => field.unique).map(([field]) => field)

  const read = async (ctx: Context, line: Values): Promise<{ readonly values: Values } | { readonly faults: readonly Refusal[] }> => {
    const values: Record<string, unknown> = { ...line }
    const faults: Refusal[] = []
    for (const [field, spec] of fields) {
      const given = values[field]
      if (spec.kind !== 'ref' || typeof given !== 'string') continue
      const target = services.store.resource(spec.target ?? '')
      const found = target && (await ctx.rows(target).first({ [target.display]: given } as never))
      if (found) values[field] = found.id
      else faults.push(reason('import.ref_missing', { title: spec.title, text: given.slice(0, 40) }, field))
    }
    if (resource.scope !== 'street') {
      const place = placeOf(ctx, name, values)
      if ('code' in place) faults.push(place)
      else Object.assign(values, place)
    }
    return faults.length > 0 ? { faults } : { values }
  }

  return {
    name,
    title: `${resource.title}导入`,
    path: `/${resource.name.replace('.', '/')}/imports`,
    help: undefined,
    plugin,
    columns,
    handler: {
      async check(ctx, line) {
        const read_ = await read(ctx, line)
        if ('faults' in read_) return read_.faults
        const { communityId: _community, gridId: _grid, ...own } = read_.values
        const parsed = parseInput(resource.fields, own, { allowTestArea: services.instance.demo !== undefined })
        if (!parsed.ok) return parsed.faults
        const derived = resource.derive?.(parsed.value) ?? {}
        return resource.check?.({ ...parsed.value, ...derived }) ?? []
      },

      async apply(ctx, line, decision): Promise<ImportOutcome> {
        const given = await read(ctx, line)
        if ('faults' in given) throw new RefusedError(given.faults, 422)
        const { values } = given
        const door = ctx.rows(resource)
        const fingerprint = createHmac('sha256', key)
          .update(JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))))
          .digest('base64')
        const { rows: seen } = await sql<{ rowId: string | null }>`select row_id from platform_imported
          where street_id = ${ctx.street.code} and name = ${name} and fingerprint = ${fingerprint}`.execute(ctx.db)
        const before = seen[0]?.rowId
        if (before && (await door.find(before))) return { outcome: 'unchanged' }

        if (decision && decision !== 'new') {
          await door.update(decision, withoutPlace(values) as never, { byRequest: true })
          await remember(ctx, fingerprint, decision)
          return { outcome: 'updated' }
        }
        for (const field of unique) {
          const value = values[field]
          if (value === null || value === undefined || decision === 'new') continue
          const same = await door.first({ [field]: value } as never)
          if (!same) continue
          if (isDeepStrictEqual({ ...same, ...withoutPlace(values) }, same)) return { outcome: 'unchanged' }
          const label = (same as unknown as Values)[resource.display]
          return { outcome: 'duplicate', candidates: [{ id: same.id, label: String(label ?? same.id) }] }
        }
        const made = await door.create(values as never, { byRequest: true, reason: '导入' })
        await remember(ctx, fingerprint, made.id)
        return { outcome: 'created' }
      },
    },
  }

  async function remember(ctx: Context, fingerprint: string, rowId: string): Promise<void> {
    await sql`insert into platform_imported (street_id, name, fingerprint, row_id) values (${ctx.street.code}, ${name}, ${fingerprint}, ${rowId})
      on conflict (street_id, name, fingerprint) do update set row_id = excluded.row_id`.execute(ctx.db)
  }
}

function withoutPlace({ communityId: _community, gridId: _grid, ...rest }: Values): Values {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined))
}

/** The community of a line: named in it, or the only one within the reach of who imports. */
function placeOf(ctx: Context, permission: string, values: Values): { readonly communityId: string; readonly gridId?: string } | Refusal {
  const { communityId, gridId } = values
  const grid = typeof gridId === 'string' && gridId.trim() !== '' ? gridId.trim() : undefined
  const place = (code: string): { readonly communityId: string; readonly gridId?: string } => ({
    communityId: code,
    ...(grid ? { gridId: grid } : {}),
  })
  if (typeof communityId === 'string' && communityId.trim() !== '') {
    const wanted = bare(communityId)
    const found = ctx.street.communities.find(({ code, name }) => code === communityId.trim() || bare(name) === wanted)
    return found ? place(found.code) : reason('import.community', { text: communityId.slice(0, 40) }, 'communityId')
  }
  if (grid) return place(grid.slice(0, 12))
  const scope = ctx.actor.access.scope(permission)
  const reach =
    scope.kind === 'street'
      ? ctx.street.communities.map(({ code }) => code)
      : scope.kind === 'places'
        ? [...new Set([...scope.communities, ...scope.grids.map((code) => code.slice(0, 12))])]
        : []
  const [only] = reach
  return only !== undefined && reach.length === 1 ? place(only) : reason('import.community_needed', undefined, 'communityId')
}

function bare(name: string): string {
  return name
    .replaceAll(/\s/g, '')
    .replace(/(居民委员会|居委会)$/, '')
    .replace(/社区$/, '')
}

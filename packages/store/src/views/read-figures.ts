import { type AnyResource, type Figure, resolveFilter } from '@linli/kit'
import type { Context } from '../context/context.ts'
import { sessionOf } from '../context/session.ts'
import type { Parts } from '../parts.ts'
import { filterConditions, mayFilter } from '../rows/filter-condition.ts'
import { hiddenCondition } from '../rows/hidden-condition.ts'
import { Params } from '../rows/params.ts'
import { planOf } from '../rows/plan.ts'
import { scopeCondition } from '../rows/scope-condition.ts'
import type { FigureValue } from './figures.ts'

const MOST_GROUPS = 50

/** The dashboard's figures, each over the rows that the actor may read. A figure of what the actor may not see is left out. */
export async function readFigures(parts: Parts, ctx: Context): Promise<readonly FigureValue[]> {
  const figures = [...parts.plugins.values()].filter(({ plugin }) => ctx.has(plugin.id)).flatMap(({ plugin }) => plugin.figures)
  const values: FigureValue[] = []
  for (const figure of figures) {
    const resource = parts.resources.get(figure.resource)
    const value = resource && (await readFigure(parts, ctx, figure, resource))
    if (value) values.push(value)
  }
  return values
}

async function readFigure(parts: Parts, ctx: Context, figure: Figure, resource: AnyResource): Promise<FigureValue | undefined> {
  const { db, as } = sessionOf(ctx)
  const decision = ctx.actor.access.decide(`${resource.name}.read`)
  const { show } = ctx.actor.access.clearance
  const plan = planOf(resource)
  const filter = resolveFilter(figure.filter ?? {}, ctx.today)
  const used = [...Object.keys(filter), figure.sum, figure.by].flatMap((name) => resource.fields[name ?? ''] ?? [])
  if (!decision.allowed || used.some((spec) => !mayFilter(spec, show))) return undefined
  const params = new Params()
  const conditions = [
    scopeCondition(decision.scope, plan.level, params),
    ...[hiddenCondition(plan, ctx.actor.id, params)].filter((condition) => condition !== undefined),
    ...filterConditions(plan, filter, params, { streetId: as.street.code, cipher: parts.cipher, show }),
  ].join(' and ')
  const summed = figure.sum === undefined ? undefined : plan.comparable(figure.sum)
  const measure = summed ? `coalesce(sum(${summed.column}), 0)::bigint` : 'count(*)'
  const by = figure.by === undefined ? undefined : plan.comparable(figure.by)
  const { rows } = await db.query(
    by
      ? `select ${by.column}::text as value, ${measure} as count, (sum(${measure}) over ())::bigint as whole from ${plan.table} where ${conditions} group by 1 order by 2 desc, 1 limit ${MOST_GROUPS}`
      : `select ${measure} as count from ${plan.table} where ${conditions}`,
    params.values,
  )
  const groups =
    by &&
    rows.map((row) => ({
      value: (row.value as string | null) ?? null,
      label: labelOf(ctx, resource, by.name, row.value),
      count: Number(row.count),
    }))
  return {
    name: figure.name,
    title: figure.title,
    help: figure.help ?? null,
    value: Number(rows[0]?.[by ? 'whole' : 'count'] ?? 0),
    kind: summed?.kind === 'money' ? 'money' : 'count',
    resource: resource.name,
    filter,
    groups: groups ?? null,
  }
}

function labelOf({ street }: Context, resource: AnyResource, by: string, value: unknown): string {
  if (value === null || value === undefined) return by === 'communityId' ? '街道本级' : '未填写'
  const text = String(value)
  if (by === 'status') return resource.workflow?.states[text]?.title ?? text
  if (by === 'communityId') return street.communities.find(({ code }) => code === text)?.name ?? text
  if (resource.fields[by]?.kind === 'boolean') return text === 'true' ? '是' : '否'
  return resource.fields[by]?.options?.[text] ?? text
}

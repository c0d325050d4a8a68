import type { AnyResource, StepDefinition } from '@linli/kit'
import type { Context } from '../context/context.ts'
import { sessionOf } from '../context/session.ts'
import type { Parts } from '../parts.ts'
import { columnName, quoted } from '../table/index.ts'
import { hiddenCondition } from '../rows/hidden-condition.ts'
import { Params } from '../rows/params.ts'
import { isFieldShown, planOf } from '../rows/plan.ts'
import { scopeCondition } from '../rows/scope-condition.ts'
import type { InboxItem, InboxPage, InboxQuery } from './inbox.ts'

/** A step that waits for somebody: its name, where from, and the SQL of the rows that it waits on. */
interface Waiting {
  readonly resource: AnyResource
  readonly steps: readonly (readonly [string, StepDefinition])[]
  readonly where: string
  /** SQL of the names of the steps that wait for the actor on a row: of several, some may wait for somebody else. */
  readonly open: string
}

const NOTHING: InboxPage = { items: [], total: 0, counts: [] }

/** What waits for the actor, over every module that is on, by clock. */
export async function readInbox(
  parts: Parts,
  ctx: Context,
  { offset = 0, limit = 25, resource: only }: InboxQuery = {},
): Promise<InboxPage> {
  const session = sessionOf(ctx)
  const params = new Params()
  const waiting = [...parts.resources.values()].flatMap((resource) => waitingOn(ctx, resource, params) ?? [])
  if (waiting.length === 0) return NOTHING
  const byName = new Map(waiting.map((each) => [each.resource.name, each]))
  const now = params.add(session.now)
  const counts = await session.db.query(
    waiting
      .map(
        ({ resource, where }) =>
          `select '${resource.name}' as resource, count(*) as count, count(*) filter (where due_at < ${now}::timestamptz) as overdue from ${planOf(resource).table} where ${where}`,
      )
      .join(' union all '),
    params.values,
  )
  const listed = await session.db.query(
    `select * from (${waiting.map((each) => selectOf(ctx, each, now)).join(' union all ')}) as waiting ${only === undefined ? '' : `where resource = ${params.add(only)}`}
     order by "dueAt" nulls last, since, id limit ${params.add(Math.min(200, Math.max(0, limit)))} offset ${params.add(Math.max(0, offset))}`,
    params.values,
  )
  const perResource = counts.rows.flatMap((row) => {
    const resource = byName.get(String(row.resource))?.resource
    return resource && Number(row.count) > 0
      ? [{ resource: resource.name, title: resource.title, count: Number(row.count), overdue: Number(row.overdue) }]
      : []
  })
  return {
    items: listed.rows.flatMap((row) => itemOf(byName.get(String(row.resource)), row) ?? []),
    total: perResource.reduce((sum, { count }) => sum + count, 0),
    counts: perResource,
  }
}

function waitingOn(ctx: Context, resource: AnyResource, params: Params): Waiting | undefined {
  const { workflow } = resource
  if (!workflow || !ctx.has(resource.name.split('.')[0] ?? '')) return undefined
  const alternatives: (readonly [step: string, sql: string])[] = []
  const steps = Object.entries(workflow.steps).filter(([name, step]) => {
    if (step.automatic || !(step.todo ?? Boolean(step.promise))) return false
    const decision = ctx.actor.access.decide(`${resource.name}.${name}`)
    if (!decision.allowed) return false
    const scope = scopeCondition(decision.scope, resource.scope, params, { writing: true })
    if (scope === 'false') return false
    const states = step.from.length === 1 ? `status = ${params.add(step.from[0])}` : `status = any(${params.add([...step.from])})`
    const account = step.waitsFor === undefined ? undefined : planOf(resource).byField.get(step.waitsFor)?.shown
    const mine = account === undefined ? '' : ` and (${quoted(account)} is null or ${quoted(account)}::text = ${params.add(ctx.actor.id)})`
    alternatives.push([name, `(${scope} and ${states}${mine})`])
    return true
  })
  if (alternatives.length === 0) return undefined
  const hidden = hiddenCondition(planOf(resource), ctx.actor.id, params)
  const where = `(${alternatives.map(([, text]) => text).join(' or ')})`
  const open = alternatives.map(([step, text]) => `case when ${text} then '${step}' end`).join(', ')
  return {
    resource,
    steps,
    open: `to_jsonb(array_remove(array[${open}]::text[], null))`,
    where: hidden === undefined ? where : `(${where} and ${hidden})`,
  }
}

function selectOf(ctx: Context, { resource, where, open }: Waiting, now: string): string {
  const plan = planOf(resource)
  const display = plan.byField.get(resource.display)
  const label = display && isFieldShown(display.spec, ctx.actor.access.clearance.show) ? quoted(display.shown) : quoted(columnName('id'))
  return `select '${resource.name}' as resource, id, ${label}::text as label, status, status_since as since, due_at as "dueAt", due_provisional as "dueProvisional", coalesce(due_at < ${now}::timestamptz, false) as overdue, community_id as "communityId", ${open} as open from ${plan.table} where ${where}`
}

function itemOf(waiting: Waiting | undefined, row: Readonly<Record<string, unknown>>): InboxItem | undefined {
  if (!waiting) return undefined
  const { resource, steps } = waiting
  const status = String(row.status)
  return {
    resource: resource.name,
    resourceTitle: resource.title,
    id: String(row.id),
    label: String(row.label ?? ''),
    status,
    statusTitle: resource.workflow?.states[status]?.title ?? status,
    steps: steps.filter(([name]) => (row.open as readonly string[]).includes(name)).map(([name, { title }]) => ({ name, title })),
    since: String(row.since),
    dueAt: (row.dueAt as string | null) ?? null,
    dueProvisional: row.dueProvisional === true,
    overdue: row.overdue === true,
    communityId: (row.communityId as string | null) ?? null,
  }
}

import type { ScopeLevel } from '@linli/core/access'
import type { AnyResource, StepDefinition } from '@linli/kit'
import type { Context } from '../context/context.ts'
import { sessionOf } from '../context/session.ts'
import type { Parts } from '../parts.ts'
import { quoted } from '../table/index.ts'
import { isRowId } from '../row-id.ts'
import { hiddenCondition } from '../rows/hidden-condition.ts'
import { Params } from '../rows/params.ts'
import { isFieldShown, planOf } from '../rows/plan.ts'
import { scopeCondition } from '../rows/scope-condition.ts'
import type { InboxItem, InboxPage, InboxQuery } from './inbox.ts'
import { isTodo } from '../todo.ts'

/** What of a resource waits for somebody: the steps, and the rows by the condition under which their states wait. */
interface Waiting {
  readonly resource: AnyResource
  readonly steps: readonly (readonly [string, StepDefinition])[]
  readonly parts: readonly Part[]
  /** SQL of the names of the steps that wait for the actor on a row: of several, some may wait for somebody else. */
  readonly open: string
}

/** States that wait on the same condition; no state is in two parts. SQL, the states as a parameter. */
interface Part {
  readonly states: string
  readonly where: string
}

/** Where counting stops: nobody works through more, and whoever opens the page should not wait for it. */
const BOUND = 1_000
const NOTHING: InboxPage = { items: [], total: 0, more: false, counts: [] }

/** What waits for the actor, over every module that is on, by clock. Read from the indexes by state and clock, however many rows wait. */
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
  const now = `${params.add(session.now)}::timestamptz`
  const counted = await session.db.query(waiting.flatMap((each) => countsOf(each, now)).join(' union all '), params.values)
  const [first, most] = [Math.max(0, offset), Math.min(200, Math.max(0, limit))]
  const enough = params.add(first + most)
  const listed = await session.db.query(
    `select * from (${waiting.flatMap((each) => selectsOf(parts, ctx, each, now, enough)).join(' union all ')}) as waiting ${only === undefined ? '' : `where resource = ${params.add(only)}`}
     order by "dueAt" nulls last, id limit ${params.add(most)} offset ${params.add(first)}`,
    params.values,
  )
  const counts = waiting.flatMap(({ resource: { name, title } }) => {
    const rows = counted.rows.filter((row) => row.resource === name)
    const sum = (column: string): number => rows.reduce((all, row) => all + Number(row[column]), 0)
    const [count, overdue] = [sum('count'), sum('overdue')]
    return count > 0
      ? [{ resource: name, title, count: Math.min(BOUND, count), overdue: Math.min(BOUND, overdue), more: count > BOUND }]
      : []
  })
  return {
    items: listed.rows.flatMap((row) => itemOf(byName.get(String(row.resource)), row) ?? []),
    total: counts.reduce((sum, { count }) => sum + count, 0),
    more: counts.some(({ more }) => more),
    counts,
  }
}

function waitingOn(ctx: Context, resource: AnyResource, params: Params): Waiting | undefined {
  const { workflow } = resource
  if (!workflow || !ctx.has(resource.name.split('.')[0] ?? '')) return undefined
  // Each as alternatives of which no row meets two, so that every one can be read from an index of its own.
  const conditions = new Map<string, readonly string[]>()
  const ofState = new Map<string, Set<string>>()
  const open: string[] = []
  const steps = Object.entries(workflow.steps).filter(([name, step]) => {
    if (step.automatic || !isTodo(step)) return false
    const decision = ctx.actor.access.decide(`${resource.name}.${name}`)
    if (!decision.allowed) return false
    const level = levelCondition(step.waitsAt, levelOf(ctx, decision.by), resource.scope)
    const account = step.waitsFor === undefined ? undefined : planOf(resource).byField.get(step.waitsFor)?.shown
    // Before any parameter is added: PostgreSQL refuses one that no condition uses.
    if (level === 'false' && account === undefined) return false
    const key = JSON.stringify([decision.scope, step.waitsFor, level, step.when])
    if (!conditions.has(key)) {
      const scope = scopeCondition(decision.scope, resource.scope, params, { writing: true })
      conditions.set(
        key,
        scope === 'false'
          ? []
          : alternatives(ctx, level, account, params).map((mine) => `${scope} and ${mine}${whenCondition(resource, step)}`),
      )
    }
    const condition = anyOf(conditions.get(key) ?? [])
    if (condition === 'false') return false
    open.push(`case when status in (${step.from.map((state) => `'${state}'`).join(', ')}) and ${condition} then '${name}' end`)
    for (const state of step.from) ofState.set(state, (ofState.get(state) ?? new Set()).add(key))
    return true
  })
  if (ofState.size === 0) return undefined
  const hidden = hiddenCondition(planOf(resource), ctx.actor.id, params)
  const alike = Map.groupBy(ofState, ([, keys]) => [...keys].sort().join('|'))
  const parts = [...alike.values()].flatMap((group): Part[] => {
    const states = `${params.add(group.map(([state]) => state))}::text[]`
    const wanted = [...(group[0]?.[1] ?? [])].map((key) => conditions.get(key) ?? [])
    // What waits on several conditions may meet more than one of them, and is still one row.
    const apart = wanted.length === 1 ? (wanted[0] ?? []) : [anyOf(wanted.map(anyOf))]
    return apart.map((where) => ({ states, where: hidden === undefined ? where : `${where} and ${hidden}` }))
  })
  return { resource, steps, parts, open: `to_jsonb(array_remove(array[${open.join(', ')}]::text[], null))` }
}

/** Of a step that only some rows know: their choices, as they stand in the definition. */
function whenCondition(resource: AnyResource, { when }: StepDefinition): string {
  const { byField } = planOf(resource)
  return Object.entries(when ?? {})
    .map(
      ([choice, wanted]) => ` and ${quoted(byField.get(choice)?.shown ?? choice)} in (${wanted.map((value) => `'${value}'`).join(', ')})`,
    )
    .join('')
}

/** For whom a row waits: for the account that it names, where it names one, else for the level. */
function alternatives({ actor }: Context, level: string, account: string | undefined, params: Params): string[] {
  if (account === undefined) return [level]
  const mine = isRowId(actor.id) ? [`${quoted(account)} = ${params.add(actor.id)}::uuid`] : []
  return level === 'false' ? mine : [...mine, `${quoted(account)} is null and ${level}`]
}

function anyOf(conditions: readonly string[]): string {
  const possible = conditions.filter((condition) => condition !== 'false')
  if (possible.length === 0) return 'false'
  return possible.length === 1 ? (possible[0] ?? 'false') : `(${possible.map((each) => `(${each})`).join(' or ')})`
}

/** Whether a step of that level waits for somebody: at the level itself, or at the next above it for rows without such a place. */
function levelCondition(level: ScopeLevel | undefined, own: ScopeLevel, kept: ScopeLevel): string {
  if (level === undefined || own === level) return 'true'
  if (own === 'grid' || level === 'street' || kept === 'street') return 'false'
  if (own === 'community') return kept === 'grid' ? 'grid_id is null' : 'true'
  return 'community_id is null'
}

/** The level of the posts that let somebody do it, whatever place is chosen to look at. */
function levelOf({ actor }: Context, roles: readonly string[]): ScopeLevel {
  const places = actor.access.posts.filter(({ role }) => roles.includes(role)).map(({ place }) => place)
  if (places.some(({ communityId, gridId }) => !communityId && !gridId)) return 'street'
  return places.some(({ gridId }) => !gridId) ? 'community' : 'grid'
}

function countsOf({ resource, parts }: Waiting, now: string): string[] {
  const { table } = planOf(resource)
  const count = (condition: string): string =>
    `(select count(*) from (select 1 from ${table} where ${condition} limit ${BOUND + 1}) as counted)`
  return parts.map(({ states, where }) => {
    const all = `${where} and status = any(${states})`
    return `select '${resource.name}' as resource, ${count(all)} as count, ${count(`${all} and due_at < ${now}`)} as overdue`
  })
}

/** SQL of what a row is called: its display field, of a row that it points at that one's; what may not be seen, or is empty, goes by number or day. */
function labelOf(resources: Parts['resources'], ctx: Context, resource: AnyResource): string {
  const name = nameOf(resources, ctx, resource)
  const plain = plainNameOf(ctx, resource)
  return name === undefined ? plain : `coalesce(nullif(${name}, ''), ${plain})`
}

function nameOf(resources: Parts['resources'], ctx: Context, resource: AnyResource): string | undefined {
  const { show } = ctx.actor.access.clearance
  const { table, byField } = planOf(resource)
  const display = byField.get(resource.display)
  if (!display || !isFieldShown(display.spec, show)) return undefined
  const target = display.spec.kind === 'ref' ? resources.get(display.spec.target ?? '') : undefined
  if (!target) return `${quoted(display.shown)}::text`
  const named = planOf(target).byField.get(target.display)
  if (!named || named.spec.kind === 'ref' || !isFieldShown(named.spec, show)) return undefined
  return `(select named.${quoted(named.shown)}::text from ${planOf(target).table} named
    where named.street_id = ${table}.street_id and named.id = ${table}.${quoted(display.shown)})`
}

/** SQL of a name that tells nothing of anybody: what it is and its number, or the day on which it was made. */
function plainNameOf(ctx: Context, resource: AnyResource): string {
  const number = planOf(resource).fields.find(
    ({ spec }) => spec.kind === 'text' && spec.unique && !spec.internal && isFieldShown(spec, ctx.actor.access.clearance.show),
  )
  const day = `to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
  return `'${resource.title.replaceAll("'", "''")} ' || ${number ? `coalesce(${quoted(number.shown)}, ${day})` : day}`
}

/** The first of every state, each read from the index in its order, so that what comes after them is never looked at. */
function selectsOf({ resources }: Parts, ctx: Context, { resource, parts, open }: Waiting, now: string, enough: string): string[] {
  const plan = planOf(resource)
  const label = labelOf(resources, ctx, resource)
  return parts.map(
    ({ states, where }) =>
      `select '${resource.name}' as resource, id, label, status, since, "dueAt", "dueProvisional", coalesce("dueAt" < ${now}, false) as overdue, "communityId", open
       from unnest(${states}) as wanted(state), lateral (
         select id, ${label} as label, status, status_since as since, due_at as "dueAt", due_provisional as "dueProvisional", community_id as "communityId", ${open} as open
         from ${plan.table} where ${where} and status = wanted.state order by due_at, id limit ${enough}) as found`,
  )
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

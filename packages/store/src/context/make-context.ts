import type { Scope } from '@linli/core/access'
import type { AnyEvent, AnyResource, EventData } from '@linli/kit'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { newRowId } from '../row-id.ts'
import { hiddenCondition } from '../rows/hidden-condition.ts'
import { makeRows } from '../rows/make-rows.ts'
import { Params } from '../rows/params.ts'
import { planOf } from '../rows/plan.ts'
import type { Rows } from '../rows/rows.ts'
import { scopeCondition } from '../rows/scope-condition.ts'
import type { Context } from './context.ts'
import { RefusedError } from './refused-error.ts'
import { bindSession, type Session } from './session.ts'
import { mustWrite, scopeFor, type Sight } from './sight.ts'

/** A context over a session. */
export function makeContext(session: Session, sight: Sight): Context {
  const { as } = session
  const { actor, street } = as
  const ctx: Context = {
    actor,
    street,
    now: session.now,
    today: session.today,
    calendar: session.calendar,
    settings: session.modules.get(sight.pluginId)?.settings ?? {},
    has: (pluginId) => session.modules.get(pluginId)?.enabled ?? pluginId === 'platform',
    rows: <R extends AnyResource>(resource: R): Rows<R> => makeRows(session, sight, ctx, resource),
    elevated: () => (sight.isElevated ? ctx : session.contextFor({ ...sight, isElevated: true })),
    emit: <E extends AnyEvent>(
      event: E,
      subject: { readonly resource: AnyResource; readonly id: string; readonly communityId: string | null },
      data: EventData<E>,
    ): Promise<void> => {
      mustWrite(session, `emit ${event.name}`)
      session.events.push({
        id: newRowId(),
        name: event.name,
        at: session.now,
        streetId: street.code,
        communityId: subject.communityId,
        actorId: actor.id,
        subject: { resource: subject.resource.name, id: subject.id },
        data: event.data.parse(data),
        causationId: as.causationId ?? null,
      })
      return Promise.resolve()
    },
    attempt: (work) => attempt(session, work),
    refuse: (refusal, status = 422) => {
      throw new RefusedError(Array.isArray(refusal) ? refusal : [refusal], status)
    },
    newId: newRowId,
    get db(): Kysely<unknown> {
      return session.kysely()
    },
    scoped: (resource, alias) =>
      scoped(scopeFor(session, sight, `${resource.name}.read`), resource, alias, sight.isElevated ? undefined : actor.id),
    progress: async (done, of) => {
      await as.onProgress?.(done, of)
    },
  }
  bindSession(ctx, session)
  return ctx
}

function scoped(scope: Scope, resource: AnyResource, alias: string, viewer: string | undefined): RawBuilder<boolean> {
  const params = new Params()
  const plan = planOf(resource)
  const conditions = [scopeCondition(scope, plan.level, params, { alias }), hiddenCondition(plan, viewer, params, alias)]
  const text = conditions.filter((condition) => condition !== undefined).join(' and ')
  const pieces = text.split(/\$\d+/)
  return sql<boolean>(pieces as unknown as TemplateStringsArray, ...params.values.map((value) => sql.val(value)))
}

async function attempt<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const { savepoints } = session
  if (!savepoints) return work()
  const marks = [session.audits.length, session.events.length, session.afterCommit.length] as const
  savepoints.begin()
  let result: T
  try {
    result = await work()
  } catch (error) {
    await savepoints.undo()
    session.audits.length = marks[0]
    session.events.length = marks[1]
    session.afterCommit.length = marks[2]
    throw error
  }
  await savepoints.keep()
  return result
}

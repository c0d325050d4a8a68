import type { Actor } from '@linli/core/access'
import type { AnyAction, AnyPlugin } from '@linli/kit'
import { type Context, type LongWork, RefusedError, type RunAs } from '@linli/store'
import { reason } from '../problem/index.ts'
import type { Services } from '../services/index.ts'
import { type ActedOn, recordAction } from './record-action.ts'

type LongHandler = (work: LongWork<Context>, input: unknown) => unknown

const JOB = 'platform.action'

/** Whoever asked without an account in our tables (another system's sign-in), by job. */
const actors = new WeakMap<Services, Map<string, Actor>>()

/** Queues a long action, or joins the same one of the same person that waits or runs; the job. */
export async function beginLongAction(
  services: Services,
  as: RunAs,
  action: AnyAction,
  { input, id, hasAccount }: { readonly input: object; readonly id: string | undefined; readonly hasAccount: boolean },
): Promise<{ readonly jobId: string }> {
  const { store } = services
  const jobId = await store.run(as, async (ctx) => {
    if (action.resource !== undefined && !(await rowOf(services, ctx, action, id))) throw new RefusedError([reason('http.gone')], 404)
    return store.jobs.enqueue(JOB, { action: action.name, input, id: id ?? null }, ctx, { title: action.title, joins: true })
  })
  if (!hasAccount) actorsOf(services).set(jobId, as.actor)
  return { jobId }
}

/** The job that works through long actions. */
export function defineLongActions(services: Services): void {
  const { store } = services
  const known = new Map<string, { readonly plugin: AnyPlugin; readonly action: AnyAction; readonly handle: LongHandler }>()
  for (const { plugin, server } of services.plugins.values()) {
    for (const action of plugin.actions)
      if (action.long) known.set(action.name, { plugin, action, handle: server.actions[action.name] as unknown as LongHandler })
  }
  store.jobs.define(JOB, '办理', async ({ id: jobId, street, actorId, payload, signal, progress, result }) => {
    const found = known.get(String(payload.action))
    const actor = actorsOf(services).get(jobId) ?? (await services.sessions.actorOf(street.code, actorId))?.actor
    if (!found || !actor) throw new RefusedError([reason('http.gone')], 404)
    const { plugin, action, handle } = found
    if (!(await store.modules.isOn(street.code, plugin.id))) throw new RefusedError([reason('module.off', { title: plugin.title })], 404)
    const decision = actor.access.decide(action.name)
    if (!decision.allowed) throw new RefusedError([decision.refusal], 403)
    const as: RunAs = { actor, street, pluginId: plugin.id, permission: action.name, from: 'job', onProgress: progress }
    const work: LongWork<Context> = {
      run: (batch) => {
        signal.throwIfAborted()
        return store.run(as, batch)
      },
      read: (look) => store.read(as, look),
      progress,
      signal,
    }
    const id = typeof payload.id === 'string' ? payload.id : undefined
    const input = payload.input as object
    try {
      const answer = await handle(work, id === undefined ? input : { ...input, id })
      await store.run(as, async (ctx) => recordAction(store, ctx, plugin, action, await rowOf(services, ctx, action, id)))
      result({ answer: answer ?? null })
    } finally {
      actorsOf(services).delete(jobId)
    }
  })
}

async function rowOf({ store }: Services, ctx: Context, action: AnyAction, id: string | undefined): Promise<ActedOn | undefined> {
  const resource = action.resource === undefined ? undefined : store.resource(action.resource)
  return resource && id !== undefined ? ctx.rows(resource).find(id) : undefined
}

function actorsOf(services: Services): Map<string, Actor> {
  let known = actors.get(services)
  if (!known) actors.set(services, (known = new Map()))
  return known
}

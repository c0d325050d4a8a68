import type { Context } from '../context/context.ts'
import type { Door } from './door.ts'
import { RULE_SIGHT, presentRow, type ClearRow } from './stored.ts'

type Handler = (ctx: Context, given: unknown) => unknown

/** Asks the module's guard of a verb, if it has one. It speaks as its own module. */
export async function askGuard(door: Door, verb: string, given: unknown): Promise<unknown> {
  const handler = handlerOf(door, 'guards', verb)
  return handler?.(ownContext(door), given)
}

/** Lets the module add what follows from a write, in the same transaction. */
export async function runEffect(door: Door, verb: string, before: ClearRow | null, after: ClearRow): Promise<void> {
  const handler = handlerOf(door, 'effects', verb)
  await handler?.(ownContext(door), { before: before && ruleView(door, before), after: ruleView(door, after) })
}

/** A row as the module's rules see it. */
export function ruleView({ plan }: Door, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return presentRow(plan, row, RULE_SIGHT)
}

function handlerOf({ plan, session }: Door, kind: 'guards' | 'effects', verb: string): Handler | undefined {
  const all = session.parts.plugins.get(plan.pluginId)?.server[kind] as
    Readonly<Record<string, Readonly<Record<string, Handler>> | undefined>> | undefined
  return all?.[plan.resource.name]?.[verb]
}

function ownContext({ session, sight, plan, ctx }: Door): Context {
  return sight.pluginId === plan.pluginId ? ctx : session.contextFor({ ...sight, pluginId: plan.pluginId })
}

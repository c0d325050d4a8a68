import type { Refusal } from '@linli/core/refusal'
import { mustWrite } from '../context/sight.ts'
import { reason, refuse } from '../refusals/index.ts'
import { askGuard, runEffect, ruleView } from './behaviour.ts'
import { asRecord, notAllowed } from './create-row.ts'
import type { Door } from './door.ts'
import { lockRow } from './lock-row.ts'
import { checkedPlace, mustCover } from './place.ts'
import { checkTargets } from './references.ts'
import type { ChangeOptions } from './rows.ts'
import { presentRow, type ClearRow } from './stored.ts'
import { completed, guarded, isSame, parsed } from './values.ts'
import { dueGiven, recordChange, replaceRow } from './write.ts'

/** Changes a row. What comes back as it was shown (masks, framework columns, hidden values) means unchanged. */
export async function updateRow(door: Door, id: string, given: unknown, options: ChangeOptions): Promise<Record<string, unknown>> {
  const { plan, session, show } = door
  const byRequest = options.byRequest ?? false
  mustWrite(session, `update ${plan.resource.name}`)
  if (byRequest && plan.resource.writable?.update === false) refuse(notAllowed(door), 403)
  const before = await lockRow(door, id, { writing: true, ...(options.version === undefined ? {} : { version: options.version }) })
  const shown = byRequest ? presentRow(plan, before, show) : ruleView(door, before)
  const patch = Object.fromEntries(
    Object.entries(asRecord(given)).filter(([key, value]) => value !== undefined && !(key in shown && isSame(value, shown[key]))),
  )
  if (byRequest) mustBeMutable(door, patch)
  const { communityId = before.communityId, gridId = 'communityId' in patch ? null : before.gridId, ...values } = patch
  const place = { communityId, gridId }
  const parsedValues = parsed(door, values, 'patch', byRequest)
  let after = await merged(door, before, parsedValues, place)
  const answer = guarded(await askGuard(door, 'update', { row: ruleView(door, before), patch: changes(door, before, after) }))
  if (Object.keys(answer).length > 0) {
    const {
      communityId: community = after.communityId,
      gridId: grid = after.gridId,
      dueAt: _dueAt,
      dueProvisional: _dueProvisional,
      ...more
    } = answer
    after = await merged(door, after, parsed(door, more, 'patch', false), { communityId: community, gridId: grid })
    after = { ...after, ...dueGiven(answer) }
  }
  return finishChange(door, before, after, { verb: 'update', reason: options.reason })
}

/** Writes a changed row with everything that belongs to a change. A change of nothing writes nothing, unless it is a step. */
export async function finishChange(
  door: Door,
  before: ClearRow,
  wanted: ClearRow,
  {
    verb,
    reason: why,
    input,
    always = false,
  }: {
    readonly verb: string
    readonly reason?: string | undefined
    readonly input?: Readonly<Record<string, unknown>>
    readonly always?: boolean
  },
): Promise<Record<string, unknown>> {
  const changed = changes(door, before, wanted)
  if (Object.keys(changed).length === 0 && !always) return presentRow(door.plan, before, door.show)
  await checkTargets(door, changed)
  const after = await replaceRow(door, before, wanted)
  recordChange(door, { verb, before, after, reason: why, ...(input ? { input } : {}) })
  await runEffect(door, verb, before, after)
  return presentRow(door.plan, after, door.show)
}

/** The row with values put in, completed and placed. */
export async function merged(
  door: Door,
  row: ClearRow,
  values: Readonly<Record<string, unknown>>,
  place: { readonly communityId: unknown; readonly gridId: unknown },
): Promise<ClearRow> {
  const fields = Object.fromEntries(door.plan.fields.map(({ field }) => [field, row[field] ?? null]))
  const all = completed(door, { ...fields, ...values })
  if (isSame(place.communityId, row.communityId) && isSame(place.gridId, row.gridId)) return { ...row, ...all }
  const { communityId, gridId } = await checkedPlace(door, place.communityId, place.gridId)
  mustCover(door, { streetId: door.session.as.street.code, communityId: communityId ?? null, gridId: gridId ?? null })
  return { ...row, ...all, communityId: communityId ?? null, gridId: gridId ?? null }
}

function changes({ plan }: Door, before: ClearRow, after: ClearRow): Record<string, unknown> {
  const names = [...plan.fields.map(({ field }) => field), 'communityId', 'gridId', 'dueAt', 'dueProvisional']
  return Object.fromEntries(names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]))
}

function mustBeMutable({ plan }: Door, patch: Readonly<Record<string, unknown>>): void {
  const faults: Refusal[] = plan.fields
    .filter(({ field, spec }) => spec.immutable && field in patch)
    .map(({ field, spec }) => reason('input.immutable', { title: spec.title }, field))
  if (faults.length > 0) refuse(faults, 400)
}

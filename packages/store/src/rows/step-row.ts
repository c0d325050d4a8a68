import { take } from '@linli/core/workflow'
import { parseInput } from '@linli/kit'
import { mustWrite } from '../context/sight.ts'
import { refuse } from '../refusals/index.ts'
import { askGuard, ruleView } from './behaviour.ts'
import { notAllowed } from './create-row.ts'
import type { Door } from './door.ts'
import { lockRow } from './lock-row.ts'
import type { ChangeOptions } from './rows.ts'
import { misfitOf } from './step-fits.ts'
import { recordedValue } from './stored.ts'
import { finishChange, merged } from './update-row.ts'
import { guarded, parsed } from './values.ts'
import { dueGiven, dueIn } from './write.ts'

/** Takes a step of the workflow: the only way to another state. */
export async function stepRow(
  door: Door,
  id: string,
  name: string,
  given: unknown,
  options: ChangeOptions,
): Promise<Record<string, unknown>> {
  const { plan, session } = door
  const { resource } = plan
  mustWrite(session, `${name} ${resource.name}`)
  const { workflow } = resource
  const step = workflow && Object.hasOwn(workflow.steps, name) ? workflow.steps[name] : undefined
  if (!workflow || !step || (options.byRequest && step.automatic)) return refuse(notAllowed(door), 404)
  const before = await lockRow(door, id, { writing: true, ...(options.version === undefined ? {} : { version: options.version }) })
  const next = take(workflow, String(before.status), name)
  if (!next.ok) return refuse(next.refusal)

  const fields = step.input ?? {}
  const input = parseInput(fields, given ?? {}, { byRule: !options.byRequest, allowTestArea: session.parts.options.allowTestArea ?? false })
  if (!input.ok) return refuse(input.faults, 400)
  const own = Object.fromEntries(Object.entries(input.value).filter(([key]) => plan.byField.has(key)))
  const row = ruleView(door, before)
  const answer = guarded(await askGuard(door, name, { row, input: input.value }))
  const misfit = misfitOf(door, step, row)
  if (misfit) return refuse(misfit)
  const { communityId = before.communityId, gridId = before.gridId, dueAt: _dueAt, dueProvisional: _dueProvisional, ...more } = answer
  const values = { ...own, ...parsed(door, more, 'patch', false) }
  const after = {
    ...(await merged(door, before, values, { communityId, gridId })),
    status: next.value,
    statusSince: session.now,
    ...(dueGiven(answer) ?? dueIn(session.calendar, resource, next.value, session.now)),
  }
  const said = Object.entries(input.value).flatMap(([key, value]): [string, unknown][] => {
    const spec = fields[key]
    return spec && value !== null && !plan.byField.has(key) ? [[`input.${key}`, recordedValue(spec, value)]] : []
  })
  return finishChange(door, before, after, { verb: name, reason: options.reason, input: Object.fromEntries(said), always: true })
}

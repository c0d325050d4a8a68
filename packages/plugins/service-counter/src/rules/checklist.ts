import { refuseMaterial } from '@linli/core/accountability'
import type { Refusal } from '@linli/core/refusal'
import { reason } from '../reasons.ts'
import type { CheckedMaterial, Tick } from './checked-material.ts'
import type { ItemContent } from './item-content.ts'
import { mayAsk } from './may-ask.ts'

/**
 * The list of a case before anything was ticked. What we have ourselves is never asked for, nor a certificate that is no longer kept on the
 * list, whatever the published version says (K4).
 */
export function freshChecklist(item: ItemContent, kept: readonly string[]): CheckedMaterial[] {
  return item.materials.map(({ name, source, required, canDefer, canPromise = false }) => ({
    name,
    source,
    required,
    canDefer,
    canPromise,
    state: mayAsk(source, name, kept) ? 'missing' : 'ours',
    note: '',
  }))
}

/**
 * The list after a clerk's ticks. Refused is whatever is not in the published list, and asking for what can be had otherwise (K4).
 *
 * @example
 * tick(freshChecklist(item, []), [{ name: '身份证', state: 'ok' }], []).list[0].state // 'ok'
 */
export function tick(
  list: readonly CheckedMaterial[],
  ticks: readonly Tick[],
  kept: readonly string[],
): { readonly list: readonly CheckedMaterial[]; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = []
  const known = new Map(list.map((material) => [material.name, material]))
  for (const { name, state, note = '' } of ticks) {
    const material = known.get(name)
    if (!material) {
      refusals.push(reason('application.not_in_list', { name }, 'materials'))
      continue
    }
    if (state !== 'ours' && state !== 'ok') {
      const refused = refuseMaterial(material, kept)
      if (refused) refusals.push(refused)
      if (state === 'deferred' && !material.canDefer) refusals.push(reason('application.not_deferrable', { name }, 'materials'))
      if (state === 'promised' && !material.canPromise) refusals.push(reason('application.not_promisable', { name }, 'materials'))
      if (state === 'wrong' && note.trim() === '') refusals.push(reason('application.say_wrong', { name }, 'materials'))
    }
    known.set(name, { ...material, state, note })
  }
  return { list: [...known.values()], refusals }
}

/** What must still come from the applicant. */
export function lacking(list: readonly CheckedMaterial[]): readonly CheckedMaterial[] {
  return list.filter(({ state, required }) => state === 'wrong' || (state === 'missing' && required))
}

/** What the applicant promised to bring later. */
export function deferred(list: readonly CheckedMaterial[]): readonly CheckedMaterial[] {
  return list.filter(({ state }) => state === 'deferred')
}

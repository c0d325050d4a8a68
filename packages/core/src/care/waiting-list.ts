import type { Instant } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'

/** A reason to come first: all of its tags must hold. The order of the list is the order of priority. */
export interface WaitingCriterion {
  readonly code: string
  readonly zh: string
  readonly tags: readonly string[]
}

/** 孤寡 > 失能且空巢 > 高龄 > 困难: a proposal of this project that a street may change. Tags are the codes of PERSON_TAGS. */
export const WAITING_PRIORITY: readonly WaitingCriterion[] = [
  { code: 'no_kin', zh: '孤寡', tags: ['no_kin'] },
  { code: 'disabled_empty_nest', zh: '失能空巢', tags: ['disabled_ability', 'empty_nest'] },
  { code: 'aged', zh: '高龄', tags: ['aged'] },
  { code: 'hardship', zh: '困难', tags: ['hardship'] },
]

/** Somebody who waits. */
export interface WaitingEntry {
  readonly id: string
  readonly tags: readonly string[]
  readonly appliedAt: Instant
}

/** Her place on the list (1 is first), what gave it, and the sentence that explains it. */
export interface WaitingPlace {
  readonly id: string
  readonly place: number
  readonly criterion: string | undefined
  readonly zh: string
}

/**
 * Orders a waiting list: by the first criterion that somebody meets, then by how many more she meets, then by the earlier application, then by id so that the order is total.
 *
 * @example
 * rankWaiting([{ id: 'a', tags: ['aged'], appliedAt: '2026-01-01T00:00:00.000Z' }, { id: 'b', tags: ['no_kin'], appliedAt: '2026-02-01T00:00:00.000Z' }]).map((each) => each.id) // ['b', 'a']
 */
export function rankWaiting(
  entries: readonly WaitingEntry[],
  priority: readonly WaitingCriterion[] = WAITING_PRIORITY,
): readonly WaitingPlace[] {
  const ranked = entries.map((entry) => {
    const met = priority.filter((criterion) => criterion.tags.every((tag) => entry.tags.includes(tag)))
    return { entry, met, first: met[0] ? priority.indexOf(met[0]) : priority.length }
  })
  const ordered = ranked.toSorted(
    (a, b) =>
      a.first - b.first || b.met.length - a.met.length || compare(a.entry.appliedAt, b.entry.appliedAt) || compare(a.entry.id, b.entry.id),
  )
  return ordered.map(({ entry, met }, index) => ({
    id: entry.id,
    place: index + 1,
    criterion: met[0]?.code,
    zh: `第 ${index + 1} 位：${met.length > 0 ? met.map((each) => each.zh).join('、') : '按申请先后'}`,
  }))
}

const reason = defineReasons({
  'waiting.not_on_list': { zh: '此人不在等候名单中', en: 'This person is not on the waiting list' },
  'waiting.jump_without_reason': {
    zh: '前面还有 {before} 人，插队须写明理由',
    en: '{before} people come first; give a reason to jump the list',
  },
})

/**
 * Whether somebody may be called from the list: the first may, anybody else needs a written reason.
 *
 * @example
 * const places = rankWaiting([{ id: 'a', tags: [], appliedAt: '2026-01-01T00:00:00.000Z' }, { id: 'b', tags: [], appliedAt: '2026-02-01T00:00:00.000Z' }])
 * checkWaitingCall(places, 'b')?.code // 'waiting.jump_without_reason'
 * checkWaitingCall(places, 'b', '家属住院，急需照护') // undefined
 */
export function checkWaitingCall(places: readonly WaitingPlace[], id: string, why = ''): Refusal | undefined {
  const place = places.find((each) => each.id === id)
  if (!place) return reason('waiting.not_on_list')
  return place.place > 1 && why.trim() === '' ? reason('waiting.jump_without_reason', { before: place.place - 1 }, 'reason') : undefined
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

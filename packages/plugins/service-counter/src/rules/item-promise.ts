import { definePromise, type OpeningTimes, type ServicePromise } from '@linli/core/calendar'
import { PAUSE_REASONS, PROMISE_PRESETS } from '@linli/core/presets'
import type { Result } from '@linli/core/refusal'
import type { ItemContent } from './item-content.ts'

/** The law's twenty working days, and ten more with the head's approval (行政许可法 42). */
const LAW = PROMISE_PRESETS.find(({ code }) => code === 'PROMISE_RESERVED_ITEM')?.params.cap

/**
 * The promise of an item (K12): never longer than its legal days, or than the permit law's where none are written.
 * 即办件 end at the close of the day of receipt.
 *
 * @example
 * promiseOfItem({ ...item, promisedDays: 30, legalDays: 20 }, 1, OFFICE_HOURS).refusal.code // 'promise.over_cap'
 */
export function promiseOfItem(
  item: Pick<ItemContent, 'code' | 'kind' | 'promisedDays' | 'legalDays' | 'extensionDays' | 'pauses' | 'basis'>,
  version: number,
  opening: OpeningTimes,
): Result<ServicePromise> {
  const isInstant = item.kind === 'instant' || item.kind === 'consult'
  const cap = item.legalDays === null ? LAW : { amount: item.legalDays, extension: LAW?.extension ?? 0, citation: item.basis || '事项依据' }
  return definePromise({
    code: item.code,
    version,
    unit: 'workingDays',
    amount: isInstant ? 1 : item.promisedDays,
    start: isInstant ? 'at-once' : 'day-after',
    opening,
    supplementRestarts: true,
    pauseReasons: item.pauses.map((code) => PAUSE_REASONS[code]),
    ...(item.extensionDays > 0 ? { extension: { amount: item.extensionDays } } : {}),
    ...(cap ? { cap } : {}),
  })
}

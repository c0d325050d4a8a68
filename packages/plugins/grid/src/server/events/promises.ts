import { dayOf, fromEpochMilliseconds } from '@linli/core/date'
import { type EventMoments, type LevelPromise, momentsOf } from '../../rules/level-promises.ts'
import type { EventLevel } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'

/** When an event of a level must be answered and handled, as the street has set it. */
export function eventMoments({ settings, calendar }: Ctx, level: EventLevel, from: string): EventMoments {
  return momentsOf(promiseOf(settings, level), from, calendar)
}

/** The clock of an event at one of its moments, and whether that day may still move because a year's holidays are not known yet. */
export function eventClock(
  { settings, calendar }: Ctx,
  { level, from }: { readonly level: EventLevel; readonly from: string },
  kind: 'respond' | 'finish',
  dueAt: string | null,
): { readonly dueAt: string | null; readonly dueProvisional: boolean } {
  if (dueAt === null || promiseOf(settings, level)[kind].unit !== 'workingDays') return { dueAt, dueProvisional: false }
  const first = yearOf(from)
  const years = Array.from({ length: yearOf(dueAt) - first + 1 }, (_, index) => first + index)
  return { dueAt, dueProvisional: years.some((year) => !calendar.isKnown(year)) }
}

function promiseOf(settings: Ctx['settings'], level: EventLevel): LevelPromise {
  switch (level) {
    case 'urgent':
      return {
        respond: { amount: settings.urgentRespondMinutes / 60, unit: 'hours' },
        finish: { amount: settings.urgentFinishHours, unit: 'hours' },
      }
    case 'major':
      return {
        respond: { amount: settings.majorRespondHours, unit: 'hours' },
        finish: { amount: settings.majorFinishDays, unit: 'workingDays' },
      }
    case 'larger':
      return {
        respond: { amount: settings.largerRespondHours, unit: 'hours' },
        finish: { amount: settings.largerFinishDays, unit: 'workingDays' },
      }
    case 'normal':
      return {
        respond: { amount: settings.normalRespondDays, unit: 'workingDays' },
        finish: { amount: settings.normalFinishDays, unit: 'workingDays' },
      }
  }
}

/** The year in China of the last moment before; a day ends with the first moment of the next. */
function yearOf(moment: string): number {
  return Number(dayOf(fromEpochMilliseconds(Date.parse(moment) - 1)).slice(0, 4))
}

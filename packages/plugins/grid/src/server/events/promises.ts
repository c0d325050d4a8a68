import { createWorkCalendar, type WorkCalendar } from '@linli/core/calendar'
import { nationalNotices } from '@linli/core/calendar/data'
import { type EventMoments, type LevelPromise, momentsOf } from '../../rules/level-promises.ts'
import type { EventLevel } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'

let calendar: WorkCalendar | undefined

/** When an event of a level must be answered and handled, as the street has set it. */
export function eventMoments({ settings }: Ctx, level: EventLevel, from: string): EventMoments {
  return momentsOf(promiseOf(settings, level), from, (calendar ??= nationalCalendar()))
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

function nationalCalendar(): WorkCalendar {
  const made = createWorkCalendar(nationalNotices)
  if (!made.ok) throw new Error(made.refusal.en)
  return made.value
}

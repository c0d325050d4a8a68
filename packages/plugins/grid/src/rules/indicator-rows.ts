import { addDays, instantAt } from '@linli/core/date'
import type { Drill } from '@linli/kit'

/** Days within which a record counts as fresh, as in the registry. */
export const FRESH_DAYS = 180

/** States of events that count: untrue ones and those that joined another do not. */
const COUNTED = [
  'reported',
  'verified',
  'dispatched',
  'returned',
  'accepted',
  'handling',
  'selfSolved',
  'done',
  'checked',
  'confirmed',
  'reopened',
  'closed',
] as const

interface Period {
  readonly from: string
  readonly to: string
}

/** The rows behind a figure of the indicators, by the indicator's key; `undefined` where one list cannot say it (repeated places, visits of both kinds). */
export function indicatorRows(key: string, side: 'part' | 'whole', { from, to }: Period): Drill | undefined {
  const events = (filter: object): Drill => ({
    resource: 'grid.events',
    filter: {
      createdAt_gte: instantAt(from, 0),
      createdAt_lt: instantAt(addDays(to, 1), 0),
      status: COUNTED,
      parentId_empty: true,
      ...filter,
    },
  })
  const handled = { handledAt_empty: false }
  const isPart = side === 'part'
  switch (key) {
    case 'fresh':
    case 'verified':
      return residents(isPart ? key : 'all', to)
    case 'visitedOrdinary':
      return { resource: 'grid.visits', filter: { dueOn_gte: from, dueOn_lte: to, status: isPart ? 'done' : ['due', 'done', 'missed'] } }
    case 'visitedKey':
      return {
        resource: 'grid.key-visits',
        filter: { dueOn_gte: from, dueOn_lte: to, status: isPart ? 'done' : ['due', 'done', 'missed'] },
      }
    case 'perThousand':
      return isPart ? events({}) : residents('all', to)
    case 'solved':
      return events(isPart ? { ...handled, handler_empty: true } : handled)
    case 'onTime':
      return events(isPart ? { onTime: 'yes' } : { onTime: ['yes', 'no'] })
    case 'answered':
      return events({ level: 'urgent', ...(isPart ? { ackMissed: 'no' } : {}) })
    case 'responded':
      return events({ ackMissed: isPart ? 'no' : ['yes', 'no'] })
    case 'reopened':
      return events(isPart ? { ...handled, reopens_gte: 1 } : handled)
    case 'confirmed':
      return events(isPart ? { ...handled, confirmation: ['solved', 'partly', 'explained'] } : handled)
    case 'median':
      return isPart ? undefined : events(handled)
    case 'repeat':
      return isPart ? undefined : events({})
    default:
      return undefined
  }
}

function residents(which: 'all' | 'fresh' | 'verified', today: string): Drill {
  const present = { deceasedAt_empty: true, mergedInto_empty: true }
  const filter = which === 'all' ? {} : which === 'fresh' ? { verifiedAt_gte: addDays(today, -FRESH_DAYS) } : { verifiedAt_empty: false }
  return { resource: 'registry.people', filter: { ...present, ...filter } }
}

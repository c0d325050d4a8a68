import { addDays, instantAt } from '@linli/core/date'
import type { Drill } from '@linli/kit'
import type { VisitResult } from './options.ts'

/** Days within which a record counts as fresh, as in the registry. */
export const FRESH_DAYS = 180

/** Results of visits at which the person was met; the others found nobody, or that the person lives there no more. */
export const MET: readonly VisitResult[] = ['fine', 'need']

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

/**
 * The rows behind a figure of the indicators, by the indicator's key; `undefined` where one list cannot say it (repeated places, visits of both
 * kinds, events that were due or finished in a period). `latest` is the last deadline that was counted, where a figure rests on deadlines gone by.
 *
 * @example
 * indicatorRows('visitedOrdinary', 'part', { from: '2026-11-01', to: '2026-11-30' })?.resource // 'grid.visits'
 */
export function indicatorRows(key: string, side: 'part' | 'whole', { from, to }: Period, latest?: string): Drill | undefined {
  const isPart = side === 'part'
  const [start, end] = [instantAt(from, 0), instantAt(addDays(to, 1), 0)]
  const counted = { status: COUNTED, parentId_empty: true }
  const events = (filter: object): Drill => ({
    resource: 'grid.events',
    filter: { createdAt_gte: start, createdAt_lt: end, ...counted, ...filter },
  })
  const visits = (resource: string): Drill => ({
    resource,
    filter: {
      dueOn_gte: from,
      dueOn_lte: to,
      ...(isPart ? { status: 'done', result: MET } : { status: ['due', 'done', 'missed'], result_neq: 'moved' }),
    },
  })
  const handled = { handledAt_empty: false }
  switch (key) {
    case 'fresh':
    case 'verified':
      return residents(isPart ? key : 'all', to)
    case 'visitedOrdinary':
      return visits('grid.visits')
    case 'visitedKey':
      return visits('grid.key-visits')
    case 'perThousand':
      return isPart ? events({}) : residents('all', to)
    case 'solved':
      return events(isPart ? { ...handled, handler_empty: true } : handled)
    case 'stillLate':
      if (!isPart || latest === undefined) return undefined
      return {
        resource: 'grid.events',
        filter: { finishDue_gt: start, finishDue_lte: latest, handledAt_empty: true, ...counted },
      }
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

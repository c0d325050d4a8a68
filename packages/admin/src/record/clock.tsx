import { Chip } from '@mui/material'
import type { ReactElement } from 'react'
import { instantText } from '../field/index.ts'
import { useWords } from '../messages/index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface TimeLeft {
  readonly overdue: boolean
  readonly unit: 'days' | 'hours'
  /** Whole units, rounded so that nothing looks longer than it is. */
  readonly n: number
}

/**
 * How long until a moment, or how long past it.
 *
 * @example
 * timeLeft('2026-11-25T10:00:00.000Z', '2026-11-22T09:00:00.000Z') // { overdue: false, unit: 'days', n: 3 }
 */
export function timeLeft(dueAt: string, now: string): TimeLeft {
  const left = Date.parse(dueAt) - Date.parse(now)
  const size = Math.abs(left)
  const unit = size >= DAY ? 'days' : 'hours'
  return { overdue: left < 0, unit, n: Math.floor(size / (unit === 'days' ? DAY : HOUR)) }
}

/** Whether a promise is kept, runs short, or is broken: a word and a figure, not a colour alone. */
export function Clock({ dueAt, now = new Date().toISOString() }: { readonly dueAt: string; readonly now?: string }): ReactElement {
  const words = useWords()
  const { overdue, unit, n } = timeLeft(dueAt, now)
  const key = `clock.${overdue ? 'overdue' : 'left'}${unit === 'days' ? 'Days' : 'Hours'}`
  const isShort = !overdue && unit === 'hours'
  return (
    <Chip
      color={overdue ? 'error' : isShort ? 'warning' : 'success'}
      variant={overdue ? 'filled' : 'outlined'}
      label={words(key, { n })}
      title={words('clock.due', { at: instantText(dueAt) })}
    />
  )
}

import { Chip } from '@mui/material'
import type { ReactElement } from 'react'
import { instantText } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { timeLeft } from './time-left.ts'
import { useNow } from './use-now.ts'

/** Whether a promise is kept, runs short, or is broken: a word and a figure, not a colour alone. */
export function Clock({ dueAt }: { readonly dueAt: string }): ReactElement {
  const now = useNow()
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

import { Chip, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { instantText } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { timeLeft } from './time-left.ts'
import { useNow } from './use-now.ts'

export interface ClockProps {
  readonly dueAt: string
  /** The day may still move: `dueProvisional` of the row. */
  readonly provisional?: unknown
}

/** Whether a promise is kept, runs short, or is broken: a word and a figure, not a colour alone; and whether its day may still move. */
export function Clock({ dueAt, provisional }: ClockProps): ReactElement {
  const now = useNow()
  const words = useWords()
  const { overdue, unit, n } = timeLeft(dueAt, now)
  const key = `clock.${overdue ? 'overdue' : 'left'}${unit === 'days' ? 'Days' : 'Hours'}`
  const isShort = !overdue && unit === 'hours'
  return (
    <Stack component="span" direction="row" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <Chip
        color={overdue ? 'error' : isShort ? 'warning' : 'success'}
        variant={overdue ? 'filled' : 'outlined'}
        label={words(key, { n })}
        title={words('clock.due', { at: instantText(dueAt) })}
      />
      {provisional === true ? (
        <Chip size="small" variant="outlined" label={words('clock.provisional')} title={words('clock.provisionalHelp')} />
      ) : null}
    </Stack>
  )
}

/** Why a day may still move, in a sentence for the page of the row, where no pointer hovers on a phone. */
export function ProvisionalNote(): ReactElement {
  const words = useWords()
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
      {words('clock.provisionalHelp')}
    </Typography>
  )
}

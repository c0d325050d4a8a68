import { Button, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { MOST_CLOCKS } from '../rules/first-clocks.ts'
import { useSay } from './use-say.ts'

interface MoreClocksProps {
  readonly most: number
  readonly onMore: (most: number) => void
}

/** Below the most urgent: more of them, up to what anybody works down; the rest is in the lists. */
export function MoreClocks({ most, onMore }: MoreClocksProps): ReactElement {
  const say = useSay()
  return most < MOST_CLOCKS ? (
    <Button variant="outlined" size="large" onClick={() => onMore(MOST_CLOCKS)} sx={{ alignSelf: 'start' }}>
      {say('还有，再列一些')}
    </Button>
  ) : (
    <Typography color="textSecondary">{say('只列最急的，办完一件补上一件。全部的在「办件」和「12345 工单」里。')}</Typography>
  )
}

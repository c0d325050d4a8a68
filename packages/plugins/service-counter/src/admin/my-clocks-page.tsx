import { Alert, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Title } from 'react-admin'
import type { ClockLine } from '../actions/index.ts'
import { ClockList } from './clock-list.tsx'
import { useAction } from './use-action.ts'
import { useSay } from './use-say.ts'

/** What I handle, the most urgent first. */
export default function MyClocksPage(): ReactElement {
  const [answer, fault] = useAction<{ lines: readonly ClockLine[]; more: boolean }>('my-clocks', 60)
  const say = useSay()
  return (
    <Stack sx={{ gap: 2, maxWidth: 960, pb: 4 }}>
      <Title title={say('我的时限')} />
      <Typography variant="h5" component="h1">
        {say('我的时限')}
      </Typography>
      <Typography color="textSecondary">
        {say('用了七成时间变黄，超期变红。来不及的，到期前先告知申请人，再到「延期审批」报批。')}
      </Typography>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {answer?.lines.length === 0 ? <Alert severity="success">{say('您手上没有在办的件。新来的办件从「前台受理」开始。')}</Alert> : null}
      <ClockList lines={answer?.lines ?? []} />
      {answer?.more ? (
        <Typography color="textSecondary">{say('只列最急的，办完一件补上一件。全部的在「办件」和「12345 工单」里。')}</Typography>
      ) : null}
    </Stack>
  )
}

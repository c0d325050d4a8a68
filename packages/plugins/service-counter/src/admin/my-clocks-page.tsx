import { Alert, Stack, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Title } from 'react-admin'
import type { myClocks } from '../actions/index.ts'
import { FIRST_CLOCKS } from '../rules/first-clocks.ts'
import { ClockList } from './clock-list.tsx'
import { MoreClocks } from './more-clocks.tsx'
import { useAction } from './use-action.ts'
import { useSay } from './use-say.ts'

/** What I handle, the most urgent first. */
export default function MyClocksPage(): ReactElement {
  const [most, setMost] = useState(FIRST_CLOCKS)
  const [answer, fault] = useAction<(typeof myClocks)['example']>('my-clocks', 60, most)
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
      {answer?.more ? <MoreClocks most={most} onMore={setMost} /> : null}
    </Stack>
  )
}

import { Alert, Card, Stack, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Title } from 'react-admin'
import type { overdueWall } from '../actions/index.ts'
import { FIRST_CLOCKS } from '../rules/first-clocks.ts'
import { ClockList } from './clock-list.tsx'
import { MoreClocks } from './more-clocks.tsx'
import { useAction } from './use-action.ts'
import { useSay } from './use-say.ts'

/** Everything that is overdue or nearly so, with who must act on it. */
export default function OverdueWallPage(): ReactElement {
  const [most, setMost] = useState(FIRST_CLOCKS)
  const [wall, fault] = useAction<(typeof overdueWall)['example']>('overdue-wall', 60, most)
  const say = useSay()
  return (
    <Stack sx={{ gap: 2, maxWidth: 1100, pb: 4 }}>
      <Title title={say('超期督办墙')} />
      <Typography variant="h5" component="h1">
        {say('超期督办墙')}
      </Typography>
      <Typography color="textSecondary">{say('一超期就逐级交给责任人：催办、督办、约谈、问责。到谁头上，谁的「待办」里就有。')}</Typography>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {wall ? (
        <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
          <Figure n={atLeast(wall.red, wall.redMore)} title={say('已超期')} color="error.main" />
          <Figure n={atLeast(wall.amber, wall.more)} title={say('即将到期')} color="warning.dark" />
          <Figure n={atLeast(wall.tonight, wall.more)} title={say('即办件未办结')} color="warning.dark" />
        </Stack>
      ) : null}
      {wall?.lines.length === 0 ? <Alert severity="success">{say('没有超期和即将到期的办件。')}</Alert> : null}
      <ClockList lines={wall?.lines ?? []} urging />
      {wall?.more ? <MoreClocks most={most} onMore={setMost} /> : null}
    </Stack>
  )
}

/** Where not every case was looked at, there may be more. */
function atLeast(n: number, more: boolean): string {
  return more ? `${n}+` : String(n)
}

function Figure({ n, title, color }: { readonly n: number | string; readonly title: string; readonly color: string }): ReactElement {
  return (
    <Card variant="outlined" sx={{ p: 2, minWidth: 110, flex: '0 1 160px', textAlign: 'center' }}>
      <Typography sx={{ fontSize: 40, fontWeight: 700, lineHeight: 1.1, color }}>{n}</Typography>
      <Typography>{title}</Typography>
    </Card>
  )
}

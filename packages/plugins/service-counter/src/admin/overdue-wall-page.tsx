import { Alert, Card, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Title } from 'react-admin'
import type { ClockLine } from '../actions/index.ts'
import { ClockList } from './clock-list.tsx'
import { useAction } from './use-action.ts'

interface Wall {
  readonly red: number
  readonly amber: number
  readonly lines: readonly ClockLine[]
}

/** Everything that is overdue or nearly so, for whoever must urge. */
export default function OverdueWallPage(): ReactElement {
  const [wall, fault] = useAction<Wall>('overdue-wall', 60)
  return (
    <Stack sx={{ gap: 2, maxWidth: 1100, pb: 4 }}>
      <Title title="超期督办墙" />
      <Typography variant="h5" component="h1">
        超期督办墙
      </Typography>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {wall ? (
        <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
          <Figure n={wall.red} title="已超期" color="error.main" />
          <Figure n={wall.amber} title="即将到期" color="warning.dark" />
        </Stack>
      ) : null}
      {wall?.lines.length === 0 ? <Alert severity="success">没有超期和即将到期的办件。</Alert> : null}
      <ClockList lines={wall?.lines ?? []} urging />
    </Stack>
  )
}

function Figure({ n, title, color }: { readonly n: number; readonly title: string; readonly color: string }): ReactElement {
  return (
    <Card variant="outlined" sx={{ p: 2, minWidth: 160, textAlign: 'center' }}>
      <Typography sx={{ fontSize: 40, fontWeight: 700, lineHeight: 1.1, color }}>{n}</Typography>
      <Typography>{title}</Typography>
    </Card>
  )
}

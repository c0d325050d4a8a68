import type { PanelProps } from '@linli/admin'
import { Alert, Box, Chip, LinearProgress, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import type { Meter } from '../actions/index.ts'
import { amountText } from '../rules/area.ts'
import { useAsked } from './use-asked.ts'

interface Meters {
  readonly meters: readonly Meter[]
  readonly sentence: string
  readonly unverified: boolean
  readonly source: string
  readonly cast: number
}

/** A vote against its thresholds, in heads and where owners decide also in area. */
export default function MetersPanel({ record }: PanelProps): ReactElement {
  const [answer] = useAsked<Meters>(`/council/votes/${record.id}/actions/meters`, {}, record.status === 'open' ? 5 : 0)
  if (answer === undefined) return <LinearProgress aria-label="正在读取" />
  if (answer instanceof Error) return <Typography color="error">{answer.message}</Typography>
  return (
    <Stack sx={{ gap: 2 }}>
      {answer.meters.map((meter) => (
        <MeterBar key={meter.title} meter={meter} />
      ))}
      <Typography>{answer.sentence}</Typography>
      <Typography color="textSecondary">
        规则出处：{answer.source} {answer.unverified ? <Chip size="small" color="warning" label="未核验" /> : null}
      </Typography>
      {answer.unverified ? <Alert severity="warning">这条规则尚未对照原文，结果公布前请先确认。</Alert> : null}
    </Stack>
  )
}

function MeterBar({ meter: { title, part, whole, needed, area, reached } }: { readonly meter: Meter }): ReactElement {
  const say = (amount: number): string => (area ? amountText(amount) : `${amount} 人`)
  const share = (amount: number): number => (whole > 0 ? Math.min(100, (amount / whole) * 100) : 0)
  return (
    <Box role="group" aria-label={title}>
      <Typography sx={{ fontWeight: 600 }}>
        {title}：{say(part)}，需要 {say(needed)}{' '}
        <Chip size="small" color={reached ? 'success' : 'default'} label={reached ? '已达到' : '未达到'} />
      </Typography>
      <Box sx={{ position: 'relative', height: 22, bgcolor: 'action.hover', borderRadius: 1, overflow: 'hidden' }}>
        <Box sx={{ position: 'absolute', inset: 0, width: `${share(part)}%`, bgcolor: reached ? 'success.main' : 'warning.main' }} />
        <Box sx={{ position: 'absolute', top: 0, bottom: 0, left: `${share(needed)}%`, width: 3, bgcolor: 'text.primary' }} />
      </Box>
    </Box>
  )
}

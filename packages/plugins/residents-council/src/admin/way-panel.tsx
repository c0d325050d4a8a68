import type { PanelProps } from '@linli/admin'
import { Alert, Button, Chip, LinearProgress, List, ListItem, ListItemText, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import type { MatterWay } from '../actions/index.ts'
import { printForm } from './print.ts'
import { useAsked } from './use-asked.ts'

/** The gates that a matter passed, what comes next and what stands in the way, and its slip for the printer. */
export default function WayPanel({ record }: PanelProps): ReactElement {
  const [way] = useAsked<MatterWay>(`/council/matters/${record.id}/actions/way`, {})
  if (way === undefined) return <LinearProgress aria-label="正在读取" />
  if (way instanceof Error) return <Typography color="error">{way.message}</Typography>
  return (
    <Stack sx={{ gap: 2 }}>
      <Button variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={() => void printForm('slip', record.id)}>
        打印议题流转单
      </Button>
      <Typography color="textSecondary">议事方式：{way.way}</Typography>
      {way.next.map(({ step, title, blockedBy }) => (
        <Alert key={step} severity={blockedBy ? 'warning' : 'success'}>
          <strong>{title}</strong>：{blockedBy ?? '可以办理'}
        </Alert>
      ))}
      {way.gates.length === 0 ? <Typography>受理之后开始走四议。</Typography> : null}
      <List>
        {way.gates.map((gate) => (
          <ListItem key={`${gate.gate}-${gate.round}`} divider>
            <ListItemText
              primary={
                <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                  <strong>
                    {gate.title}（第 {gate.round} 次）
                  </strong>
                  <Chip
                    size="small"
                    color={gate.outcome === '通过' || gate.outcome === '商定' ? 'success' : 'default'}
                    label={gate.outcome ?? '进行中'}
                  />
                  {gate.unverified ? <Chip size="small" color="warning" label="未核验" /> : null}
                </Stack>
              }
              secondary={[
                gate.body,
                gate.meeting,
                gate.rule,
                `${gate.openedOn} — ${gate.closedOn ?? `期限 ${gate.dueOn ?? ''}`}`,
                gate.opinion,
              ]
                .filter(Boolean)
                .join(' · ')}
              slotProps={{ primary: { component: 'div' } }}
            />
          </ListItem>
        ))}
      </List>
    </Stack>
  )
}

import { Alert, Box, Button, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Link, Title } from 'react-admin'
import type { QueueLine } from '../actions/index.ts'
import { useAction } from './use-action.ts'
import { useSay } from './use-say.ts'

/** The hall's screen: who is called to which window, readable from the last row, and who is next. No names. */
export default function HallPage(): ReactElement {
  const say = useSay()
  const [queue, fault] = useAction<{ readonly waiting: number; readonly lines: readonly QueueLine[] }>('queue', 5)
  const called = (queue?.lines ?? []).filter(({ state }) => state === 'called')
  const waiting = (queue?.lines ?? []).filter(({ state }) => state === 'waiting')
  return (
    <Box
      component="section"
      aria-label={say('大厅屏')}
      sx={{
        position: 'fixed',
        inset: 0,
        zIndex: 'modal',
        bgcolor: '#0b2f2a',
        color: '#fff',
        p: '3vmin',
        display: 'grid',
        gridTemplateRows: '1fr auto',
        gap: '2vmin',
        overflow: 'auto',
      }}
    >
      <Title title={say('大厅屏')} />
      <Box aria-live="polite" sx={{ display: 'grid', alignContent: 'start', gap: '2vmin' }}>
        {fault ? <Alert severity="error">{fault}</Alert> : null}
        {called.length === 0 ? (
          <Typography component="p" sx={{ fontSize: '6vmin', textAlign: 'center', mt: '15vmin' }}>
            {say('请取号等候，叫到号后到窗口办理')}
          </Typography>
        ) : null}
        {called.map(({ id, no, window }) => (
          <Box key={id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4vmin', borderBottom: '2px solid #2e6b60' }}>
            <Typography component="strong" sx={{ fontSize: '16vmin', fontWeight: 700, lineHeight: 1.15, color: '#ffd54f' }}>
              {no}
            </Typography>
            <Typography component="span" sx={{ fontSize: '8vmin', lineHeight: 1.2 }}>
              {say('请到 {window}', { window })}
            </Typography>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '3vmin' }}>
        <Typography component="p" sx={{ fontSize: '4.5vmin', flex: '1 1 60%' }}>
          {waiting.length === 0
            ? say('现在没有人等候')
            : say('等候 {n} 人：{numbers}', {
                n: queue?.waiting ?? 0,
                numbers: waiting
                  .slice(0, 8)
                  .map(({ no }) => no)
                  .join('  '),
              })}
        </Typography>
        <Button component={Link} to="/counter/queue" variant="outlined" sx={{ color: '#fff', borderColor: '#fff' }}>
          {say('返回叫号')}
        </Button>
      </Box>
    </Box>
  )
}

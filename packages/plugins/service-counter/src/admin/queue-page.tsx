import { request } from '@linli/admin'
import { Alert, Button, Card, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Title, useGetList } from 'react-admin'
import type { QueueLine } from '../actions/index.ts'
import { call, sentence, useAction } from './use-action.ts'

interface Queue {
  readonly waiting: number
  readonly longestMin: number
  readonly lines: readonly QueueLine[]
}

/** Who waits and who is called; readable from across the hall. */
export default function QueuePage(): ReactElement {
  const [queue, fault, again] = useAction<Queue>('queue', 15)
  const { data: windows = [] } = useGetList('counter.windows', {
    filter: { status: 'open' },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  })
  const [windowId, setWindowId] = useState('')
  const [said, setSaid] = useState('')
  const act = (work: () => Promise<string>): void => {
    work()
      .then((text) => {
        setSaid(text)
        again()
      })
      .catch((error: unknown) => setSaid(sentence(error)))
  }
  const step = (id: string, name: string, text: string): void =>
    act(async () => {
      await request(`/counter/tickets/${id}/${name}`, { method: 'POST', body: { input: {} } })
      return text
    })
  return (
    <Stack sx={{ gap: 2, maxWidth: 960, pb: 4 }}>
      <Title title="叫号" />
      <Typography variant="h5" component="h1">
        叫号
      </Typography>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <TextField select label="我的窗口" value={windowId} onChange={(event) => setWindowId(event.target.value)} sx={{ minWidth: 220 }}>
          {windows.map((each) => (
            <MenuItem key={String(each.id)} value={String(each.id)}>
              {String(each.name)}
            </MenuItem>
          ))}
        </TextField>
        <Button
          variant="contained"
          size="large"
          disabled={!windowId}
          onClick={() =>
            act(async () => {
              const { no, priority, matter } = await call<{ no: string; priority: string; matter: string }>('call-next', { windowId })
              return `请 ${no} 号到窗口${priority === '普通' ? '' : `（${priority}优先）`} ${matter}`
            })
          }
        >
          叫下一位
        </Button>
        <Typography>
          等候 {queue?.waiting ?? 0} 人，最久 {queue?.longestMin ?? 0} 分钟
        </Typography>
      </Stack>
      {said ? <Alert severity="info">{said}</Alert> : null}
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {queue?.lines.length === 0 ? <Alert severity="success">没有人等候。群众来了，到「排队号」点「新增」取号。</Alert> : null}
      {queue?.lines.map((line) => (
        <Card key={line.id} variant="outlined" sx={{ p: 2 }}>
          <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography sx={{ fontSize: 32, fontWeight: 700, minWidth: 110 }}>{line.no}</Typography>
            <Typography sx={{ flex: '1 1 200px' }}>
              {[line.priority ? `${line.priority}优先` : '', line.matter, line.window, `等候 ${line.waitedMin} 分钟`]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
            {line.state === 'called' ? (
              <>
                <Button onClick={() => step(line.id, 'serve', `${line.no} 已办完`)}>办完</Button>
                <Button onClick={() => step(line.id, 'miss', `${line.no} 已过号`)}>过号</Button>
              </>
            ) : null}
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

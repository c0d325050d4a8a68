import { request } from '@linli/admin'
import { Alert, Button, Card, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Link, Title, useGetIdentity, useGetList } from 'react-admin'
import type { QueueLine } from '../actions/index.ts'
import { call, sentence, useAction } from './use-action.ts'
import { useSay } from './use-say.ts'

interface Queue {
  readonly waiting: number
  readonly longestMin: number
  readonly lines: readonly QueueLine[]
}

interface Window {
  readonly id: string
  readonly name: string
  readonly accountId: string | null
  readonly communityId: string | null
}

/** Hands out numbers and calls them; one's own window is chosen already. */
export default function QueuePage(): ReactElement {
  const say = useSay()
  const [queue, fault, again] = useAction<Queue>('queue', 15)
  const { identity } = useGetIdentity()
  const { data = [] } = useGetList('counter.windows', {
    filter: { status: 'open' },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  })
  const windows = data as unknown as readonly Window[]
  const [chosen, setChosen] = useState('')
  const own = windows.find(({ accountId }) => accountId !== null && accountId === identity?.id)
  const window = windows.find(({ id }) => id === chosen) ?? own
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
  const take = (priority: 'none' | 'elder' | 'disabled'): void =>
    act(async () => {
      const { no } = await request<{ no: string }>('/counter/tickets', {
        method: 'POST',
        body: { priority, ...(window?.communityId ? { communityId: window.communityId } : {}) },
      })
      return say('请拿 {no} 号等候', { no })
    })
  return (
    <Stack sx={{ gap: 2, maxWidth: 960, pb: 4 }}>
      <Title title={say('叫号')} />
      <Typography variant="h5" component="h1">
        {say('叫号')}
      </Typography>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <TextField
          select
          label={say('我的窗口')}
          value={window?.id ?? ''}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ minWidth: 220 }}
        >
          {windows.map((each) => (
            <MenuItem key={each.id} value={each.id}>
              {each.name}
            </MenuItem>
          ))}
        </TextField>
        <Button
          variant="contained"
          size="large"
          disabled={!window}
          onClick={() =>
            act(async () => {
              const { no, priority, matter } = await call<{ no: string; priority: string; matter: string }>('call-next', {
                windowId: window?.id,
              })
              return [
                say('请 {no} 号到 {window}', { no, window: window?.name ?? '' }),
                priority ? say('{who}优先', { who: say(priority) }) : '',
                matter,
              ]
                .filter(Boolean)
                .join(' · ')
            })
          }
        >
          {say('叫下一位')}
        </Button>
        <Button variant="outlined" size="large" onClick={() => take('none')}>
          {say('取号')}
        </Button>
        <Button variant="outlined" size="large" onClick={() => take('elder')}>
          {say('老年人取号')}
        </Button>
        <Button variant="outlined" size="large" onClick={() => take('disabled')}>
          {say('残疾人取号')}
        </Button>
        <Button component={Link} to="/counter/hall" size="large">
          {say('大厅屏')}
        </Button>
      </Stack>
      <Typography>{say('等候 {n} 人，最久 {m} 分钟', { n: queue?.waiting ?? 0, m: queue?.longestMin ?? 0 })}</Typography>
      {said ? <Alert severity="info">{said}</Alert> : null}
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {queue?.lines.length === 0 ? <Alert severity="success">{say('没有人等候。群众来了，点上面的「取号」。')}</Alert> : null}
      {queue?.lines.map((line) => (
        <Card
          key={line.id}
          variant="outlined"
          sx={{ p: 2, ...(line.state === 'called' ? { borderColor: 'primary.main', borderWidth: 2 } : {}) }}
        >
          <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography sx={{ fontSize: 32, fontWeight: 700, minWidth: 110 }}>{line.no}</Typography>
            <Typography sx={{ flex: '1 1 200px' }}>
              {[
                line.priority ? say('{who}优先', { who: say(line.priority) }) : '',
                line.matter,
                line.window,
                say('等候 {n} 分钟', { n: line.waitedMin }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
            {line.state === 'called' ? (
              <>
                <Button component={Link} variant="contained" to={`/counter/desk?ticket=${line.id}&person=${line.personId ?? ''}`}>
                  {say('受理')}
                </Button>
                <Button onClick={() => step(line.id, 'serve', say('{no} 已办完', { no: line.no }))}>{say('办完')}</Button>
                <Button onClick={() => step(line.id, 'miss', say('{no} 已过号', { no: line.no }))}>{say('过号')}</Button>
              </>
            ) : null}
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

import { request } from '@linli/admin'
import { Alert, Box, Button, Card, CardContent, Chip, LinearProgress, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Title, useGetList } from 'react-admin'
import { Link, useSearchParams } from 'react-router'
import type { LiveMeeting, LiveVote } from '../actions/index.ts'
import { useAsked } from './use-asked.ts'

type Act = (path: string, body?: Readonly<Record<string, unknown>>) => Promise<void>

/** The hall's screen: the quorum as a big light, the item under discussion, the counts; and below it what the operator does. */
export default function LivePage(): ReactElement {
  const [asked, setAsked] = useSearchParams()
  const id = asked.get('meeting')
  const { data } = useGetList('council.meetings', {
    filter: { status: ['noticed', 'open'] },
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'scheduledAt', order: 'ASC' },
  })
  const chosen = id ?? (data?.find(({ status }) => status === 'open') ?? data?.[0])?.id
  return (
    <Stack sx={{ gap: 2, pb: 4 }}>
      <Title title="会议现场" />
      <TextField
        select
        label="会议"
        value={chosen ?? ''}
        onChange={({ target }) => setAsked({ meeting: target.value })}
        sx={{ maxWidth: 480 }}
        helperText="列出已通知和正在开的会议"
      >
        {(data ?? []).map((row) => (
          <MenuItem key={row.id} value={row.id}>
            {row.title}
          </MenuItem>
        ))}
      </TextField>
      {chosen ? (
        <Hall key={String(chosen)} id={String(chosen)} />
      ) : (
        <Typography>没有正在开的会议。先在「会议」里发通知，到时间点「开会」。</Typography>
      )}
    </Stack>
  )
}

function Hall({ id }: { readonly id: string }): ReactElement {
  const [live, again] = useAsked<LiveMeeting>(`/council/meetings/${id}/actions/live`, {}, 4)
  const [fault, setFault] = useState<string>()
  const act: Act = async (path, body = {}) => {
    try {
      await request(path, { method: 'POST', body })
      setFault(undefined)
    } catch (error) {
      setFault(error instanceof Error ? error.message : '没有办成，请再试')
    }
    again()
  }
  if (live === undefined) return <LinearProgress aria-label="正在读取" />
  if (live instanceof Error) return <Typography color="error">{live.message}</Typography>
  return (
    <Stack sx={{ gap: 2 }}>
      <Screen live={live} />
      {fault ? (
        <Alert severity="error" onClose={() => setFault(undefined)}>
          {fault}
        </Alert>
      ) : null}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {live.status === 'noticed' ? (
          <Button variant="contained" size="large" onClick={() => void act(`/council/meetings/${id}/open`, {})}>
            开会
          </Button>
        ) : null}
        {live.status === 'open' ? (
          <Button variant="outlined" size="large" onClick={() => void act(`/council/meetings/${id}/close`, {})}>
            散会
          </Button>
        ) : null}
        <Button component={Link} to={`/council.meetings/${id}/show`}>
          会议记录
        </Button>
      </Stack>
      <Agenda live={live} act={act} />
      <Votes live={live} act={act} />
      <Members live={live} act={act} />
    </Stack>
  )
}

/** What is meant for the projector. */
function Screen({ live }: { readonly live: LiveMeeting }): ReactElement {
  const { reached, needed } = live.quorum
  const current = live.items.find(({ state }) => state === 'current')
  return (
    <Card sx={{ bgcolor: '#10203a', color: '#fff' }}>
      <CardContent>
        <Stack direction={{ xs: 'column', md: 'row' }} sx={{ gap: 3, alignItems: 'center' }}>
          <Box
            role="img"
            aria-label={reached ? '已达到法定人数' : '未达到法定人数'}
            sx={{
              width: 132,
              height: 132,
              borderRadius: '50%',
              bgcolor: reached ? '#2e7d32' : '#c62828',
              border: '6px solid #fff',
              flexShrink: 0,
              display: 'grid',
              placeItems: 'center',
              fontSize: 26,
              fontWeight: 700,
              textAlign: 'center',
            }}
          >
            {reached ? '人数够' : '人数不够'}
          </Box>
          <Box sx={{ flexGrow: 1 }}>
            <Typography variant="h5" component="h1" sx={{ fontWeight: 700 }}>
              {live.title}
            </Typography>
            <Typography sx={{ fontSize: 24 }}>
              应到 {live.due} 人，实到 <strong style={{ fontSize: 40 }}>{live.present}</strong> 人，至少 {needed} 人
            </Typography>
            <Typography sx={{ fontSize: 22 }}>{current ? `正在议：${current.title}` : live.statusTitle}</Typography>
          </Box>
          {live.code ? (
            <Box sx={{ textAlign: 'center' }}>
              <Typography>手机签到码</Typography>
              <Typography sx={{ fontSize: 52, fontWeight: 700, letterSpacing: 6 }}>{live.code}</Typography>
            </Box>
          ) : null}
        </Stack>
      </CardContent>
    </Card>
  )
}

function Agenda({ live, act }: { readonly live: LiveMeeting; readonly act: Act }): ReactElement {
  const base = `/council/meetings/${live.id}/actions`
  const [words, setWords] = useState('')
  return (
    <section aria-label="议程">
      <Typography variant="h6" component="h2">
        议程
      </Typography>
      {live.items.length === 0 ? <Typography>没有议程。在会议记录里点「补充议程」。</Typography> : null}
      <div role="list">
        {live.items.map((item) => (
          <Stack key={item.id} role="listitem" sx={{ py: 1, borderBottom: 1, borderColor: 'divider', gap: 1 }}>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Chip size="small" label={item.kindTitle} />
              <Typography sx={{ fontWeight: item.state === 'current' ? 700 : 400, flexGrow: 1 }}>
                {item.title}
                {item.carried ? `（已过 ${item.carried} 次会，${item.ageDays ?? 0} 天）` : ''}
                {item.matterStatus ? ` · ${item.matterStatus}` : ''}
              </Typography>
              {item.state === 'done' ? <Chip size="small" color="success" label="已议" /> : null}
              {live.status === 'open' && item.state !== 'done' && item.state !== 'current' ? (
                <Button onClick={() => void act(`${base}/start-item`, { itemId: item.id })}>开始</Button>
              ) : null}
              {live.status === 'open' && item.state === 'current' && item.kind === 'matter' ? (
                <>
                  <Button
                    variant="outlined"
                    onClick={() =>
                      void act(`${base}/call-vote`, { itemId: item.id, title: `是否同意：${item.title}`.slice(0, 120), secret: 'no' })
                    }
                  >
                    记名表决
                  </Button>
                  <Button
                    variant="outlined"
                    onClick={() =>
                      void act(`${base}/call-vote`, { itemId: item.id, title: `是否同意：${item.title}`.slice(0, 120), secret: 'yes' })
                    }
                  >
                    无记名表决
                  </Button>
                </>
              ) : null}
            </Stack>
            {live.status === 'open' && item.state === 'current' ? (
              <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1 }}>
                <TextField
                  fullWidth
                  multiline
                  label={item.kind === 'opinions' ? '下月工作意见，一行一条' : '结论'}
                  value={words}
                  onChange={({ target }) => setWords(target.value)}
                />
                <Button
                  variant="contained"
                  disabled={words.trim() === ''}
                  onClick={() =>
                    void act(`${base}/conclude-item`, { itemId: item.id, conclusion: words.trim(), putOff: 'no' }).then(() => setWords(''))
                  }
                >
                  议完
                </Button>
              </Stack>
            ) : null}
            {item.conclusion ? <Typography color="textSecondary">{item.conclusion}</Typography> : null}
          </Stack>
        ))}
      </div>
    </section>
  )
}

function Votes({ live, act }: { readonly live: LiveMeeting; readonly act: Act }): ReactElement | null {
  if (live.votes.length === 0) return null
  return (
    <section aria-label="表决">
      <Typography variant="h6" component="h2">
        表决
      </Typography>
      {live.votes.map((vote) => (
        <Card key={vote.id} variant="outlined" sx={{ my: 1 }}>
          <CardContent>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography sx={{ fontWeight: 700, flexGrow: 1 }}>{vote.title}</Typography>
              {vote.secret ? <Chip size="small" label="无记名" /> : null}
              {vote.unverified ? <Chip size="small" color="warning" label="规则未核验" /> : null}
              {vote.outcome ? <Chip color={vote.outcome === '通过' ? 'success' : 'error'} label={vote.outcome} /> : null}
            </Stack>
            <Counts vote={vote} />
            {vote.sentence ? <Typography color="textSecondary">{vote.sentence}</Typography> : null}
            {vote.status === 'prepared' && live.status === 'open' ? (
              <Button variant="contained" onClick={() => void act(`/council/votes/${vote.id}/open`, {})}>
                开始投票
              </Button>
            ) : null}
            {vote.status === 'prepared' || vote.status === 'open' ? (
              <Button component={Link} to={`/council.votes/${vote.id}/show`}>
                登记回避、看计票
              </Button>
            ) : null}
            {vote.status === 'open' ? (
              <Button variant="contained" onClick={() => void act(`/council/votes/${vote.id}/close`, {})}>
                结束并计票
              </Button>
            ) : null}
          </CardContent>
        </Card>
      ))}
    </section>
  )
}

function Counts({ vote: { counts, cast, base } }: { readonly vote: LiveVote }): ReactElement {
  return (
    <Typography sx={{ fontSize: 24 }}>
      {counts ? `赞成 ${counts.for}　反对 ${counts.against}　弃权 ${counts.abstain}　` : ''}已投 {cast} / {base}
    </Typography>
  )
}

function Members({ live, act }: { readonly live: LiveMeeting; readonly act: Act }): ReactElement {
  const base = `/council/meetings/${live.id}/actions`
  const open = live.votes.find(({ status, secret }) => status === 'open' && !secret)
  return (
    <section aria-label="成员">
      <Typography variant="h6" component="h2">
        成员
      </Typography>
      <div role="list">
        {live.people.map((person) => (
          <Stack
            key={person.id}
            role="listitem"
            direction="row"
            sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', py: 0.5, borderBottom: 1, borderColor: 'divider' }}
          >
            <Typography sx={{ minWidth: 120, fontWeight: 600 }}>
              {person.name} {person.duty ? <Chip size="small" label={person.duty} /> : null}
            </Typography>
            <Chip
              size="small"
              color={person.here ? 'success' : 'default'}
              label={person.here ? '已到' : person.proxy ? `委托 ${person.proxy}` : person.onLeave ? '请假' : '未到'}
            />
            {person.hand === 'none' ? null : <Chip size="small" color="warning" label={person.hand === 'raised' ? '举手' : '发言中'} />}
            <Box sx={{ flexGrow: 1 }} />
            {person.here ? (
              <>
                {live.status === 'open' ? (
                  <Button onClick={() => void act(`${base}/give-floor`, { personId: person.id })}>
                    {person.hand === 'speaking' ? '发言结束' : '请发言'}
                  </Button>
                ) : null}
                {open
                  ? (['for', 'against', 'abstain'] as const).map((choice) => (
                      <Button
                        key={choice}
                        onClick={() => void act(`/council/votes/${open.id}/actions/cast-for`, { personId: person.id, choice })}
                      >
                        {{ for: '赞成', against: '反对', abstain: '弃权' }[choice]}
                      </Button>
                    ))
                  : null}
                <Button color="inherit" onClick={() => void act(`${base}/leave`, { personId: person.id })}>
                  离场
                </Button>
              </>
            ) : live.status === 'open' || live.status === 'noticed' ? (
              <Button onClick={() => void act(`${base}/sign-in`, { personId: person.id, mode: 'inPerson' })}>签到</Button>
            ) : null}
          </Stack>
        ))}
      </div>
    </section>
  )
}

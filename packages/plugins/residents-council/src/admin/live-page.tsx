import { request } from '@linli/admin'
import { Alert, Button, LinearProgress, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Title, useGetList } from 'react-admin'
import { Link, useSearchParams } from 'react-router'
import type { LiveMeeting } from '../actions/index.ts'
import type { Act } from './live/act.ts'
import { Agenda } from './live/agenda.tsx'
import { Members } from './live/members.tsx'
import { Screen } from './live/screen.tsx'
import { Votes } from './live/votes.tsx'
import { useAsked } from './use-asked.ts'

/** The hall's screen: the quorum as a big light, the item under discussion, the counts; and below it what the operator does. */
export default function LivePage(): ReactElement {
  const [asked, setAsked] = useSearchParams()
  const id = asked.get('meeting')
  const { data } = useGetList('council.meetings', {
    filter: { status: ['noticed', 'open', 'written'] },
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'scheduledAt', order: 'ASC' },
  })
  const chosen = id ?? (data?.find(({ status }) => status === 'open') ?? data?.find(({ status }) => status === 'noticed') ?? data?.[0])?.id
  return (
    <Stack sx={{ gap: 2, pb: 4 }}>
      <Title title="会议现场" />
      <TextField
        select
        label="会议"
        value={chosen ?? ''}
        onChange={({ target }) => setAsked({ meeting: target.value })}
        sx={{ maxWidth: 480 }}
        helperText="列出已通知、正在开和纪要待签字的会议"
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

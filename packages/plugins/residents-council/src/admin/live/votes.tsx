import { Button, Card, CardContent, Chip, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { LiveMeeting, LiveVote } from '../../actions/index.ts'
import type { Act } from './act.ts'

/** The votes of the meeting. */
export function Votes({ live, act }: { readonly live: LiveMeeting; readonly act: Act }): ReactElement | null {
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
                看计票
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

import { Button, Chip, Stack, TextField, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import type { LiveMeeting } from '../../actions/index.ts'
import type { Act } from './act.ts'

/** What is taken up, in order: begun, voted on, concluded or put off to the next meeting. */
export function Agenda({ live, act }: { readonly live: LiveMeeting; readonly act: Act }): ReactElement {
  const base = `/council/meetings/${live.id}/actions`
  const [words, setWords] = useState('')
  const conclude = (itemId: string, putOff: 'yes' | 'no', conclusion: string): void =>
    void act(`${base}/conclude-item`, { itemId, conclusion, putOff }).then(() => setWords(''))
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
              {item.state === 'put_off' ? <Chip size="small" color="warning" label="顺延到下次" /> : null}
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
                <Button variant="contained" disabled={words.trim() === ''} onClick={() => conclude(item.id, 'no', words.trim())}>
                  议完
                </Button>
                <Button variant="outlined" onClick={() => conclude(item.id, 'yes', words.trim() || '时间不够，没有议完')}>
                  顺延
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

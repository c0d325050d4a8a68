import { Alert, Button, Card, CardContent, Chip, LinearProgress, Skeleton, Stack, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { Title, useNotify } from 'react-admin'
import { instantText } from '../field/index.ts'
import { useOnce, useTellProblem } from '../form/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { useTitles } from '../model/index.ts'

interface Letter {
  readonly eventId: string
  readonly event: string
  readonly eventTitle: string
  readonly consumer: string
  readonly consumerTitle: string
  readonly attempts: number
  readonly error: string
  readonly since: string
}

interface ClockJob {
  readonly plugin: string
  readonly pluginTitle: string
  readonly job: string
  readonly title: string
  readonly lastAt: string | null
  readonly error: string | null
  readonly succeededAt: string | null
  readonly nextAt: string | null
}

interface RecentJob {
  readonly id: string
  readonly title: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly done: number
  readonly total: number | null
  readonly message: string | null
  readonly actorName: string
  readonly createdAt: string
}

interface Background {
  readonly letters: readonly Letter[]
  readonly clocks: readonly ClockJob[]
  readonly jobs: readonly RecentJob[]
}

const KEY = ['linli', 'background']
const LOOK_EVERY = 3000

/** What the system does by itself: what was not taken and why, what runs by the clock, what runs now. */
export default function BackgroundPage(): ReactElement {
  const words = useWords()
  const notify = useNotify()
  const tell = useTellProblem()
  const once = useOnce()
  const queries = useQueryClient()
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => request<Background>('/platform/background', { signal }),
    refetchInterval: LOOK_EVERY,
  })
  const send = (path: string, body: object, said: string): void => {
    once(async () => {
      await request(`/platform/background/${path}`, { method: 'POST', body })
      await queries.invalidateQueries({ queryKey: KEY })
      const message = words(said)
      notify(message, { type: 'success', messageArgs: { _: message } })
    }).catch(tell)
  }
  return (
    <Stack sx={{ gap: 3, maxWidth: 960, pb: 4 }}>
      <Title title={words('background.title')} />
      <Typography variant="h5" component="h1">
        {words('background.title')}
      </Typography>
      {error ? <Alert severity="error">{error.message}</Alert> : null}
      {data || error ? null : <Skeleton variant="rounded" height={200} />}
      {data ? (
        <>
          <Section
            title={words('background.letters')}
            action={
              data.letters.length > 1 ? (
                <Button variant="outlined" onClick={() => send('retry', {}, 'background.retried')}>
                  {words('background.retryAll')}
                </Button>
              ) : null
            }
          >
            {data.letters.length === 0 ? <Typography color="textSecondary">{words('background.noLetters')}</Typography> : null}
            {data.letters.map((letter) => (
              <LetterCard
                key={`${letter.eventId} ${letter.consumer}`}
                letter={letter}
                onRetry={() => send('retry', { eventId: letter.eventId, consumer: letter.consumer }, 'background.retried')}
              />
            ))}
          </Section>
          <Section title={words('background.clocks')}>
            {data.clocks.map((clock) => (
              <ClockCard
                key={`${clock.plugin}.${clock.job}`}
                clock={clock}
                onRun={() => send('run', { plugin: clock.plugin, job: clock.job }, 'background.started')}
              />
            ))}
          </Section>
          <Section title={words('background.jobs')}>
            {data.jobs.length === 0 ? <Typography color="textSecondary">{words('background.noJobs')}</Typography> : null}
            {data.jobs.map((job) => (
              <JobCard key={job.id} job={job} />
            ))}
          </Section>
        </>
      ) : null}
    </Stack>
  )
}

function Section({
  title,
  action,
  children,
}: {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  return (
    <Stack component="section" aria-label={title} sx={{ gap: 1 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' }}>
        <Typography variant="h6" component="h2">
          {title}
        </Typography>
        {action}
      </Stack>
      {children}
    </Stack>
  )
}

function LetterCard({ letter, onRetry }: { readonly letter: Letter; readonly onRetry: () => void }): ReactElement {
  const words = useWords()
  const title = useTitles()
  return (
    <Line
      head={`${title(letter.event, letter.eventTitle)} → ${title(letter.consumer, letter.consumerTitle)}`}
      chip={<Chip size="small" color="error" label={words('background.attempts', { n: letter.attempts })} />}
      lines={[words('background.why', { reason: letter.error }), words('background.since', { at: instantText(letter.since) })]}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {words('background.retry')}
        </Button>
      }
    />
  )
}

function ClockCard({ clock, onRun }: { readonly clock: ClockJob; readonly onRun: () => void }): ReactElement {
  const words = useWords()
  const title = useTitles()
  const { lastAt, error, succeededAt, nextAt } = clock
  const [word, color] =
    lastAt === null ? (['never', 'default'] as const) : error ? (['failed', 'error'] as const) : (['fine', 'success'] as const)
  return (
    <Line
      head={`${title(`${clock.plugin}.job.${clock.job}`, clock.title)} · ${title(clock.plugin, clock.pluginTitle)}`}
      chip={<Chip size="small" color={color} variant={error ? 'filled' : 'outlined'} label={words(`background.${word}`)} />}
      lines={[
        error ? words('background.why', { reason: error }) : '',
        [
          lastAt ? words('background.last', { at: instantText(lastAt) }) : '',
          error && succeededAt ? words('background.succeeded', { at: instantText(succeededAt) }) : '',
          nextAt ? words('background.next', { at: instantText(nextAt) }) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      ]}
      action={
        <Button variant={error ? 'outlined' : 'text'} onClick={onRun}>
          {words(error ? 'background.retry' : 'background.run')}
        </Button>
      }
    />
  )
}

const JOB_COLOURS = { waiting: 'default', running: 'info', done: 'success', failed: 'error' } as const

function JobCard({ job }: { readonly job: RecentJob }): ReactElement {
  const words = useWords()
  const isLive = job.state === 'running' || job.state === 'waiting'
  const share = job.total ? Math.min(100, Math.round((job.done / job.total) * 100)) : null
  return (
    <Line
      head={job.title}
      chip={<Chip size="small" variant="outlined" color={JOB_COLOURS[job.state]} label={words(`job.${job.state}`)} />}
      lines={[job.message ?? '', words('background.asked', { name: job.actorName, at: instantText(job.createdAt) })]}
    >
      {isLive ? (
        <>
          {job.total ? <Typography variant="body2">{words('job.progress', { done: job.done, total: job.total })}</Typography> : null}
          <LinearProgress aria-label={job.title} {...(share === null ? {} : { variant: 'determinate' as const, value: share })} />
        </>
      ) : null}
    </Line>
  )
}

interface LineProps {
  readonly head: string
  readonly chip: ReactNode
  readonly lines: readonly string[]
  readonly action?: ReactNode
  readonly children?: ReactNode
}

function Line({ head, chip, lines, action, children }: LineProps): ReactElement {
  return (
    <Card variant="outlined">
      <CardContent sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', '&:last-child': { pb: 2 } }}>
        <Stack sx={{ flex: '1 1 260px', gap: 0.5, minWidth: 0 }}>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{head}</Typography>
            {chip}
          </Stack>
          {lines.filter(Boolean).map((line) => (
            <Typography key={line} variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
              {line}
            </Typography>
          ))}
          {children}
        </Stack>
        {action}
      </CardContent>
    </Card>
  )
}

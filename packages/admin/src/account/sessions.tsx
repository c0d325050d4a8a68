import { Alert, Button, List, ListItem, ListItemText, Skeleton, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { instantText } from '../field/index.ts'
import { useTellProblem } from '../form/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'

/** A device that is signed in with the person's account. */
interface OwnSession {
  readonly id: string
  readonly createdAt?: string
  readonly userAgent?: string | null
  readonly ip?: string | null
  readonly current?: boolean
}

const KEY = ['linli', 'sessions']

/** The devices that are signed in, each with a way to end it. */
export function Sessions(): ReactElement {
  const words = useWords()
  const tell = useTellProblem()
  const queries = useQueryClient()
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const answer = await request<OwnSession[] | { sessions: OwnSession[] }>('/auth/sessions', { signal })
      return 'sessions' in answer ? answer.sessions : answer
    },
  })
  if (error) return <Alert severity="error">{error.message}</Alert>
  if (!data) return <Skeleton variant="rounded" height={80} />
  const end = async (id: string): Promise<void> => {
    await request(`/auth/sessions/${id}`, { method: 'DELETE' })
    await queries.invalidateQueries({ queryKey: KEY })
  }
  return (
    <>
      <Typography color="textSecondary">{words('account.sessionsHelp')}</Typography>
      <List disablePadding>
        {data.map((session) => (
          <ListItem
            key={session.id}
            divider
            disableGutters
            sx={{ flexWrap: 'wrap', gap: 1 }}
            secondaryAction={
              session.current ? undefined : (
                <Button
                  onClick={() => void end(session.id).catch(tell)}
                  aria-label={`${words('account.endSession')} ${deviceName(session.userAgent)}`}
                >
                  {words('account.endSession')}
                </Button>
              )
            }
          >
            <ListItemText
              primary={`${deviceName(session.userAgent)}${session.current ? `（${words('account.thisDevice')}）` : ''}`}
              secondary={[session.ip, session.createdAt && words('account.since', { at: instantText(session.createdAt) })]
                .filter(Boolean)
                .join(' · ')}
            />
          </ListItem>
        ))}
      </List>
    </>
  )
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/iPhone|iPad/, 'iPhone / iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** What of a browser's name a person recognises. */
export function deviceName(userAgent: string | null | undefined): string {
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const browser = /(Edg|Firefox|Chrome|Safari)\/(\d+)/.exec(userAgent ?? '')
  return (
    [system, browser ? `${browser[1] === 'Edg' ? 'Edge' : browser[1]} ${browser[2]}` : null].filter(Boolean).join(' · ') || userAgent || '—'
  )
}

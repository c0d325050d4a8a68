import { Alert, Button, List, ListItem, ListItemText, Skeleton, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { instantText } from '../field/index.ts'
import { useTellProblem } from '../form/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { deviceName } from './device-name.ts'

/** A device that is signed in with the person's account. */
interface OwnSession {
  readonly id: string
  readonly createdAt?: string
  readonly lastSeenAt?: string
  readonly device?: string | null
  readonly address?: string | null
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
    queryFn: ({ signal }) => request<OwnSession[]>('/auth/sessions', { signal }),
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
                  aria-label={`${words('account.endSession')} ${deviceName(session.device)}`}
                >
                  {words('account.endSession')}
                </Button>
              )
            }
          >
            <ListItemText
              primary={`${deviceName(session.device)}${session.current ? `（${words('account.thisDevice')}）` : ''}`}
              secondary={[session.address, session.createdAt && words('account.since', { at: instantText(session.createdAt) })]
                .filter(Boolean)
                .join(' · ')}
            />
          </ListItem>
        ))}
      </List>
    </>
  )
}

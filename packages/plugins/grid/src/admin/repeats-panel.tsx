import { instantText, type PanelProps, request, useMay, useTitles } from '@linli/admin'
import { Alert, Button, List, ListItem, ListItemText, Skeleton, Stack, Typography } from '@mui/material'
import { type ReactElement, useEffect, useState } from 'react'
import { type RaRecord, useCreatePath, useGetList, useRefresh } from 'react-admin'
import { Link } from 'react-router'
import type { LikelyRepeat } from '../actions/index.ts'
import { useTexts } from './texts.ts'

/** What an event may repeat, and what has joined it. */
export default function RepeatsPanel({ record }: PanelProps): ReactElement {
  const text = useTexts()
  const title = useTitles()
  const path = useCreatePath()
  const may = useMay()
  const refresh = useRefresh()
  const [repeats, setRepeats] = useState<readonly LikelyRepeat[]>()
  const [fault, setFault] = useState('')
  const children = useGetList('grid.events', { filter: { parentId: record.id }, pagination: { page: 1, perPage: 50 } })
  useEffect(() => {
    const leaving = new AbortController()
    request<{ repeats: readonly LikelyRepeat[] }>(`/grid/events/${record.id}/actions/nearby`, {
      method: 'POST',
      body: {},
      signal: leaving.signal,
    })
      .then((answer) => setRepeats(answer.repeats))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setFault(error instanceof Error ? error.message : text('failed'))
      })
    return () => leaving.abort()
    // The text changes with the language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [record.id, record.version])

  async function join(parentId: string): Promise<void> {
    try {
      await request(`/grid/events/${record.id}/join`, { method: 'POST', body: { input: { parentId }, version: record.version } })
      refresh()
    } catch (error) {
      setFault(error instanceof Error ? error.message : text('failed'))
    }
  }
  const mayJoin = may('grid.events.join') && (record.status === 'reported' || record.status === 'verified')
  const show = (id: string | number): string => path({ resource: 'grid.events', id, type: 'show' })
  return (
    <Stack sx={{ gap: 2 }}>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      <Typography color="textSecondary">{text('repeats.help')}</Typography>
      {repeats ? null : <Skeleton variant="rounded" height={60} />}
      {repeats?.length === 0 ? <Typography>{text('repeats.none')}</Typography> : null}
      <List disablePadding>
        {repeats?.map((each) => (
          <ListItem
            key={each.id}
            divider
            sx={{ flexWrap: 'wrap', gap: 1 }}
            secondaryAction={
              mayJoin ? (
                <Button variant="outlined" onClick={() => void join(each.id)} aria-label={`${text('repeats.join')} ${each.no}`}>
                  {text('repeats.join')}
                </Button>
              ) : undefined
            }
          >
            <ListItemText
              sx={{ pr: 14 }}
              primary={<Link to={show(each.id)}>{`${each.no} ${each.title}`}</Link>}
              secondary={[
                title(`grid.events.status.${each.status}`, each.statusTitle),
                instantText(each.at),
                each.metres === null ? text('repeats.same') : text('repeats.metres', { n: each.metres }),
              ].join(' · ')}
            />
          </ListItem>
        ))}
      </List>
      {children.data && children.data.length > 0 ? (
        <>
          <Typography variant="h6" component="h3">
            {text('repeats.children')}
          </Typography>
          <List disablePadding>
            {children.data.map((child: RaRecord) => (
              <ListItem key={child.id} divider>
                <ListItemText
                  primary={<Link to={show(child.id)}>{`${String(child.no ?? '')} ${String(child.title)}`}</Link>}
                  secondary={instantText(String(child.createdAt))}
                />
              </ListItem>
            ))}
          </List>
        </>
      ) : null}
    </Stack>
  )
}

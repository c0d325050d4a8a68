import { instantText, type PanelProps, useTitles } from '@linli/admin'
import { Alert, Button, Skeleton, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { useCreatePath, useGetList } from 'react-admin'
import { Link } from 'react-router'
import { EVENT_TYPES, type EventType } from '../rules/options.ts'
import { useTexts } from './texts.ts'

/** What a proposal of another module stands on: the event that it came from, found by its number. */
export default function SourcePanel({ record }: PanelProps): ReactElement {
  const text = useTexts()
  const title = useTitles()
  const path = useCreatePath()
  const { data, error, isPending } = useGetList('grid.events', {
    filter: { q: String(record.sourceNo) },
    pagination: { page: 1, perPage: 1 },
  })
  if (isPending) return <Skeleton variant="rounded" height={60} />
  const [event] = data ?? []
  if (error || event?.no !== record.sourceNo)
    return <Alert severity={error ? 'error' : 'info'}>{text(error ? 'failed' : 'source.none')}</Alert>
  const type = event.type as EventType
  return (
    <Stack sx={{ gap: 1, alignItems: 'flex-start' }}>
      <Typography variant="h6" component="h3">
        {String(event.title)}
      </Typography>
      <Typography color="textSecondary">
        {[title(`grid.events.type.${type}`, EVENT_TYPES[type]), event.place, instantText(String(event.createdAt))]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {event.description ? <Typography sx={{ whiteSpace: 'pre-wrap' }}>{String(event.description)}</Typography> : null}
      <Button variant="outlined" component={Link} to={path({ resource: 'grid.events', id: event.id, type: 'show' })}>
        {text('source.open')}
      </Button>
    </Stack>
  )
}

import { Alert, Box, Skeleton, Stack, Typography } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { instantText } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { ChangeLines } from './change-lines.tsx'
import { fetchTimeline } from './timeline-entries.ts'

interface TimelineProps {
  readonly resource: AnyResource
  readonly record: { readonly id: string | number; readonly version?: number }
}

/** What happened to the row: who, when, what, why. */
export function Timeline({ resource, record }: TimelineProps): ReactElement {
  const words = useWords()
  const { data, error } = useQuery({
    queryKey: ['linli', 'timeline', resource.name, record.id, record.version],
    queryFn: ({ signal }) => fetchTimeline(resource.name, String(record.id), signal),
  })
  if (error) return <Alert severity="error">{error.message}</Alert>
  if (!data) return <Skeleton variant="rounded" height={120} />
  if (data.entries.length === 0) return <Typography color="textSecondary">{words('record.noTimeline')}</Typography>
  return (
    <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
      {data.entries.map((entry, index) => (
        <Box component="li" key={`${entry.at} ${index}`} sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 2 }}>
          <Typography variant="subtitle1" component="h3">
            {entry.title}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {instantText(entry.at)} · {entry.actorName}
          </Typography>
          {entry.reason ? <Typography variant="body2">{words('record.reason', { reason: entry.reason })}</Typography> : null}
          {entry.verb === 'create' ? null : <ChangeLines resource={resource} changes={entry.changes} />}
        </Box>
      ))}
    </Stack>
  )
}

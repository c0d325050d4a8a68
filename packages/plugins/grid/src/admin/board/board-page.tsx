import { Clock, StatusChip, StepButtons, useDefinition, useTitles } from '@linli/admin'
import {
  Box,
  Button,
  Card,
  CardActionArea,
  CardContent,
  Chip,
  Collapse,
  MenuItem,
  Skeleton,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { type ReactElement, useState } from 'react'
import { type RaRecord, Title, useCreatePath, useGetList } from 'react-admin'
import { Link } from 'react-router'
import { EVENT_LEVELS, type EventLevel } from '../../rules/options.ts'
import { type TextKey, useTexts } from '../texts.ts'

const COLUMNS: readonly { readonly key: TextKey; readonly states: readonly string[] }[] = [
  { key: 'board.verify', states: ['reported'] },
  { key: 'board.dispatch', states: ['verified', 'returned', 'reopened'] },
  { key: 'board.handle', states: ['dispatched', 'accepted', 'handling'] },
  { key: 'board.check', states: ['selfSolved', 'done'] },
  { key: 'board.confirm', states: ['checked', 'confirmed'] },
]
/** Cards of a column at first, and with every press: whoever deals with events begins at the top. */
const STEP = 10

/** Events by how far they have come, the most pressing first; each is dealt with where it stands. */
export default function BoardPage(): ReactElement {
  const text = useTexts()
  const title = useTitles()
  const [level, setLevel] = useState('')
  return (
    <Stack sx={{ gap: 2, pb: 4, minWidth: 0 }}>
      <Title title={text('board.title')} />
      <Stack direction="row" sx={{ gap: 2, alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <Box sx={{ flexGrow: 1 }}>
          <Typography variant="h5" component="h1">
            {text('board.title')}
          </Typography>
          <Typography color="textSecondary">{text('board.help')}</Typography>
        </Box>
        <TextField
          select
          size="small"
          label={title('grid.events.level', '等级')}
          value={level}
          onChange={({ target }) => setLevel(target.value)}
          sx={{ minWidth: 140 }}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{text('board.all')}</MenuItem>
          {Object.entries(EVENT_LEVELS).map(([value, zh]) => (
            <MenuItem key={value} value={value}>
              {title(`grid.events.level.${value}`, zh)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(5, minmax(0, 1fr))' },
        }}
      >
        {COLUMNS.map(({ key, states }) => (
          <Column key={`${key} ${level}`} title={text(key)} filter={{ status: states, ...(level ? { level } : {}) }} />
        ))}
      </Box>
    </Stack>
  )
}

function Column({ title, filter }: { readonly title: string; readonly filter: Readonly<Record<string, unknown>> }): ReactElement {
  const text = useTexts()
  const [most, setMost] = useState(STEP)
  const { data, total, error } = useGetList(
    'grid.events',
    { filter, pagination: { page: 1, perPage: most }, sort: { field: 'dueAt', order: 'ASC' } },
    // The cards stay while more are fetched.
    { placeholderData: (shown) => shown },
  )
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="h6" component="h2">
          {title}
        </Typography>
        <Chip size="small" label={total ?? '…'} />
      </Stack>
      {error ? <Typography color="error">{text('failed')}</Typography> : null}
      {!data && !error ? <Skeleton variant="rounded" height={120} /> : null}
      {data?.length === 0 ? <Typography color="textSecondary">{text('board.none')}</Typography> : null}
      <Stack sx={{ gap: 1.5 }}>
        {data?.map((event: RaRecord) => (
          <EventCard key={event.id} event={event} />
        ))}
      </Stack>
      {(total ?? 0) > most ? (
        <Button variant="outlined" fullWidth sx={{ mt: 1 }} onClick={() => setMost(most + STEP)}>
          {text('board.more', { n: (total ?? 0) - most })}
        </Button>
      ) : null}
    </Box>
  )
}

function EventCard({ event }: { readonly event: RaRecord }): ReactElement {
  const text = useTexts()
  const title = useTitles()
  const path = useCreatePath()
  const resource = useDefinition('grid.events')
  const [isOpen, setOpen] = useState(false)
  const level = event.level as EventLevel
  return (
    <Card variant="outlined">
      <CardActionArea onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        <CardContent sx={{ p: 1.5 }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{String(event.title)}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {String(event.place ?? '')}
          </Typography>
          <Stack direction="row" sx={{ gap: 0.5, mt: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            {level === 'normal' ? null : (
              <Chip
                size="small"
                color={level === 'urgent' ? 'error' : 'warning'}
                label={title(`grid.events.level.${level}`, EVENT_LEVELS[level])}
              />
            )}
            <StatusChip resource={resource} status={String(event.status)} />
            {typeof event.dueAt === 'string' ? <Clock dueAt={event.dueAt} provisional={event.dueProvisional} /> : null}
          </Stack>
          {event.handlerName ? (
            <Typography variant="body2" sx={{ mt: 0.5 }}>
              {String(event.handlerName)}
            </Typography>
          ) : null}
        </CardContent>
      </CardActionArea>
      <Collapse in={isOpen} unmountOnExit>
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', p: 1.5, pt: 0 }}>
          <StepButtons resource={resource} record={event} />
          <Button component={Link} to={path({ resource: 'grid.events', id: event.id, type: 'show' })}>
            {text('open')}
          </Button>
        </Stack>
      </Collapse>
    </Card>
  )
}

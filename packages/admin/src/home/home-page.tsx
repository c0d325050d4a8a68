import { Alert, Box, Button, Card, Chip, List, ListItemButton, ListItemText, Skeleton, Stack, Typography } from '@mui/material'
import DoneIcon from '@mui/icons-material/TaskAltOutlined'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Title, useCreatePath } from 'react-admin'
import { Link } from 'react-router'
import { instantText, usePlaceNames } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useTitles } from '../model/index.ts'
import { useChosenPlace } from '../place/index.ts'
import { Clock } from '../record/clock.tsx'
import { byClock, fetchInbox, type InboxCount, type InboxItem } from './inbox.ts'

const STEP = 50

/** The first page: everything that waits for the person, the most urgent first. */
export default function HomePage(): ReactElement {
  const words = useWords()
  const { me } = useAdminInfo()
  const place = useChosenPlace()
  const [limit, setLimit] = useState(STEP)
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['linli', 'inbox', place, chosen, limit],
    queryFn: ({ signal }) => fetchInbox(limit, chosen, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const items = byClock(data?.items ?? [])
  const listable = data?.counts.find(({ resource }) => resource === chosen)?.count ?? data?.total ?? 0
  return (
    <Stack sx={{ gap: 2, maxWidth: 960, pb: 4 }}>
      <Title title={words('home.title')} />
      <Box>
        <Typography variant="h5" component="h1">
          {words('home.title')}
        </Typography>
        <Typography color="textSecondary">
          {me.account.name} · {me.street.name} · {[...new Set(me.posts.map(({ roleTitle }) => roleTitle))].join('、')}
        </Typography>
      </Box>
      {error ? (
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{words('common.retry')}</Button>}>
          {error.message}
        </Alert>
      ) : null}
      {data ? (
        <>
          <Groups counts={data.counts} total={data.total} more={data.more} chosen={chosen} onChoose={setChosen} />
          {items.length === 0 ? <Empty place={place} /> : <Items items={items} />}
          {data.items.length < listable ? <Button onClick={() => setLimit(limit + STEP)}>{words('home.more')}</Button> : null}
        </>
      ) : error ? null : (
        <Skeleton variant="rounded" height={240} />
      )}
    </Stack>
  )
}

interface GroupsProps {
  readonly counts: readonly InboxCount[]
  readonly total: number
  readonly more: boolean
  readonly chosen: string | null
  readonly onChoose: (resource: string | null) => void
}

function Groups({ counts, total, more, chosen, onChoose }: GroupsProps): ReactElement | null {
  const words = useWords()
  const title = useTitles()
  if (counts.length === 0) return null
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      <Chip
        clickable
        aria-pressed={chosen === null}
        color={chosen === null ? 'primary' : 'default'}
        label={`${words('home.all')} ${total}${more ? '+' : ''}`}
        onClick={() => onChoose(null)}
        sx={{ height: 44 }}
      />
      {counts.map(({ resource, title: zh, count, overdue, more: isMore }) => (
        <Chip
          key={resource}
          clickable
          aria-pressed={chosen === resource}
          color={chosen === resource ? 'primary' : 'default'}
          label={`${title(resource, zh)} ${count}${isMore ? '+' : ''}${overdue > 0 ? `（${words('home.overdue', { n: overdue })}）` : ''}`}
          onClick={() => onChoose(resource)}
          sx={{ height: 44 }}
        />
      ))}
    </Stack>
  )
}

function Items({ items }: { readonly items: readonly InboxItem[] }): ReactElement {
  const words = useWords()
  const title = useTitles()
  const placeName = usePlaceNames()
  const path = useCreatePath()
  return (
    <Card>
      <List component="div" disablePadding>
        {items.map((item) => (
          <ListItemButton
            key={`${item.resource} ${item.id}`}
            divider
            component={Link}
            to={path({ resource: item.resource, id: item.id, type: 'show' })}
            sx={{ gap: 2, flexWrap: 'wrap' }}
          >
            <ListItemText
              primary={item.label}
              secondary={`${title(item.resource, item.resourceTitle)} · ${title(`${item.resource}.status.${item.status}`, item.statusTitle)} · ${placeName(item.communityId)} · ${words('clock.since', { at: instantText(item.since) })}`}
              sx={{ flex: '1 1 260px', overflowWrap: 'anywhere' }}
            />
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography variant="body2">
                {item.steps.map((step) => title(`${item.resource}.${step.name}`, step.title)).join(' / ')}
              </Typography>
              {item.dueAt ? <Clock dueAt={item.dueAt} provisional={item.dueProvisional} /> : null}
            </Stack>
          </ListItemButton>
        ))}
      </List>
    </Card>
  )
}

function Empty({ place }: { readonly place: string | null }): ReactElement {
  const words = useWords()
  const placeName = usePlaceNames()
  return (
    <Box sx={{ textAlign: 'center', py: 8 }}>
      <DoneIcon color="success" sx={{ fontSize: 64 }} />
      <Typography variant="h6" component="p">
        {place === null ? words('home.empty') : words('home.emptyPlace', { place: placeName(place) })}
      </Typography>
      <Typography color="textSecondary">{words('home.emptyHelp')}</Typography>
    </Box>
  )
}

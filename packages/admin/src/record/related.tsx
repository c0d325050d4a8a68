import { Button, List, ListItemButton, ListItemText, Skeleton, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { useCreatePath, useGetList, type RaRecord } from 'react-admin'
import { Link } from 'react-router'
import { FieldValue, recordName } from '../field/index.ts'
import { listLink } from '../list/list-link.ts'
import { useWords } from '../messages/index.ts'
import { useColumnTitle, useMay, useTitles, type ReverseRef } from '../model/index.ts'

/** The rows of another resource that point at this one. */
export function Related({ from, record }: { readonly from: ReverseRef; readonly record: RaRecord }): ReactElement {
  const { resource, field } = from
  const words = useWords()
  const title = useTitles()
  const titleOf = useColumnTitle()
  const may = useMay()
  const path = useCreatePath()
  const name = title(resource.name, resource.title)
  const { data, error } = useGetList(resource.name, {
    filter: { [field]: record.id },
    pagination: { page: 1, perPage: 10 },
    sort: { field: 'createdAt', order: 'DESC' },
  })
  const canAdd = (resource.writable?.create ?? true) && may(`${resource.name}.create`)
  const columns = resource.list.columns.filter((column) => column !== field && column !== resource.display).slice(0, 4)
  if (error) return <Typography color="error">{error.message}</Typography>
  if (!data) return <Skeleton variant="rounded" height={120} />
  return (
    <Stack sx={{ gap: 1 }}>
      {data.length === 0 ? <Typography color="textSecondary">{words('record.noRelated', { name })}</Typography> : null}
      <List component="div" disablePadding>
        {data.map((row: RaRecord) => (
          <ListItemButton key={row.id} divider component={Link} to={path({ resource: resource.name, id: row.id, type: 'show' })}>
            <ListItemText
              primary={<FieldValue resource={resource} column={resource.display} record={row} plain />}
              secondary={
                <Stack component="span" direction="row" sx={{ flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
                  {columns.map((column) => (
                    <span key={column}>
                      {titleOf(resource.name, column)}：<FieldValue resource={resource} column={column} record={row} plain />
                    </span>
                  ))}
                </Stack>
              }
              slotProps={{ secondary: { component: 'div' } }}
              aria-label={recordName(resource, row)}
            />
          </ListItemButton>
        ))}
      </List>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {data.length > 0 ? (
          <Button component={Link} to={listLink(resource.name, { [field]: record.id })}>
            {words('record.showAll')}
          </Button>
        ) : null}
        {canAdd ? (
          <Button component={Link} to={`/${resource.name}/create?preset=${encodeURIComponent(JSON.stringify({ [field]: record.id }))}`}>
            {words('record.add', { name })}
          </Button>
        ) : null}
      </Stack>
    </Stack>
  )
}

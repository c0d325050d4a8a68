import { Box, Card, Checkbox, Stack, Typography, CardActionArea } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { useCreatePath, useListContext, useTranslate, type RaRecord } from 'react-admin'
import { Link } from 'react-router'
import { FieldValue, recordName, StatusChip } from '../field/index.ts'
import { useColumnTitle } from '../model/index.ts'
import { Clock } from '../record/clock.tsx'
import type { Cells } from './table.tsx'

interface CardListProps {
  readonly resource: AnyResource
  readonly isSelectable: boolean
  readonly cells: Cells
}

/** A list on a phone: one card a row. */
export function CardList({ resource, isSelectable, cells }: CardListProps): ReactElement {
  const { data, selectedIds, onToggleItem } = useListContext()
  const titleOf = useColumnTitle()
  const translate = useTranslate()
  const path = useCreatePath()
  const columns = resource.list.columns
    .filter((column) => column !== resource.display && column !== 'status' && column !== 'dueAt')
    .slice(0, 4)
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
      {(data ?? []).map((record: RaRecord) => (
        <Card key={record.id} component="li" sx={{ display: 'flex', alignItems: 'flex-start' }}>
          {isSelectable ? (
            <Checkbox
              checked={selectedIds?.includes(record.id) ?? false}
              onChange={() => onToggleItem(record.id)}
              slotProps={{ input: { 'aria-label': `${translate('ra.action.select_row')} ${recordName(resource, record)}` } }}
              sx={{ m: 0.5 }}
            />
          ) : null}
          <CardActionArea component={Link} to={path({ resource: resource.name, id: record.id, type: 'show' })} sx={{ p: 1.5, minWidth: 0 }}>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography variant="subtitle1" component="h2" sx={{ overflowWrap: 'anywhere' }}>
                {cells[resource.display]?.(record, true) ?? (
                  <FieldValue resource={resource} column={resource.display} record={record} plain />
                )}
              </Typography>
              {typeof record.status === 'string' ? <StatusChip resource={resource} status={record.status} /> : null}
              {typeof record.dueAt === 'string' ? <Clock dueAt={record.dueAt} provisional={record.dueProvisional} /> : null}
            </Stack>
            {columns.map((column) => (
              <Box key={column} sx={{ display: 'flex', gap: 1 }}>
                <Typography variant="body2" color="textSecondary" sx={{ flex: 'none' }}>
                  {titleOf(resource.name, column)}
                </Typography>
                <Typography variant="body2" component="div" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  {cells[column]?.(record, true) ?? <FieldValue resource={resource} column={column} record={record} plain />}
                </Typography>
              </Box>
            ))}
          </CardActionArea>
        </Card>
      ))}
    </Stack>
  )
}

import { Box, Card, CardActionArea, CardContent, Stack, Typography } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { useCreatePath, useGetList, type RaRecord } from 'react-admin'
import { Link } from 'react-router'
import { FieldValue, StatusChip } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { fieldsOf, useAdminInfo, useColumnTitle, useMay, useTitles } from '../model/index.ts'
import type { AdminHandover } from '../modules/index.ts'
import { Clock } from './clock.tsx'

/** Columns that stand beside the name. */
const OWN: ReadonlySet<string> = new Set(['status', 'dueAt'])

interface HandoversProps {
  readonly resource: AnyResource
  readonly record: RaRecord
}

/** What a record came from and what became of it in other modules, as they declare it. */
export function Handovers({ resource, record }: HandoversProps): ReactElement {
  const { model } = useAdminInfo()
  const may = useMay()
  const isThere = (name: string): boolean => model.resources.has(name) && may(`${name}.read`)
  return (
    <>
      {model.handovers
        .filter(({ to, from, when = {} }) => to === resource.name && isThere(from) && agrees(record, when))
        .map((handover) => (
          <Others key={`${handover.from} ${handover.by.join(' ')}`} handover={handover} record={record} side="from" />
        ))}
      {model.handovers
        .filter(({ from, to }) => from === resource.name && isThere(to))
        .map((handover) => (
          <Others key={`${handover.to} ${handover.by.join(' ')}`} handover={handover} record={record} side="to" />
        ))}
    </>
  )
}

function agrees(record: RaRecord, values: Readonly<Record<string, string>>): boolean {
  return Object.entries(values).every(([field, value]) => record[field] === value)
}

interface OthersProps {
  readonly handover: AdminHandover
  readonly record: RaRecord
  readonly side: 'from' | 'to'
}

function Others({ handover: { from, to, by, when }, record, side }: OthersProps): ReactElement | null {
  const { model } = useAdminInfo()
  const [field, key] = by
  const value: unknown = record[side === 'from' ? field : key]
  const name = side === 'from' ? from : to
  const { data = [] } = useGetList(
    name,
    { filter: side === 'from' ? { [key]: value } : { [field]: value, ...when }, pagination: { page: 1, perPage: 5 } },
    { enabled: value != null && value !== '' },
  )
  const resource = model.resources.get(name)
  if (!resource || data.length === 0) return null
  return (
    <>
      {data.map((row: RaRecord) => (
        <Other key={row.id} resource={resource} row={row} side={side} />
      ))}
    </>
  )
}

interface OtherProps {
  readonly resource: AnyResource
  readonly row: RaRecord
  readonly side: 'from' | 'to'
}

/** The other record in short: where it stands, its first columns, and its words. */
function Other({ resource, row, side }: OtherProps): ReactElement {
  const words = useWords()
  const title = useTitles()
  const path = useCreatePath()
  const titleOf = useColumnTitle()
  const shown = (column: string): boolean => row[column] != null && row[column] !== ''
  const columns = resource.list.columns.filter((column) => !OWN.has(column) && column !== resource.display && shown(column)).slice(0, 4)
  const texts = side === 'from' ? fieldsOf(resource).flatMap(([key, { kind }]) => (kind === 'longText' && shown(key) ? key : [])) : []
  return (
    <Card variant="outlined">
      <CardActionArea component={Link} to={path({ resource: resource.name, id: row.id, type: 'show' })}>
        <CardContent>
          <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography color="textSecondary">
              {words(side === 'from' ? 'record.cameFrom' : 'record.became', { name: title(resource.name, resource.title) })}
            </Typography>
            <Typography variant="h6" component="h2" sx={{ overflowWrap: 'anywhere' }}>
              <FieldValue resource={resource} column={resource.display} record={row} plain />
            </Typography>
            {typeof row.status === 'string' ? <StatusChip resource={resource} status={row.status} /> : null}
            {typeof row.dueAt === 'string' ? <Clock dueAt={row.dueAt} provisional={row.dueProvisional} /> : null}
          </Stack>
          <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mt: 0.5 }}>
            {columns.map((column) => (
              <Typography key={column} variant="body2" color="textSecondary">
                {titleOf(resource.name, column)}：<FieldValue resource={resource} column={column} record={row} plain />
              </Typography>
            ))}
          </Stack>
          {texts.map((key) => (
            <Box key={key} sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              <FieldValue resource={resource} column={key} record={row} plain />
            </Box>
          ))}
        </CardContent>
      </CardActionArea>
    </Card>
  )
}

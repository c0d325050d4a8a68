import { Link as MuiLink } from '@mui/material'
import type { AnyResource, FieldKind } from '@linli/kit'
import type { ReactElement, ReactNode } from 'react'
import { BulkActionsToolbar, DataTable, useCreatePath, type RaRecord } from 'react-admin'
import { Link } from 'react-router'
import { FieldValue } from '../field/index.ts'
import { useColumnTitle } from '../model/index.ts'
import { Clock } from '../record/clock.tsx'
import { columnsOf } from './columns.ts'
import { SelectColumn } from './select-column.tsx'

const NUMBERS: ReadonlySet<FieldKind> = new Set(['money', 'integer', 'fraction'])
const UNBROKEN: ReadonlySet<FieldKind> = new Set(['date', 'dateTime', 'phone', 'money', 'integer', 'choice'])
const UNSORTED: ReadonlySet<FieldKind> = new Set(['tags', 'json', 'file', 'longText', 'geoPoint', 'ref'])

/** Columns that a list shows in its own way; `plain` within a row that is itself a link. */
export type Cells = Readonly<Record<string, (record: RaRecord, plain: boolean) => ReactNode>>

interface ResourceTableProps {
  readonly resource: AnyResource
  /** The buttons above chosen rows; without them no row can be chosen. */
  readonly bulk: ReactElement | null
  readonly cells: Cells
}

/** A list at a desk: a table whose columns can be chosen; the name of a row is a link, so that the keyboard reaches it. */
export function ResourceTable({ resource, bulk, cells }: ResourceTableProps): ReactElement {
  const titleOf = useColumnTitle()
  const path = useCreatePath()
  const { shown, hidden } = columnsOf(resource)
  const linked = shown.includes(resource.display) ? resource.display : shown[0]
  const cell = (column: string, record: RaRecord): ReactNode => {
    const own = cells[column]?.(record, false)
    if (own !== undefined && column !== linked) return own
    if (column === 'dueAt')
      return typeof record.dueAt === 'string' ? <Clock dueAt={record.dueAt} provisional={record.dueProvisional} /> : '—'
    const value = own ?? <FieldValue resource={resource} column={column} record={record} plain={column === linked} />
    if (column !== linked) return value
    return (
      <MuiLink
        component={Link}
        to={path({ resource: resource.name, id: record.id, type: 'show' })}

        onClick={(event) => event.stopPropagation()}
      >
        {value}
      </MuiLink>
    )
  }
  return (
    <DataTable
      rowClick="show"
      bulkActionButtons={false}
      {...(bulk ? { bulkActionsToolbar: <BulkActionsToolbar>{bulk}</BulkActionsToolbar> } : {})}
      hiddenColumns={[...hidden]}
      sx={{ overflowX: 'auto', bgcolor: 'background.paper', borderRadius: 1 }}
    >
      {bulk ? <SelectColumn resource={resource} /> : null}
      {[...shown, ...hidden].map((column) => {
        const field = resource.fields[column]
        return (
          <DataTable.Col
            key={column}
            source={column}
            label={titleOf(resource.name, column)}
            disableSort={field !== undefined && (UNSORTED.has(field.kind) || Boolean(field.encrypted))}
            align={field && NUMBERS.has(field.kind) ? 'right' : 'left'}
            sx={field === undefined || UNBROKEN.has(field.kind) ? { whiteSpace: 'nowrap' } : {}}
            render={(record: RaRecord) => cell(column, record)}
          />
        )
      })}
    </DataTable>
  )
}

import { Checkbox, TableCell } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { useDataTableRenderContext, useListContext, useRecordContext, useTranslate, type RaRecord } from 'react-admin'
import { recordName } from '../field/index.ts'

/** The boxes with which rows are chosen. react-admin's own put their label where a screen reader does not find it. */
export function SelectColumn({ resource }: { readonly resource: AnyResource }): ReactElement | null {
  switch (useDataTableRenderContext()) {
    case 'header':
      return <SelectAll />
    case 'data':
      return <SelectOne resource={resource} />
    default:
      return null
  }
}

function SelectAll(): ReactElement {
  const translate = useTranslate()
  const { data, selectedIds, onSelect } = useListContext<RaRecord>()
  const ids = (data ?? []).map(({ id }) => id)
  const chosen = ids.filter((id) => selectedIds.includes(id))
  return (
    <TableCell padding="checkbox">
      <Checkbox
        checked={ids.length > 0 && chosen.length === ids.length}
        indeterminate={chosen.length > 0 && chosen.length < ids.length}
        onChange={(_event, isChosen) => onSelect(isChosen ? ids : [])}
        slotProps={{ input: { 'aria-label': translate('ra.action.select_all') } }}
      />
    </TableCell>
  )
}

function SelectOne({ resource }: { readonly resource: AnyResource }): ReactElement {
  const translate = useTranslate()
  const record = useRecordContext()
  const { selectedIds, onToggleItem } = useListContext()
  return (
    <TableCell padding="checkbox" onClick={(event) => event.stopPropagation()}>
      {record ? (
        <Checkbox
          checked={selectedIds.includes(record.id)}
          onChange={() => onToggleItem(record.id)}
          slotProps={{ input: { 'aria-label': `${translate('ra.action.select_row')} ${recordName(resource, record)}` } }}
        />
      ) : null}
    </TableCell>
  )
}

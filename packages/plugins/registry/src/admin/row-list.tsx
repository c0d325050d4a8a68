import { List, ListItemButton, ListItemText, Skeleton, Typography } from '@mui/material'
import type { ReactElement, ReactNode } from 'react'
import { useCreatePath, useGetList, type RaRecord } from 'react-admin'
import { Link } from 'react-router'
import { useTexts } from './texts.ts'

interface RowListProps {
  readonly resource: string
  readonly filter: Readonly<Record<string, unknown>>
  readonly primary: (row: RaRecord) => ReactNode
  readonly secondary?: (row: RaRecord) => ReactNode
  /** The record that a row opens. @default the row itself */
  readonly opens?: (row: RaRecord) => { readonly resource: string; readonly id: string }
}

/** Rows of a resource as links, newest first. */
export function RowList({ resource, filter, primary, secondary, opens }: RowListProps): ReactElement {
  const text = useTexts()
  const path = useCreatePath()
  const { data, error } = useGetList(resource, { filter, pagination: { page: 1, perPage: 50 }, sort: { field: 'id', order: 'DESC' } })
  if (error) return <Typography color="error">{error.message}</Typography>
  if (!data) return <Skeleton variant="rounded" height={48} />
  if (data.length === 0) return <Typography color="textSecondary">{text('person.none')}</Typography>
  return (
    <List component="div" dense disablePadding>
      {data.map((row: RaRecord) => {
        const target = opens?.(row) ?? { resource, id: String(row.id) }
        return (
          <ListItemButton key={row.id} divider component={Link} to={path({ resource: target.resource, id: target.id, type: 'show' })}>
            <ListItemText primary={primary(row)} secondary={secondary?.(row)} slotProps={{ secondary: { component: 'div' } }} />
          </ListItemButton>
        )
      })}
    </List>
  )
}

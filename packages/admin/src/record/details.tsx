import { Box, Typography } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import type { RaRecord } from 'react-admin'
import { FieldValue } from '../field/index.ts'
import { fieldsOf, useColumnTitle, useMay } from '../model/index.ts'
import { PersonalValue } from './reveal.tsx'

const WIDE = new Set(['longText', 'tags'])

interface DetailsProps {
  readonly resource: AnyResource
  readonly record: RaRecord
  readonly hidden?: readonly string[]
}

/** All that is kept of a row for people to read, with its place and who wrote it. What is JSON is for programs, or a module's panel. */
export function Details({ resource, record, hidden = [] }: DetailsProps): ReactElement {
  const titleOf = useColumnTitle()
  const may = useMay()
  const places = resource.scope === 'street' ? [] : resource.scope === 'grid' ? ['communityId', 'gridId'] : ['communityId']
  const writers = may('platform.accounts.read') ? ['createdBy', 'updatedBy'] : []
  const kept = ['createdAt', 'updatedAt', ...writers].filter((column) => record[column] != null)
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' }, gap: 2, m: 0 }}>
      {fieldsOf(resource)
        .filter(([key, field]) => field.kind !== 'json' && !field.internal && !hidden.includes(key))
        .map(([key, field]) => (
          <Item key={key} title={titleOf(resource.name, key)} isWide={WIDE.has(field.kind)}>
            <PersonalValue resource={resource} column={key} record={record} />
          </Item>
        ))}
      {[...places, ...kept].map((column) => (
        <Item key={column} title={titleOf(resource.name, column)}>
          <FieldValue resource={resource} column={column} record={record} />
        </Item>
      ))}
    </Box>
  )
}

interface ItemProps {
  readonly title: string
  readonly isWide?: boolean
  readonly children: ReactElement
}

function Item({ title, isWide = false, children }: ItemProps): ReactElement {
  return (
    <Box sx={{ minWidth: 0, ...(isWide ? { gridColumn: '1 / -1' } : {}) }}>
      <Typography component="dt" variant="body2" color="textSecondary">
        {title}
      </Typography>
      <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  )
}

import { Box, Card, CardContent, Typography } from '@mui/material'
import type { ReactElement, ReactNode } from 'react'
import { Show, Title, useRecordContext } from 'react-admin'
import { instantText } from '../field/index.ts'
import { useAdminInfo, useColumnTitle } from '../model/index.ts'
import { ChangeLines } from '../record/change-lines.tsx'
import { useAuditCells } from './audit-cells.tsx'

/** One entry of the audit: who did what to which record, and what was different afterwards. */
export default function AuditShow(): ReactElement {
  return (
    <Show component="div" actions={false} title={false}>
      <Entry />
    </Show>
  )
}

function Entry(): ReactElement | null {
  const record = useRecordContext()
  const cells = useAuditCells()
  const titleOf = useColumnTitle()
  const { model } = useAdminInfo()
  if (!record) return null
  const resource = model.resources.get(String(record.resource))
  const before = partsOf(record.before)
  const after = partsOf(record.after)
  const changes = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const field = key.replace(/^input\./, '')
    const title = resource?.fields[field]?.title
    return title === undefined && field !== 'status' ? [] : [{ field, title: title ?? field, before: before[key], after: after[key] }]
  })
  const lines: readonly (readonly [column: string, value: ReactNode])[] = [
    ['at', instantText(String(record.at))],
    ['actorName', String(record.actorName)],
    ['resource', cells.resource?.(record, false)],
    ['subjectId', cells.subjectId?.(record, false)],
    ['reason', cells.reason?.(record, false)],
    ['origin', String(record.origin ?? '—')],
  ]
  const heading = cells.verb?.(record, true)
  return (
    <Card>
      <Title title={<span>{heading}</span>} />
      <CardContent>
        <Typography variant="h5" component="h1" gutterBottom>
          {heading}
        </Typography>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' }, gap: 2, mt: 0 }}>
          {lines.map(([column, value]) => (
            <Box key={column} sx={{ minWidth: 0 }}>
              <Typography component="dt" variant="body2" color="textSecondary">
                {titleOf('platform.audit', column)}
              </Typography>
              <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </Box>
          ))}
        </Box>
        {resource ? <ChangeLines resource={resource} changes={changes} /> : null}
      </CardContent>
    </Card>
  )
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

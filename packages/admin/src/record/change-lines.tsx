import { Typography } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { plainText, usePlaceNames } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useColumnTitle } from '../model/index.ts'
import type { TimelineChange } from './timeline-entries.ts'

const OWN = new Set(['version', 'updatedAt', 'updatedBy', 'createdAt', 'createdBy', 'statusSince', 'id'])

/** What changed, one line a field: before → after. */
export function ChangeLines({
  resource,
  changes,
}: {
  readonly resource: AnyResource
  readonly changes: readonly TimelineChange[]
}): ReactElement {
  const words = useWords()
  const titleOf = useColumnTitle()
  const placeName = usePlaceNames()
  const text = (field: string, value: unknown): string => {
    if (field === 'status') return resource.workflow?.states[String(value)]?.title ?? plainText(undefined, value)
    if (field === 'communityId' || field === 'gridId') return value ? placeName(String(value)) : '—'
    if (field === 'dueAt') return plainText({ kind: 'dateTime' }, value)
    return plainText(resource.fields[field], value)
  }
  return (
    <>
      {changes
        .filter(({ field }) => !OWN.has(field) && !resource.fields[field]?.internal)
        .map(({ field, title, before, after }) => (
          <Typography key={field} variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {words('record.changedFrom', {
              title: resource.fields[field] || field === 'status' ? titleOf(resource.name, field) : title,
              before: text(field, before),
              after: text(field, after),
            })}
          </Typography>
        ))}
    </>
  )
}

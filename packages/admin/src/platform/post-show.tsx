import { Card, CardContent, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import type { RaRecord } from 'react-admin'
import { ReferenceValue } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useTitles } from '../model/index.ts'
import ResourceShow from '../record/resource-show.tsx'

/** A post, with what it is bound to by name. */
export default function PostShow(): ReactElement {
  return <ResourceShow hiddenFields={HIDDEN}>{(record: RaRecord) => <Subject record={record} />}</ResourceShow>
}

const HIDDEN: readonly string[] = ['subjectResource', 'subjectId']

function Subject({ record }: { readonly record: RaRecord }): ReactElement | null {
  const { model } = useAdminInfo()
  const words = useWords()
  const title = useTitles()
  const { subjectResource: kind, subjectId: id } = record as { readonly subjectResource?: unknown; readonly subjectId?: unknown }
  if (typeof kind !== 'string' || typeof id !== 'string') return null
  const resource = model.resources.get(kind)
  return (
    <Card>
      <CardContent>
        <Typography variant="body2" color="textSecondary">
          {words('posts.subject')}
        </Typography>
        <Typography>
          {resource ? `${title(resource.name, resource.title)}：` : ''}
          <ReferenceValue target={kind} id={id} />
        </Typography>
      </CardContent>
    </Card>
  )
}

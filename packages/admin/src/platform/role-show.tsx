import { Card, CardContent } from '@mui/material'
import type { ReactElement } from 'react'
import type { RaRecord } from 'react-admin'
import ResourceShow from '../record/resource-show.tsx'
import { PermissionMatrix } from './permission-matrix.tsx'

/** A role with what it may do, readable. */
export default function RoleShow(): ReactElement {
  return (
    <ResourceShow hiddenFields={HIDDEN}>
      {(record: RaRecord) => (
        <Card>
          <CardContent>
            <PermissionMatrix rules={{ allow: (record.allow ?? []) as string[], deny: (record.deny ?? []) as string[] }} />
          </CardContent>
        </Card>
      )}
    </ResourceShow>
  )
}

const HIDDEN: readonly string[] = ['name', 'allow', 'deny', 'offered']

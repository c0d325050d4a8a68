import type { ReactElement } from 'react'
import { ResourceEditPage } from '../form/resource-edit.tsx'
import { RoleFields } from './role-fields.tsx'

export default function RoleEdit(): ReactElement {
  return <ResourceEditPage fields={RoleFields} />
}

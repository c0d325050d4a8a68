import type { ReactElement } from 'react'
import { ResourceCreatePage } from '../form/resource-create.tsx'
import { RoleFields } from './role-fields.tsx'

export default function RoleCreate(): ReactElement {
  return <ResourceCreatePage fields={RoleFields} />
}

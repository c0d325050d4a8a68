import type { ReactElement } from 'react'
import { ResourceEditPage } from '../form/resource-edit.tsx'
import { PostFields } from './post-fields.tsx'

export default function PostEdit(): ReactElement {
  return <ResourceEditPage fields={PostFields} />
}

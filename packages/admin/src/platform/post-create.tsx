import type { ReactElement } from 'react'
import { ResourceCreatePage } from '../form/resource-create.tsx'
import { PostFields } from './post-fields.tsx'

export default function PostCreate(): ReactElement {
  return <ResourceCreatePage fields={PostFields} />
}

import ListIcon from '@mui/icons-material/ListAltOutlined'
import FlowIcon from '@mui/icons-material/AccountTreeOutlined'
import PersonIcon from '@mui/icons-material/PersonOutlined'
import type { AnyResource } from '@linli/kit'
import type { ComponentType } from 'react'

/** An icon that tells the kinds of lists apart: people, matters that move on, and records. */
export function resourceIcon(resource: AnyResource): ComponentType {
  if (Object.values(resource.fields).some((field) => field.kind === 'idNumber') || resource.name === 'platform.accounts') return PersonIcon
  return resource.workflow ? FlowIcon : ListIcon
}

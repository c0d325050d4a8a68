import { Link as MuiLink } from '@mui/material'
import { type ReactElement } from 'react'
import { useCreatePath, useReference } from 'react-admin'
import { Link } from 'react-router'
import { useAdminInfo, useMay } from '../model/index.ts'
import { recordName } from './record-name.ts'

interface ReferenceValueProps {
  readonly target: string
  readonly id: string
  /** Inside a row that is itself a link. */
  readonly plain?: boolean
}

/** A row of another resource by its name, as a link where the person may open it. */
export function ReferenceValue({ target, id, plain = false }: ReferenceValueProps): ReactElement {
  const { model } = useAdminInfo()
  const may = useMay()
  const resource = model.resources.get(target)
  if (!resource || !may(`${target}.read`)) return <span>—</span>
  return <FetchedReference target={target} id={id} plain={plain} />
}

function FetchedReference({ target, id, plain }: Required<ReferenceValueProps>): ReactElement {
  const { model } = useAdminInfo()
  const path = useCreatePath()
  const { referenceRecord, isLoading } = useReference({ reference: target, id })
  const resource = model.resources.get(target)
  if (isLoading) return <span aria-busy="true">…</span>
  if (!referenceRecord || !resource) return <span>—</span>
  const display = resource.fields[resource.display]
  const further: unknown = referenceRecord[resource.display]
  if (display?.kind === 'ref' && display.target && typeof further === 'string') {
    return <ReferenceValue target={display.target} id={further} plain={plain} />
  }
  const name = recordName(resource, referenceRecord)
  if (plain) return <span>{name}</span>
  return (
    <MuiLink component={Link} to={path({ resource: target, id, type: 'show' })} onClick={(event) => event.stopPropagation()}>
      {name}
    </MuiLink>
  )
}

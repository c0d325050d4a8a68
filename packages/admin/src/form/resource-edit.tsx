import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Edit, useGetRecordId, useRecordContext, useResourceContext } from 'react-admin'
import { type AnyResource, withoutUnasked } from '@linli/kit'
import { ProblemError } from '../http/index.ts'
import { useAdminInfo, useDefinition } from '../model/index.ts'
import { FormFrame, useTellProblem } from './form-frame.tsx'
import { ResourceFields, type FormInputs } from './resource-fields.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import { updateErrors } from './validate.ts'

/** The page on which a row is changed. */
export default function ResourceEdit(): ReactElement {
  return <ResourceEditPage fields={ResourceFields} />
}

/** The same with other inputs; validation, versions and messages stay. */
export function ResourceEditPage({ fields }: { readonly fields: FormInputs }): ReactElement {
  const resource = useDefinition(useResourceContext())
  const tell = useTellProblem()
  const [isStale, setStale] = useState(false)
  const [round, setRound] = useState(0)
  const onError = (error: unknown): void => {
    if (error instanceof ProblemError && error.code === 'row.stale') setStale(true)
    else if (!(error instanceof ProblemError && error.body.errors)) tell(error)
  }
  return (
    <Edit
      key={round}
      mutationMode="pessimistic"
      redirect="show"
      transform={(values: Record<string, unknown>) => withoutUnasked(resource.fields, values)}
      actions={false}
      mutationOptions={{ onError }}
      queryOptions={{ meta: { round } }}
    >
      <EditForm resource={resource} fields={fields} />
      {isStale ? (
        <Stale
          resource={resource}
          onStay={() => setStale(false)}
          onReload={() => {
            setStale(false)
            setRound(round + 1)
          }}
        />
      ) : null}
    </Edit>
  )
}

function EditForm({ resource, fields: Inputs }: { readonly resource: AnyResource; readonly fields: FormInputs }): ReactElement {
  const { me } = useAdminInfo()
  const record = useRecordContext() ?? {}
  return (
    <FormFrame validate={(values) => updateErrors(resource, withoutUnasked(resource.fields, values), record, { allowTestArea: me.demo })}>
      <Inputs resource={resource} mode="edit" />
    </FormFrame>
  )
}

function Stale({
  resource,
  onReload,
  onStay,
}: {
  readonly resource: AnyResource
  readonly onReload: () => void
  readonly onStay: () => void
}): ReactElement {
  const id = useGetRecordId()
  const queries = useQueryClient()
  return (
    <StaleDialog
      resource={resource}
      id={String(id)}
      onStay={onStay}
      onReload={() => {
        void queries.invalidateQueries({ queryKey: [resource.name] })
        onReload()
      }}
    />
  )
}

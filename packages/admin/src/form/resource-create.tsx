import { withoutUnasked } from '@linli/kit'
import { useMemo, type ReactElement } from 'react'
import { Create, useResourceContext } from 'react-admin'
import { useLocation } from 'react-router'
import { ProblemError } from '../http/index.ts'
import { fieldsOf, useAdminInfo, useDefinition } from '../model/index.ts'
import { FormFrame, useTellProblem } from './form-frame.tsx'
import { ResourceFields, type FormInputs } from './resource-fields.tsx'
import { createErrors } from './validate.ts'

/** The page on which a row is added. `?preset={"homeId":"…"}` fills in what is known. */
export default function ResourceCreate(): ReactElement {
  return <ResourceCreatePage fields={ResourceFields} />
}

/** The same with other inputs; validation, presets and messages stay. */
export function ResourceCreatePage({ fields: Inputs }: { readonly fields: FormInputs }): ReactElement {
  const resource = useDefinition(useResourceContext())
  const { me } = useAdminInfo()
  const tell = useTellProblem()
  const { search } = useLocation()
  const defaults = useMemo(
    () => ({
      ...Object.fromEntries(
        fieldsOf(resource).flatMap(([key, field]) => (field.default === undefined || field.readOnly ? [] : [[key, field.default]])),
      ),
      ...presetOf(search),
    }),
    [resource, search],
  )
  return (
    <Create
      redirect="show"
      transform={(values: Record<string, unknown>) => withoutUnasked(resource.fields, values)}
      mutationOptions={{ onError: (error: unknown) => (isShownInForm(error) ? undefined : tell(error)) }}
    >
      <FormFrame
        defaultValues={defaults}
        validate={(values) => createErrors(resource, withoutUnasked(resource.fields, values), { allowTestArea: me.demo })}
      >
        <Inputs resource={resource} mode="create" />
      </FormFrame>
    </Create>
  )
}

function isShownInForm(error: unknown): boolean {
  return error instanceof ProblemError && error.body.errors !== undefined
}

function presetOf(search: string): Readonly<Record<string, unknown>> {
  try {
    const preset: unknown = JSON.parse(new URLSearchParams(search).get('preset') ?? '{}')
    return typeof preset === 'object' && preset !== null ? { ...preset } : {}
  } catch {
    return {}
  }
}

import { TextField } from '@mui/material'
import { isShown } from '@linli/core/privacy'
import { type AnyResource, type Field, isAsked } from '@linli/kit'
import type { ComponentType, ReactElement } from 'react'
import { useRecordContext } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { FieldInput, MaskedInput } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { fieldsOf, useAdminInfo, useTitles } from '../model/index.ts'
import { Summary } from '../field/summary.tsx'
import { PlaceInputs } from './place-inputs.tsx'

interface ResourceFieldsProps {
  readonly resource: AnyResource
  readonly mode: 'create' | 'edit'
}

/** The inputs between the buttons of a form. */
export type FormInputs = ComponentType<ResourceFieldsProps>

/** The inputs of a resource in the order of its definition. */
export function ResourceFields({ resource, mode }: ResourceFieldsProps): ReactElement {
  const values: Readonly<Record<string, unknown>> = useWatch()
  const fields = fieldsOf(resource).filter(([, field]) => !field.readOnly && isAsked(field, values))
  return (
    <>
      <PlaceInputs level={resource.scope} permission={`${resource.name}.${mode === 'create' ? 'create' : 'update'}`} />
      {fields.map(([key, field]) => (
        <ResourceField key={key} resource={resource} name={key} field={field} mode={mode} />
      ))}
      <Summary resource={resource} values={values} />
    </>
  )
}

interface ResourceFieldProps extends ResourceFieldsProps {
  readonly name: string
  readonly field: Field
}

function ResourceField({ resource, name, field, mode }: ResourceFieldProps): ReactElement {
  const { me } = useAdminInfo()
  const words = useWords()
  const title = useTitles()
  const record = useRecordContext()
  const path = `${resource.name}.${name}`
  const stored: unknown = record?.[name]
  if (mode === 'edit' && field.encrypted && typeof stored === 'string' && stored !== '' && !field.immutable) {
    return (
      <MaskedInput
        source={name}
        label={title(path, field.title)}
        mask={stored}
        {...(field.help ? { helperText: title(`${path}.help`, field.help) } : {})}
      />
    )
  }
  const isHidden = mode === 'edit' && !isShown(field.privacy, me.clearance) && (stored === null || stored === undefined)
  if (isHidden) return <TextField label={title(path, field.title)} value={words('common.hidden')} disabled fullWidth />
  return <FieldInput source={name} field={field} path={path} readOnly={mode === 'edit' && Boolean(field.immutable)} />
}

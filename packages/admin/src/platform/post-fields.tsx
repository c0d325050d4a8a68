import { ref, type AnyResource } from '@linli/kit'
import { useEffect, useRef, type ReactElement } from 'react'
import { SelectInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { FieldInput } from '../field/index.ts'
import { PlaceInputs } from '../form/place-inputs.tsx'
import { useWords } from '../messages/index.ts'
import { fieldsOf, useAdminInfo, useTitles } from '../model/index.ts'

const SUBJECT = new Set(['subjectResource', 'subjectId'])

/** The inputs of a post; what it is bound to is chosen by name. */
export function PostFields({ resource, mode }: { readonly resource: AnyResource; readonly mode: 'create' | 'edit' }): ReactElement {
  const fields = fieldsOf(resource).filter(([key, field]) => !field.readOnly && !SUBJECT.has(key))
  return (
    <>
      <PlaceInputs level={resource.scope} permission={`${resource.name}.${mode === 'create' ? 'create' : 'update'}`} />
      {fields.map(([key, field]) => (
        <FieldInput
          key={key}
          source={key}
          field={field}
          path={`${resource.name}.${key}`}
          readOnly={mode === 'edit' && Boolean(field.immutable)}
        />
      ))}
      {mode === 'create' ? <SubjectInputs /> : null}
    </>
  )
}

/** The kind of record that a post is bound to, then the record itself. */
function SubjectInputs(): ReactElement | null {
  const { model } = useAdminInfo()
  const words = useWords()
  const title = useTitles()
  const { setValue } = useFormContext()
  const kind: unknown = useWatch({ name: 'subjectResource' })
  const former = useRef(kind)
  useEffect(() => {
    if (former.current !== kind) setValue('subjectId', null)
    former.current = kind
  }, [kind, setValue])
  const subjects = [...model.resources.values()].filter((each) => each.subject)
  const target = subjects.find(({ name }) => name === kind)
  if (subjects.length === 0) return null
  return (
    <>
      <SelectInput
        source="subjectResource"
        label={words('posts.subject')}
        choices={subjects.map((each) => ({ id: each.name, name: title(each.name, each.title) }))}
        translateChoice={false}
        helperText={words('posts.subjectHelp')}
        fullWidth
      />
      {target ? (
        <FieldInput
          key={target.name}
          source="subjectId"
          field={ref(target.name as `${string}.${string}`, { title: target.title, required: true })}
          path={target.name}
        />
      ) : null}
    </>
  )
}

import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { FieldInput } from '../field/index.ts'
import { fieldsOf } from '../model/index.ts'
import { MatrixInput } from './permission-matrix.tsx'

const IN_MATRIX = new Set(['allow', 'deny'])

/** The inputs of a role, its permissions as a matrix. */
export function RoleFields({ resource, mode }: { readonly resource: AnyResource; readonly mode: 'create' | 'edit' }): ReactElement {
  return (
    <>
      {fieldsOf(resource)
        .filter(([key, field]) => !field.readOnly && !IN_MATRIX.has(key))
        .map(([key, field]) => (
          <FieldInput
            key={key}
            source={key}
            field={field}
            path={`${resource.name}.${key}`}
            readOnly={mode === 'edit' && Boolean(field.immutable)}
          />
        ))}
      <MatrixInput />
    </>
  )
}

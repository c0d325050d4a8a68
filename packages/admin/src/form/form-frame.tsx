import { useMediaQuery, type Theme } from '@mui/material'
import type { ReactElement, ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { SaveButton, SimpleForm, Toolbar, useNotify, type SimpleFormProps } from 'react-admin'
import { useNavigate } from 'react-router'
import { Button } from '@mui/material'
import { useWords } from '../messages/index.ts'

interface FormFrameProps {
  readonly validate: NonNullable<SimpleFormProps['validate']>
  readonly defaultValues?: Readonly<Record<string, unknown>>
  readonly children: ReactNode
}

/** The form of a page: asked before unsaved work is left, its buttons always in sight. */
export function FormFrame({ validate, defaultValues, children }: FormFrameProps): ReactElement {
  return (
    <SimpleForm
      validate={validate}
      mode="onBlur"
      warnWhenUnsavedChanges
      noValidate
      toolbar={<FormToolbar />}
      sx={{ maxWidth: 720 }}
      {...(defaultValues ? { defaultValues } : {})}
    >
      {children}
    </SimpleForm>
  )
}

function FormToolbar(): ReactElement {
  const words = useWords()
  const navigate = useNavigate()
  const { isSubmitting } = useFormState()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  return (
    <Toolbar sx={{ gap: 1, position: 'sticky', bottom: 0, zIndex: 2 }}>
      <SaveButton alwaysEnable={!isSubmitting} sx={isPhone ? { flex: 1 } : {}} />
      <Button onClick={() => void navigate(-1)}>{words('common.cancel')}</Button>
    </Toolbar>
  )
}

/** Tells of a refused write that is about no field; the others stand in the form. */
export function useTellProblem(): (error: unknown) => void {
  const notify = useNotify()
  return (error) => {
    const message = error instanceof Error ? error.message : String(error)
    notify(message, { type: 'error', messageArgs: { _: message }, autoHideDuration: 8000, multiLine: true })
  }
}

import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  useMediaQuery,
  type Theme,
} from '@mui/material'
import type { Fields } from '@linli/kit'
import { useId, useState, type ReactElement, type ReactNode } from 'react'
import { Form, useLocaleState } from 'react-admin'
import { FieldInput } from '../field/index.ts'
import { ProblemError, type FormErrors } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo } from '../model/index.ts'
import { useOnce } from './use-once.ts'
import { fieldErrors } from './validate.ts'

interface DialogFormProps {
  readonly title: string
  /** Asked before something that cannot be taken back, or what the form is for. */
  readonly text?: string
  readonly fields: Fields
  /** Where the English of the fields stands. */
  readonly path: string
  readonly values?: Readonly<Record<string, unknown>>
  readonly submitLabel: string
  readonly onSubmit: (values: Readonly<Record<string, unknown>>) => Promise<void>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** A dialogue with the inputs of some fields: of a step, an action, settings. On a phone it fills the screen. */
export function DialogForm(props: DialogFormProps): ReactElement {
  const { title, text, fields, path, values = {}, submitLabel, onSubmit, onClose, children } = props
  const words = useWords()
  const titleId = useId()
  const formId = useId()
  const { me } = useAdminInfo()
  const [locale] = useLocaleState()
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const once = useOnce()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const entries = Object.entries(fields).filter(([, field]) => !field.readOnly)
  const defaults = Object.fromEntries(entries.flatMap(([key, field]) => (field.default === undefined ? [] : [[key, field.default]])))

  const submit = async (given: Readonly<Record<string, unknown>>): Promise<FormErrors | undefined> => {
    setBusy(true)
    setFault(undefined)
    try {
      await onSubmit(Object.fromEntries(entries.flatMap(([key]) => (given[key] === undefined ? [] : [[key, given[key]]]))))
      return undefined
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
      return error instanceof ProblemError ? error.body.errors : undefined
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      fullScreen={isPhone && entries.length > 0}
      aria-labelledby={titleId}
      key={locale}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {fault ? (
          <Alert severity="error" sx={{ mb: 2 }}>
            {fault}
          </Alert>
        ) : null}
        {text ? <DialogContentText sx={{ mb: 1, whiteSpace: 'pre-line' }}>{text}</DialogContentText> : null}
        <Form
          id={formId}
          noValidate
          record={{ ...defaults, ...values }}
          validate={(given) => fieldErrors(fields, given, { allowTestArea: me.demo })}
          onSubmit={(given: Readonly<Record<string, unknown>>) => once(() => submit(given))}
        >
          {entries.map(([key, field]) => (
            <FieldInput key={key} source={key} field={field} path={`${path}.${key}`} />
          ))}
          {children}
        </Form>
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        <Button onClick={onClose}>{words('common.cancel')}</Button>
        <Button type="submit" form={formId} variant="contained" disabled={isBusy}>
          {submitLabel}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

import { Alert, Button, Stack, TextField } from '@mui/material'
import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { useNotify } from 'react-admin'
import { useWords } from '../messages/index.ts'
import { changePassword } from '../session/index.ts'

const EMPTY = { current: '', next: '', repeat: '' }

/** Changing one's own password. */
export function PasswordForm(): ReactElement {
  const words = useWords()
  const notify = useNotify()
  const [values, setValues] = useState(EMPTY)
  const [fault, setFault] = useState<string>()

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    if (values.next !== values.repeat) return setFault(words('account.different'))
    try {
      await changePassword(values.current, values.next)
      setValues(EMPTY)
      setFault(undefined)
      const message = words('account.changed')
      notify(message, { type: 'success', messageArgs: { _: message } })
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Stack component="form" sx={{ gap: 1, alignItems: 'flex-start' }} onSubmit={(event) => void submit(event)}>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {(['current', 'next', 'repeat'] as const).map((name) => (
        <TextField
          key={name}
          type="password"
          required
          fullWidth
          label={words(`account.${name}`)}
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          value={values[name]}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        />
      ))}
      <Button type="submit" variant="contained">
        {words('account.password')}
      </Button>
    </Stack>
  )
}

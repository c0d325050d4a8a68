import { TextField } from '@mui/material'
import { useState, type ReactElement } from 'react'
import { useInput } from 'react-admin'
import { faultOf } from './fault-of.tsx'
import { useWords } from '../messages/index.ts'

interface JsonInputProps {
  readonly source: string
  readonly label: string
  readonly helperText?: string
}

/** The last resort for a value with a shape of its own; modules bring a better view. */
export function JsonInput({ source, label, helperText }: JsonInputProps): ReactElement {
  const words = useWords()
  const { id, field, fieldState } = useInput({ source, format: (value: unknown) => value, parse: (value: unknown) => value })
  const [typed, setTyped] = useState<string>()
  const [isWrong, setWrong] = useState(false)
  return (
    <TextField
      id={id}
      label={label}
      fullWidth
      multiline
      minRows={2}
      value={typed ?? (field.value === null || field.value === undefined ? '' : JSON.stringify(field.value, null, 1))}
      error={isWrong || fieldState.invalid}
      helperText={isWrong ? words('form.jsonWrong') : (faultOf(fieldState) ?? helperText ?? words('form.jsonHint'))}
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        try {
          field.onChange(text.trim() === '' ? null : (JSON.parse(text) as unknown))
          setWrong(false)
        } catch {
          setWrong(true)
        }
      }}
    />
  )
}

import { InputAdornment, TextField } from '@mui/material'
import { formatFen, parseYuan } from '@linli/core/money'
import { useState, type ReactElement } from 'react'
import { useInput } from 'react-admin'
import { faultOf } from './fault-of.tsx'
import { useWords } from '../messages/index.ts'

interface MoneyInputProps {
  readonly source: string
  readonly label: string
  readonly helperText?: string
  readonly isRequired?: boolean
}

/** Yuan on the screen, whole fen in the form. What cannot be read stays as it was typed, and the form says why. */
export function MoneyInput({ source, label, helperText, isRequired = false }: MoneyInputProps): ReactElement {
  const words = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const { id, field, fieldState } = useInput({
    source,
    format: (value: unknown) => value,
    parse: (value: unknown) => value,
  })
  const stored: unknown = field.value
  const shown = typed ?? (typeof stored === 'number' ? formatFen(stored) : typeof stored === 'string' ? stored : '')
  const read = (text: string): number | string | null => {
    if (text.trim() === '') return null
    const result = parseYuan(text)
    return result.ok ? result.value : text
  }
  return (
    <TextField
      id={id}
      name={field.name}
      inputRef={field.ref}
      label={label}
      required={isRequired}
      fullWidth
      value={shown}
      error={fieldState.invalid}
      helperText={faultOf(fieldState) ?? helperText}
      onChange={(event) => {
        setTyped(event.target.value)
        field.onChange(read(event.target.value))
      }}
      onBlur={() => {
        setTyped(null)
        field.onBlur()
      }}
      slotProps={{
        htmlInput: { inputMode: 'decimal' },
        input: { endAdornment: <InputAdornment position="end">{words('form.yuan')}</InputAdornment> },
      }}
    />
  )
}

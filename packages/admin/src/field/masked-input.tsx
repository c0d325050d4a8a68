import { Button, InputAdornment, TextField } from '@mui/material'
import { useState, type ReactElement } from 'react'
import { TextInput } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { useWords } from '../messages/index.ts'

interface MaskedInputProps {
  readonly source: string
  readonly label: string
  /** What is shown of the stored value. */
  readonly mask: string
  readonly helperText?: string
}

/** A stored value of which only the mask is known: it stays unless a new one is written over it. */
export function MaskedInput({ source, label, mask, helperText }: MaskedInputProps): ReactElement {
  const words = useWords()
  const { setValue } = useFormContext()
  const [isReplacing, setReplacing] = useState(false)
  if (isReplacing) {
    return (
      <>
        <TextInput source={source} label={label} helperText={helperText} autoFocus fullWidth />
        <Button
          sx={{ alignSelf: 'flex-start' }}
          onClick={() => {
            setValue(source, mask)
            setReplacing(false)
          }}
        >
          {words('form.keep')}
        </Button>
      </>
    )
  }
  return (
    <TextField
      label={label}
      value={mask}
      fullWidth
      helperText={helperText}
      slotProps={{
        input: {
          readOnly: true,
          endAdornment: (
            <InputAdornment position="end">
              <Button
                onClick={() => {
                  setValue(source, '')
                  setReplacing(true)
                }}
              >
                {words('form.replace')}
              </Button>
            </InputAdornment>
          ),
        },
      }}
    />
  )
}

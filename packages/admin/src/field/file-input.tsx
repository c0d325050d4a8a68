import { Button, FormHelperText, LinearProgress, Link as MuiLink, Stack, Typography } from '@mui/material'
import type { FieldSpec } from '@linli/kit'
import { useId, useRef, useState, type ReactElement } from 'react'
import { useInput } from 'react-admin'
import { faultOf } from './fault-of.tsx'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { sizeText } from './format.ts'

interface StoredFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

interface UploadInputProps {
  readonly source: string
  readonly label: string
  readonly spec: FieldSpec
  readonly helperText?: string
}

/** A file, sent as soon as it is chosen; the form keeps its id. */
export function UploadInput({ source, label, spec, helperText }: UploadInputProps): ReactElement {
  const words = useWords()
  const labelId = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const { field, fieldState, isRequired } = useInput({ source })
  const [stored, setStored] = useState<StoredFile | null>(null)
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<string>()
  const accept = spec.accept ?? []
  const value: unknown = field.value

  const send = async (file: File): Promise<void> => {
    setFault(undefined)
    if (spec.max !== undefined && file.size > spec.max) return setFault(words('form.tooLarge', { size: sizeText(spec.max) }))
    if (accept.length > 0 && file.type !== '' && !accept.includes(file.type))
      return setFault(words('form.wrongType', { types: kinds(accept) }))
    setSending(true)
    try {
      const form = new FormData()
      form.append('file', file)
      const answer = await request<StoredFile>('/platform/files', { method: 'POST', form })
      setStored(answer)
      field.onChange(answer.id)
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
    } finally {
      setSending(false)
    }
  }

  return (
    <Stack sx={{ width: '100%', my: 1, gap: 0.5 }}>
      <Typography id={labelId} variant="subtitle1" component="span">
        {label}
        {isRequired || spec.required ? ' *' : ''}
      </Typography>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button variant="outlined" aria-describedby={labelId} onClick={() => chooser.current?.click()}>
          {words(value ? 'form.change' : 'form.upload')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={accept.join(',')}
          aria-label={label}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void send(file)
            event.target.value = ''
          }}
        />
        {typeof value === 'string' && value !== '' ? (
          <>
            <MuiLink href={`/api/platform/files/${value}`} target="_blank" rel="noreferrer">
              {stored?.id === value ? `${stored.name}（${sizeText(stored.size)}）` : label}
            </MuiLink>
            <Button onClick={() => field.onChange(null)}>{words('form.remove')}</Button>
          </>
        ) : null}
      </Stack>
      {isSending ? <LinearProgress aria-label={words('form.uploading')} /> : null}
      <FormHelperText error={Boolean(fault) || fieldState.invalid}>{fault ?? faultOf(fieldState) ?? helperText}</FormHelperText>
    </Stack>
  )
}

function kinds(accept: readonly string[]): string {
  return accept.map((type) => type.split('/').at(-1)?.toUpperCase() ?? type).join('、')
}

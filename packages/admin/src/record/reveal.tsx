import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
} from '@mui/material'
import { isAtMost, isShown, PURPOSES, type Purpose } from '@linli/core/privacy'
import type { AnyResource } from '@linli/kit'
import { useEffect, useState, type ReactElement } from 'react'
import type { RaRecord } from 'react-admin'
import { FieldValue, SpecValue } from '../field/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { pathOf, useAdminInfo, useMay, useTitles } from '../model/index.ts'

/** How long a revealed value stays on the screen, in milliseconds. */
const SHOWN_FOR = 60_000

interface PersonalValueProps {
  readonly resource: AnyResource
  readonly column: string
  readonly record: RaRecord
}

/** A field with the way to its full value, where the person may see that for a purpose. */
export function PersonalValue({ resource, column, record }: PersonalValueProps): ReactElement {
  const { me } = useAdminInfo()
  const may = useMay()
  const words = useWords()
  const title = useTitles()
  const [isAsking, setAsking] = useState(false)
  const [clear, setClear] = useState<unknown>(undefined)
  const field = resource.fields[column]

  useEffect(() => {
    if (clear === undefined) return undefined
    const timer = setTimeout(() => setClear(undefined), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [clear])

  if (!field) return <FieldValue resource={resource} column={column} record={record} />
  const isVeiled = !isShown(field.privacy, me.clearance) || Boolean(field.encrypted)
  const isMissing = record[column] === null || record[column] === undefined
  const isEmpty = isMissing && isShown(field.privacy, me.clearance)
  const canReveal =
    isVeiled && !isEmpty && field.privacy !== 'P4' && isAtMost(field.privacy, me.clearance.reveal) && may(`${resource.name}.reveal`)
  if (!isVeiled || (isEmpty && !canReveal)) return <FieldValue resource={resource} column={column} record={record} />
  if (clear !== undefined) {
    return (
      <span>
        <SpecValue field={field} value={clear} path={`${resource.name}.${column}`} />{' '}
        <Button size="small" onClick={() => setClear(undefined)}>
          {words('record.revealHide')}
        </Button>
      </span>
    )
  }
  const name = title(`${resource.name}.${column}`, field.title)
  return (
    <span>
      {isMissing ? canReveal ? '＊＊＊' : words('common.hidden') : <FieldValue resource={resource} column={column} record={record} />}{' '}
      {canReveal ? (
        <Button size="small" onClick={() => setAsking(true)} aria-label={`${words('record.reveal')} ${name}`}>
          {words('record.reveal')}
        </Button>
      ) : null}
      {isAsking ? (
        <PurposeDialog
          title={words('record.revealTitle', { title: name })}
          onClose={() => setAsking(false)}
          onChosen={async (purpose) => {
            const answer = await request<Record<string, unknown>>(`${pathOf(resource.name)}/${String(record.id)}/reveal`, {
              method: 'POST',
              body: { fields: [column], purpose },
            })
            setClear(answer[column] ?? null)
            setAsking(false)
          }}
        />
      ) : null}
    </span>
  )
}

interface PurposeDialogProps {
  readonly title: string
  readonly onChosen: (purpose: Purpose) => Promise<void>
  readonly onClose: () => void
}

function PurposeDialog({ title, onChosen, onClose }: PurposeDialogProps): ReactElement {
  const words = useWords()
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [fault, setFault] = useState<string>()
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="reveal-title">
      <DialogTitle id="reveal-title">{title}</DialogTitle>
      <DialogContent>
        {fault ? <Alert severity="error">{fault}</Alert> : null}
        <DialogContentText>{words('record.revealHelp')}</DialogContentText>
        <PurposeChoice value={purpose} onChange={setPurpose} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{words('common.cancel')}</Button>
        <Button
          variant="contained"
          disabled={purpose === null}
          onClick={() => {
            if (purpose) onChosen(purpose).catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)))
          }}
        >
          {words('record.revealShow')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The purposes for which personal data may be looked at. */
export function PurposeChoice({
  value,
  onChange,
}: {
  readonly value: Purpose | null
  readonly onChange: (purpose: Purpose) => void
}): ReactElement {
  const words = useWords()
  return (
    <RadioGroup value={value} onChange={(_event, chosen) => onChange(chosen as Purpose)} aria-label={words('export.purpose')}>
      {Object.keys(PURPOSES).map((purpose) => (
        <FormControlLabel key={purpose} value={purpose} control={<Radio />} label={words(`purpose.${purpose}`)} />
      ))}
    </RadioGroup>
  )
}

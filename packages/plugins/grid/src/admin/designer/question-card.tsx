import {
  Alert,
  Autocomplete,
  Button,
  Card,
  CardContent,
  Checkbox,
  Chip,
  FormControlLabel,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { useTitles } from '@linli/admin'
import type { ReactElement } from 'react'
import type { FormLedgers } from '../../actions/index.ts'
import { type Question, QUESTION_KINDS, type QuestionKind, type Target, WRITABLE_FACTS } from '../../rules/form-fields.ts'
import { useTexts } from '../texts.ts'

interface QuestionCardProps {
  readonly number: number
  readonly question: Question
  readonly target: Target
  readonly ledgers: FormLedgers
  /** This form's own title, so that it does not warn of itself. */
  readonly form: string
  readonly isLocked: boolean
  readonly onChange: (question: Question) => void
  readonly onRemove: () => void
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
}

const OTHER = 'other:'

/** One question with who uses its answer. */
export function QuestionCard({
  number,
  question,
  target,
  ledgers,
  form,
  isLocked,
  onChange,
  onRemove,
  onUp,
  onDown,
}: QuestionCardProps): ReactElement {
  const text = useTexts()
  const title = useTitles()
  const { kind, options = [], required, writes, consumers } = question
  const facts = Object.entries(WRITABLE_FACTS[target])
  const named = new Map(ledgers.reports.map((report) => [report.name, report]))
  const twin = ledgers.asked.find((asked) => asked.title === question.title && asked.form !== form)
  const nameOf = (consumer: string): string => {
    const report = named.get(consumer)
    return report ? title(report.name, report.title) : consumer.replace(OTHER, '')
  }
  return (
    <Card variant="outlined">
      <CardContent>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', mb: 2, flexWrap: 'wrap' }}>
          <Typography sx={{ fontWeight: 600, flexGrow: 1 }} component="h3">
            {text('design.question', { n: number })}
          </Typography>
          {isLocked ? null : (
            <>
              {onUp ? <Button onClick={onUp}>{text('design.up')}</Button> : null}
              {onDown ? <Button onClick={onDown}>{text('design.down')}</Button> : null}
              <Button color="error" onClick={onRemove}>
                {text('design.remove')}
              </Button>
            </>
          )}
        </Stack>
        <Stack sx={{ gap: 2 }}>
          <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 2 }}>
            <TextField
              label={text('design.titleOf')}
              value={question.title}
              disabled={isLocked}
              required
              fullWidth
              slotProps={{ htmlInput: { maxLength: 60 } }}
              onChange={({ target: { value } }) => onChange({ ...question, title: value })}
            />
            <TextField
              select
              label={text('design.kind')}
              value={kind}
              disabled={isLocked}
              sx={{ minWidth: 140 }}
              onChange={({ target: { value } }) => onChange({ ...question, kind: value as QuestionKind })}
            >
              {Object.entries(QUESTION_KINDS).map(([value, zh]) => (
                <MenuItem key={value} value={value}>
                  {title(`grid.text.kind.${value}`, zh)}
                </MenuItem>
              ))}
            </TextField>
            <FormControlLabel
              control={
                <Checkbox
                  checked={required}
                  disabled={isLocked}
                  onChange={({ target: { checked } }) => onChange({ ...question, required: checked })}
                />
              }
              label={text('design.required')}
            />
          </Stack>
          {kind === 'choice' ? (
            <TextField
              label={text('design.options')}
              defaultValue={options.join('、')}
              disabled={isLocked}
              onBlur={({ target: { value } }) =>
                onChange({
                  ...question,
                  options: [
                    ...new Set(
                      value
                        .split(/[、,，;；]/)
                        .map((each) => each.trim())
                        .filter(Boolean),
                    ),
                  ],
                })
              }
            />
          ) : null}
          {facts.length > 0 ? (
            <TextField
              select
              label={text('design.writes')}
              value={writes ?? ''}
              disabled={isLocked}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
              onChange={({ target: { value } }) => onChange({ ...question, writes: value || null })}
            >
              <MenuItem value="">{text('design.writes.none')}</MenuItem>
              {facts.map(([fact, zh]) => (
                <MenuItem key={fact} value={fact}>
                  {title(`grid.text.fact.${fact}`, zh)}
                </MenuItem>
              ))}
            </TextField>
          ) : null}
          <Autocomplete
            multiple
            freeSolo
            disabled={isLocked}
            options={ledgers.reports.map(({ name }) => name)}
            value={[...consumers]}
            getOptionLabel={nameOf}
            groupBy={(name) => named.get(name)?.module ?? ''}
            onChange={(_event, chosen) =>
              onChange({
                ...question,
                consumers: [
                  ...new Set(chosen.map((each) => (named.has(each) || each.startsWith(OTHER) ? each : `${OTHER}${each.trim()}`))),
                ],
              })
            }
            renderValue={(chosen, getItemProps) =>
              chosen.map((each, index) => {
                const { key, ...props } = getItemProps({ index })
                return <Chip key={key} label={nameOf(each)} {...props} />
              })
            }
            renderInput={(params) => (
              <TextField {...params} label={text('design.consumers')} helperText={isLocked ? '' : text('design.consumers.help')} />
            )}
          />
          {consumers.length === 0 ? <Alert severity="warning">{text('design.nobody')}</Alert> : null}
          {twin && question.title ? <Alert severity="info">{text('design.asked', { form: twin.form })}</Alert> : null}
        </Stack>
      </CardContent>
    </Card>
  )
}

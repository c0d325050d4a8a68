import { type PanelProps, request, useMay } from '@linli/admin'
import { Alert, Button, Skeleton, Stack, Typography } from '@mui/material'
import { type ReactElement, useEffect, useState } from 'react'
import { useRefresh } from 'react-admin'
import type { FormLedgers } from '../../actions/index.ts'
import type { Question, Target } from '../../rules/form-fields.ts'
import { useTexts } from '../texts.ts'
import { QuestionCard } from './question-card.tsx'

/** What a form asks and who uses each answer. */
export default function DesignerPanel({ record }: PanelProps): ReactElement {
  const text = useTexts()
  const may = useMay()
  const refresh = useRefresh()
  const [ledgers, setLedgers] = useState<FormLedgers>()
  const [questions, setQuestions] = useState<readonly Question[]>((record.questions as readonly Question[] | null) ?? [])
  const [isDirty, setDirty] = useState(false)
  const [told, setTold] = useState<{ readonly severity: 'success' | 'error'; readonly words: string }>()
  useEffect(() => {
    const leaving = new AbortController()
    request<FormLedgers>('/grid/actions/form-ledgers', { method: 'POST', body: {}, signal: leaving.signal })
      .then(setLedgers)
      .catch(() => undefined)
    return () => leaving.abort()
  }, [])
  if (!ledgers) return <Skeleton variant="rounded" height={120} />
  const isLocked = record.status !== 'draft' || !may('grid.forms.design')

  const change = (next: readonly Question[]): void => {
    setQuestions(next)
    setDirty(true)
    setTold(undefined)
  }
  const replace = (index: number, question: Question): void => change(questions.map((each, at) => (at === index ? question : each)))
  const move = (index: number, by: -1 | 1): void => {
    const [moved] = questions.slice(index, index + 1)
    const rest = questions.filter((_, at) => at !== index)
    if (moved) change([...rest.slice(0, index + by), moved, ...rest.slice(index + by)])
  }
  async function save(): Promise<void> {
    try {
      await request(`/grid/forms/${record.id}/actions/design`, { method: 'POST', body: { questions } })
      setDirty(false)
      setTold({ severity: 'success', words: text('design.saved') })
      refresh()
    } catch (error) {
      setTold({ severity: 'error', words: error instanceof Error ? error.message : text('failed') })
    }
  }
  return (
    <Stack sx={{ gap: 2 }}>
      <Typography color="textSecondary">{text(isLocked ? 'design.locked' : 'design.help')}</Typography>
      {questions.map((question, index) => (
        <QuestionCard
          key={question.key}
          number={index + 1}
          question={question}
          target={record.target as Target}
          ledgers={ledgers}
          form={String(record.title)}
          isLocked={isLocked}
          onChange={(next) => replace(index, next)}
          onRemove={() => change(questions.filter((_, at) => at !== index))}
          onUp={index > 0 ? () => move(index, -1) : undefined}
          onDown={index < questions.length - 1 ? () => move(index, 1) : undefined}
        />
      ))}
      {told ? <Alert severity={told.severity}>{told.words}</Alert> : null}
      {isLocked ? null : (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={() => change([...questions, blank(questions)])}>
            {text('design.add')}
          </Button>
          <Button variant="contained" disabled={!isDirty} onClick={() => void save()}>
            {text('design.save')}
          </Button>
          {isDirty ? <Typography color="warning.main">{text('design.dirty')}</Typography> : null}
        </Stack>
      )}
    </Stack>
  )
}

function blank(questions: readonly Question[]): Question {
  const taken = new Set(questions.map(({ key }) => key))
  let number = questions.length + 1
  while (taken.has(`q${number}`)) number += 1
  return { key: `q${number}`, title: '', kind: 'text', required: false, consumers: [] }
}

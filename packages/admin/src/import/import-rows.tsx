import { Alert, Box, Button, Skeleton, Stack, Typography } from '@mui/material'
import { text } from '@linli/kit'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useNotify } from 'react-admin'
import { plainText } from '../field/index.ts'
import { DialogForm, useTellProblem } from '../form/index.ts'
import { ask, request, sentence } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { useTitles } from '../model/index.ts'
import { countedOf } from '../provider/index.ts'
import { candidateName, type ImportInfo, type ImportRow, type RowChoice } from './import-info.ts'
import type { ImportSource } from './import-source.ts'

const PAGE = 20

interface ImportRowsProps {
  readonly info: ImportInfo
  readonly source: ImportSource | null
  readonly state: RowChoice
}

const EMPTY: Readonly<Record<string, string>> = {
  bad: 'import.noBad',
  duplicate: 'import.noDuplicates',
  good: 'import.noGood',
  skipped: 'import.noSkipped',
}

/** The rows of an import in one state: why they are bad, how to correct them, what to do with duplicates. */
export function ImportRows({ info, source, state }: ImportRowsProps): ReactElement {
  const words = useWords()
  const [page, setPage] = useState(0)
  const { data, error } = useQuery({
    queryKey: ['linli', 'import', info.id, 'rows', state, page],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { data: rows, headers } = await ask<ImportRow[]>(`/platform/imports/${info.id}/rows`, {
        query: { filter: state === 'remarked' ? { remarked: true } : { state }, range: [page * PAGE, page * PAGE + PAGE - 1] },
        signal,
      })
      return { rows, total: countedOf(headers.get('content-range'), null).total ?? rows.length }
    },
  })
  if (error) return <Alert severity="error">{error.message}</Alert>
  if (!data) return <Skeleton variant="rounded" height={160} />
  if (data.rows.length === 0) return <Typography color="textSecondary">{words(EMPTY[state] ?? 'common.none')}</Typography>
  return (
    <>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.rows.map((row) => (
          <Box component="li" key={row.no} sx={{ borderBottom: 1, borderColor: 'divider', py: 1.5 }}>
            <RowLine info={info} source={source} row={row} />
          </Box>
        ))}
      </Stack>
      {data.total > PAGE ? (
        <Stack direction="row" sx={{ gap: 1, mt: 1, alignItems: 'center' }}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            {words('common.back')}
          </Button>
          <Typography>{words('list.range', { from: page * PAGE + 1, to: page * PAGE + data.rows.length, total: data.total })}</Typography>
          <Button disabled={(page + 1) * PAGE >= data.total} onClick={() => setPage(page + 1)}>
            {words('common.next')}
          </Button>
        </Stack>
      ) : null}
    </>
  )
}

interface RowLineProps {
  readonly info: ImportInfo
  readonly source: ImportSource | null
  readonly row: ImportRow
}

function RowLine({ info, source, row }: RowLineProps): ReactElement {
  const words = useWords()
  const title = useTitles()
  const notify = useNotify()
  const tell = useTellProblem()
  const queries = useQueryClient()
  const [isFixing, setFixing] = useState(false)
  const fields = source?.fields ?? {}
  const titleOf = (field: string): string =>
    title(`${info.name}.${field}`, fields[field]?.title ?? info.columns.find((column) => column.field === field)?.title ?? field)

  const change = async (body: { readonly values: object } | { readonly decision: string | null }): Promise<void> => {
    const answer = await request<ImportRow>(`/platform/imports/${info.id}/rows/${row.no}`, { method: 'PUT', body })
    await queries.invalidateQueries({ queryKey: ['linli', 'import', info.id] })
    if (answer.state === 'bad') throw new Error(answer.faults.map(sentence).join('；'))
    setFixing(false)
    if (!('values' in body)) return
    const message = words('import.fixed', { no: row.no })
    notify(message, { type: 'success', messageArgs: { _: message } })
  }

  return (
    <Stack sx={{ gap: 0.5 }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        <strong>{words('import.row', { no: row.no })}</strong>{' '}
        {Object.entries(row.values)
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([key, value]) => `${titleOf(key)} ${plainText(fields[key], value)}`)
          .join(' · ')}
      </Typography>
      {row.faults.map((fault) => (
        <Typography key={`${fault.field ?? ''} ${fault.code}`} color="error">
          {sentence(fault)}
        </Typography>
      ))}
      {row.remarks.map((remark) => (
        <Typography key={`${remark.field ?? ''} ${remark.code}`} color="textSecondary">
          {sentence(remark)}
        </Typography>
      ))}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {row.state === 'bad' || (row.state === 'good' && row.remarks.length > 0) ? (
          <Button variant="outlined" onClick={() => setFixing(true)}>
            {words('import.fix')}
          </Button>
        ) : null}
        {row.state === 'good' ? (
          <Button onClick={() => void change({ decision: 'skip' }).catch(tell)}>{words('import.skip')}</Button>
        ) : null}
        {row.state === 'skipped' ? (
          <Button variant="outlined" onClick={() => void change({ decision: null }).catch(tell)}>
            {words('import.takeUp')}
          </Button>
        ) : null}
      </Stack>
      {row.state === 'duplicate' ? (
        <>
          <Typography color="textSecondary">
            {row.decision ? words('import.decided', { choice: decisionText(row, words) }) : words('import.duplicateOf')}
          </Typography>
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            {(row.candidates ?? []).map((candidate) => (
              <Button key={candidate.id} variant="contained" onClick={() => void change({ decision: candidate.id }).catch(tell)}>
                {words('import.merge', { name: candidateName(candidate) })}
              </Button>
            ))}
            <Button variant="outlined" onClick={() => void change({ decision: 'new' }).catch(tell)}>
              {words('import.asNew')}
            </Button>
            <Button onClick={() => void change({ decision: 'skip' }).catch(tell)}>{words('import.skip')}</Button>
          </Stack>
        </>
      ) : null}
      {isFixing ? (
        <FixDialog info={info} source={source} row={row} onSave={(values) => change({ values })} onClose={() => setFixing(false)} />
      ) : null}
    </Stack>
  )
}

interface FixDialogProps extends RowLineProps {
  readonly onSave: (values: Readonly<Record<string, unknown>>) => Promise<void>
  readonly onClose: () => void
}

/** The row as a form. Its cells are texts as the sheet has them, and the server reads them again by the same rules. */
function FixDialog({ info, source, row, onSave, onClose }: FixDialogProps): ReactElement {
  const words = useWords()
  const known = info.columns.flatMap(({ field }) => (field ? [field] : []))
  const faulty = row.faults.flatMap(({ field }) => (field ? [field] : []))
  const names = [...new Set([...faulty, ...known, ...Object.keys(row.values)])]
  const titleOf = (name: string): string =>
    source?.fields[name]?.title ?? info.columns.find((column) => column.field === name)?.title ?? name
  const faultsOf = (name: string | undefined): string =>
    row.faults
      .filter(({ field }) => field === name)
      .map(sentence)
      .join('；')
  const fields = Object.fromEntries(names.map((name) => [name, cellField(titleOf(name), faultsOf(name))]))
  const values = Object.fromEntries(names.map((name) => [name, cellValue(source, name, row.values[name])]))
  return (
    <DialogForm
      title={`${words('import.fix')} · ${words('import.row', { no: row.no })}`}
      text={faultsOf(undefined)}
      fields={fields}
      path={info.name}
      values={values}
      submitLabel={words('import.saveRow')}
      onSubmit={(given) => onSave(Object.fromEntries(Object.entries(given).filter(([name, value]) => (value ?? '') !== values[name])))}
      onClose={onClose}
    />
  )
}

function cellField(title: string, fault: string): ReturnType<typeof text> {
  return text({ title, max: 5000, ...(fault ? { help: fault } : {}) })
}

function decisionText({ decision, candidates }: ImportRow, words: ReturnType<typeof useWords>): string {
  const candidate = candidates?.find(({ id }) => id === decision)
  return candidate ? words('import.merge', { name: candidateName(candidate) }) : words('import.asNew')
}

function cellValue(source: ImportSource | null, name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  return source?.fields[name]?.kind === 'fraction' ? String(value) : plainText(source?.fields[name], value)
}

import { Alert, Button, Card, CardContent, Skeleton, Stack, Typography } from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { dayOf } from '@linli/core/date'
import type { AnyReport } from '@linli/kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactElement } from 'react'
import { Form, Title } from 'react-admin'
import { useParams, useSearchParams } from 'react-router'
import { Chart, type ChartData } from '../chart/index.ts'
import { FieldInput, instantText } from '../field/index.ts'
import { fieldErrors } from '../form/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { partsOf, useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { PlaceLine, useChosenPlace } from '../place/index.ts'
import { defaultParams } from './default-params.ts'
import { ExportButton } from './export-button.tsx'
import { type AnsweredRow, cellOf, type NamedColumn, type ReportAnswer } from './report-answer.ts'
import { ReportTable } from './report-table.tsx'
import { NotFoundPage } from '../shell/message-page.tsx'

type Params = Readonly<Record<string, unknown>>

/** A report: its conditions, its table, its chart, its spreadsheet. The conditions stand in the address, so that it can be passed on. */
export default function ReportPage(): ReactElement {
  const { name = '' } = useParams()
  const { model } = useAdminInfo()
  const may = useMay()
  const report = model.reports.get(name)
  if (!report || !may(name)) return <NotFoundPage />
  return <Counted key={name} report={report} />
}

function Counted({ report }: { readonly report: AnyReport }): ReactElement {
  const words = useWords()
  const title = useTitles()
  const { me } = useAdminInfo()
  const place = useChosenPlace()
  const [search, setSearch] = useSearchParams()
  const entries = Object.entries(report.params)
  const [today] = useState(() => dayOf(new Date().toISOString()))
  const params = useMemo(() => ({ ...defaultParams(report.params, today), ...paramsOf(search.get('params')) }), [report, search, today])
  const { plugin, rest } = partsOf(report.name)
  const path = `/${plugin}/reports/${rest}`
  const isComplete = Object.keys(fieldErrors(report.params, params)).length === 0
  const { data, error, isFetching } = useQuery({
    queryKey: ['linli', 'report', report.name, place, params],
    queryFn: ({ signal }) => request<ReportAnswer>(path, { query: { params }, signal }),
    placeholderData: keepPreviousData,
    enabled: isComplete,
  })
  const heading = title(report.name, report.title)
  return (
    <Stack sx={{ gap: 2, pb: 4, '@media print': { gap: 1 } }}>
      <Title title={heading} />
      <div>
        <Typography variant="h5" component="h1">
          {heading}
        </Typography>
        <Typography color="textSecondary">{title(`${report.name}.definition`, report.definition)}</Typography>
        <Typography color="textSecondary">
          {me.street.officialName}
          {data ? ` · ${words('report.asOf', { at: instantText(data.asOf) })}` : ''}
        </Typography>
        <PlaceLine />
      </div>
      {entries.length > 0 ? (
        <Card sx={{ '@media print': { display: 'none' } }}>
          <CardContent>
            <Form
              noValidate
              record={params}
              validate={(given) => fieldErrors(report.params, given)}
              onSubmit={(given: Params) => setSearch({ params: JSON.stringify(pick(given, report)) })}
            >
              <Stack
                direction="row"
                sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'flex-start', '& > *': { flex: '1 1 200px', maxWidth: 320 } }}
              >
                {entries.map(([key, field]) => (
                  <FieldInput key={key} source={key} field={field} path={`${report.name}.${key}`} />
                ))}
              </Stack>
              <Button type="submit" variant="contained">
                {words('report.run')}
              </Button>
            </Form>
          </CardContent>
        </Card>
      ) : null}
      <Stack direction="row" sx={{ gap: 1, '@media print': { display: 'none' } }}>
        <ExportButton path={path} params={params} disabled={!isComplete} />
        <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => print()}>
          {words('report.print')}
        </Button>
      </Stack>
      {error ? <Alert severity="error">{error.message}</Alert> : null}
      {isComplete ? null : <Typography color="textSecondary">{words('report.fillIn')}</Typography>}
      {data && isComplete ? (
        <Answered report={report} answer={data} isFetching={isFetching} />
      ) : error || !isComplete ? null : (
        <Skeleton variant="rounded" height={240} />
      )}
    </Stack>
  )
}

interface AnsweredProps {
  readonly report: AnyReport
  readonly answer: ReportAnswer
  readonly isFetching: boolean
}

function Answered({ report, answer, isFetching }: AnsweredProps): ReactElement {
  const words = useWords()
  const title = useTitles()
  const chart = useMemo(() => chartOf(report, answer), [report, answer])
  if (answer.rows.length === 0) return <Typography color="textSecondary">{words('report.noRows')}</Typography>
  return (
    <>
      {answer.truncated ? <Alert severity="info">{words('report.truncated')}</Alert> : null}
      {chart ? (
        <Card>
          <CardContent>
            <Chart data={chart} label={title(report.name, report.title)} />
          </CardContent>
        </Card>
      ) : null}
      <div aria-busy={isFetching}>
        <ReportTable report={report} answer={answer} />
      </div>
    </>
  )
}

/** The figures of lines with the same label are added: a month of many merchants is one bar. */
function chartOf({ chart }: AnyReport, { rows, columns }: ReportAnswer): ChartData | null {
  if (!chart) return null
  const columnOf = (name: string): NamedColumn | undefined => columns.find((column) => column.name === name)
  const labelOf = (row: AnsweredRow): string =>
    columnOf(chart.x)?.options?.[String(cellOf(row, chart.x))] ?? String(cellOf(row, chart.x) ?? '—')
  const groups = new Map<string, AnsweredRow[]>()
  for (const row of rows) groups.set(labelOf(row), [...(groups.get(labelOf(row)) ?? []), row])
  const series = chart.y.map((name) => {
    const column = columnOf(name)
    const scale = column?.kind === 'money' ? 100 : 1
    const sumOf = (group: readonly AnsweredRow[]): number => group.reduce((sum, row) => sum + Number(cellOf(row, name) ?? 0), 0)
    return { name: column?.title ?? name, values: [...groups.values()].map((group) => sumOf(group) / scale) }
  })
  return { type: chart.type, labels: [...groups.keys()], series }
}

function paramsOf(text: string | null): Params {
  try {
    const params: unknown = JSON.parse(text ?? '{}')
    return typeof params === 'object' && params !== null ? { ...params } : {}
  } catch {
    return {}
  }
}

function pick(given: Params, report: AnyReport): Params {
  return Object.fromEntries(
    Object.keys(report.params).flatMap((key) => (given[key] == null || given[key] === '' ? [] : [[key, given[key]]])),
  )
}

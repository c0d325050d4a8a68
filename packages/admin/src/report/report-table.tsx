import { Link as MuiLink, Table, TableBody, TableCell, TableContainer, TableFooter, TableHead, TableRow, Paper } from '@mui/material'
import type { AnyReport, ReportCell, ReportColumn } from '@linli/kit'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { instantText, moneyText } from '../field/index.ts'
import { listLink } from '../list/index.ts'
import { useWords } from '../messages/index.ts'
import { useTitles } from '../model/index.ts'
import { cellOf, type ReportAnswer } from './report-answer.ts'

const NUMBERS = new Set(['integer', 'money', 'percent'])

/** The table of a report; figures are links to exactly their rows. */
export function ReportTable({ report, answer }: { readonly report: AnyReport; readonly answer: ReportAnswer }): ReactElement {
  const words = useWords()
  const title = useTitles()
  const columns = answer.columns.map((column) => [column.name, column] as const)
  const align = (column: ReportColumn): 'right' | 'left' => (NUMBERS.has(column.kind) ? 'right' : 'left')
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} aria-label={title(report.name, report.title)}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map(([key, column]) => (
              <TableCell key={key} align={align(column)} scope="col">
                {title(`${report.name}.${key}`, column.title)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {answer.rows.map((row, index) => (
            <TableRow key={index}>
              {columns.map(([key, column]) => {
                const text = cellText(column, cellOf(row, key), words)
                const drill = row.drills?.[key]
                return (
                  <TableCell key={key} align={align(column)}>
                    {drill ? (
                      <MuiLink component={Link} to={listLink(drill.resource, drill.filter)} title={words('report.drill')}>
                        {text}
                      </MuiLink>
                    ) : (
                      text
                    )}
                  </TableCell>
                )
              })}
            </TableRow>
          ))}
        </TableBody>
        {answer.totals && columns.some(([, column]) => column.total) ? (
          <TableFooter>
            <TableRow>
              {columns.map(([key, column], index) => (
                <TableCell key={key} align={align(column)} sx={{ fontWeight: 600, color: 'text.primary', fontSize: '1rem' }}>
                  {column.total && answer.totals?.[key] !== undefined
                    ? cellText(column, answer.totals[key], words)
                    : index === 0
                      ? words('report.total')
                      : ''}
                </TableCell>
              ))}
            </TableRow>
          </TableFooter>
        ) : null}
      </Table>
    </TableContainer>
  )
}

/** A cell as it is read. */
export function cellText(column: Pick<ReportColumn, 'kind' | 'options'>, value: ReportCell, words: (key: string) => string): string {
  if (value === null || value === '') return '—'
  if (typeof value === 'boolean') return words(value ? 'common.yes' : 'common.no')
  if (column.kind === 'money') return moneyText(Number(value))
  if (column.kind === 'percent') return `${value}%`
  if (column.kind === 'dateTime') return instantText(String(value))
  return column.options?.[String(value)] ?? String(value)
}

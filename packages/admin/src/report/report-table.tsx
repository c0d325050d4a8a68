import { Box, Button, Link as MuiLink, Paper, TableContainer } from '@mui/material'
import { type AnyReport, percentText, type ReportCell, type ReportColumn } from '@linli/kit'
import { useEffect, useState, type CSSProperties, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'react-router'
import { instantText, moneyText } from '../field/index.ts'
import { listLink } from '../list/index.ts'
import { useWords } from '../messages/index.ts'
import { useTitles } from '../model/index.ts'
import { cellOf, type ReportAnswer } from './report-answer.ts'

const NUMBERS = new Set(['integer', 'money', 'percent'])

/** Rows shown at once; a ledger of a street has thousands, and a slow computer would stand still. */
const STEP = 200

/** The table of a report; figures are links to exactly their rows. On paper it has all of them. */
export function ReportTable({ report, answer }: { readonly report: AnyReport; readonly answer: ReportAnswer }): ReactElement {
  const words = useWords()
  const title = useTitles()
  const [limit, setLimit] = useState(STEP)
  const { columns, rows, totals } = answer
  const align = (column: ReportColumn): CSSProperties => ({
    textAlign: NUMBERS.has(column.kind) ? 'right' : 'left',
    // Beside columns that do not break, a text would be left one character a line.
    ...(column.kind === 'text' && !column.options ? { minWidth: '7em' } : { whiteSpace: 'nowrap' }),
  })

  useEffect(() => {
    const showAll = (): void => flushSync(() => setLimit(Number.POSITIVE_INFINITY))
    addEventListener('beforeprint', showAll)
    return () => removeEventListener('beforeprint', showAll)
  }, [])

  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title(report.name, report.title)}>
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          '& th, & td': { p: '8px 12px', borderBottom: 1, borderColor: 'divider', verticalAlign: 'top' },
          '& th, & tfoot td': { fontWeight: 600, whiteSpace: 'nowrap' },
          '@media print': { '& th, & td': { p: '2px 4px', border: '1px solid #000', fontSize: '10pt' } },
        }}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" style={align(column)}>
                {title(`${report.name}.${column.name}`, column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row, index) => (
            <tr key={index}>
              {columns.map((column) => {
                const text = cellText(column, cellOf(row, column.name), words)
                const drill = row.drills?.[column.name]
                return (
                  <td key={column.name} style={align(column)}>
                    {drill ? (
                      <MuiLink component={Link} to={listLink(drill.resource, drill.filter)} title={words('report.drill')}>
                        {text}
                      </MuiLink>
                    ) : (
                      text
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {totals && columns.some(({ total }) => total) ? (
          <tfoot>
            <tr>
              {columns.map((column, index) => {
                const total = column.total ? totals[column.name] : undefined
                return (
                  <td key={column.name} style={align(column)}>
                    {total !== undefined ? cellText(column, total, words) : index === 0 ? words('report.total') : ''}
                  </td>
                )
              })}
            </tr>
          </tfoot>
        ) : null}
      </Box>
      {rows.length > limit ? (
        <Button fullWidth onClick={() => setLimit(limit + STEP)} sx={{ '@media print': { display: 'none' } }}>
          {words('home.more')}（{limit} / {rows.length}）
        </Button>
      ) : null}
    </TableContainer>
  )
}

/** A cell as it is read. */
export function cellText(column: Pick<ReportColumn, 'kind' | 'options'>, value: ReportCell, words: (key: string) => string): string {
  if (value === null || value === '') return '—'
  if (typeof value === 'boolean') return words(value ? 'common.yes' : 'common.no')
  if (column.kind === 'money') return moneyText(Number(value))
  if (column.kind === 'percent') return percentText(Number(value))
  if (column.kind === 'dateTime') return instantText(String(value))
  return column.options?.[String(value)] ?? String(value)
}

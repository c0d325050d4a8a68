import {
  FieldValue,
  instantText,
  type PanelProps,
  request,
  StatusChip,
  useAdminInfo,
  useDefinition,
  usePlaceNames,
  useTitles,
} from '@linli/admin'
import { Box, Button, Typography } from '@mui/material'
import { type ReactElement, useEffect, useState } from 'react'
import { useTexts } from './texts.ts'

interface Entry {
  readonly at: string
  readonly actorName: string
  readonly title: string
  readonly reason: string | null
  readonly changes: readonly { readonly field: string; readonly after: unknown }[]
}

const FIELDS = [
  ['no', 'createdAt'],
  ['type', 'level'],
  ['place', 'foundBy'],
  ['handlerName', 'finishDue'],
  ['handledAt', 'onTime'],
] as const

/** The slip of an event on one page: what it is, its course, its result and who signed (网格事件办理单). */
export default function EventSlip({ record }: PanelProps): ReactElement {
  const text = useTexts()
  const title = useTitles()
  const placeName = usePlaceNames()
  const { me } = useAdminInfo()
  const resource = useDefinition('grid.events')
  const [printedAt] = useState(() => new Date().toISOString())
  const [entries, setEntries] = useState<readonly Entry[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    request<{ entries: readonly Entry[] }>(`/grid/events/${record.id}/timeline`, { signal: leaving.signal })
      .then((answer) => setEntries(answer.entries.filter(({ title: verb }) => verb !== '').toReversed()))
      .catch(() => undefined)
    return () => leaving.abort()
  }, [record.id, record.version])
  const label = (column: string): string =>
    title(`grid.events.${column}`, resource.fields[column]?.title ?? (column === 'createdAt' ? '登记时间' : column))
  const cell = (column: string): ReactElement => (
    <>
      <Box component="th" scope="row">
        {label(column)}
      </Box>
      <td>
        <FieldValue resource={resource} column={column} record={record} plain />
      </td>
    </>
  )
  return (
    <>
      <Button variant="contained" onClick={() => print()} sx={{ mb: 2, '@media print': { display: 'none' } }}>
        {text('slip.print')}
      </Button>
      <Box
        className="print-sheet"
        sx={{
          bgcolor: '#fff',
          color: '#000',
          border: 1,
          borderColor: 'divider',
          p: { xs: 1.5, sm: 4 },
          maxWidth: 800,
          '& table': { width: '100%', borderCollapse: 'collapse', my: 1 },
          '& th, & td': { border: '1px solid #333', p: 1, textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere' },
          '& th': { width: '16%', fontWeight: 600, bgcolor: '#f5f5f5' },
          '@media print': {
            border: 0,
            p: 0,
            maxWidth: 'none',
            position: 'absolute',
            inset: 0,
            zIndex: 9999,
            '&, & *': { visibility: 'visible !important' },
          },
        }}
      >
        <style>{'@media print { body * { visibility: hidden; } @page { size: A4; margin: 15mm; } }'}</style>
        <Typography variant="h5" component="h2" align="center" sx={{ color: '#000' }}>
          {text('slip.title')}
        </Typography>
        <Typography align="center" sx={{ color: '#000', mb: 1 }}>
          {me.street.name} · {placeName(String(record.communityId ?? ''))} {record.gridId ? placeName(String(record.gridId)) : ''}
        </Typography>
        <table>
          <tbody>
            <tr>
              <Box component="th" scope="row">
                {label('title')}
              </Box>
              <td colSpan={3}>
                {String(record.title)}　<StatusChip resource={resource} status={String(record.status)} />
              </td>
            </tr>
            {FIELDS.map(([left, right]) => (
              <tr key={left}>
                {cell(left)}
                {cell(right)}
              </tr>
            ))}
            {['description', 'result', 'confirmation'].map((column) => (
              <tr key={column}>
                <Box component="th" scope="row">
                  {label(column)}
                </Box>
                <td colSpan={3}>
                  <FieldValue resource={resource} column={column} record={record} plain />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Typography sx={{ fontWeight: 600, color: '#000' }}>{text('slip.course')}</Typography>
        <table>
          <tbody>
            {entries.map((entry) => (
              <tr key={`${entry.at} ${entry.title}`}>
                <td style={{ width: '26%' }}>{instantText(entry.at)}</td>
                <td style={{ width: '22%' }}>{entry.title}</td>
                <td style={{ width: '16%' }}>{entry.actorName}</td>
                <td>{whyOf(entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 2, mt: 4 }}>
          {(['slip.handler', 'slip.checker', 'slip.reporter'] as const).map((key) => (
            <span key={key}>{text(key)}：</span>
          ))}
        </Box>
        <Typography variant="body2" sx={{ mt: 3, color: '#000' }}>
          {text('slip.printed')}：{instantText(printedAt)}
        </Typography>
      </Box>
    </>
  )
}

/** Why a step was taken: as it was said with the step, or in its form. */
function whyOf({ reason, changes }: Entry): string {
  const said = changes.find(({ field }) => field === 'input.reason')?.after
  return reason ?? (typeof said === 'string' ? said : '')
}

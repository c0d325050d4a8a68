import type { PanelProps } from '@linli/admin'
import { Alert, Box, Chip, LinearProgress, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import type { ScoreLine } from '../actions/index.ts'
import { useAsked } from './use-asked.ts'

/** The sheet of a contest or an appraisal, each item with the figures behind it: as it is frozen, or as it would come out today. */
export default function SheetPanel({ record }: PanelProps): ReactElement {
  const [sheet] = useAsked<{ frozen: boolean; asOf: string; lines: readonly ScoreLine[] }>(
    `/council/appraisals/${record.id}/actions/sheet`,
    {},
  )
  if (sheet === undefined) return <LinearProgress aria-label="正在读取" />
  if (sheet instanceof Error) return <Typography color="error">{sheet.message}</Typography>
  const heads = sheet.lines[0]?.items ?? []
  return (
    <Stack sx={{ gap: 2 }}>
      <Alert severity={sheet.frozen ? 'success' : 'info'}>
        {sheet.frozen ? `已公布并冻结，数据截至 ${sheet.asOf}。` : `试算，数据截至 ${sheet.asOf}；公布后冻结，不再变动。`}
      </Alert>
      {sheet.lines.length === 0 ? (
        <Typography>还没有评分表。点「生成评分表」，每个议事会各一张；社区自评上报，另一人复核后才能公布。</Typography>
      ) : null}
      {sheet.lines.length > 0 ? (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small" aria-label="评分表">
            <TableHead>
              <TableRow>
                <TableCell>名次</TableCell>
                <TableCell>议事会</TableCell>
                <TableCell>总分</TableCell>
                {heads.map(({ code, title, max }) => (
                  <TableCell key={code}>
                    {title}（满分 {max}）
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {sheet.lines.map((line) => (
                <TableRow key={line.councilId}>
                  <TableCell>{line.place ?? '—'}</TableCell>
                  <TableCell sx={{ minWidth: 140 }}>
                    {line.council}{' '}
                    {sheet.frozen || line.stateTitle === '' ? null : <Chip size="small" variant="outlined" label={line.stateTitle} />}{' '}
                    {line.grade ? <Chip size="small" label={line.grade} /> : null}
                    {line.vetoed ? <Chip size="small" color="error" label="一票否决" /> : null}
                  </TableCell>
                  <TableCell sx={{ fontWeight: 700, whiteSpace: 'nowrap' }}>{line.total ?? `缺 ${line.missing.length} 项`}</TableCell>
                  {line.items.map(({ code, points, basis }) => (
                    <TableCell key={code} sx={{ whiteSpace: 'nowrap' }}>
                      {points ?? '缺'}
                      <Typography variant="body2" color="textSecondary">
                        {basis}
                      </Typography>
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      ) : null}
      <Typography variant="body2" color="textSecondary">
        「缺」是缺数，不是零分；缺数补齐前不排名。
      </Typography>
    </Stack>
  )
}

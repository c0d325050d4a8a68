import {
  Box,
  Button,
  Chip,
  LinearProgress,
  Link as MuiLink,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Title, useCreatePath } from 'react-admin'
import { Link } from 'react-router'
import type { CadenceRow } from '../actions/index.ts'
import { periodWords } from '../rules/period.ts'
import { useAsked } from './use-asked.ts'

const LIGHT = {
  green: ['success.main', '已开'],
  amber: ['warning.main', '有说明'],
  red: ['error.main', '未开'],
  none: ['action.disabled', '未到期'],
} as const

/** Which body met in which month: green, amber with a written excuse, red without. */
export default function CalendarPage(): ReactElement {
  const [year, setYear] = useState<string>()
  const [answer] = useAsked<{ year: string; months: readonly string[]; rows: readonly CadenceRow[] }>(
    '/council/actions/cadence',
    year ? { year } : {},
  )
  const shown = answer && !(answer instanceof Error) ? Number(answer.year) : undefined
  const path = useCreatePath()
  return (
    <Stack sx={{ gap: 2, pb: 4 }}>
      <Title title="例会日历" />
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h5" component="h1" sx={{ flexGrow: 1 }}>
          例会日历{shown === undefined ? '' : `（${shown} 年）`}
        </Typography>
        {shown === undefined ? null : (
          <>
            <Button onClick={() => setYear(String(shown - 1))}>{shown - 1} 年</Button>
            <Button onClick={() => setYear(String(shown + 1))}>{shown + 1} 年</Button>
          </>
        )}
      </Stack>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
        {Object.values(LIGHT).map(([color, title]) => (
          <Typography key={title}>
            <Dot color={color} title={title} text="" /> {title}
          </Typography>
        ))}
      </Stack>
      {answer === undefined ? <LinearProgress aria-label="正在读取" /> : null}
      {answer instanceof Error ? <Typography color="error">{answer.message}</Typography> : null}
      {answer && !(answer instanceof Error) ? (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>议事组织</TableCell>
                <TableCell>各期</TableCell>
                <TableCell>实开 / 应开</TableCell>
                <TableCell>三员</TableCell>
                <TableCell>妇女</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {answer.rows.map((row) => (
                <TableRow key={row.councilId}>
                  <TableCell>
                    <MuiLink component={Link} to={path({ resource: 'council.councils', id: row.councilId, type: 'show' })}>
                      {row.council}
                    </MuiLink>
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    {row.periods.map(({ key, light, why, inquorate }) => (
                      <Dot
                        key={key}
                        color={LIGHT[light as keyof typeof LIGHT][0]}
                        text={periodWords(key).short}
                        title={`${periodWords(key).long} ${LIGHT[light as keyof typeof LIGHT][1]}${why ? `：${why}` : ''}${inquorate > 0 ? `，${inquorate} 次未达法定人数` : ''}`}
                      />
                    ))}
                  </TableCell>
                  <TableCell>
                    {row.counted} / {row.expected}{' '}
                    {inquorateOf(row) > 0 ? <Chip size="small" color="warning" label={`${inquorateOf(row)} 次未达法定人数`} /> : null}
                    {row.missedInARow >= 3 ? <Chip size="small" color="error" label={`连续 ${row.missedInARow} 期未开`} /> : null}
                  </TableCell>
                  <TableCell>
                    {row.kind === 'council' ? (
                      row.vacancies === 0 ? (
                        '齐备'
                      ) : (
                        <Chip size="small" color="error" label={`缺 ${row.vacancies}`} />
                      )
                    ) : (
                      '—'
                    )}
                  </TableCell>
                  <TableCell>
                    {row.women} {row.womenShort ? <Chip size="small" color="warning" label="不足三分之一" /> : null}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {answer.rows.length === 0 ? <Typography>还没有运行中的议事组织。先在「议事组织」里建立。</Typography> : null}
        </Box>
      ) : null}
    </Stack>
  )
}

function inquorateOf({ periods }: CadenceRow): number {
  return periods.reduce((sum, { inquorate }) => sum + inquorate, 0)
}

function Dot({ color, title, text }: { readonly color: string; readonly title: string; readonly text: string }): ReactElement {
  return (
    <Box
      component="span"
      role="img"
      aria-label={title}
      title={title}
      sx={{
        display: 'inline-grid',
        placeItems: 'center',
        width: 26,
        height: 26,
        borderRadius: '50%',
        bgcolor: color,
        color: '#fff',
        fontSize: 13,
        fontWeight: 700,
        mx: 0.25,
        verticalAlign: 'middle',
      }}
    >
      {text}
    </Box>
  )
}

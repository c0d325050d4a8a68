import {
  Box,
  Button,
  LinearProgress,
  MenuItem,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Title } from 'react-admin'
import { useAsked } from './use-asked.ts'

interface Edge {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly why: string
}

/** Who linked whom, asked by party and day, drawn and listed: those who link on the left, those who were linked on the right. */
export default function GraphPage(): ReactElement {
  const [party, setParty] = useState('')
  const [from, setFrom] = useState('')
  const [whole] = useAsked<{ edges: readonly Edge[] }>('/council/actions/link-graph', {})
  const [answer] = useAsked<{ edges: readonly Edge[] }>('/council/actions/link-graph', {
    ...(party ? { party } : {}),
    ...(from ? { from } : {}),
  })
  const known = whole && !(whole instanceof Error) ? whole.edges : []
  const parties = [...new Set(known.flatMap((edge) => [edge.from, edge.to]))].toSorted((a, b) => a.localeCompare(b, 'zh-CN'))
  return (
    <Stack sx={{ gap: 2, pb: 4 }}>
      <Title title="联动图" />
      <Typography variant="h5" component="h1">
        联动图：谁联络了谁
      </Typography>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <TextField select label="只看哪一方" value={party} onChange={({ target }) => setParty(target.value)} sx={{ minWidth: 240 }}>
          <MenuItem value="">全部</MenuItem>
          {parties.map((name) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          type="date"
          label="从哪天起"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        {party || from ? (
          <Button
            onClick={() => {
              setParty('')
              setFrom('')
            }}
          >
            清除
          </Button>
        ) : null}
      </Stack>
      {answer === undefined ? (
        <LinearProgress aria-label="正在读取" />
      ) : answer instanceof Error ? (
        <Typography color="error">{answer.message}</Typography>
      ) : answer.edges.length === 0 ? (
        <Typography>
          {party || from ? '没有符合条件的联动记录。' : '还没有联动记录。邀请利益相关方时写明「由谁联络」，这里就会画出来。'}
        </Typography>
      ) : (
        <>
          <Graph edges={answer.edges.slice(0, 60)} />
          <Edges edges={answer.edges} />
        </>
      )}
    </Stack>
  )
}

const LINE = 34
const FONT = 15
const MIDDLE = 220

/** Wide enough for the longest name, so that none is cut off. */
function widthOf(names: readonly string[]): number {
  return Math.max(80, ...names.map((name) => name.length * FONT)) + 20
}

function Graph({ edges }: { readonly edges: readonly Edge[] }): ReactElement {
  const left = [...new Set(edges.map(({ from }) => from))]
  const right = [...new Set(edges.map(({ to }) => to))]
  const height = Math.max(left.length, right.length) * LINE + 20
  const leftWidth = widthOf(left)
  const width = leftWidth + MIDDLE + widthOf(right)
  const y = (list: readonly string[], name: string): number => 24 + list.indexOf(name) * LINE
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={edges.map(({ from, to, count }) => `${from} 联络 ${to} ${count} 次`).join('；')}
      >
        {edges.map(({ from, to, count }) => (
          <line
            key={`${from}-${to}`}
            x1={leftWidth}
            y1={y(left, from) - 5}
            x2={leftWidth + MIDDLE}
            y2={y(right, to) - 5}
            stroke="#9c1c1c"
            strokeOpacity="0.45"
            strokeWidth={Math.min(8, 1 + count)}
          />
        ))}
        {left.map((name) => (
          <text key={name} x={leftWidth - 8} y={y(left, name)} textAnchor="end" fontSize={FONT} fill="currentColor">
            {name}
          </text>
        ))}
        {right.map((name) => (
          <text key={name} x={leftWidth + MIDDLE + 8} y={y(right, name)} fontSize={FONT} fill="currentColor">
            {name}
          </text>
        ))}
      </svg>
    </Box>
  )
}

function Edges({ edges }: { readonly edges: readonly Edge[] }): ReactElement {
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label="联动明细">
        <TableHead>
          <TableRow>
            <TableCell>由谁</TableCell>
            <TableCell>联络谁</TableCell>
            <TableCell>次数</TableCell>
            <TableCell>最近为了什么</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {edges.map(({ from, to, count, why }) => (
            <TableRow key={`${from}-${to}`}>
              <TableCell>{from}</TableCell>
              <TableCell>{to}</TableCell>
              <TableCell>{count}</TableCell>
              <TableCell>{why}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

import { Box, LinearProgress, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Title } from 'react-admin'
import { useAsked } from './use-asked.ts'

interface Edge {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly why: string
}

/** Who linked whom, drawn: those who link on the left, those who were linked on the right. */
export default function GraphPage(): ReactElement {
  const [answer] = useAsked<{ edges: readonly Edge[] }>('/council/actions/link-graph', {})
  return (
    <Stack sx={{ gap: 2, pb: 4 }}>
      <Title title="联动图" />
      <Typography variant="h5" component="h1">
        联动图：谁联络了谁
      </Typography>
      {answer === undefined ? (
        <LinearProgress aria-label="正在读取" />
      ) : answer instanceof Error ? (
        <Typography color="error">{answer.message}</Typography>
      ) : (
        <Graph edges={answer.edges.slice(0, 60)} />
      )}
    </Stack>
  )
}

const LINE = 34

function Graph({ edges }: { readonly edges: readonly Edge[] }): ReactElement {
  const left = [...new Set(edges.map(({ from }) => from))]
  const right = [...new Set(edges.map(({ to }) => to))]
  const height = Math.max(left.length, right.length) * LINE + 20
  const y = (list: readonly string[], name: string): number => 24 + list.indexOf(name) * LINE
  if (edges.length === 0) return <Typography>还没有联动记录。邀请利益相关方时写明「由谁联络」，这里就会画出来。</Typography>
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <svg
        viewBox={`0 0 900 ${height}`}
        width="900"
        height={height}
        role="img"
        aria-label={edges.map(({ from, to, count }) => `${from} 联络 ${to} ${count} 次`).join('；')}
      >
        {edges.map(({ from, to, count }) => (
          <line
            key={`${from}-${to}`}
            x1="330"
            y1={y(left, from) - 5}
            x2="570"
            y2={y(right, to) - 5}
            stroke="#9c1c1c"
            strokeOpacity="0.45"
            strokeWidth={Math.min(8, 1 + count)}
          />
        ))}
        {left.map((name) => (
          <text key={name} x="320" y={y(left, name)} textAnchor="end" fontSize="15">
            {name}
          </text>
        ))}
        {right.map((name) => (
          <text key={name} x="580" y={y(right, name)} fontSize="15">
            {name}
          </text>
        ))}
      </svg>
    </Box>
  )
}

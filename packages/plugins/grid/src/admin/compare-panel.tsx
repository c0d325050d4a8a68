import { type PanelProps, request } from '@linli/admin'
import { Alert, Box, Skeleton, Stack, Typography } from '@mui/material'
import { type ReactElement, useEffect, useState } from 'react'
import type { ShownDifference } from '../actions/index.ts'
import { useTexts } from './texts.ts'

interface Compared {
  readonly form: string
  readonly differences: readonly ShownDifference[]
  readonly answers: readonly { readonly title: string; readonly answer: string }[]
}

/** What was collected beside what is recorded. */
export default function ComparePanel({ record }: Pick<PanelProps, 'record'>): ReactElement {
  const text = useTexts()
  const [found, setFound] = useState<Compared>()
  const [fault, setFault] = useState('')
  useEffect(() => {
    const leaving = new AbortController()
    request<Compared>(`/grid/submissions/${record.id}/actions/compare`, { method: 'POST', body: {}, signal: leaving.signal })
      .then(setFound)
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setFault(error instanceof Error ? error.message : '')
      })
    return () => leaving.abort()
  }, [record.id, record.version])
  if (fault) return <Alert severity="error">{fault}</Alert>
  if (!found) return <Skeleton variant="rounded" height={80} />
  return (
    <Stack sx={{ gap: 2 }}>
      {found.differences.length === 0 ? (
        <Typography>{text('compare.same')}</Typography>
      ) : (
        <Lines
          head={[text('compare.fact'), text('compare.recorded'), text('compare.given')]}
          lines={found.differences.map(({ title, recorded, given }) => [title, recorded ?? text('compare.empty'), given])}
        />
      )}
      <Typography variant="h6" component="h3">
        {text('compare.answers')}
      </Typography>
      <Lines head={[text('compare.fact'), text('compare.given')]} lines={found.answers.map(({ title, answer }) => [title, answer])} />
    </Stack>
  )
}

function Lines({ head, lines }: { readonly head: readonly string[]; readonly lines: readonly (readonly string[])[] }): ReactElement {
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        borderCollapse: 'collapse',
        '& th, & td': { p: 1, textAlign: 'left', borderBottom: 1, borderColor: 'divider', overflowWrap: 'anywhere' },
      }}
    >
      <thead>
        <tr>
          {head.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line[0]}>
            {line.map((each, index) => (
              <td key={`${head[index] ?? ''}`}>{each}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

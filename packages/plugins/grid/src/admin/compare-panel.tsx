import { type PanelProps, request } from '@linli/admin'
import { Alert, Box, Skeleton, Stack, Typography } from '@mui/material'
import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import type { ShownDifference } from '../actions/index.ts'
import { useTexts } from './texts.ts'

interface Compared {
  readonly form: string
  readonly differences: readonly ShownDifference[]
  readonly answers: readonly { readonly title: string; readonly answer: string; readonly photo: string | null }[]
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
      <Lines
        head={[text('compare.fact'), text('compare.given')]}
        lines={found.answers.map(({ title, answer, photo }) => [title, photo ? <Photo key={photo} id={photo} title={title} /> : answer])}
      />
    </Stack>
  )
}

/** A picture small enough for the line, which opens in full. */
function Photo({ id, title }: { readonly id: string; readonly title: string }): ReactElement {
  const address = `/api/platform/files/${id}`
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <Box component="img" src={address} alt={title} sx={{ maxWidth: 160, maxHeight: 120, display: 'block' }} />
    </a>
  )
}

function Lines({ head, lines }: { readonly head: readonly string[]; readonly lines: readonly (readonly ReactNode[])[] }): ReactElement {
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
          <tr key={String(line[0])}>
            {line.map((each, index) => (
              <td key={`${head[index] ?? ''}`}>{each}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

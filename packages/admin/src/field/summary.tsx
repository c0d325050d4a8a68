import { Alert } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'

interface SummaryProps {
  readonly resource: AnyResource
  readonly values: Readonly<Record<string, unknown>>
}

/** The row in one plain sentence, as its module says it. */
export function Summary({ resource, values }: SummaryProps): ReactElement | null {
  const sentence = resource.summary?.(values)
  if (!sentence) return null
  return (
    <Alert severity="info" icon={false} role="status" sx={{ width: '100%', fontSize: '1rem' }}>
      {sentence}
    </Alert>
  )
}

import { Chip } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { useTitles } from '../model/index.ts'

const TONES = { neutral: 'default', waiting: 'warning', good: 'success', bad: 'error' } as const

/** A state of a workflow, in its tone. */
export function StatusChip({ resource, status }: { readonly resource: AnyResource; readonly status: string }): ReactElement {
  const title = useTitles()
  const state = resource.workflow?.states[status]
  return (
    <Chip
      variant="outlined"
      color={TONES[state?.tone ?? 'neutral']}
      label={title(`${resource.name}.status.${status}`, state?.title ?? status)}
    />
  )
}

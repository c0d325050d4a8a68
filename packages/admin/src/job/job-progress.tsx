import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { useWords } from '../messages/index.ts'
import type { Job } from './use-job.ts'

/** How far a job has come, as a bar and in figures. */
export function JobProgress({ job }: { readonly job: Job }): ReactElement {
  const words = useWords()
  const share = job.total && job.total > 0 ? Math.min(100, Math.round((job.done / job.total) * 100)) : null
  if (job.state === 'failed') return <Alert severity="error">{job.message ?? words('job.failed')}</Alert>
  return (
    <Box>
      <Typography aria-live="polite">
        {words(`job.${job.state}`)} {job.total ? words('job.progress', { done: job.done, total: job.total }) : ''}
      </Typography>
      {job.state === 'done' ? null : (
        <LinearProgress
          {...(share === null ? {} : { variant: 'determinate' as const, value: share })}
          aria-label={job.title}
          sx={{ height: 8, borderRadius: 4 }}
        />
      )}
      {job.file ? (
        <Button href={`/api/platform/files/${job.file}`} variant="outlined" sx={{ mt: 1 }}>
          {words('job.download')}
        </Button>
      ) : null}
    </Box>
  )
}

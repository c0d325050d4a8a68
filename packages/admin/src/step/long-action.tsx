import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useEffect, type ReactElement } from 'react'
import { JobProgress, useJob } from '../job/index.ts'
import { useWords } from '../messages/index.ts'

interface LongActionProps {
  readonly jobId: string
  readonly title: string
  /** Told the answer when the job is done. */
  readonly onDone: (answer: unknown) => void
  readonly onClose: () => void
}

/** An action that takes its time: how far it is, until it has its answer. Whoever closes it leaves it running. */
export function LongAction({ jobId, title, onDone, onClose }: LongActionProps): ReactElement {
  const words = useWords()
  const job = useJob(jobId)
  const isDone = job?.state === 'done'
  useEffect(() => {
    if (isDone) onDone(job?.answer)
  }, [isDone, job?.answer, onDone])
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={`job-${jobId}`}>
      <DialogTitle id={`job-${jobId}`}>{title}</DialogTitle>
      <DialogContent>
        <JobProgress job={job ?? { id: jobId, title, state: 'waiting', done: 0, total: null, message: null, file: null, answer: null }} />
        {job?.state === 'failed' ? null : (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
            {words('job.mayLeave')}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{words('common.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

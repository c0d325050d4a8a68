import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { instantText } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { fetchTimeline } from '../record/timeline-entries.ts'
import { ChangeLines } from '../record/change-lines.tsx'

interface StaleDialogProps {
  readonly resource: AnyResource
  readonly id: string
  readonly onReload: () => void
  readonly onStay: () => void
}

/** Somebody else was quicker: who changed what, and the choice to load it. */
export function StaleDialog({ resource, id, onReload, onStay }: StaleDialogProps): ReactElement {
  const words = useWords()
  const { data } = useQuery({ queryKey: ['linli', 'stale', resource.name, id], queryFn: () => fetchTimeline(resource.name, id), gcTime: 0 })
  const last = data?.entries[0]
  return (
    <Dialog open onClose={onStay} fullWidth maxWidth="sm" aria-labelledby="stale-title">
      <DialogTitle id="stale-title">{words('stale.title')}</DialogTitle>
      <DialogContent>
        <Typography gutterBottom>
          {last ? words('stale.by', { name: last.actorName, at: instantText(last.at) }) : words('stale.unknown')}
        </Typography>
        {last ? <ChangeLines resource={resource} changes={last.changes} /> : null}
        <Typography color="textSecondary" sx={{ mt: 2 }}>
          {words('stale.help')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onStay}>{words('stale.stay')}</Button>
        <Button variant="contained" onClick={onReload}>
          {words('stale.reload')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

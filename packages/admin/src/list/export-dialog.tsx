import {
  Alert,
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  FormGroup,
  LinearProgress,
  Typography,
  useMediaQuery,
  type Theme,
} from '@mui/material'
import type { Purpose } from '@linli/core/privacy'
import type { AnyResource } from '@linli/kit'
import { useState, type ReactElement } from 'react'
import { useListContext, useStore } from 'react-admin'
import { download, type DownloadProgress } from '../http/download.ts'
import { useWords } from '../messages/index.ts'
import { pathOf, useColumnTitle, useTitles } from '../model/index.ts'
import { chosenPlace } from '../place/index.ts'
import { filterOf } from '../provider/index.ts'
import { PurposeChoice } from '../record/reveal.tsx'
import { columnsOf, exportColumns } from './columns.ts'

interface ExportDialogProps {
  readonly resource: AnyResource
  /** These rows alone. @default what the list shows with its filters, all pages */
  readonly ids?: readonly string[]
  readonly onClose: () => void
}

/** Which columns, and why: a purpose is asked for as soon as a chosen column is more personal than public. */
export function ExportDialog({ resource, ids, onClose }: ExportDialogProps): ReactElement {
  const words = useWords()
  const title = useTitles()
  const titleOf = useColumnTitle()
  const { filterValues, sort } = useListContext()
  const { shown, hidden } = columnsOf(resource)
  const [hiddenNow] = useStore<string[]>(`${resource.name}.datatable`, [...hidden])
  const [columns, setColumns] = useState<readonly string[]>([...shown, ...hidden].filter((column) => !hiddenNow.includes(column)))
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [fault, setFault] = useState<string>()
  const [running, setRunning] = useState<AbortController>()
  const [progress, setProgress] = useState<DownloadProgress>()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const needsPurpose = columns.some((column) => (resource.fields[column]?.privacy ?? 'P0') > 'P0')

  const start = async (): Promise<void> => {
    if (columns.length === 0) return setFault(words('export.noColumn'))
    const controller = new AbortController()
    setRunning(controller)
    setProgress(undefined)
    setFault(undefined)
    try {
      const query = {
        filter: ids ? { id: ids } : filterOf(filterValues as Record<string, unknown>, resource.scope, chosenPlace()),
        sort: [sort.field, sort.order],
        columns: columns.join(','),
        purpose: needsPurpose ? purpose : undefined,
      }
      await download(`${pathOf(resource.name)}/export.xlsx`, query, { signal: controller.signal, onProgress: setProgress })
      onClose()
    } catch (error) {
      setFault(controller.signal.aborted ? words('export.stopped') : error instanceof Error ? error.message : String(error))
    } finally {
      setRunning(undefined)
    }
  }

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" fullScreen={isPhone} aria-labelledby="export-title">
      <DialogTitle id="export-title">{words('export.title', { name: title(resource.name, resource.title) })}</DialogTitle>
      <DialogContent>
        {fault ? (
          <Alert severity="error" sx={{ mb: 2 }}>
            {fault}
          </Alert>
        ) : null}
        <DialogContentText gutterBottom>{words('export.help')}</DialogContentText>
        <Typography variant="subtitle1" component="h3">
          {words('export.columns')}
        </Typography>
        <FormGroup sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          {exportColumns(resource).map((column) => (
            <FormControlLabel
              key={column}
              control={
                <Checkbox
                  checked={columns.includes(column)}
                  onChange={(_event, isChosen) => setColumns(isChosen ? [...columns, column] : columns.filter((one) => one !== column))}
                />
              }
              label={titleOf(resource.name, column)}
            />
          ))}
        </FormGroup>
        {needsPurpose ? (
          <>
            <Typography variant="subtitle1" component="h3" sx={{ mt: 2 }}>
              {words('export.purpose')}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {words('export.purposeHelp')}
            </Typography>
            <PurposeChoice value={purpose} onChange={setPurpose} />
          </>
        ) : null}
      </DialogContent>
      {running ? (
        <Box sx={{ px: 3, pt: 1 }}>
          <Typography variant="body2" aria-live="polite">
            {progress
              ? words(progress.rows === null ? 'export.received' : 'export.receivedOf', {
                  size: (progress.bytes / 1024 / 1024).toFixed(1),
                  rows: progress.rows ?? 0,
                })
              : words('export.preparing')}
          </Typography>
          <LinearProgress aria-label={words('export.start')} sx={{ mt: 1 }} />
        </Box>
      ) : null}
      <DialogActions sx={{ p: 2 }}>
        <Button onClick={running ? () => running.abort() : onClose}>{words(running ? 'export.stop' : 'common.cancel')}</Button>
        <Button variant="contained" disabled={running !== undefined || (needsPurpose && purpose === null)} onClick={() => void start()}>
          {words('export.start')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

import { Button, CircularProgress, Typography } from '@mui/material'
import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import type { AnyResource } from '@linli/kit'
import { useState, type ReactElement } from 'react'
import { useListContext, useNotify, useRefresh, type RaRecord } from 'react-admin'
import { DialogForm } from '../form/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { bulkWorks, type BulkWork } from './bulk-works.ts'
import { ExportDialog } from './export-dialog.tsx'

/** What can be done with the chosen rows: steps and actions, one row after the other, each with its own answer, and their export. */
export function BulkTools({ resource }: { readonly resource: AnyResource }): ReactElement | null {
  const words = useWords()
  const title = useTitles()
  const may = useMay()
  const notify = useNotify()
  const refresh = useRefresh()
  const { model, me } = useAdminInfo()
  const { selectedIds, data, onUnselectItems } = useListContext<RaRecord>()
  const [asked, setAsked] = useState<BulkWork | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const [isExporting, setExporting] = useState(false)
  const rows = (data ?? []).filter(({ id }) => selectedIds.includes(id))

  const run = async (work: BulkWork, input: Readonly<Record<string, unknown>>): Promise<void> => {
    const faults: string[] = []
    for (const [index, row] of rows.entries()) {
      setDone(index)
      try {
        await work.run(row, input)
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error))
      }
    }
    setDone(null)
    setAsked(null)
    onUnselectItems()
    refresh()
    const message = [words('list.bulkDone', { done: rows.length - faults.length, failed: faults.length }), ...new Set(faults)].join('\n')
    notify(message, { type: faults.length > 0 ? 'warning' : 'success', multiLine: true, messageArgs: { _: message } })
  }

  if (done !== null && !asked) {
    return (
      <>
        <CircularProgress size={24} aria-label={words('list.bulkRunning', { done, total: rows.length })} />
        <Typography>{words('list.bulkRunning', { done, total: rows.length })}</Typography>
      </>
    )
  }
  if (rows.length === 0) return null
  return (
    <>
      {bulkWorks(resource, rows, [...model.actions.values()], may, me.account.id).map((work) => (
        <Button key={work.name} onClick={() => setAsked(work)}>
          {title(work.name, work.title)}
        </Button>
      ))}
      {may(`${resource.name}.export`) ? (
        <Button startIcon={<ExportIcon />} onClick={() => setExporting(true)}>
          {words('list.bulkExport')}
        </Button>
      ) : null}
      {isExporting ? <ExportDialog resource={resource} ids={rows.map(({ id }) => String(id))} onClose={() => setExporting(false)} /> : null}
      {asked ? (
        <DialogForm
          title={title(asked.name, asked.title)}
          text={`${words('home.count', { n: rows.length })}。${asked.confirm ?? words('step.confirm', { step: asked.title })}`}
          fields={asked.input}
          path={asked.name}
          submitLabel={title(asked.name, asked.title)}
          onSubmit={(input) => run(asked, input)}
          onClose={() => setAsked(null)}
        >
          {done === null ? null : <Typography aria-live="polite">{words('list.bulkRunning', { done, total: rows.length })}</Typography>}
        </DialogForm>
      ) : null}
    </>
  )
}

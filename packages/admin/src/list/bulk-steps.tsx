import { Button, CircularProgress, Typography } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import { useState, type ReactElement } from 'react'
import { useListContext, useNotify, useRefresh, type RaRecord } from 'react-admin'
import { DialogForm } from '../form/index.ts'
import { useWords } from '../messages/index.ts'
import { useMay, useTitles } from '../model/index.ts'
import { takeableSteps, takeStep, type NamedStep } from '../step/index.ts'

/** The steps that may be taken on every chosen row, one after the other, each with its own answer. */
export function BulkSteps({ resource }: { readonly resource: AnyResource }): ReactElement | null {
  const words = useWords()
  const title = useTitles()
  const may = useMay()
  const notify = useNotify()
  const refresh = useRefresh()
  const { selectedIds, data, onUnselectItems } = useListContext<RaRecord>()
  const [asked, setAsked] = useState<NamedStep | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const rows = (data ?? []).filter(({ id }) => selectedIds.includes(id))
  const steps = commonSteps(resource, rows, may)

  const run = async (chosen: NamedStep, input: Readonly<Record<string, unknown>>): Promise<void> => {
    const faults: string[] = []
    for (const [index, row] of rows.entries()) {
      setDone(index)
      try {
        await takeStep(resource, row, chosen.name, input)
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
  if (steps.length === 0) return <Typography variant="body2">{words('list.bulkNone')}</Typography>
  return (
    <>
      {steps.map((named) => (
        <Button key={named.name} onClick={() => setAsked(named)}>
          {title(`${resource.name}.${named.name}`, named.step.title)}
        </Button>
      ))}
      {asked ? (
        <DialogForm
          title={title(`${resource.name}.${asked.name}`, asked.step.title)}
          text={`${words('home.count', { n: rows.length })}。${asked.step.confirm ?? words('step.confirm', { step: asked.step.title })}`}
          fields={asked.step.input ?? {}}
          path={`${resource.name}.${asked.name}`}
          submitLabel={title(`${resource.name}.${asked.name}`, asked.step.title)}
          onSubmit={(input) => run(asked, input)}
          onClose={() => setAsked(null)}
        >
          {done === null ? null : <Typography aria-live="polite">{words('list.bulkRunning', { done, total: rows.length })}</Typography>}
        </DialogForm>
      ) : null}
    </>
  )
}

function commonSteps(resource: AnyResource, rows: readonly RaRecord[], may: (permission: string) => boolean): NamedStep[] {
  const [first, ...others] = rows
  if (!first) return []
  return takeableSteps(resource, String(first.status), may).filter(({ step }) =>
    others.every(({ status }) => step.from.includes(String(status))),
  )
}

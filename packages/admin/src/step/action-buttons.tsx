import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import type { AnyAction, AnyResource } from '@linli/kit'
import { useState, type ReactElement } from 'react'
import { useNotify, useRefresh, type RaRecord } from 'react-admin'
import { DialogForm, useOnce, useTellProblem } from '../form/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { LongAction } from './long-action.tsx'
import { partsOf, pathOf, useAdminInfo, useMay, useTitles } from '../model/index.ts'

interface ActionButtonsProps {
  readonly resource: AnyResource
  readonly record: RaRecord
}

/** What else can be done with the row. */
export function ActionButtons({ resource, record }: ActionButtonsProps): ReactElement | null {
  const { model } = useAdminInfo()
  const may = useMay()
  const actions = [...model.actions.values()].filter(
    (action) => action.resource === resource.name && !action.hidden && may(action.name) && (action.offered?.(record) ?? true),
  )
  return (
    <>
      {actions.map((action) => (
        <ActionButton key={action.name} action={action} path={rowActionPath(resource, action, record)} />
      ))}
    </>
  )
}

/** The address of an action on a row. */
export function rowActionPath(resource: AnyResource, action: AnyAction, record: RaRecord): string {
  return `${pathOf(resource.name)}/${String(record.id)}/actions/${verbOf(action)}`
}

/** The address of an action that belongs to no row. */
export function actionPath(action: AnyAction): string {
  return `/${partsOf(action.name).plugin}/actions/${verbOf(action)}`
}

/** An action with its form, its question, and its answer. */
export function ActionButton({ action, path }: { readonly action: AnyAction; readonly path: string }): ReactElement {
  const title = useTitles()
  const words = useWords()
  const notify = useNotify()
  const refresh = useRefresh()
  const tell = useTellProblem()
  const once = useOnce()
  const [isAsking, setAsking] = useState(false)
  const [answer, setAnswer] = useState<readonly Told[] | null>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const name = title(action.name, action.title)
  const textOf = (value: unknown): string => {
    if (typeof value === 'boolean') return words(value ? 'common.yes' : 'common.no')
    return Array.isArray(value) ? value.map(String).join('\n') || words('common.none') : String(value)
  }

  const run = async (input: Readonly<Record<string, unknown>>): Promise<void> => {
    const result = await request<unknown>(path, { method: 'POST', body: input })
    setAsking(false)
    if (isJob(result)) return setJobId(result.jobId)
    tellResult(result)
  }
  const tellResult = (result: unknown): void => {
    const shown = toldOf(action, result)
    // What the row can do next may leave this button out: the answer is read before the row is.
    if (shown.length > 0) return setAnswer(shown)
    refresh()
    const message = words('step.done', { step: name })
    notify(message, { type: 'success', messageArgs: { _: message } })
  }

  const close = (): void => {
    setAnswer(null)
    refresh()
  }

  return (
    <>
      <Button
        variant="outlined"
        title={action.help}
        onClick={() => {
          if (Object.keys(action.input).length > 0 || action.confirm) setAsking(true)
          else once(() => run({})).catch(tell)
        }}
      >
        {name}
      </Button>
      {isAsking ? (
        <DialogForm
          title={name}
          text={[
            action.help && title(`${action.name}.help`, action.help),
            action.confirm && title(`${action.name}.confirm`, action.confirm),
          ]
            .filter(Boolean)
            .join('\n')}
          fields={action.input}
          path={action.name}
          submitLabel={name}
          onSubmit={run}
          onClose={() => setAsking(false)}
        />
      ) : null}
      {jobId ? (
        <LongAction
          jobId={jobId}
          title={name}
          onDone={(result) => {
            setJobId(null)
            tellResult(result)
          }}
          onClose={() => setJobId(null)}
        />
      ) : null}
      {answer ? (
        <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby={`${action.name}-result`}>
          <DialogTitle id={`${action.name}-result`}>{`${name} · ${words('step.result')}`}</DialogTitle>
          <DialogContent>
            <Stack sx={{ gap: 1 }}>
              {answer.map(({ key, zh, value }) => (
                <Typography key={key} sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                  {title(`${action.name}.answer.${key}`, zh)}：<strong>{textOf(value)}</strong>
                </Typography>
              ))}
            </Stack>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => void navigator.clipboard?.writeText(answer.map(({ value }) => textOf(value)).join('\n'))}>
              {words('step.copy')}
            </Button>
            <Button variant="contained" onClick={close}>
              {words('common.close')}
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  )
}

function isJob(result: unknown): result is { readonly jobId: string } {
  return typeof result === 'object' && result !== null && 'jobId' in result && typeof result.jobId === 'string'
}

function verbOf(action: AnyAction): string {
  return action.name.split('.').at(-1) ?? ''
}

interface Told {
  readonly key: string
  readonly zh: string
  readonly value: unknown
}

/** What of an answer is told, by the titles that the action gives. */
function toldOf({ answer = {} }: AnyAction, result: unknown): Told[] {
  if (typeof result !== 'object' || result === null) return []
  const values: Readonly<Record<string, unknown>> = { ...result }
  return Object.entries<string>(answer).flatMap(([key, zh]) => (values[key] == null ? [] : [{ key, zh, value: values[key] }]))
}

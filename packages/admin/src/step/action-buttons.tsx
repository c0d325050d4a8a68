import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import type { AnyAction, AnyResource } from '@linli/kit'
import { useState, type ReactElement } from 'react'
import { useNotify, useRefresh, type RaRecord } from 'react-admin'
import { DialogForm, useTellProblem } from '../form/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { partsOf, pathOf, useAdminInfo, useMay, useTitles } from '../model/index.ts'

interface ActionButtonsProps {
  readonly resource: AnyResource
  readonly record: RaRecord
}

/** What else can be done with the row. */
export function ActionButtons({ resource, record }: ActionButtonsProps): ReactElement | null {
  const { model } = useAdminInfo()
  const may = useMay()
  const actions = [...model.actions.values()].filter((action) => action.resource === resource.name && !action.hidden && may(action.name))
  return (
    <>
      {actions.map((action) => (
        <ActionButton key={action.name} action={action} path={`${pathOf(resource.name)}/${String(record.id)}/actions/${verbOf(action)}`} />
      ))}
    </>
  )
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
  const [isAsking, setAsking] = useState(false)
  const [answer, setAnswer] = useState<Readonly<Record<string, unknown>> | null>(null)
  const name = title(action.name, action.title)

  const run = async (input: Readonly<Record<string, unknown>>): Promise<void> => {
    const result = await request<unknown>(path, { method: 'POST', body: input })
    setAsking(false)
    refresh()
    const shown = scalarsOf(result)
    if (Object.keys(shown).length > 0) return setAnswer(shown)
    const message = words('step.done', { step: name })
    notify(message, { type: 'success', messageArgs: { _: message } })
  }

  return (
    <>
      <Button
        variant="outlined"
        title={action.help}
        onClick={() => {
          if (Object.keys(action.input).length > 0 || action.confirm) setAsking(true)
          else run({}).catch(tell)
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
      {answer ? (
        <Dialog open onClose={() => setAnswer(null)} fullWidth maxWidth="xs" aria-labelledby={`${action.name}-result`}>
          <DialogTitle id={`${action.name}-result`}>{`${name} · ${words('step.result')}`}</DialogTitle>
          <DialogContent>
            <Stack sx={{ gap: 1 }}>
              {Object.entries(answer).map(([key, value]) => (
                <Typography key={key} sx={{ overflowWrap: 'anywhere' }}>
                  {title(`${action.name}.answer.${key}`, '')} <strong>{String(value)}</strong>
                </Typography>
              ))}
            </Stack>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => void navigator.clipboard?.writeText(Object.values(answer).join('\n'))}>{words('step.copy')}</Button>
            <Button variant="contained" onClick={() => setAnswer(null)}>
              {words('common.close')}
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  )
}

function verbOf(action: AnyAction): string {
  return action.name.split('.').at(-1) ?? ''
}

/** What of an answer can be read by a person: not rows, not ids. */
function scalarsOf(answer: unknown): Readonly<Record<string, string | number>> {
  if (typeof answer !== 'object' || answer === null || 'version' in answer) return {}
  return Object.fromEntries(
    Object.entries(answer).filter(
      (entry): entry is [string, string | number] =>
        (typeof entry[1] === 'string' || typeof entry[1] === 'number') && !/(^|[a-z])[iI]d$/.test(entry[0]),
    ),
  )
}

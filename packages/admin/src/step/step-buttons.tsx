import { Button } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import { useState, type ReactElement } from 'react'
import { useNotify, useRefresh, type RaRecord } from 'react-admin'
import { DialogForm, useOnce, useTellProblem } from '../form/index.ts'
import { ProblemError } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { stepPath } from './step-path.ts'
import { isOffered, takeableSteps, takeStep, type NamedStep } from './take-step.ts'

interface StepButtonsProps {
  readonly resource: AnyResource
  readonly record: RaRecord
}

/** The steps that may be taken now, the one that leads onward first, each with the form or question it asks for. */
export function StepButtons({ resource, record }: StepButtonsProps): ReactElement | null {
  const may = useMay()
  const title = useTitles()
  const words = useWords()
  const notify = useNotify()
  const refresh = useRefresh()
  const tell = useTellProblem()
  const once = useOnce()
  const [asked, setAsked] = useState<NamedStep | null>(null)
  const { me } = useAdminInfo()
  const steps = takeableSteps(resource, String(record.status), may).filter(({ step }) => isOffered(step, record, me.account.id))
  if (steps.length === 0 || !resource.workflow) return null
  const { states, at } = stepPath(resource.workflow, record)
  const onward = steps.find(({ step }) => step.to === states[at + 1])

  const nameOf = ({ name, step }: NamedStep): string => title(`${resource.name}.${name}`, step.title)
  const take = async (chosen: NamedStep, input: Readonly<Record<string, unknown>>): Promise<void> => {
    await takeStep(resource, record, chosen.name, input).catch((error: unknown) => {
      // The row as it is now comes in behind the message, so that a second attempt is made in full sight of it.
      if (error instanceof ProblemError && error.code === 'row.stale') refresh()
      throw error
    })
    const message = words('step.done', { step: nameOf(chosen) })
    notify(message, { type: 'success', messageArgs: { _: message } })
    setAsked(null)
    refresh()
  }
  const start = (chosen: NamedStep): void => {
    const asks = Object.keys(chosen.step.input ?? {}).length > 0 || chosen.step.confirm
    if (asks) setAsked(chosen)
    else once(() => take(chosen, {})).catch(tell)
  }

  return (
    <>
      {(onward ? [onward, ...steps.filter((named) => named !== onward)] : steps).map((named) => (
        <Button key={named.name} variant={named === onward ? 'contained' : 'outlined'} onClick={() => start(named)}>
          {nameOf(named)}
        </Button>
      ))}
      {asked ? (
        <DialogForm
          title={nameOf(asked)}
          {...(asked.step.confirm ? { text: title(`${resource.name}.${asked.name}.confirm`, asked.step.confirm) } : {})}
          fields={asked.step.input ?? {}}
          path={`${resource.name}.${asked.name}`}
          values={ownValues(asked, record)}
          submitLabel={nameOf(asked)}
          onSubmit={(input) => take(asked, input)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  )
}

/** Inputs named like the row's own fields start with what the row has, unless it is only a mask. */
function ownValues({ step }: NamedStep, record: RaRecord): Readonly<Record<string, unknown>> {
  const entries = Object.entries(step.input ?? {})
  return Object.fromEntries(entries.flatMap(([key, field]) => (field.encrypted || record[key] == null ? [] : [[key, record[key]]])))
}

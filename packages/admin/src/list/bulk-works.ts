import type { AnyAction, AnyResource, Fields } from '@linli/kit'
import type { RaRecord } from 'react-admin'
import { request } from '../http/index.ts'
import { isOffered, rowActionPath, takeableSteps, takeStep } from '../step/index.ts'

/** Something that can be done to each of the chosen rows. */
export interface BulkWork {
  /** Name of the step's permission or of the action. */
  readonly name: string
  readonly title: string
  readonly confirm: string | undefined
  readonly input: Fields
  readonly run: (row: RaRecord, input: Readonly<Record<string, unknown>>) => Promise<unknown>
}

/** The steps that every row can take as it is now, then the actions that say of themselves that they may be done to many. */
export function bulkWorks(
  resource: AnyResource,
  rows: readonly RaRecord[],
  actions: readonly AnyAction[],
  may: (permission: string) => boolean,
  accountId: string,
): readonly BulkWork[] {
  const [first, ...others] = rows
  if (!first) return []
  const steps = takeableSteps(resource, String(first.status), may).filter(
    ({ step }) => others.every(({ status }) => step.from.includes(String(status))) && rows.every((row) => isOffered(step, row, accountId)),
  )
  const offered = actions.filter(
    (action) =>
      action.bulk &&
      !action.hidden &&
      action.resource === resource.name &&
      may(action.name) &&
      rows.every((row) => action.offered?.(row) ?? true),
  )
  return [
    ...steps.map(({ name, step }) => ({
      name: `${resource.name}.${name}`,
      title: step.title,
      confirm: step.confirm,
      input: step.input ?? {},
      run: (row: RaRecord, input: Readonly<Record<string, unknown>>) => takeStep(resource, row, name, input),
    })),
    ...offered.map((action) => ({
      name: action.name,
      title: action.title,
      confirm: action.confirm,
      input: action.input,
      run: (row: RaRecord, input: Readonly<Record<string, unknown>>) =>
        request(rowActionPath(resource, action, row), { method: 'POST', body: input }),
    })),
  ]
}

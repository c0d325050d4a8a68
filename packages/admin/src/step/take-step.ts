import { stepsFrom } from '@linli/core/workflow'
import { type AnyResource, meetsChoices, type StepDefinition } from '@linli/kit'
import type { RaRecord } from 'react-admin'
import { request } from '../http/index.ts'
import { pathOf } from '../model/index.ts'

/** A step with its name. */
export interface NamedStep {
  readonly name: string
  readonly step: StepDefinition
}

/** Whether a step is offered on a row: the row is of its kind, and where it is for one account alone, that is this one. */
export function isOffered({ alone, waitsFor, when }: StepDefinition, record: RaRecord, accountId: string): boolean {
  const account: unknown = alone && waitsFor !== undefined ? record[waitsFor] : undefined
  return meetsChoices(when, record) && (typeof account !== 'string' || account === accountId)
}

/** The steps that a person may take from a state: those that are not taken by rules alone, with the permission for each. */
export function takeableSteps(resource: AnyResource, status: string, may: (permission: string) => boolean): NamedStep[] {
  const { workflow } = resource
  if (!workflow) return []
  return stepsFrom(workflow, status).flatMap((name) => {
    const step = workflow.steps[name]
    return step && !step.automatic && may(`${resource.name}.${name}`) ? [{ name, step }] : []
  })
}

/** Takes a step. @throws ProblemError */
export function takeStep(
  resource: AnyResource,
  record: RaRecord,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<RaRecord> {
  return request<RaRecord>(`${pathOf(resource.name)}/${String(record.id)}/${name}`, {
    method: 'POST',
    body: { input, version: record.version as number | undefined },
  })
}

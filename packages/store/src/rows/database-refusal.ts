import type { Refusal } from '@linli/core/refusal'
import { sqlState } from '../connection/database-failure.ts'
import { RefusedError } from '../context/refused-error.ts'
import { reason } from '../refusals/index.ts'
import { referenceNames } from '../table/index.ts'
import type { Plan } from './plan.ts'

/** What the database refused, as a refusal to be answered; `undefined` when it is a fault of ours. */
export function databaseRefusal(error: unknown, plan?: Plan): RefusedError | undefined {
  const state = sqlState(error)
  const { constraint, table, detail } = error as { readonly constraint?: string; readonly table?: string; readonly detail?: string }
  switch (state) {
    case '23505':
      return new RefusedError(taken(plan, constraint), 409)
    case '23503': {
      const field = constraint === undefined || !plan ? undefined : referenceNames(plan.resource).get(constraint)
      // The same constraint speaks for both of its ends: the row that points, and the row that is pointed at.
      const isTarget = plan === undefined || table !== plan.table || (detail ?? '').includes('is still referenced')
      if (isTarget || field === undefined) return new RefusedError([reason('row.in_use')], 409)
      return new RefusedError([reason('ref.missing', { title: plan.byField.get(field)?.spec.title ?? field }, field)], 422)
    }
    case '23P01':
      return new RefusedError([reason('row.overlaps')], 409)
    case '23514':
    case '23502':
      return new RefusedError([reason('input.not_storable')], 400)
    case '40001':
    case '40P01':
    case '55P03':
      return new RefusedError([reason('row.busy')], 409)
    default:
      return state?.startsWith('22') ? new RefusedError([reason('input.not_storable')], 400) : undefined
  }
}

function taken(plan: Plan | undefined, constraint: string | undefined): Refusal[] {
  const fields = constraint === undefined ? undefined : plan?.unique.get(constraint)
  if (!plan || !fields) return [reason('row.taken', { title: plan?.resource.title ?? '' })]
  const title = fields.map((field) => plan.byField.get(field)?.spec.title ?? field).join('、')
  return fields.map((field) => reason('row.taken', { title }, field))
}

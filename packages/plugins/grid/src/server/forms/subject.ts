import { maskPhone } from '@linli/core/identifier'
import type { Row } from '@linli/kit'
import { organisations, people, units } from '@linli/plugin-registry'
import type { forms, submissions } from '../../resources/index.ts'
import type { Compared } from '../../rules/compared.ts'
import { type Answers, WRITABLE_FACTS } from '../../rules/form-fields.ts'
import type { Ctx } from '../context.ts'
import { labelled } from './labelled.ts'

const PHONES: ReadonlySet<string> = new Set(['phone', 'contactPhone'])

/** An answer that says something else than the registry. */
export interface Difference {
  readonly fact: string
  readonly title: string
  readonly recorded: string | null
  readonly given: string | number
  /** Whether the registry says something already, so that the answer must not overwrite it silently (W2). */
  readonly isFilled: boolean
}

/** How every answer that the registry could know stood to what it knew, for the ledger of the collected. */
export function comparedWith(form: Row<typeof forms>, answers: Answers, found: readonly Difference[]): Compared {
  const differing = new Map(found.map((each) => [each.fact, each]))
  return Object.fromEntries(
    (form.questions ?? []).flatMap(({ key, writes }): [string, Compared[string]][] => {
      const answer = answers[key]
      if (!writes || answer === null || answer === undefined || answer === '') return []
      const other = differing.get(writes)
      if (!other) return [[key, { verdict: 'same', recorded: null }]]
      const recorded = other.recorded === null ? null : shownFact(writes, other.recorded).slice(0, 500)
      return [[key, { verdict: other.isFilled ? 'differs' : 'new', recorded }]]
    }),
  )
}

/** A fact as it may be shown beside another: telephones masked, codes in words. */
export function shownFact(fact: string, value: string): string {
  return PHONES.has(fact) ? maskPhone(value) : labelled(fact, value)
}

/** Where the answers of a submission differ from what the registry says. Numbers are compared in clear and never shown. */
export async function differences(ctx: Ctx, form: Row<typeof forms>, row: Row<typeof submissions>): Promise<readonly Difference[]> {
  const recorded = await recordedFacts(ctx, form.target, row)
  if (!recorded) return []
  return (form.questions ?? []).flatMap(({ key, title, writes }): Difference[] => {
    const answer = row.answers[key]
    if (!writes || answer === null || answer === undefined || answer === '' || typeof answer === 'boolean') return []
    if (!Object.hasOwn(WRITABLE_FACTS[form.target], writes)) return []
    const known = recorded[writes] ?? null
    const given = coded(form.target, writes, answer)
    if (known !== null && String(known) === String(given)) return []
    return [{ fact: writes, title, recorded: known === null ? null : String(known), given, isFilled: known !== null && known !== '' }]
  })
}

async function recordedFacts(
  ctx: Ctx,
  target: Row<typeof forms>['target'],
  { personId, unitId, organisationId }: Row<typeof submissions>,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const all = ctx.elevated()
  if (target === 'person' && personId) {
    const person = await all.rows(people).get(personId)
    return { ...person, ...(await all.rows(people).reveal(personId, ['phone'], 'identity')) }
  }
  if (target === 'organisation' && organisationId) {
    const organisation = await all.rows(organisations).get(organisationId)
    return { ...organisation, ...(await all.rows(organisations).reveal(organisationId, ['contactPhone'], 'identity')) }
  }
  return target === 'home' && unitId ? { ...(await all.rows(units).get(unitId)) } : undefined
}

/** The code of an answer that was given in the registry's own words; other answers are their own. */
function coded(target: Row<typeof forms>['target'], fact: string, answer: string | number): string | number {
  const fields = target === 'person' ? people.fields : target === 'home' ? units.fields : organisations.fields
  const { options = {} } = (fields as Readonly<Record<string, { readonly options?: Readonly<Record<string, string>> }>>)[fact] ?? {}
  return Object.entries(options).find(([, label]) => label === answer)?.[0] ?? answer
}

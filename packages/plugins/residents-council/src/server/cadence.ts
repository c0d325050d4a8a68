import { cadenceReport, type CadenceReport, type PeriodCadence, periodOf } from '@linli/core/cadence'
import { addDays, addMonths, dayOf } from '@linli/core/date'
import { CADENCE_PRESETS } from '@linli/core/presets'
import { resolveRule } from '@linli/core/ruleset'
import type { ActionInput, Row } from '@linli/kit'
import type { cadenceCalendar, CadenceRow } from '../actions/index.ts'
import { meetingMissed } from '../events.ts'
import type { BodyKind } from '../rules/options.ts'
import { councils, excuses, meetings } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { placeOf } from './vote/rule.ts'
import { raise } from './watch/alerts.ts'

const RULE: Readonly<Partial<Record<BodyKind, string>>> = {
  council: 'COUNCIL_MEETING',
  representatives: 'REP_MEETING',
  residents: 'RESIDENTS_MEETING',
}
const EACH_MONTH: PeriodCadence = { kind: 'period', expects: 1, per: 'month' }

/** How often a body has to meet; undefined where nothing says so. */
export function cadenceOf(ctx: Ctx, council: Row<typeof councils>): PeriodCadence | undefined {
  const code = RULE[council.kind]
  if (!code) return undefined
  const found = resolveRule(CADENCE_PRESETS, code, { place: placeOf(council.communityId ?? ctx.street.code), on: ctx.today })
  return found.ok && found.value.rule.params.kind === 'period' ? found.value.rule.params : EACH_MONTH
}

/** How often a body is measured to meet: each month where nothing says so. */
export function periodCadenceOf(ctx: Ctx, council: Row<typeof councils>): PeriodCadence {
  return cadenceOf(ctx, council) ?? EACH_MONTH
}

/** What a body should have held against what it held with a quorum; an excuse explains a gap and leaves it in the denominator. */
export async function bodyCadence(
  ctx: Ctx,
  councilId: string,
  span: { readonly from: string; readonly to: string },
  today: string,
): Promise<CadenceReport & { readonly ids: readonly string[]; readonly inquorate: readonly string[] }> {
  const all = ctx.elevated()
  const council = await all.rows(councils).get(councilId)
  const begun = council.termFrom && council.termFrom > span.from ? council.termFrom : span.from
  const closed = (
    await all.rows(meetings).list({ filter: { councilId, status: ['closed', 'written', 'archived'] }, limit: 500, total: 'none' })
  ).rows
  const held = closed.filter(({ quorate }) => quorate)
  const written = (await all.rows(excuses).list({ filter: { councilId }, limit: 500, total: 'none' })).rows
  const report = cadenceReport(
    periodCadenceOf(ctx, council),
    {
      held: held.map(dayHeld),
      excuses: written.map(({ period, writer, why, createdAt }) => ({ period, by: writer, reason: why, writtenOn: dayOf(createdAt) })),
    },
    { from: begun > span.to ? span.from : begun, to: span.to },
    today,
  )
  if (!report.ok) return ctx.refuse(report.refusal)
  return { ...report.value, ids: held.map(({ id }) => id), inquorate: closed.filter(({ quorate }) => !quorate).map(dayHeld) }
}

function dayHeld({ openedAt, scheduledAt }: Pick<Row<typeof meetings>, 'openedAt' | 'scheduledAt'>): string {
  return dayOf(openedAt ?? scheduledAt)
}

/** A year of meetings, body by body. */
export async function handleCadence(
  ctx: Ctx,
  input: ActionInput<typeof cadenceCalendar>,
): Promise<{ year: string; months: readonly string[]; rows: readonly CadenceRow[] }> {
  const year = input.year ?? ctx.today.slice(0, 4)
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const rows: CadenceRow[] = []
  for await (const council of ctx.rows(councils).each({ filter: { status: 'active' }, sort: ['name', 'asc'] })) {
    if (!cadenceOf(ctx, council)) continue
    const report = await bodyCadence(ctx, council.id, span, ctx.today)
    rows.push({
      councilId: council.id,
      council: council.name,
      kind: council.kind,
      periods: report.periods.map(({ key, from, to, state, light, held, excuse }) => ({
        key,
        state,
        light,
        held,
        inquorate: report.inquorate.filter((day) => day >= from && day <= to).length,
        why: excuse?.reason ?? null,
      })),
      expected: report.expected,
      counted: report.counted,
      missedInARow: report.missedInARow,
      vacancies: council.vacancies,
      women: `${council.women}/${council.members}`,
      womenShort: council.members > 0 && council.women * 3 < council.members,
    })
  }
  return { year, months: Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`), rows }
}

/** Missed in a row from which the community and the street are told. */
const ALARM = 3

/** On the first of a month: says of every council that let the last month go by; three in a row without a written excuse are an alert. */
export async function tellMissed(ctx: Ctx): Promise<void> {
  const last = periodOf('month', addDays(`${ctx.today.slice(0, 7)}-01`, -1))
  const all = ctx.elevated()
  for await (const council of all.rows(councils).each({ filter: { status: 'active', kind: 'council' } })) {
    const { periods, missedInARow } = await bodyCadence(ctx, council.id, { from: addMonths(last.from, -23), to: last.to }, ctx.today)
    if (missedInARow >= ALARM)
      await raise(ctx, { kind: 'missed', council }, `「${council.name}」连续 ${missedInARow} 个月没有开会也没有说明，请尽快召开`)
    if (periods.at(-1)?.state === 'missed')
      await ctx.emit(
        meetingMissed,
        { resource: councils, id: council.id, communityId: council.communityId },
        { meetingId: null, councilId: council.id },
      )
  }
}

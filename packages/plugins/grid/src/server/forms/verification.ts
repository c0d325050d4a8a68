import { dayOf, type LocalDate } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { changeProposals, people } from '@linli/plugin-registry'
import { cells, type forms, type submissions } from '../../resources/index.ts'
import { asksFacts } from '../../rules/form-fields.ts'
import type { Ctx } from '../context.ts'
import { isOnSite } from '../rules/on-site.ts'

/** What a submission says of when somebody's record was compared with them. */
interface Verification {
  /** The day, where it was filled in on site; otherwise it verifies nobody. */
  readonly seenOn: LocalDate | null
}

/**
 * Whether a submission compares somebody's record with the person at home, and when: on the day on which it was taken, which a phone's clock cannot move
 * beyond the day on which it came. `undefined` for what is about nobody, or asks nothing that the registry knows.
 */
export async function verificationOf(ctx: Ctx, form: Row<typeof forms>, row: Row<typeof submissions>): Promise<Verification | undefined> {
  if (!row.personId || !asksFacts(form.target, form.questions ?? [], row.answers)) return undefined
  const cell = row.gridId ? await ctx.elevated().rows(cells).first({ code: row.gridId }) : undefined
  const taken = row.takenAt < row.createdAt ? row.takenAt : row.createdAt
  return { seenOn: isOnSite(row.spot, cell?.area ?? null) ? dayOf(taken) : null }
}

/** Writes down that the person was met and the record holds, unless a difference still waits for its decision; says so. */
export async function verify(ctx: Ctx, personId: string, { seenOn }: Verification): Promise<string> {
  if (seenOn === null) return '；没有在网格现场填写，不算核实'
  const all = ctx.elevated()
  if ((await all.rows(changeProposals).count({ personId, seenOn, status: 'open' })) > 0) return `；更正决定后，按 ${seenOn} 核实`
  // The registry never takes back a later day.
  await all.rows(people).update(personId, { verifiedAt: seenOn }, { reason: '网格入户采集，与本人核对' })
  return `；按 ${seenOn} 核实`
}

import { derivePersonTags, planTagChanges } from '@linli/core/person'
import { personTags } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { byRule } from '../hand.ts'
import { refreshOpenTags } from './open-tags.ts'
import { startTags } from './start-tag.ts'
import { tagFacts } from './tag-facts.ts'
import { tagRules } from './tag-rules.ts'

export interface Rederived {
  readonly begun: number
  readonly ended: number
}

export interface RederiveOptions {
  /** Ends also what began at this moment or later and rests on facts that are gone: a merge that is undone leaves no tag behind. */
  readonly withdrawSince?: string
  /** People whose other tags have just changed: what lists show of them is written together with what is derived. */
  readonly retagged?: ReadonlySet<string>
}

/**
 * Derives the rule tags of some people again and begins and ends what changed, each with its basis and version.
 * A merged or dead record carries none; missing facts neither begin nor end a tag.
 */
export async function rederive(ctx: Ctx, ids: readonly string[], { withdrawSince, retagged }: RederiveOptions = {}): Promise<Rederived> {
  if (ids.length === 0) return { begun: 0, ended: 0 }
  const all = ctx.elevated()
  const rules = tagRules(ctx.settings)
  const people = await tagFacts(all, ids)
  const begin: Parameters<typeof startTags>[1][number][] = []
  const changed = new Set(retagged && ids.filter((id) => retagged.has(id)))
  let ended = 0
  await byRule(async () => {
    for (const [personId, person] of people) {
      const held = person.tags.filter(({ basis }) => basis === 'rule')
      const derived = person.merged ? [] : derivePersonTags(person.facts, ctx.today, rules)
      const plan = planTagChanges(
        held.map(({ tag }) => tag),
        derived,
      )
      const unknown = new Map(plan.ask.map((each) => [each.tag as string, each.basis]))
      const ending = new Map(plan.end.map((each) => [each.tag as string, each.basis]))
      for (const { id, tag, createdAt } of held) {
        const isWithdrawn = withdrawSince !== undefined && createdAt >= withdrawSince
        const why = person.merged ? '记录已合并' : (ending.get(tag) ?? (isWithdrawn ? unknown.get(tag) : undefined))
        if (why === undefined) continue
        await all.rows(personTags).step(id, 'end', { to: ctx.today, endReason: why })
        ended++
        changed.add(personId)
      }
      const { communityId, gridId } = person
      if (plan.begin.length > 0) changed.add(personId)
      begin.push(
        ...plan.begin.map((each) => ({
          person: { personId, communityId, gridId },
          tag: { tag: each.tag, basis: 'rule' as const, ruleVersion: each.ruleVersion, basisText: each.basis, from: ctx.today },
        })),
      )
    }
    await startTags(all, begin)
  })
  if (changed.size > 0) await refreshOpenTags(all, [...changed])
  return { begun: begin.length, ended }
}

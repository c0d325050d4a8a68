import { pathToFileURL } from 'node:url'
import type { LocalDate } from '@linli/core/date'
import { VOTE_PRESETS } from '@linli/core/presets'
import { ok, type Result } from '@linli/core/refusal'
import { resolveRule, statusLabel } from '@linli/core/ruleset'
import { tallyFigures } from '@linli/core/voting'

// A vote counter for paper ballots: the rule that holds at a place on a day, the figures, the verdict in words.
// node src/vote-count.ts REP_MEETING_DEFAULT 411402004 2026-05-20 members=9 present=6 for=4 against=1 abstain=1

export interface PaperCount {
  /** Everybody on the roll. */
  readonly members: number
  readonly present: number
  readonly for: number
  readonly against: number
  readonly abstain: number
  readonly invalid: number
}

/** The verdict as the minutes take it, with the rule it rests on; what nobody compared with the law says so. */
export function countVote(code: string, place: string, on: LocalDate, count: PaperCount): Result<string> {
  const found = resolveRule(VOTE_PRESETS, code, { place, on })
  if (!found.ok) return found
  const { params, title, citation, status } = found.value.rule
  const heads = (value: number): { readonly heads: number } => ({ heads: value })
  const verdict = tallyFigures(params, {
    allMembers: heads(count.members),
    present: heads(count.present),
    for: heads(count.for),
    against: heads(count.against),
    abstain: heads(count.abstain),
    invalid: heads(count.invalid),
  })
  if (!verdict.ok) return verdict
  const label = statusLabel(status)
  const source = [citation.source, citation.article].filter((part) => part !== undefined).join(' ')
  return ok(`${title.zh}：${verdict.value.zh}\n依据：${source}${label ? `（${label.zh}）` : ''}`)
}

/** Reads `for=4`; a figure that is not given is 0, and one that is no number stays none, so that it is refused. */
export function readFigures(words: readonly string[]): PaperCount {
  const given = new Map(words.map((word) => [word.split('=')[0], Number(word.split('=')[1])]))
  const figure = (name: keyof PaperCount): number => given.get(name) ?? 0
  return {
    members: figure('members'),
    present: figure('present'),
    for: figure('for'),
    against: figure('against'),
    abstain: figure('abstain'),
    invalid: figure('invalid'),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [code = '', place = '', on = '', ...figures] = process.argv.slice(2)
  const answer = countVote(code, place, on, readFigures(figures))
  console.log(answer.ok ? answer.value : answer.refusal.zh)
  process.exitCode = answer.ok ? 0 : 1
}

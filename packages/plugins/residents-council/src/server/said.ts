import type { Refusal } from '@linli/core/refusal'
import { FOUR_DELIBERATIONS } from '@linli/core/presets'
import { GATES, STAKES } from '../rules/options.ts'

const WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(GATES),
  ...Object.entries(STAKES),
  ...FOUR_DELIBERATIONS.states.map(({ name, title }) => [name, title.zh] as const),
  ...FOUR_DELIBERATIONS.steps.map(({ name, title }) => [name, title.zh] as const),
])

/** A refusal of core's deliberation with the codes of gates, states and groups said in words. */
export function said(refusal: Refusal): Refusal {
  const zh = refusal.zh.replaceAll(/“([A-Za-z]+)”/g, (whole, code: string) => (WORDS.has(code) ? `「${WORDS.get(code) ?? ''}」` : whole))
  return { ...refusal, zh }
}

import type { Refusal } from '@linli/core/refusal'
import { type Gate, GATES, STAKES, type Way, WAYS } from '../rules/options.ts'
import { gateTitle, NO_DAYS, templateOf } from '../rules/ways.ts'

const WORDS: Readonly<Record<Way, ReadonlyMap<string, string>>> = { residents: wordsOf('residents'), branch: wordsOf('branch') }

function wordsOf(way: Way): ReadonlyMap<string, string> {
  // A step of the other way is named, too, where somebody asks for it; what both ways have is called as this one calls it.
  const both = (Object.keys(WAYS) as Way[]).toSorted((each) => (each === way ? 1 : -1)).map((each) => templateOf(each, NO_DAYS))
  return new Map([
    ...both.flatMap(({ steps }) => steps.map(({ name, title }) => [name, title.zh] as const)),
    ...both.flatMap(({ states }) => states.map(({ name, title }) => [name, title.zh] as const)),
    ...(Object.keys(GATES) as Gate[]).map((gate) => [gate, gateTitle(way, gate)] as const),
    ...Object.entries(STAKES),
  ])
}

/** A refusal of core's deliberation with the codes of gates, states and groups said in the words of the matter's way. */
export function said(refusal: Refusal, way: Way): Refusal {
  const words = WORDS[way]
  const zh = refusal.zh.replaceAll(/“([A-Za-z]+)”/g, (whole, code: string) => (words.has(code) ? `「${words.get(code) ?? ''}」` : whole))
  return { ...refusal, zh }
}

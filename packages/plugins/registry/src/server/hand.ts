import { AsyncLocalStorage } from 'node:async_hooks'
import type { FactSource } from '../rules/source-trust.ts'

/** By whose hand a write is made, where it is not simply a person's. */
export interface Hand {
  /** The source that a rule writes for (a ledger's lines). Absent: the rule has decided already, and trust is not weighed again. */
  readonly source?: FactSource
  /** Lines of a ledger: what follows from facts is derived once, after the last line, and not line by line. */
  readonly batch?: Batch
}

/** What a batch has touched. */
export interface Batch {
  readonly people: Set<string>
}

const hands = new AsyncLocalStorage<Hand>()

/** Runs writes as a rule's: derived tags may be ended, merged records written, and facts weighed as `hand` says. */
export function byRule<T>(work: () => Promise<T>, hand?: Hand): Promise<T> {
  return hands.run(hand ?? { batch: hands.getStore()?.batch }, work)
}

/** The hand of the present write; undefined for a person's own. */
export function presentHand(): Hand | undefined {
  return hands.getStore()
}

/** Whether the present write is a rule's. */
export function isByRule(): boolean {
  return hands.getStore() !== undefined
}

/** The batch that the present write belongs to. */
export function presentBatch(): Batch | undefined {
  return hands.getStore()?.batch
}

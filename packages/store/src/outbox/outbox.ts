import type { Instant } from '@linli/core/date'
import type { Context } from '../context/context.ts'

/** An event that a consumer could not take, after every retry. */
export interface DeadLetter {
  readonly streetId: string
  readonly eventId: string
  readonly event: string
  /** Plugin id of the consumer. */
  readonly consumer: string
  readonly attempts: number
  /** Sentences of refusals, or the message of a fault; neither carries personal data. */
  readonly error: string
  readonly since: string
}

/** Carries events to their consumers after commit: at least once, with the effect of exactly once. */
export interface Outbox {
  /** Begins to deliver what is waiting and what will come. */
  start(): void
  /** Lets deliveries in flight end and begins no more. */
  stop(): Promise<void>
  /** Delivers everything that is due now, also what follows from it; the number of deliveries. For tests and commands. */
  drain(): Promise<number>
  deadLetters(streetId: string): Promise<readonly DeadLetter[]>
  /** What failed at least once and is not taken yet, the dead letters among them. */
  pending(streetId: string): Promise<readonly DeadLetter[]>
  /** Gives a dead letter of the context's street another round of attempts, recorded in the audit; whether there was one. */
  retry(ctx: Context, letter: Pick<DeadLetter, 'eventId' | 'consumer'>): Promise<boolean>
  /** Deletes the street's events from before a moment of which every delivery has ended well; the number. */
  forget(ctx: Context, before: Instant): Promise<number>
}

import { type Clock, readClock } from '@linli/core/calendar'
import { dayOf, fromEpochMilliseconds } from '@linli/core/date'
import { clockContext, type Ctx } from './context.ts'

/** The columns that follow from a clock: due as the inbox sorts by it, amber from, provisional, still or running. */
export function clockColumns(
  ctx: Ctx,
  clock: Clock,
): {
  clock: Clock
  clockState: Clock['state']
  promisedOn: string
  dueSoonAt: string | null
  isProvisional: boolean
  dueAt: string | null
  dueProvisional: boolean
} {
  const reading = readClock(clock, ctx.now, clockContext(ctx))
  return {
    clock,
    clockState: clock.state,
    // A day that ends at midnight is still the day before.
    promisedOn: dayOf(fromEpochMilliseconds(Date.parse(clock.dueAt) - 1)),
    dueSoonAt: reading.ok ? reading.value.dueSoonAt : null,
    isProvisional: clock.provisional,
    ...dueOf(clock),
  }
}

/** By which moment the inbox sorts, and whether it may still move; a clock that stands still is due at none. */
export function dueOf(clock: Clock): { dueAt: string | null; dueProvisional: boolean } {
  const isRunning = clock.state === 'running'
  return { dueAt: isRunning ? clock.dueAt : null, dueProvisional: isRunning && clock.provisional }
}

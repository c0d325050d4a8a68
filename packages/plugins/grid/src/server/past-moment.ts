import type { Ctx } from './context.ts'

/** How far a phone's clock may be ahead of the server's. */
const AHEAD = 10 * 60_000

/** When something was done, as a phone says it: never later than now. `undefined` where the phone means the future. */
export function pastMoment({ now }: Ctx, at: string): string | undefined {
  if (at <= now) return at
  return Date.parse(at) - Date.parse(now) <= AHEAD ? now : undefined
}

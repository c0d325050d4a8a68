/** One stay of somebody at a meeting. */
interface Stay {
  readonly personId: string
  readonly inAt: string
  readonly outAt: string | null
}

/** Who was due at a meeting, who came and went, and whose proxy was whose. */
export interface Attendance {
  /** Those on the roll who vote. */
  readonly due: readonly string[]
  readonly stays: readonly Stay[]
  readonly proxies: readonly { readonly principalId: string; readonly holderId: string }[]
}

/**
 * Who of those due came (实到): whoever signed in, though they left before the end, and whoever gave a proxy to somebody who did.
 *
 * @example
 * cameTo({ due: ['a', 'b'], stays: [{ personId: 'a', inAt: '2026-05-12T07:00:00Z', outAt: '2026-05-12T07:05:00Z' }], proxies: [] }) // ['a']
 */
export function cameTo({ due, stays, proxies }: Attendance): readonly string[] {
  const here = new Set(stays.map(({ personId }) => personId))
  const came = new Set(here)
  for (const { principalId, holderId } of proxies) if (here.has(holderId)) came.add(principalId)
  return due.filter((id) => came.has(id))
}

/**
 * The most of those due who were there at once since the meeting began: whether it ever had a quorum is measured by them.
 *
 * @example
 * mostAtOnce({ due: ['a', 'b'], stays: [{ personId: 'a', inAt: '2026-05-12T06:50:00Z', outAt: null }], proxies: [], openedAt: '2026-05-12T07:00:00Z' }) // 1
 */
export function mostAtOnce({ openedAt, ...attendance }: Attendance & { readonly openedAt: string }): number {
  const began = Date.parse(openedAt)
  const moments = [began, ...attendance.stays.map(({ inAt }) => Date.parse(inAt)).filter((moment) => moment > began)]
  const at = (moment: number): readonly Stay[] =>
    attendance.stays.filter(({ inAt, outAt }) => Date.parse(inAt) <= moment && (outAt === null || Date.parse(outAt) >= moment))
  return Math.max(...moments.map((moment) => cameTo({ ...attendance, stays: at(moment) }).length))
}

/** Points in hundredths of a point (`1250` is 12.5): whole numbers, so that a sum of scores has no rounding. */
export type Points = number

/**
 * Hundredths of a point as people read them.
 *
 * @example
 * pointsText(1250) // '12.5'
 * pointsText(2000) // '20'
 */
export function pointsText(points: Points): string {
  const whole = Math.trunc(points / 100)
  const rest = String(Math.abs(points % 100)).padStart(2, '0')
  return rest === '00' ? String(whole) : `${points < 0 && whole === 0 ? '-' : ''}${whole}.${rest.replace(/0$/, '')}`
}

/** `num / den` of `max`, rounded half up to a hundredth of a point from the exact value. */
export function shareOf(max: Points, num: number, den: number): Points {
  const [top, bottom] = [BigInt(max) * BigInt(num), BigInt(den)]
  return Number((top * 2n + bottom) / (bottom * 2n))
}

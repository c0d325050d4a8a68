/** A moment as people write it: 11-23 10:05. */
export function timeText(at: string): string {
  const china = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${china.slice(5, 10)} ${china.slice(11, 16)}`
}

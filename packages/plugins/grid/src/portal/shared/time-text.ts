const CHINA = 8 * 3_600_000

/** A moment as people write it: 11-23 10:05. */
export function timeText(at: string): string {
  const china = new Date(Date.parse(at) + CHINA).toISOString()
  return `${china.slice(5, 10)} ${china.slice(11, 16)}`
}

/** By when something is promised: a promise that ends with a day is told by that day, not by the midnight after it. */
export function dueText(at: string): string {
  const text = timeText(at)
  return text.endsWith('00:00') ? `${timeText(new Date(Date.parse(at) - 1).toISOString()).slice(0, 5)} 内` : `${text} 前`
}

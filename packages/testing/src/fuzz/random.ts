/** Choices that follow from a seed alone. */
export interface Random {
  /** A fraction, at least 0 and below 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  /** One of them; `undefined` where there is none. */
  one<T>(from: readonly T[]): T | undefined
  /** One of them, the likelier the greater its weight. */
  weighed<T>(from: readonly T[], weight: (each: T) => number): T | undefined
}

/** Mulberry32: 32 bits of state, even enough for choosing. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const one = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)]
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    happens: (probability) => next() < probability,
    one,
    weighed: (from, weight) => {
      const weights = from.map(weight)
      let left = next() * weights.reduce((sum, each) => sum + each, 0)
      for (const [index, each] of from.entries()) {
        left -= weights[index] ?? 0
        if (left < 0) return each
      }
      return from.at(-1)
    },
  }
}

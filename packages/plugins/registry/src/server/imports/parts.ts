/** How many values one filter takes comfortably. */
const MOST = 500

/** A list in parts that one filter takes. */
export function parts<T>(list: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / MOST)
  return Array.from({ length: count }, (_, index) => list.slice(index * MOST, (index + 1) * MOST))
}

/** As much of vitest as the tests of `calendar` and `voting` use, so that a mutant is tried in milliseconds. */
type Body = (...values: never[]) => unknown

const tests: (() => unknown)[] = []

/** Runs every collected test and forgets them; throws at the first that fails. */
export async function runTests(): Promise<number> {
  const run = tests.splice(0)
  for (const body of run) await body()
  return run.length
}

export function describe(_name: string, body: () => void): void {
  body()
}

export const test = Object.assign(
  (_name: string, body: Body): void => {
    tests.push(() => body())
  },
  {
    each:
      (rows: readonly unknown[]) =>
      (_name: string, body: Body): void => {
        for (const row of rows) tests.push(() => body(...((Array.isArray(row) ? row : [row]) as never[])))
      },
  },
)

export const it = test

type Matchers = ReturnType<typeof matchers>

export function expect(actual: unknown): Matchers & { readonly not: Matchers } {
  return { ...matchers(actual, true), not: matchers(actual, false) }
}

function matchers(actual: unknown, wanted: boolean) {
  const check =
    <T>(holds: (expected: T) => boolean) =>
    (expected: T): void => {
      if (holds(expected) !== wanted)
        throw new Error(`expected ${JSON.stringify(actual)} ${wanted ? 'as' : 'other than'} ${JSON.stringify(expected)}`)
    }
  return {
    toBe: check((expected) => Object.is(actual, expected)),
    toEqual: check((expected) => includes(actual, expected) && includes(expected, actual)),
    toMatchObject: check((expected) => includes(actual, expected)),
    toBeUndefined: check(() => actual === undefined),
    toHaveLength: check((length: number) => (actual as readonly unknown[]).length === length),
    toContain: check((part: never) => (actual as readonly unknown[]).includes(part)),
    toMatch: check((pattern: RegExp | string) =>
      typeof pattern === 'string' ? String(actual).includes(pattern) : pattern.test(String(actual)),
    ),
    toBeGreaterThan: check((limit: number) => (actual as number) > limit),
    toBeGreaterThanOrEqual: check((limit: number) => (actual as number) >= limit),
    toBeLessThan: check((limit: number) => (actual as number) < limit),
    toBeLessThanOrEqual: check((limit: number) => (actual as number) <= limit),
  }
}

function includes(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected)
  if (typeof actual !== 'object' || actual === null) return false
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false
  return Object.entries(expected).every(([key, value]) => includes((actual as Record<string, unknown>)[key], value))
}

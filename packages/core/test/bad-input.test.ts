import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as core from '../src/index.ts'
import * as services from '../src/services/index.ts'
import { documented, namesFor, runExample } from './read-examples.ts'

type Call = (...values: unknown[]) => unknown
type Path = readonly (string | number)[]

/** A call that an example makes, with arguments that are right. */
interface Recorded {
  readonly name: string
  readonly call: Call
  readonly args: readonly unknown[]
}

const library: Readonly<Record<string, unknown>> = { ...core, ...services }

/** What people type, paste and leave out where a text belongs. */
const typedText = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '二〇二六年',
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    '9999-12-31',
    '2026/11/22',
    '２０２６-１１-２２',
  ),
  fc.constantFrom('2026-11-22T25:00:00Z', '2026-11-22T01:00:00+08:00', 'NaN', '__proto__', 'constructor', 'toString', '\u0000', '🀄', '‮'),
)
const typedNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 0.5, 1e21, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.NaN, Infinity, -Infinity),
  fc.integer(),
  fc.double(),
)

const recorded = await recordCalls()
const byName = Map.groupBy(recorded, ({ name }) => name)

describe('no rule throws, whatever a person types', () => {
  test('the examples call every function of the library', () => {
    const functions = Object.keys(library).filter((name) => typeof library[name] === 'function')
    expect(functions.filter((name) => !byName.has(name))).toEqual([])
  })

  test.each([...byName])('%s', (_, calls) => {
    for (const { call, args } of calls.slice(0, 4)) {
      const leaves = leavesOf(args)
      if (leaves.length === 0) continue
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(leaves.length - 1), typedText, typedNumber), { minLength: 1, maxLength: 3 }), (changes) => {
          let changed: unknown = args
          for (const [index, text, number] of changes) changed = changeAt(changed, leaves[index] ?? [], text, number)
          call(...(changed as unknown[]))
        }),
        { numRuns: 50 },
      )
    }
  })
})

describe('what is no text at all', () => {
  const readers = Object.entries(library).filter(([name]) => /^(parse|import|mask|normalise|readRelation)/.test(name)) as [string, Call][]

  test.each(readers)('is refused or left empty by %s, and a number is read by its digits', (_, read) => {
    for (const value of [null, undefined, true, {}, [], new Date(0), Symbol.iterator]) {
      const answer = read(value) as { readonly ok?: boolean } | string | undefined
      expect(answer === undefined || answer === '' || (answer as { readonly ok?: boolean }).ok === false).toBe(true)
    }
    expect(read(12)).toEqual(read('12'))
  })
})

async function recordCalls(): Promise<readonly Recorded[]> {
  const calls: Recorded[] = []
  const spies = Object.entries(library).flatMap(([name, value]) => {
    if (typeof value !== 'function') return []
    const call = value as Call
    const spy: Call = (...args) => {
      calls.push({ name, call, args })
      return call(...args)
    }
    return [[name, spy] as const]
  })
  for (const { file, examples } of documented) {
    const names = { ...(await namesFor(file)), ...Object.fromEntries(spies) }
    for (const { code } of examples) runExample(code, names, () => undefined)
  }
  return calls
}

/** Where texts and numbers stand in the arguments, as far as they are plain data. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string' || typeof value === 'number') return [path]
  if (Array.isArray(value)) return value.flatMap((entry, index) => leavesOf(entry, [...path, index]))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return []
  return Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, [...path, key]))
}

function changeAt(value: unknown, path: Path, text: string, number: number): unknown {
  const [step, ...rest] = path
  if (step === undefined) return typeof value === 'number' ? number : text
  if (Array.isArray(value)) return value.map((entry, index) => (index === step ? changeAt(entry, rest, text, number) : (entry as unknown)))
  return { ...(value as object), [step]: changeAt((value as Record<string, unknown>)[step], rest, text, number) }
}

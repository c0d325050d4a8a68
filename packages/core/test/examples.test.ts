import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documented, files, namesFor, runExample, source } from './read-examples.ts'

describe('every @example in the sources gives what its comments say', () => {
  test('there are examples, and they are found', () => {
    expect(documented.length).toBeGreaterThan(100)
  })

  describe.each(documented)('$file', ({ file, examples }) => {
    test.each(examples)('line $line', async ({ code, checks }) => {
      let checked = 0
      runExample(code, await namesFor(file), (actual, expected) => {
        checked++
        expect(actual).toEqual(expected)
      })
      expect(checked).toBe(checks)
      expect(checks, 'an example has at least one line with // and what it gives').toBeGreaterThan(0)
    })
  })
})

/** Functions that nobody imports from outside, or that another area exports under the same name. */
const INNER = new Set(['appraisal/points.ts shareOf', 'fingerprint/fingerprint.ts fingerprint', 'text/as-text.ts asText'])

test('every function that an area exports says what it does, with an example', () => {
  const exported = new Set(
    globSync('*/index.ts', { cwd: source }).flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) => names.split(/[\s,]+/)),
    ),
  )
  const silent = files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export function (\w+)/g)]
      .filter(([, doc = '', name = '']) => exported.has(name) && !doc.includes('@example'))
      .map(([, , name]) => `${file} ${name}`),
  )
  expect(silent.filter((each) => !INNER.has(each))).toEqual([])
})

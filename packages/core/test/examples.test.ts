import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nationalNotices } from '../src/calendar/data/index.ts'
import * as core from '../src/index.ts'
import * as services from '../src/services/index.ts'
import * as presets from '../src/presets/index.ts'

/** One checked line of an example: the statements before it, the expression, and what its comment says it gives. */
interface Example {
  readonly line: number
  readonly code: string
  readonly checks: number
}

const source = join(import.meta.dirname, '..', 'src')
const files = globSync('**/*.ts', { cwd: source }).toSorted()
const documented = files
  .map((file) => ({ file, examples: examplesOf(readFileSync(join(source, file), 'utf8')) }))
  .filter(({ examples }) => examples.length > 0)

describe('every @example in the sources gives what its comments say', () => {
  test('there are examples, and they are found', () => {
    expect(documented.length).toBeGreaterThan(20)
  })

  describe.each(documented)('$file', ({ file, examples }) => {
    test.each(examples)('line $line', async ({ code, checks }) => {
      const own = (await import(join(source, file))) as Record<string, unknown>
      const names: Record<string, unknown> = { ...core, ...services, ...presets, nationalNotices, ...own }
      let checked = 0
      const check = (actual: unknown, expected: unknown): void => {
        checked++
        expect(actual).toEqual(expected)
      }
      const run = new Function(...Object.keys(names), 'check', `"use strict";\n${code}`) as (...values: unknown[]) => void
      run(...Object.values(names), check)
      expect(checked).toBe(checks)
      expect(checks, 'an example has at least one line with // and what it gives').toBeGreaterThan(0)
    })
  })
})

/** Functions that nobody imports from outside, or that another area exports under the same name. */
const INNER = new Set(['appraisal/points.ts shareOf', 'fingerprint/fingerprint.ts fingerprint'])

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

function examplesOf(text: string): readonly Example[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    if (!/^\s*\* @example\b/.test(line)) return []
    const body: string[] = []
    for (let next = index + 1; next < lines.length; next++) {
      const content = /^\s*\*(?!\/) ?(.*)$/.exec(lines[next] ?? '')?.[1]
      if (content === undefined || content.startsWith('@')) break
      if (!/^```|^import /.test(content)) body.push(content)
    }
    return [{ line: index + 1, ...checkable(body) }]
  })
}

/** Turns `call() // what it gives` into `check(call(), what it gives)`. */
function checkable(body: readonly string[]): { readonly code: string; readonly checks: number } {
  const out: string[] = []
  let checks = 0
  let statement: string[] = []
  body.forEach((line, index) => {
    statement.push(line)
    const next = body[index + 1]?.trim() ?? ''
    const whole = statement.join('\n')
    if (depth(withoutComment(whole)) > 0 || /^[.?:&|]/.test(next)) return
    const expected = /\s\/\/ (.+)$/.exec(withoutStrings(line))
    const comment = expected === null ? undefined : line.slice(expected.index).replace(/^\s\/\/ /, '')
    const code = stripTypeScriptTypes(withoutComment(whole)).trim().replace(/;$/, '')
    const declared = /^(?:const|let) (\w+)/.exec(code)?.[1]
    if (comment === undefined || code === '') out.push(code)
    else {
      checks++
      out.push(declared === undefined ? `check((${code}), (${comment}))` : `${code}\ncheck(${declared}, (${comment}))`)
    }
    statement = []
  })
  return { code: out.map((part) => `${part};`).join('\n'), checks }
}

function withoutComment(code: string): string {
  return code
    .split('\n')
    .map((line) => {
      const at = withoutStrings(line).search(/(^|\s)\/\/ /)
      return at < 0 ? line : line.slice(0, at)
    })
    .join('\n')
}

/** The same length, with everything inside quotes blanked. */
function withoutStrings(code: string): string {
  return code.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g, (text) => '_'.repeat(text.length))
}

function depth(code: string): number {
  const plain = withoutStrings(code)
  return (plain.match(/[([{]/g)?.length ?? 0) - (plain.match(/[)\]}]/g)?.length ?? 0)
}

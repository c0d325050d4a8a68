import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { nationalNotices } from '../src/calendar/data/index.ts'
import * as core from '../src/index.ts'
import * as presets from '../src/presets/index.ts'
import * as services from '../src/services/index.ts'

/** One checked line of an example: the statements before it, the expression, and what its comment says it gives. */
export interface Example {
  readonly line: number
  readonly code: string
  readonly checks: number
}

export const source = join(import.meta.dirname, '..', 'src')
export const files = globSync('**/*.ts', { cwd: source }).toSorted()

/** The sources that have examples, each with its own. */
export const documented = files
  .map((file) => ({ file, examples: examplesOf(readFileSync(join(source, file), 'utf8')) }))
  .filter(({ examples }) => examples.length > 0)

/** Everything that an example may name: the library, and what its own file exports. */
export async function namesFor(file: string): Promise<Readonly<Record<string, unknown>>> {
  const own = (await import(join(source, file))) as Record<string, unknown>
  return { ...core, ...services, ...presets, nationalNotices, ...own }
}

/** Runs an example; `check` is called with what each line gives and what its comment says. */
export function runExample(
  code: string,
  names: Readonly<Record<string, unknown>>,
  check: (actual: unknown, expected: unknown) => void,
): void {
  const run = new Function(...Object.keys(names), 'check', `"use strict";\n${code}`) as (...values: unknown[]) => void
  run(...Object.values(names), check)
}

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

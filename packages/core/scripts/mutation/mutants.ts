/** One small change of a source file that a good test notices. */
export interface Mutant {
  readonly line: number
  readonly from: string
  readonly to: string
  readonly source: string
}

const REPLACEMENTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ < /g, [' <= ', ' >= ']],
  [/ <= /g, [' < ', ' > ']],
  [/ > /g, [' >= ', ' <= ']],
  [/ >= /g, [' > ', ' < ']],
  [/ === /g, [' !== ']],
  [/ !== /g, [' === ']],
  [/ \+ /g, [' - ']],
  [/ - /g, [' + ']],
  [/ \* /g, [' / ']],
  [/ \/ /g, [' * ']],
  [/ % /g, [' * ']],
  [/ \+= /g, [' -= ']],
  [/ -= /g, [' += ']],
  [/ && /g, [' || ']],
  [/ \|\| /g, [' && ']],
  [/\btrue\b/g, ['false']],
  [/\bfalse\b/g, ['true']],
  [/\bMath\.ceil\b/g, ['Math.floor']],
  [/\bMath\.max\b/g, ['Math.min']],
  [/\bMath\.min\b/g, ['Math.max']],
  [/\.some\(/g, ['.every(']],
  [/\.every\(/g, ['.some(']],
  [/\.findLast\(/g, ['.find(']],
  [/\.at\(-1\)/g, ['.at(0)']],
  [/(?<=[\w)]) \? (?=.* : )/g, [' === undefined ? ']],
  [/(?<![\w.$-])\d[\d_]*n?\b(?!\.)/g, ['+1']],
]

const NO_CODE = /^\s*(import|export \{|export \* |export type|export interface|type |interface |readonly \w+\??:|\| )/

/** Every mutant of a source: operators, conditions, booleans and numbers, outside strings, comments and types. */
export function mutantsOf(source: string): readonly Mutant[] {
  const plain = blankTexts(source)
  const found: Mutant[] = []
  const add = (at: number, length: number, to: string): void => {
    const line = source.slice(0, at).split('\n').length
    found.push({ line, from: source.slice(at, at + length), to, source: source.slice(0, at) + to + source.slice(at + length) })
  }
  let start = 0
  for (const line of plain.split('\n')) {
    if (!NO_CODE.test(line)) {
      for (const [pattern, replacements] of REPLACEMENTS) {
        for (const match of line.matchAll(pattern)) {
          const [text] = match
          for (const to of replacements) add(start + match.index, text.length, to === '+1' ? plusOne(text) : to)
        }
      }
      for (const match of line.matchAll(/\b(?:if|while) \(/g)) {
        const open = start + match.index + match[0].length
        const close = closing(plain, open)
        add(open, close - open, `!(${source.slice(open, close)})`)
      }
    }
    start += line.length + 1
  }
  return found
}

function plusOne(text: string): string {
  const digits = text.replaceAll('_', '')
  return digits.endsWith('n') ? `${BigInt(digits.slice(0, -1)) + 1n}n` : String(Number(digits) + 1)
}

function closing(plain: string, open: number): number {
  let depth = 1
  let at = open
  while (depth > 0) {
    if (plain[at] === '(') depth++
    if (plain[at] === ')') depth--
    at++
  }
  return at - 1
}

/** The same length, with comments and everything in quotes blanked. */
function blankTexts(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\^[^\n]*?\$\//g, (text) =>
    text.replace(/[^\n]/g, '_'),
  )
}

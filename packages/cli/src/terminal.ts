import { languageOf, type Said } from './said.ts'

/** What a command talks to. */
export interface Terminal {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results, one line a call. */
  out(line: string): void
  /** Progress and errors. */
  err(line: string): void
  /** A sentence in the user's language. */
  say(said: Said): string
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const language = languageOf(process.env)
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    say: (said) => said[language],
  }
}

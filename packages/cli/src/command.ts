import type { ParseArgsOptionsConfig } from 'node:util'
import type { ExitCode } from './exit.ts'
import type { Said } from './said.ts'
import type { Terminal } from './terminal.ts'

export interface OptionHelp {
  /** What stands for the value: `<file>`. Absent for a switch. */
  readonly value?: string
  readonly help: Said
}

export interface Call {
  readonly terminal: Terminal
  /** What follows the command's name. */
  readonly words: readonly string[]
  /** The value of an option. */
  text(name: string): string | undefined
  /** Whether a switch is given. */
  has(name: string): boolean
}

/** One of the things that `linli` does. */
export interface Command {
  /** One or two words: `start`, `plugin new`. */
  readonly name: string
  /** The words that follow: `<street> <name> <file.xlsx>`. */
  readonly words: readonly string[]
  readonly summary: Said
  readonly options: Readonly<Record<string, OptionHelp>>
  run(call: Call): Promise<ExitCode>
}

/** Options that every command that opens an office takes. */
export const OFFICE_OPTIONS: Readonly<Record<string, OptionHelp>> = {
  config: { value: '<file>', help: { zh: '配置文件，默认 linli.config.ts', en: 'the configuration, linli.config.ts unless given' } },
  data: {
    value: '<folder>',
    help: { zh: '数据目录，默认 LINLI_DATA 或 .linli', en: 'the data folder, LINLI_DATA or .linli unless given' },
  },
}

export function parseOptionsOf({ options }: Command): ParseArgsOptionsConfig {
  const own = Object.entries(options).map(([name, { value }]) => [name, { type: value ? ('string' as const) : ('boolean' as const) }])
  return { ...Object.fromEntries(own), help: { type: 'boolean', short: 'h' } } as ParseArgsOptionsConfig
}

/** How the command ends, for scripts that call it. */
export const EXIT = {
  /** Done. */
  ok: 0,
  /** Something was refused or found wrong: bad rows, a failed check, a refused request. */
  found: 1,
  /** The command was called wrongly: an unknown command, option or name. */
  usage: 2,
  /** The configuration is missing or contradicts itself. */
  config: 3,
  /** The database or the data folder cannot be used. */
  store: 4,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

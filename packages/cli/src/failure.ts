import { EXIT, type ExitCode } from './exit.ts'
import type { Said } from './said.ts'

/** Why a command cannot go on: what is wrong, and what to do. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly said: Said
  readonly exit: ExitCode

  constructor(said: Said, exit: ExitCode = EXIT.found, options?: ErrorOptions) {
    super(said.en, options)
    this.said = said
    this.exit = exit
  }
}

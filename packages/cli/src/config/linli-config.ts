import type { Street } from '@linli/kit'
import type { Instance, Load } from '@linli/server'

/**
 * What `linli.config.ts` exports by default: the streets, and whatever else of the instance should not be left to the environment.
 * `HOST`, `PORT`, `LINLI_DATA` and `DATABASE_URL` win over it.
 */
export interface LinliConfig extends Partial<Omit<Instance, 'streets'>> {
  readonly streets: readonly Street[]
  /** How the modules' packages are found. @default from the folder of the configuration */
  readonly load?: Load
}

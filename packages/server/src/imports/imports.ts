import type { Actor } from '@linli/core/access'
import { derive, type Services } from '../services/index.ts'
import { ImportRecords } from './import-records.ts'
import { createSeal } from './seal.ts'
import { type ImportSpec, importSpecs } from './spec.ts'

/** What the parts of imports share. */
export interface Imports {
  readonly records: ImportRecords
  readonly specs: ReadonlyMap<string, ImportSpec>
  /** Imports that this process is reading right now. */
  readonly reading: Map<string, Promise<unknown>>
  /** Who asked for an import, where no account is kept of them (another system signs people in). */
  readonly actors: Map<string, Actor>
}

const made = new WeakMap<Services, Imports>()

export function importsOf(services: Services): Imports {
  const known = made.get(services)
  if (known) return known
  const specs = new Map([...services.plugins.values()].flatMap(({ plugin }) => [...importSpecs(services, plugin)]))
  const imports: Imports = {
    records: new ImportRecords(createSeal(derive(services.secret, 'imports'))),
    specs,
    reading: new Map(),
    actors: new Map(),
  }
  made.set(services, imports)
  return imports
}

import type { Permission } from '@linli/core/access'
import type { AnyPlugin, FieldSpec } from '@linli/kit'
import type { Context, ImportHandler } from '@linli/store'
import type { Services } from '../services/index.ts'
import { derivedImport } from './derived-import.ts'

/** A spreadsheet that can be imported: a module's own definition, or the one that follows from a resource. */
export interface ImportSpec {
  /** Also the permission. */
  readonly name: Permission
  readonly title: string
  /** The address of the upload: `/registry/imports/residents`, `/parks/benches/imports`. */
  readonly path: string
  readonly help: string | undefined
  readonly plugin: AnyPlugin
  readonly columns: Readonly<Record<string, SpecColumn>>
  readonly handler: ImportHandler<Context>
}

export interface SpecColumn {
  readonly field: FieldSpec
  /** The title and every other heading by which the column is known. */
  readonly headings: readonly string[]
}

/** The imports of a module, by name. */
export function importSpecs(services: Services, plugin: AnyPlugin): ReadonlyMap<string, ImportSpec> {
  const handlers = services.plugins.get(plugin.id)?.server.imports ?? {}
  const own = plugin.imports.flatMap((definition): ImportSpec[] => {
    const handler = handlers[definition.name]
    if (!handler) return []
    const columns = Object.fromEntries(
      Object.entries(definition.columns).map(([name, { field, aliases = [] }]) => [name, { field, headings: [field.title, ...aliases] }]),
    )
    return [
      {
        name: definition.name,
        title: definition.title,
        path: `/${plugin.id}/imports/${definition.name.slice(plugin.id.length + 1)}`,
        help: definition.help,
        plugin,
        columns,
        handler,
      },
    ]
  })
  const derived = plugin.resources.flatMap((resource): ImportSpec[] => {
    const { create = true, import: load = create } = resource.writable ?? {}
    return load && create ? [derivedImport(services, plugin, resource)] : []
  })
  return new Map([...own, ...derived].map((spec) => [spec.name, spec]))
}

import type { AnyResource, Field, ImportDefinition } from '@linli/kit'
import { partsOf, pathOf, type Model } from '../model/index.ts'

/** What a spreadsheet becomes: the rows of a resource, or what a module makes of it. */
export interface ImportSource {
  readonly name: string
  readonly title: string
  readonly help?: string
  /** Below `/api`. */
  readonly path: string
  /** The resource whose list shows the result. */
  readonly resource: AnyResource | undefined
  readonly fields: Readonly<Record<string, Field>>
}

/** The import of a name, which is that of a resource or of a module's own import. */
export function importSource(model: Pick<Model, 'resources' | 'plugins'>, name: string): ImportSource | null {
  const resource = model.resources.get(name)
  if (resource) return { name, title: resource.title, path: `${pathOf(name)}/imports`, resource, fields: resource.fields }
  const declared = model.plugins.flatMap(({ imports }) => imports).find((one) => one.name === name)
  return declared ? declaredSource(model, declared) : null
}

function declaredSource(model: Pick<Model, 'resources'>, declared: ImportDefinition): ImportSource {
  const { plugin, rest } = partsOf(declared.name)
  return {
    name: declared.name,
    title: declared.title,
    ...(declared.help ? { help: declared.help } : {}),
    path: `/${plugin}/imports/${rest}`,
    resource: model.resources.get(declared.resource),
    fields: Object.fromEntries(Object.entries(declared.columns).map(([key, { field }]) => [key, field])),
  }
}

import { DefinitionError } from '../definition-error.ts'
import { parseInput } from '../input/index.ts'
import type { Module, Street, StreetDefinition } from './street.ts'

/**
 * Declares a street: its code, its communities, its modules.
 *
 * @throws DefinitionError with advice: a code that is not the street's, a module whose needs are missing or circular, a setting that does not fit.
 *
 * @example
 * defineStreet({ code: '411402004', name: '白云街道', officialName: '…', communities: [{ code: '411402004001', name: '前程社区' }], modules: [use(registry)] })
 */
export function defineStreet(definition: StreetDefinition): Street {
  const fail = (code: string, message: string): never => {
    throw new DefinitionError(code, `street ${definition.code}: ${message}`)
  }
  if (!/^\d{9}$/.test(definition.code)) fail('street.code', 'a street has the 9 digits of its statistical code.')
  const seen = new Set<string>()
  for (const { code, name } of definition.communities) {
    if (!/^\d{12}$/.test(code) || !code.startsWith(definition.code))
      fail('street.community_code', `the code of ${name} must be 12 digits and start with ${definition.code}; it is "${code}".`)
    if (seen.has(code)) fail('street.community_twice', `the code ${code} is used twice.`)
    seen.add(code)
  }
  const ids = definition.modules.map(({ plugin }) => plugin.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) fail('street.module_twice', `the module "${twice}" is used twice.`)
  for (const { plugin, settings } of definition.modules) {
    const parsed = parseInput(plugin.settings, settings)
    if (!parsed.ok) {
      fail(
        'street.setting',
        `the settings of "${plugin.id}" do not fit: ${parsed.faults.map((fault) => `${fault.field ?? ''}: ${fault.en}`).join('; ')}. Known settings: ${Object.keys(plugin.settings).join(', ') || 'none'}.`,
      )
    }
  }
  return { ...definition, kind: 'street', modules: inNeedsOrder(definition.modules, fail) }
}

function inNeedsOrder(modules: readonly Module[], fail: (code: string, message: string) => never): Module[] {
  const byId = new Map(modules.map((module) => [module.plugin.id, module]))
  const ordered: Module[] = []
  const visit = (module: Module, path: readonly string[]): void => {
    const { id, needs } = module.plugin
    if (path.includes(id)) fail('street.needs_circle', `modules need each other in a circle: ${[...path, id].join(' → ')}.`)
    if (ordered.includes(module)) return
    for (const need of needs) {
      const needed = byId.get(need)
      if (!needed) return fail('street.needs_missing', `the module "${id}" needs "${need}": add it to modules, or take "${id}" out.`)
      visit(needed, [...path, id])
    }
    ordered.push(module)
  }
  for (const module of modules) visit(module, [])
  return ordered
}

import type { AnyAction } from '../action/index.ts'
import { DefinitionError } from '../definition-error.ts'
import type { AnyEvent } from '../event/index.ts'
import type { Fields } from '../field/index.ts'
import { checkDefaults } from '../input/index.ts'
import type { AnyReport } from '../report/index.ts'
import type { AnyResource } from '../resource/index.ts'
import { pluginPermissions } from './permissions.ts'
import type { AnyPlugin, Plugin, PluginDefinition } from './plugin.ts'

/**
 * Declares a module.
 *
 * @throws DefinitionError with advice, when the parts contradict each other.
 *
 * @example
 * definePlugin({ id: 'parks', package: '@example/parks', entries: ['server'], title: '公园', summary: '长椅台账', resources: [benches] })
 */
export function definePlugin<
  const Id extends string,
  const R extends readonly AnyResource[],
  const A extends readonly AnyAction[] = readonly [],
  const P extends readonly AnyReport[] = readonly [],
  const E extends readonly AnyEvent[] = readonly [],
  const S extends Fields = Record<never, never>,
>(definition: PluginDefinition<Id, R, A, P, E, S>): Plugin<Id, R, A, P, E, S> {
  const plugin = {
    needs: [],
    listens: [],
    actions: [],
    reports: [],
    events: [],
    imports: [],
    figures: [],
    settings: {},
    ...definition,
    kind: 'plugin',
  } as unknown as Plugin<Id, R, A, P, E, S>
  check(plugin as unknown as AnyPlugin)
  return plugin
}

function check(plugin: AnyPlugin): void {
  const fail = (code: string, message: string): never => {
    throw new DefinitionError(code, `plugin ${plugin.id}: ${message}`)
  }
  if (!/^[a-z][a-z0-9-]*$/.test(plugin.id)) fail('plugin.id', `an id is lower case with hyphens.`)
  const parts = [...plugin.resources, ...plugin.actions, ...plugin.reports, ...plugin.events, ...plugin.imports, ...plugin.figures]
  for (const { name } of parts) {
    if (!name.startsWith(`${plugin.id}.`)) fail('plugin.foreign_name', `"${name}" must start with "${plugin.id}.".`)
  }
  const permissions = pluginPermissions(plugin).map(({ name }) => name)
  const twice = permissions.find((name, index) => permissions.indexOf(name) !== index)
  if (twice) fail('plugin.name_twice', `"${twice}" is declared twice.`)
  const reachable = new Set([plugin.id, 'platform', ...plugin.needs])
  for (const resource of plugin.resources) {
    for (const [key, field] of Object.entries(resource.fields)) {
      if (!field.target) continue
      const owner = field.target.split('.')[0] ?? ''
      if (!reachable.has(owner))
        fail(
          'plugin.ref_outside_needs',
          `${resource.name}.${key} points at "${field.target}": add "${owner}" to needs, or keep the id as text.`,
        )
      if (owner === plugin.id && !plugin.resources.some(({ name }) => name === field.target))
        fail('plugin.ref_unknown', `${resource.name}.${key} points at "${field.target}", which does not exist.`)
    }
  }
  for (const figure of plugin.figures) {
    if (!plugin.resources.some(({ name }) => name === figure.resource))
      fail('plugin.figure_unknown', `the figure ${figure.name} counts "${figure.resource}", which is none of its resources.`)
  }
  for (const [key, field] of Object.entries(plugin.settings)) {
    if (field.default === undefined && field.required)
      fail('plugin.setting_without_default', `the setting "${key}" needs a default, so that a street can start without it.`)
  }
  const [fault] = checkDefaults(plugin.settings)
  if (fault) fail('plugin.setting_default', `a default does not fit its own setting: ${fault.field}: ${fault.en}.`)
}

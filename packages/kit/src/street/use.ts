import type { Fields, Input } from '../field/index.ts'
import type { AnyPlugin } from '../plugin/index.ts'
import type { Module } from './street.ts'

/**
 * Installs a module on a street, with settings that differ from its defaults.
 *
 * @example
 * use(merchants, { dormantDays: 60 })
 */
export function use<S extends Fields>(
  plugin: Omit<AnyPlugin, 'settings'> & { readonly settings: S },
  settings: Partial<Input<NoInfer<S>>> = {},
): Module {
  return { plugin: plugin as unknown as AnyPlugin, settings: settings as Readonly<Record<string, unknown>> }
}

import type { Fields } from '../field/index.ts'
import type { AnyResource } from '../resource/index.ts'
import type { AnyPlugin } from './plugin.ts'

/** A Chinese title of a definition, with the path under which a module gives its English. */
export interface Title {
  readonly path: string
  readonly zh: string
}

/**
 * Every title of a module that people see, for translating it and for checking that nothing was forgotten.
 * Paths: `parks`, `parks.benches`, `parks.benches.place`, `parks.benches.wood.oak`, `parks.benches.status.broken`, `parks.benches.report`,
 * `parks.benches.report.note`, `parks.settings.days`; actions, reports (`.column`), imports and figures by their own names.
 */
export function pluginTitles(plugin: AnyPlugin): Title[] {
  return [
    { path: plugin.id, zh: plugin.title },
    ...plugin.resources.flatMap(resourceTitles),
    ...plugin.actions.flatMap(({ name, title, input, answer = {} }) => [
      { path: name, zh: title },
      ...fieldTitles(name, input),
      ...Object.entries<string>(answer).map(([key, zh]) => ({ path: `${name}.answer.${key}`, zh })),
    ]),
    ...plugin.reports.flatMap(({ name, title, params, columns }) => [
      { path: name, zh: title },
      ...fieldTitles(name, params),
      ...Object.entries(columns).map(([key, column]) => ({ path: `${name}.${key}`, zh: column.title })),
    ]),
    ...plugin.imports.flatMap(({ name, title, columns }) => [
      { path: name, zh: title },
      ...fieldTitles(name, Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column.field]))),
    ]),
    ...plugin.figures.map(({ name, title }) => ({ path: name, zh: title })),
    ...fieldTitles(`${plugin.id}.settings`, plugin.settings),
    ...Object.entries(plugin.permissions ?? {}).map(([path, zh]) => ({ path, zh })),
  ]
}

/** A title in English: by its path, else by its Chinese, so that a word used in ten places is translated once. */
export function englishTitle(plugin: Pick<AnyPlugin, 'english'>, { path, zh }: Title): string | undefined {
  return plugin.english?.[path] ?? plugin.english?.[zh]
}

/** The titles that a module has not said in English. */
export function missingEnglish(plugin: AnyPlugin): Title[] {
  return pluginTitles(plugin).filter((title) => englishTitle(plugin, title) === undefined)
}

function resourceTitles(resource: AnyResource): Title[] {
  const { name, title, fields, workflow } = resource
  return [
    { path: name, zh: title },
    ...fieldTitles(name, fields),
    ...Object.entries(workflow?.states ?? {}).map(([state, each]) => ({ path: `${name}.status.${state}`, zh: each.title })),
    ...Object.entries(workflow?.steps ?? {}).flatMap(([step, each]) => [
      { path: `${name}.${step}`, zh: each.title },
      ...fieldTitles(`${name}.${step}`, each.input ?? {}),
    ]),
  ]
}

function fieldTitles(path: string, fields: Fields): Title[] {
  return Object.entries(fields).flatMap(([key, field]) => [
    { path: `${path}.${key}`, zh: field.title },
    ...Object.entries(field.options ?? {}).map(([value, zh]) => ({ path: `${path}.${key}.${value}`, zh })),
  ])
}

import type { Street } from '@linli/kit'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'

/** The address where a spreadsheet is taken in. @throws Failure that names those there are */
export function importPath(street: Street, name: string): string {
  const plugins = street.modules.map(({ plugin }) => plugin)
  const declared = plugins.flatMap((plugin) => plugin.imports.map((one) => one.name))
  const derived = plugins.flatMap((plugin) =>
    plugin.resources.filter(({ writable }) => (writable?.import ?? writable?.create) !== false).map((resource) => resource.name),
  )
  const [plugin, rest] = split(name)
  if (declared.includes(name)) return `/api/${plugin}/imports/${rest}`
  if (derived.includes(name)) return `/api/${plugin}/${rest}/imports`
  throw unknown(name, [...declared, ...derived])
}

/** The address of the spreadsheet of a list or a report, and which of the two it is. @throws Failure that names those there are */
export function exportPath(street: Street, name: string): { readonly path: string; readonly isReport: boolean } {
  const plugins = street.modules.map(({ plugin }) => plugin)
  const reports = plugins.flatMap((plugin) => plugin.reports.map((one) => one.name))
  const resources = plugins.flatMap((plugin) => plugin.resources.map((one) => one.name))
  const [plugin, rest] = split(name)
  if (reports.includes(name)) return { path: `/api/${plugin}/reports/${rest}/export.xlsx`, isReport: true }
  if (resources.includes(name)) return { path: `/api/${plugin}/${rest}/export.xlsx`, isReport: false }
  throw unknown(name, [...resources, ...reports])
}

function split(name: string): readonly [string, string] {
  const at = name.indexOf('.')
  return [name.slice(0, at), name.slice(at + 1)]
}

function unknown(name: string, known: readonly string[]): Failure {
  return new Failure(
    { zh: `没有“${name}”。可用的有：${known.join('、')}。`, en: `There is no "${name}". Known: ${known.join(', ')}.` },
    EXIT.usage,
  )
}

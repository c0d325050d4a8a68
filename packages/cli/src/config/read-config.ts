import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DefinitionError } from '@linli/kit'
import type { Load } from '@linli/server'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import type { LinliConfig } from './linli-config.ts'

const NAMES = ['linli.config.ts', 'linli.config.js', 'linli.config.mjs']

/** The configuration with the folder that it speaks of. */
export interface ReadConfig {
  readonly config: LinliConfig
  readonly file: string
  readonly folder: string
  readonly load: Load
}

/** Reads the configuration. @throws Failure with what to do */
export async function readConfig(cwd: string, given: string | undefined): Promise<ReadConfig> {
  const file = findFile(cwd, given)
  const config = await importConfig(file)
  const folder = dirname(file)
  return { config, file, folder, load: config.load ?? loadFrom(file) }
}

function findFile(cwd: string, given: string | undefined): string {
  const candidates = (given === undefined ? NAMES : [given]).map((name) => resolve(cwd, name))
  const found = candidates.find((path) => existsSync(path))
  if (found) return found
  throw new Failure(
    {
      zh: `找不到配置文件 ${candidates[0] ?? ''}。请到街道的目录里运行，或用 --config 指明；还没有街道时先运行 linli street new <九位代码>。`,
      en: `There is no configuration ${candidates[0] ?? ''}. Run this in the folder of the street, or name it with --config; make one with: linli street new <9 digits>`,
    },
    EXIT.config,
  )
}

async function importConfig(file: string): Promise<LinliConfig> {
  let loaded: { readonly default?: unknown }
  try {
    loaded = (await import(pathToFileURL(file).href)) as { readonly default?: unknown }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const hint = cause instanceof DefinitionError ? '' : hintFor(cause)
    throw new Failure(
      {
        zh: `配置文件 ${file} 不能读取：${message}${hint && '。请先运行 npm install。'}`,
        en: `The configuration ${file} cannot be read: ${message}${hint}`,
      },
      EXIT.config,
      { cause },
    )
  }
  if (isConfig(loaded.default)) return loaded.default
  throw new Failure(
    {
      zh: `${file} 没有给出街道。请写 export default { streets: [street] }，street 由 defineStreet() 定义。`,
      en: `${file} names no street. Write: export default { streets: [street] }, with street from defineStreet().`,
    },
    EXIT.config,
  )
}

function hintFor(cause: unknown): string {
  const code = (cause as { readonly code?: unknown }).code
  return code === 'ERR_MODULE_NOT_FOUND' ? ' Run npm install first.' : ''
}

function isConfig(value: unknown): value is LinliConfig {
  if (typeof value !== 'object' || value === null || !('streets' in value)) return false
  const { streets } = value
  return Array.isArray(streets) && streets.length > 0 && streets.every((street: unknown) => isStreet(street))
}

function isStreet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'street'
}

/** Modules are dependencies of the street, not of this command. */
function loadFrom(file: string): Load {
  const require = createRequire(file)
  return (id) => import(pathToFileURL(require.resolve(id)).href)
}

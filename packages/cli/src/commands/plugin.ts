import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnyPlugin } from '@linli/kit'
import { pluginSql } from '@linli/store'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { pluginFiles } from '../scaffold/plugin-files.ts'
import { writeFiles } from '../scaffold/write-files.ts'

/** Makes a new module that passes its own tests. */
export const pluginNew: Command = {
  name: 'plugin new',
  words: ['<id>'],
  summary: { zh: '新建一个模块，自带测试', en: 'make a new module, with its tests' },
  options: {
    title: { value: '<中文名>', help: { zh: '模块的中文名，默认“新模块”', en: 'its Chinese title' } },
    package: { value: '<name>', help: { zh: 'npm 包名，默认 linli-plugin-<id>', en: 'its npm package, linli-plugin-<id> unless given' } },
    dir: { value: '<folder>', help: { zh: '建在哪个目录，默认 ./<id>', en: 'where, ./<id> unless given' } },
  },
  run({ terminal, words: [id = ''], text }) {
    if (!/^[a-z][a-z0-9-]*[a-z0-9]$/.test(id))
      throw new Failure(
        {
          zh: `模块的编号用小写字母、数字和横线，以字母开头，如 lost-and-found；现在是“${id}”。`,
          en: `An id is lower case with hyphens, like lost-and-found; this is "${id}".`,
        },
        EXIT.usage,
      )
    const title = text('title') ?? '新模块'
    if (!/^[\p{L}\p{N}（）·]{1,30}$/u.test(title))
      throw new Failure({ zh: '模块的中文名用 1 到 30 个汉字、字母或数字。', en: 'A title has 1 to 30 letters or digits.' }, EXIT.usage)
    const folder = text('dir') ?? id
    writeFiles(resolve(terminal.cwd, folder), pluginFiles({ id, title, package: text('package') ?? `linli-plugin-${id}` }))
    terminal.out(
      terminal.say({
        zh: `已新建模块「${title}」，在 ${folder}。接着运行：cd ${folder} && npm install && npm test`,
        en: `The module ${id} is in ${folder}. Next: cd ${folder} && npm install && npm test`,
      }),
    )
    return Promise.resolve(EXIT.ok)
  },
}

/** Prints the tables that a module's resources call for. */
export const pluginSqlCommand: Command = {
  name: 'plugin sql',
  words: ['<src/index.ts>'],
  summary: { zh: '打印模块应有的表，用来写迁移', en: 'print the tables that a module calls for, to write its migrations' },
  options: {},
  async run({ terminal, words: [file = ''] }) {
    const path = resolve(terminal.cwd, file)
    const loaded = (await import(pathToFileURL(path).href).catch((cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new Failure({ zh: `${file} 不能读取：${message}`, en: `${file} cannot be read: ${message}` }, EXIT.usage, { cause })
    })) as Readonly<Record<string, unknown>>
    const plugin = Object.values(loaded).find(isPlugin)
    if (!plugin)
      throw new Failure(
        {
          zh: `${file} 没有导出模块。请导出 definePlugin() 的结果。`,
          en: `${file} exports no module. Export the result of definePlugin().`,
        },
        EXIT.usage,
      )
    terminal.out(pluginSql(plugin))
    return EXIT.ok
  },
}

function isPlugin(value: unknown): value is AnyPlugin {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'plugin'
}

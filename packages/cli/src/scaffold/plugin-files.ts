import { pluginSql } from '@linli/store'
import { scaffoldPlugin } from './plugin-model.ts'
import { LINLI_RANGE, RANGES } from './versions.ts'
import type { Files } from './write-files.ts'

export interface NewPlugin {
  /** Lower case with hyphens: `lost-and-found`. */
  readonly id: string
  /** The npm package. */
  readonly package: string
  /** Chinese. */
  readonly title: string
}

/** A module that works and passes the contract: one resource with a life, one action, one report. */
export function pluginFiles(plugin: NewPlugin): Files {
  const name = plugin.id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return {
    'package.json': manifest(plugin),
    'tsconfig.json': TSCONFIG,
    'vitest.config.ts': VITEST,
    'src/index.ts': model(plugin, name),
    'src/server/index.ts': server(plugin, name),
    'src/server/migrations.ts': migrations(plugin),
    'test/contract.test.ts': test(name),
    'README.md': readme(plugin),
    '.gitignore': 'node_modules/\ndist/\n',
  }
}

function manifest({ package: name, title }: NewPlugin): string {
  const entry = (path: string): object => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` })
  return json({
    name,
    version: '0.1.0',
    description: title,
    type: 'module',
    engines: { node: '>=22.18' },
    exports: { '.': entry('index'), './server': entry('server/index'), './package.json': './package.json' },
    files: ['dist'],
    scripts: { build: 'tsc', test: 'tsc && vitest run', prepack: 'tsc' },
    dependencies: { '@linli/core': LINLI_RANGE, '@linli/kit': LINLI_RANGE, '@linli/store': LINLI_RANGE },
    devDependencies: {
      '@linli/testing': LINLI_RANGE,
      '@types/node': RANGES.nodeTypes,
      typescript: RANGES.typescript,
      vitest: RANGES.vitest,
    },
  })
}

const TSCONFIG = json({
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2024', 'DOM'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    strict: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    declaration: true,
    types: ['node'],
    rootDir: 'src',
    outDir: 'dist',
  },
  include: ['src'],
})

const VITEST = `import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000, server: { deps: { inline: ['@fastify/autoload'] } } },
})
`

function model({ id, package: name, title }: NewPlugin, variable: string): string {
  return `import { date, defineAction, definePlugin, defineReport, defineResource, longText, phone, text } from '@linli/kit'

/** What is kept. From this follow the table, the addresses, the screens, the permissions, import and export. */
export const items = defineResource({
  name: '${id}.items',
  title: '${title}',
  scope: 'community',
  display: 'summary',
  fields: {
    summary: text({ title: '事项', required: true, max: 60, search: true }),
    day: date({ title: '日期', required: true }),
    contact: text({ title: '联系人', max: 30, privacy: 'P1' }),
    phone: phone({ title: '联系电话' }),
    result: longText({ title: '办理结果', max: 500, readOnly: true }),
  },
  list: { columns: ['summary', 'day', 'status', 'dueAt'], filters: ['status', 'day'], sort: ['day', 'desc'] },
  workflow: {
    initial: 'open',
    states: { open: { title: '待办理', tone: 'waiting' }, done: { title: '已办结', tone: 'good', final: true } },
    steps: {
      finish: {
        title: '办结',
        from: ['open'],
        to: 'done',
        promise: { n: 3, unit: 'workingDays' },
        input: { result: longText({ title: '办理结果', required: true, max: 500 }) },
      },
    },
  },
  empty: '还没有记录。点「新增」登记第一条。',
})

/** What can be done besides writing rows and taking steps. */
export const remind = defineAction({
  name: '${id}.items.remind',
  title: '催办',
  resource: '${id}.items',
  input: { note: text({ title: '留言', required: true, max: 100 }) },
  example: { contact: '王丽' as string | null },
})

/** What is counted; each figure opens exactly its rows. */
export const summary = defineReport({
  name: '${id}.summary',
  title: '办理情况',
  form: 'summary',
  definition: '按状态统计的条数',
  consumer: '社区每周例会',
  params: {},
  columns: {
    title: { title: '状态', kind: 'text' },
    count: { title: '条数', kind: 'integer', total: true, drill: true },
  },
  drill: ({ row }) => ({ resource: '${id}.items', filter: { status: row.status } }),
})

export const ${variable} = definePlugin({
  id: '${id}',
  package: '${name}',
  entries: ['server'],
  title: '${title}',
  summary: '登记${title}，按时限办结。',
  resources: [items],
  actions: [remind],
  reports: [summary],
  grants: { 'community-director': ['${id}.**'], 'counter-clerk': ['${id}.items.read', '${id}.items.create'] },
  english: {
    ${title === id ? '' : `'${id}': '${id}',\n    `}${title}: '${id}',
    事项: 'Matter',
    日期: 'Day',
    联系人: 'Contact',
    联系电话: 'Telephone',
    办理结果: 'Result',
    待办理: 'Open',
    已办结: 'Done',
    办结: 'Finish',
    催办: 'Remind',
    留言: 'Note',
    办理情况: 'Progress',
    状态: 'Status',
    条数: 'Count',
  },
})
`
}

function server({ id }: NewPlugin, variable: string): string {
  return `import { defineReasons } from '@linli/core/refusal'
import { definePluginServer } from '@linli/store'
import { items, ${variable} } from '../index.ts'
import { migrations } from './migrations.ts'

const reason = defineReasons({
  '${id}.done': { zh: '已经办结，不用催办', en: 'This is done; nobody needs a reminder' },
  '${id}.future': { zh: '日期不能晚于今天', en: 'The day cannot lie ahead' },
})

export default definePluginServer(${variable}, {
  migrations,
  guards: {
    '${id}.items': { create: (ctx, { values }) => (values.day > ctx.today ? reason('${id}.future', undefined, 'day') : undefined) },
  },
  actions: {
    '${id}.items.remind': async (ctx, { id }) => {
      const row = await ctx.rows(items).get(id)
      return row.status === 'done' ? ctx.refuse(reason('${id}.done')) : { contact: row.contact }
    },
  },
  reports: {
    '${id}.summary': async (ctx) => {
      const rows = ctx.rows(items)
      return [
        { status: 'open', title: '待办理', count: await rows.count({ status: 'open' }) },
        { status: 'done', title: '已办结', count: await rows.count({ status: 'done' }) },
      ]
    },
  },
})
`
}

function migrations({ id, title }: NewPlugin): string {
  return `import type { Migration } from '@linli/store'

/** Frozen text: a released migration is never edited. For a change, add the next one; \`linli plugin sql src/index.ts\` prints the tables as they should be. */
export const migrations: readonly Migration[] = [
  {
    name: '0001_create',
    up: \`
${pluginSql(scaffoldPlugin(id, title))}
\`,
  },
]
`
}

function test(variable: string): string {
  return `import { contractSuite } from '@linli/testing'
import { ${variable} } from '../src/index.ts'
import server from '../src/server/index.ts'

contractSuite({ plugin: ${variable}, server })
`
}

function readme({ package: name, id, title }: NewPlugin): string {
  return `# ${title}

A module for [Linli](https://github.com/linli-org/linli). \`npm test\` compiles it and holds it to the contract of every module.

| file | what stands there |
|---|---|
| \`src/index.ts\` | what is kept, what can be done, what is counted: safe in browser and server |
| \`src/server/index.ts\` | the code behind the names |
| \`src/server/migrations.ts\` | the tables, as frozen text |
| \`test/contract.test.ts\` | the contract; \`test/__contract__\` keeps the addresses and tables for review |

To use it on a street: \`npm install ${name}\`, then in \`linli.config.ts\` add \`use(…)\` of the module \`${id}\` to \`modules\`.
`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

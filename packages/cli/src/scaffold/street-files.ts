import { LINLI_RANGE, RANGES } from './versions.ts'
import type { Files } from './write-files.ts'

export interface NewStreet {
  /** 9 digits. */
  readonly code: string
  readonly name: string
  readonly officialName: string
  readonly communities: readonly string[]
}

/** A street that starts: its configuration, the admin pages, the phone pages, a test. */
export function streetFiles(street: NewStreet): Files {
  return {
    'package.json': manifest(street),
    'tsconfig.json': TSCONFIG,
    'linli.config.ts': config(street),
    'main.ts': MAIN,
    'index.html': page(street.name, '/src/main.tsx'),
    'src/main.tsx': ADMIN,
    'portal/index.html': phonePage(street.name),
    'portal/main.tsx': PORTAL,
    'portal/vite.config.ts': portalVite(street.name),
    'src/modules.d.ts': MODULES,
    'vite.config.ts': VITE,
    'vitest.config.ts': VITEST,
    'test/street.test.ts': test(street),
    'README.md': readme(street),
    '.gitignore': 'node_modules/\ndist/\ndist-portal/\n.linli/\n',
  }
}

function manifest({ code, name }: NewStreet): string {
  return json({
    name: `street-${code}`,
    private: true,
    version: '0.0.0',
    description: name,
    type: 'module',
    engines: { node: '>=22.18' },
    scripts: { build: 'vite build && vite build portal', start: 'linli start', doctor: 'linli doctor', test: 'vitest run' },
    dependencies: {
      '@linli/admin': LINLI_RANGE,
      '@linli/cli': LINLI_RANGE,
      '@linli/kit': LINLI_RANGE,
      '@linli/plugin-registry': LINLI_RANGE,
      '@linli/portal': LINLI_RANGE,
      '@linli/server': LINLI_RANGE,
      react: RANGES.react,
      'react-dom': RANGES.react,
    },
    devDependencies: {
      '@types/node': RANGES.nodeTypes,
      '@types/react': RANGES.reactTypes,
      '@types/react-dom': RANGES.reactTypes,
      '@vitejs/plugin-react': RANGES.reactPlugin,
      typescript: RANGES.typescript,
      vite: RANGES.vite,
      vitest: RANGES.vitest,
    },
  })
}

const TSCONFIG = json({
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2024', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    strict: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  },
  include: ['*.ts', 'src', 'portal', 'test'],
})

function config({ code, name, officialName, communities }: NewStreet): string {
  const lines = communities.map(
    (community, index) => `    { code: '${code}${String(index + 1).padStart(3, '0')}', name: ${quoted(community)} },`,
  )
  return `import type { LinliConfig } from '@linli/cli'
import { defineStreet, use } from '@linli/kit'
import { registry } from '@linli/plugin-registry'

/** The only truth about what is installed. Modules can be switched off and tuned in the admin; the codes are those of the statistics bureau. */
export const street = defineStreet({
  code: '${code}',
  name: ${quoted(name)},
  officialName: ${quoted(officialName)},
  communities: [
${lines.join('\n')}
  ],
  modules: [use(registry)],
})

export default { streets: [street] } satisfies LinliConfig
`
}

const MAIN = `import { createServer } from '@linli/server'
import config from './linli.config.ts'

// The same as \`linli start\`, for those who start it from a program of their own.
const server = await createServer({ ...config, dataDir: process.env.LINLI_DATA ?? '.linli' }, (id) => import(id))
console.log(\`Linli ready: \${await server.listen()}\`)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close())
`

function page(name: string, entry: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="${entry}"></script>
  </body>
</html>
`
}

const ADMIN = `import { LinliAdmin } from '@linli/admin'
import { createRoot } from 'react-dom/client'
import modules from 'virtual:linli/modules'

const root = document.getElementById('root')
if (root) createRoot(root).render(<LinliAdmin modules={modules} />)
`

const MODULES = `declare module 'virtual:linli/modules' {
  import type { StreetModules } from '@linli/admin'

  const modules: StreetModules
  export default modules
}
`

const VITE = `import { linliStreet } from '@linli/admin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), linliStreet('./linli.config.ts', { halves: ['admin'] })],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
`

function phonePage(name: string): string {
  return page(name, '/main.tsx').replace(
    'initial-scale=1" />',
    'initial-scale=1, viewport-fit=cover" />\n    <meta name="theme-color" content="#9c1c1c" />\n    <meta name="format-detection" content="telephone=no" />',
  )
}

const PORTAL = `import { LinliPortal } from '@linli/portal'
import { createRoot } from 'react-dom/client'
import modules from 'virtual:linli/modules'

const root = document.getElementById('root')
if (root) createRoot(root).render(<LinliPortal modules={modules} />)
`

/** Built beside the admin pages, never into them; `linli start` serves it at /m/. */
function portalVite(name: string): string {
  return `import { linliStreet } from '@linli/admin/vite'
import { linliOffline } from '@linli/portal/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/m/',
  build: { outDir: '../dist-portal', emptyOutDir: true },
  plugins: [
    react(),
    linliStreet('../linli.config.ts', { halves: ['portal'] }),
    linliOffline({ name: ${quoted(name)}, shortName: ${quoted(name)} }),
  ],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
`
}

const VITEST = `import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000, server: { deps: { inline: ['@fastify/autoload'] } } },
})
`

function test({ code }: NewStreet): string {
  return `import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type LinliServer } from '@linli/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import config from '../linli.config.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'street-'))
let server: LinliServer

beforeAll(async () => {
  server = await createServer({ ...config, dataDir, logger: false, work: false }, (id) => import(id))
})
afterAll(async () => {
  await server?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

it('starts with its modules, and says which street it is', async () => {
  expect((await server.app.inject('/api/health')).statusCode).toBe(200)
  expect((await server.app.inject('/api/street')).json()).toMatchObject({ streets: [{ code: '${code}' }] })
  for (const { plugin } of config.streets[0]?.modules ?? []) expect(await server.store.modules.isOn('${code}', plugin.id)).toBe(true)
})
`
}

function readme({ name }: NewStreet): string {
  return `# ${name}

\`\`\`sh
npm install
npm run build    # the admin pages and the phone pages
npm start        # prints the address
npm run doctor   # says whether all is well, and what to do
\`\`\`

What is installed stands in \`linli.config.ts\`. Data, keys and files lie in \`.linli/\` unless \`LINLI_DATA\` names another folder;
an office uses PostgreSQL: \`DATABASE_URL=postgres://… npm start\`. Back up the database, the files and the key.
`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Started, start } from './fixtures/start.ts'

let server: Started
beforeAll(async () => {
  server = await start()
})
afterAll(() => server.end())

interface Described {
  readonly openapi: string
  readonly paths: Record<
    string,
    Record<string, { readonly operationId?: string; readonly security?: unknown[]; readonly summary?: string }>
  >
}

test('the document is OpenAPI 3.1 and a linter has nothing to say', async () => {
  const document = (await server.ask({ method: 'GET', url: '/api/openapi.json' })).json() as Described
  expect(document.openapi).toBe('3.1.0')
  const folder = mkdtempSync(join(tmpdir(), 'linli-openapi-'))
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document))
  writeFileSync(join(folder, 'redocly.yaml'), 'extends: [recommended]\ntelemetry: off\n')
  const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin', 'cli.js')
  const run = promisify(execFile)(process.execPath, [cli, 'lint', 'openapi.json', '--format', 'json'], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    maxBuffer: 50 * 1024 * 1024,
  })
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error)
  rmSync(folder, { recursive: true, force: true })
  const { problems } = JSON.parse(stdout) as {
    readonly problems: { readonly ruleId: string; readonly message: string; readonly location: unknown[] }[]
  }
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${JSON.stringify(location[0]).slice(0, 200)}`)).toEqual([])
}, 120_000)

test('every operation has a name, a summary and says whether it asks for a session', async () => {
  const { paths } = (await server.ask({ method: 'GET', url: '/api/openapi.json' })).json() as Described
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(operations.filter(({ operationId, summary, security }) => !operationId || !summary || !security)).toEqual([])
  const open = operations.filter(({ security }) => security?.length === 0).map(({ path }) => path)
  expect(open.sort()).toEqual([
    '/api/auth/sign-in',
    '/api/auth/sign-out',
    '/api/health',
    '/api/parks/actions/opening',
    '/api/ready',
    '/api/street',
  ])
})

test('the reader of the document loads nothing from elsewhere', async () => {
  const page = await server.ask({ method: 'GET', url: '/api/docs/' })
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
})

test('headers forbid framing and foreign scripts', async () => {
  const { headers } = await server.ask({ method: 'GET', url: '/api/health' })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers).not.toHaveProperty('x-powered-by')
})

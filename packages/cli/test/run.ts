import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { testPostgres } from '@linli/testing'
import { Client } from 'pg'
import { main, type Terminal } from '../src/index.ts'

export const packageFolder = fileURLToPath(new URL('..', import.meta.url))

/** What a call of the command line left: its exit code and what it wrote. */
export interface Called {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Calls the command line in this process. */
export async function linli(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<Called> {
  const out: string[] = []
  const err: string[] = []
  const env = { LANG: 'zh_CN.UTF-8', ...options.env }
  const terminal: Terminal = {
    cwd: options.cwd ?? packageFolder,
    env,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    say: (said) => (env.LANG.startsWith('en') ? said.en : said.zh),
  }
  const code = await main(args, terminal)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** Runs a program and gives its exit code with everything that it wrote. */
export function run(
  file: string,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { CI: _ci, LINLI_TEST_PG: _server, LINLI_TEST_STORE: _store, ...env } = process.env
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd, env: { ...env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.stderr.on('data', (chunk) => (output += String(chunk)))
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** A database of its own on the server of LINLI_TEST_PG; without one, nothing: the data folder then holds the database. */
export interface TestDatabase {
  readonly env: { readonly DATABASE_URL?: string }
  readonly drop: () => Promise<void>
}

export async function testDatabase(): Promise<TestDatabase> {
  if (testPostgres === undefined) return { env: {}, drop: () => Promise.resolve() }
  const name = `linli_cli_${randomUUID().replaceAll('-', '')}`
  const onServer = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: testPostgres })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await onServer(`create database ${name} template template0 encoding 'UTF8'`)
  const url = Object.assign(new URL(testPostgres), { pathname: `/${name}` })
  return { env: { DATABASE_URL: url.href }, drop: () => onServer(`drop database if exists ${name} with (force)`) }
}

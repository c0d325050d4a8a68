// Plain JavaScript for Node 18 and later, without dependencies: it is what runs before anything is installed.
import { existsSync } from 'node:fs'
import { ensureApps } from './apps.mjs'
import { run } from './child.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { Failure, runMain } from './failure.mjs'
import { at, root } from './root.mjs'
import { ensureToolchain } from './toolchain.mjs'

const usage = `Usage: node scripts/run.mjs <command>
  start             install what is missing, build the pages, start the server
  test [stage …]    install what is missing, run every check and test (or the named stages)
  exec <file> …     install what is missing, run a script with the project's own Node`

const quiet = ['--disable-warning=ExperimentalWarning']

async function start({ node, env }) {
  await ensureApps({ node, env })
  const server = at('apps', 'server', 'src', 'main.ts')
  if (!existsSync(server)) throw new Failure('There is no server to start: apps/server/src/main.ts is missing from this checkout.')
  return (await run(node, [...quiet, server], { cwd: root, env })).code
}

const script = async ({ node, env }, file, args) => (await run(node, [...quiet, file, ...args], { cwd: root, env })).code

const commands = {
  start,
  test: (toolchain, args) => script(toolchain, at('scripts', 'check.mjs'), args),
  exec: (toolchain, [file, ...args]) => script(toolchain, file, args),
}

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined
  if (!command || (name === 'exec' && !args[0])) throw new Failure(usage)
  const toolchain = await ensureToolchain()
  await ensureDependencies(toolchain)
  return command(toolchain, args)
})

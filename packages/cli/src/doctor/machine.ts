import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Finding, note, ok, wrong } from './check.ts'

const LEAST_NODE = [22, 18] as const
const GIGABYTE = 1024 ** 3

/** Whether this program runs on a Node that it is made for. */
export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return ok(`Node ${version}`, `Node ${version}`)
  return wrong(
    `Node 版本是 ${version}，需要 ${LEAST_NODE.join('.')} 以上。请安装新的 Node（建议 24）。`,
    `This is Node ${version}; ${LEAST_NODE.join('.')} or later is needed. Install a newer one (24 is a good choice).`,
  )
}

/** Whether data can be written, and for how long. */
export function checkFolder(dataDir: string, freeBytes: (folder: string) => number = free): Finding {
  const folder = nearest(dataDir)
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    return wrong(
      `数据目录 ${dataDir} 不能写入。请检查它的权限，或用 LINLI_DATA 换一个目录。`,
      `The data folder ${dataDir} cannot be written. Check its permissions, or choose another one with LINLI_DATA.`,
    )
  }
  const bytes = freeBytes(folder)
  const size = `${(bytes / GIGABYTE).toFixed(1)} GB`
  if (bytes < GIGABYTE)
    return wrong(
      `数据目录所在的磁盘只剩 ${size}。请清理磁盘，至少留出 1 GB。`,
      `The disk of the data folder has ${size} left. Make room: at least 1 GB.`,
    )
  return ok(`数据目录 ${dataDir}，磁盘剩余 ${size}`, `Data folder ${dataDir}, ${size} of disk left`)
}

function free(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder))
}

/** Whether the key that personal data are enciphered with is there. */
export function checkKey(dataDir: string, environment: string | undefined): Finding {
  if (environment) return ok('密钥来自 LINLI_KEY。请另外保存一份', 'The key comes from LINLI_KEY. Keep a copy elsewhere')
  const file = join(dataDir, 'key')
  if (existsSync(file)) return ok(`密钥在 ${file}。请把它和数据分开备份`, `The key is in ${file}. Keep a copy of it apart from the data`)
  return note(
    `还没有密钥，第一次启动时会生成在 ${file}。生成后请立即另外保存一份：丢了它，身份证号和电话再也读不出来。`,
    `There is no key yet; the first start makes it in ${file}. Keep a copy at once: without it identity numbers and telephones cannot be read again.`,
  )
}

/** Whether anybody else on the machine could read what is secret. Windows says nothing about it. */
export function* checkPermissions(dataDir: string): Generator<Finding> {
  if (process.platform === 'win32' || !existsSync(dataDir)) return
  const names = readdirSync(dataDir).filter((name) => name === 'secret' || name === 'key' || name.startsWith('key.'))
  for (const name of names) {
    if (!isOpen(join(dataDir, name))) continue
    yield wrong(
      `密钥文件 ${join(dataDir, name)} 别的用户也能读。请运行：chmod 600 ${join(dataDir, name)}`,
      `Others on this machine can read ${join(dataDir, name)}. Run: chmod 600 ${join(dataDir, name)}`,
    )
  }
  if (isOpen(dataDir))
    yield note(
      `数据目录 ${dataDir} 别的用户也能进入。请运行：chmod 700 ${dataDir}`,
      `Others on this machine can enter the data folder ${dataDir}. Run: chmod 700 ${dataDir}`,
    )
  const old = names.filter((name) => name.startsWith('key.old-'))
  if (old.length > 0)
    yield note(
      `数据目录里还有换下来的旧密钥：${old.join('、')}。做过新备份并演练恢复之后，请移到安全的地方。`,
      `Old keys still lie in the data folder: ${old.join(', ')}. Once a new backup was made and its restore rehearsed, move them to a safe place.`,
    )
}

function isOpen(path: string): boolean {
  return (statSync(path).mode & 0o077) !== 0
}

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { StoreError } from '../store-error.ts'

interface Holder {
  readonly pid: number
  /** Tells a process from a later one with the same number, where the system says so. */
  readonly started: string
  readonly token: string
}

/**
 * Takes a folder for this process alone, because the embedded database has no lock of its own and two writers lose data silently.
 * A lock whose process is gone is taken over. Resolves to a function that gives the folder back.
 *
 * @throws StoreError `folder.in_use`
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'linli.lock')
  const own: Holder = { pid: process.pid, started: startedAt(process.pid), token: randomUUID() }
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (create(path, own)) return () => release(path, own)
    const holder = read(path)
    if (holder && isAlive(holder)) throw inUse(folder, holder.pid)
    setAside(path, holder)
  }
  throw inUse(folder, read(path)?.pid ?? 0)
}

function create(path: string, own: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(own), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead lock away and looks again at what was moved: it may be the fresh lock of a process that was quicker. */
function setAside(path: string, dead: Holder | undefined): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = read(aside)
  if (moved && moved.token !== dead?.token && isAlive(moved)) create(path, moved)
  rmSync(aside, { force: true })
}

function release(path: string, own: Holder): void {
  if (read(path)?.token === own.token) rmSync(path, { force: true })
}

function read(path: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>
    return typeof holder.pid === 'number' && typeof holder.token === 'string'
      ? { pid: holder.pid, started: holder.started ?? '', token: holder.token }
      : undefined
  } catch {
    return undefined
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = startedAt(pid)
  return started === '' || now === '' || now === started
}

function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function inUse(folder: string, pid: number): StoreError {
  return new StoreError('folder.in_use', {
    zh: `数据目录 ${folder} 正被另一个进程使用（进程号 ${pid}）。请先停掉它，或用 LINLI_DATA 指定别的目录。`,
    en: `The data folder ${folder} is in use by another process (pid ${pid}). Stop it first, or name another folder with LINLI_DATA.`,
  })
}

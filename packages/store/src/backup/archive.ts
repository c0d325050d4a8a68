import { createHash } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { StoreError } from '../store-error.ts'
import { damagedArchive, foreignArchive, newerArchive } from './refusals.ts'
import { BACKUP_FORMAT, backupHead, backupManifest, type BackupManifest } from './manifest.ts'

export const HEAD = 'linli-backup.json'
export const MANIFEST = 'manifest.json'
/** Nothing that an archive of ours holds is larger; anything larger would only fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024

/** A growing archive: a compressed tar whose entries are each small enough for memory. */
export interface ArchiveWriter {
  add(name: string, bytes: Buffer): Promise<void>
  /** Waits until everything is written. */
  end(): Promise<void>
  abort(error: Error): void
}

export function archiveWriter(out: Writable): ArchiveWriter {
  const tar = pack()
  const written = pipeline(tar, createGzip({ level: 6 }), out)
  // Whoever adds or ends hears of a failure; until then it must not end the process.
  written.catch(() => undefined)
  return {
    add: (name, bytes) =>
      Promise.race([
        written,
        new Promise<void>((resolve, reject) => {
          const entry = tar.entry({ name, size: bytes.length, mode: 0o600 }, (error) => (error ? reject(error) : resolve()))
          entry.end(bytes)
        }),
      ]),
    end: async () => {
      tar.finalize()
      await written
    },
    abort: (error) => tar.destroy(error),
  }
}

/** The entries of an archive, each whole. @throws StoreError `backup.damaged` */
export async function* archiveEntries(source: Readable): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }> {
  const tar = extract()
  const reading = pipeline(source, createGunzip(), tar)
  reading.catch(() => undefined)
  try {
    for await (const entry of tar) {
      const { name, size } = entry.header
      if (size > MOST_BYTES) throw damagedArchive(name)
      const pieces: Buffer[] = []
      for await (const piece of entry) pieces.push(piece as Buffer)
      yield { name, bytes: Buffer.concat(pieces) }
    }
    await reading
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw damagedArchive(error instanceof Error ? error.message : String(error), error)
  } finally {
    source.destroy()
  }
}

/**
 * Reads an archive from end to end and compares every part with what its manifest says.
 *
 * @throws StoreError `backup.foreign`, `backup.damaged`, `backup.newer`
 */
export async function checkArchive(source: Readable): Promise<BackupManifest> {
  const seen = new Map<string, string>()
  const files = { count: 0, bytes: 0 }
  let head: unknown
  let last: unknown
  try {
    for await (const { name, bytes } of archiveEntries(source)) {
      if (head === undefined) {
        if (name !== HEAD) throw foreignArchive()
        head = readHead(bytes)
      } else if (name === MANIFEST) last = parse(bytes)
      else if (seen.has(name)) throw damagedArchive(name)
      else if (name.startsWith('files/')) {
        if (sha256(bytes) !== name.slice(6)) throw damagedArchive(name)
        files.count += 1
        files.bytes += bytes.length
        seen.set(name, '')
      } else seen.set(name, sha256(bytes))
    }
  } catch (error) {
    // What does not even begin as ours was never cut off.
    if (head === undefined && error instanceof StoreError && error.code === 'backup.damaged') throw foreignArchive()
    throw error
  }
  if (head === undefined) throw foreignArchive()
  const manifest = backupManifest.safeParse(last)
  if (!manifest.success) throw damagedArchive(MANIFEST)
  const { tables, secrets } = manifest.data
  const wanted = new Set<string>(secrets.map((name) => `keys/${name}`))
  for (const { parts } of Object.values(tables)) {
    for (const part of parts) {
      wanted.add(part.name)
      if (seen.get(part.name) !== part.sha256) throw damagedArchive(part.name)
    }
  }
  for (const name of wanted) if (!seen.has(name)) throw damagedArchive(name)
  for (const name of seen.keys()) if (!wanted.has(name) && !name.startsWith('files/')) throw damagedArchive(name)
  if (files.count !== manifest.data.files.count || files.bytes !== manifest.data.files.bytes) throw damagedArchive('files')
  return manifest.data
}

function readHead(bytes: Buffer): unknown {
  const head = backupHead.safeParse(parse(bytes))
  if (!head.success) throw foreignArchive()
  if (head.data.format > BACKUP_FORMAT) throw newerArchive(`format ${head.data.format}`)
  return head.data
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

import { open, type FileHandle } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { refuse } from '../problem/index.ts'
import { reason } from './reasons.ts'
import { LIMITS } from './sheet-row.ts'

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** An archive on disk, opened by its directory (APPNOTE 6.3). What it says about sizes is checked, and checked again while unpacking. */
export interface Zip {
  readonly names: readonly string[]
  /** The unpacked text of a part, piece by piece. @throws RefusedError `sheet.bomb`, `sheet.damaged` */
  text(name: string): AsyncIterable<string>
  close(): Promise<void>
}

/** @throws RefusedError `sheet.damaged`, `sheet.bomb` */
export async function openZip(path: string): Promise<Zip> {
  const file = await open(path, 'r')
  try {
    const entries = await readDirectory(file)
    return { names: [...entries.keys()], text: (name) => readEntry(file, entries.get(name)), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_END = 65_557

async function readDirectory(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const tail = await read(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END))
  let at = tail.length - 22
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1
  if (at < 0) refuse(415, reason('sheet.damaged'))
  const count = tail.readUInt16LE(at + 10)
  const length = tail.readUInt32LE(at + 12)
  const start = tail.readUInt32LE(at + 16)
  if (count > LIMITS.entries || length > 4 * 1024 * 1024) refuse(415, reason('sheet.bomb'))
  if (start + length > size) refuse(415, reason('sheet.damaged'))
  const directory = await read(file, start, length)
  const entries = new Map<string, Entry>()
  for (let index = 0, cursor = 0; index < count; index += 1) {
    if (cursor + 46 > directory.length || directory.readUInt32LE(cursor) !== DIRECTORY) refuse(415, reason('sheet.damaged'))
    const nameLength = directory.readUInt16LE(cursor + 28)
    const entry: Entry = {
      name: directory.toString('utf8', cursor + 46, cursor + 46 + nameLength),
      method: directory.readUInt16LE(cursor + 10),
      packed: directory.readUInt32LE(cursor + 20),
      size: directory.readUInt32LE(cursor + 24),
      offset: directory.readUInt32LE(cursor + 42),
    }
    if (entry.size > LIMITS.unpacked || entry.size > Math.max(entry.packed, 4096) * LIMITS.ratio) refuse(415, reason('sheet.bomb'))
    if (directory.readUInt16LE(cursor + 8) & 1) refuse(415, reason('sheet.old_format'))
    entries.set(entry.name, entry)
    cursor += 46 + nameLength + directory.readUInt16LE(cursor + 30) + directory.readUInt16LE(cursor + 32)
  }
  return entries
}

async function* readEntry(file: FileHandle, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) return
  const header = await read(file, entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) refuse(415, reason('sheet.damaged'))
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = Readable.from(pieces(file, start, entry.packed))
  const stream = entry.method === 0 ? packed : entry.method === 8 ? pipeline(packed, createInflateRaw(), () => undefined) : undefined
  if (!stream) return refuse(415, reason('sheet.damaged'))
  const decoder = new TextDecoder('utf-8')
  const most = Math.min(LIMITS.unpacked, Math.max(entry.packed, 4096) * LIMITS.ratio)
  let unpacked = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length
      if (unpacked > most) refuse(415, reason('sheet.bomb'))
      yield decoder.decode(chunk, { stream: true })
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) refuse(415, reason('sheet.damaged'))
    throw error
  } finally {
    packed.destroy()
  }
  yield decoder.decode()
}

const PIECE = 64 * 1024

async function* pieces(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; done += PIECE) {
    const piece = await read(file, start + done, Math.min(PIECE, length - done))
    if (piece.length === 0) return
    yield piece
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position, length })
  return buffer.subarray(0, bytesRead)
}

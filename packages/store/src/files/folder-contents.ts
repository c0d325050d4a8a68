import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { reason, refuse } from '../refusals/index.ts'
import type { FileContents } from './files.ts'

const HEAD_BYTES = 8192
const CONTENT_ID = /^[0-9a-f]{64}$/

/** Contents in a folder, by their hash: `ab/cd/abcd…`. A content becomes visible whole or not at all. */
export function folderContents(folder: string): FileContents {
  const pathOf = (id: string): string => {
    // The id is the whole of the path, so nothing but a hash may become one.
    if (!CONTENT_ID.test(id)) throw new Error('Not the id of a file.')
    return join(folder, id.slice(0, 2), id.slice(2, 4), id)
  }
  return {
    write: async (stream, { max, inspect }) => {
      await mkdir(join(folder, 'incoming'), { recursive: true })
      const incoming = join(folder, 'incoming', randomUUID())
      try {
        const { id, size } = await receive(stream, incoming, max, inspect)
        const path = pathOf(id)
        await mkdir(join(path, '..'), { recursive: true })
        await rename(incoming, path)
        return { id, size }
      } catch (error) {
        await rm(incoming, { force: true })
        throw error
      }
    },
    open: async (id): Promise<Readable> => {
      const handle = await open(pathOf(id), 'r')
      return createReadStream('', { fd: handle })
    },
    has: async (id) => {
      if (!CONTENT_ID.test(id)) return false
      return access(pathOf(id)).then(
        () => true,
        () => false,
      )
    },
    remove: async (id, before) => {
      const path = pathOf(id)
      const found = await stat(path).catch(() => undefined)
      if (found && found.mtime < before) await rm(path, { force: true })
    },
  }
}

async function receive(
  stream: Readable | AsyncIterable<Uint8Array>,
  path: string,
  max: number,
  inspect: (head: Uint8Array) => Promise<void>,
): Promise<{ readonly id: string; readonly size: number }> {
  const hash = createHash('sha256')
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  let size = 0
  let head: Buffer | undefined = Buffer.alloc(0)
  try {
    for await (const piece of stream) {
      const bytes = Buffer.from(piece as Uint8Array)
      size += bytes.length
      if (size > max) refuse(reason('file.too_large', { megabytes: Math.floor((max / 1024 / 1024) * 10) / 10 }), 413)
      if (head) {
        head = Buffer.concat([head, bytes])
        if (head.length >= HEAD_BYTES) {
          await inspect(head)
          head = undefined
        }
      }
      hash.update(bytes)
      if (!out.write(bytes)) await once(out, 'drain')
    }
    if (size === 0) refuse(reason('file.empty'), 400)
    if (head) await inspect(head)
    out.end()
    await finished(out)
    return { id: hash.digest('hex'), size }
  } catch (error) {
    // The file may not even be open yet: what is taken away before it is made would be left behind.
    await new Promise<void>((resolve) => {
      if (out.closed) return resolve()
      out.once('close', () => resolve())
      out.destroy()
    })
    throw error
  }
}

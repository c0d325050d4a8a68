import type { Readable } from 'node:stream'
import type { Instant } from '@linli/core/date'
import type { Context } from '../context/context.ts'
import type { RunAs } from '../store.ts'

/** A stored file. */
export interface FileInfo {
  /** SHA-256 of the content, in hexadecimal. */
  readonly id: string
  /** As it was called where it came from, without any folder. */
  readonly name: string
  /** Found out from the content, never taken from the sender. */
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly createdBy: string
}

export interface PutOptions {
  readonly name: string
  /** Media types. @default images, PDF, Word, Excel, text and CSV */
  readonly accept?: readonly string[]
  /** Bytes. @default 10 MiB */
  readonly max?: number
}

/** Where contents lie: a folder here, an object store elsewhere. Contents are addressed by their SHA-256 and never change. */
export interface FileContents {
  /** Takes a stream to its end. `inspect` is given the first bytes before anything is kept; its throwing keeps nothing. */
  write(
    stream: Readable | AsyncIterable<Uint8Array>,
    options: { readonly max: number; readonly inspect: (head: Uint8Array) => Promise<void> },
  ): Promise<{ readonly id: string; readonly size: number }>
  /** @throws when there is no such content */
  open(id: string): Promise<Readable>
  has(id: string): Promise<boolean>
  /** Takes a content away, unless it was written again after `before`: somebody may be putting it to use. */
  remove(id: string, before: Date): Promise<void>
}

/** The files of streets. */
export interface Files {
  /**
   * Keeps a file for a street.
   *
   * @throws RefusedError `file.too_large` 413, `file.type` 415, `file.empty` 400
   */
  put(as: RunAs, stream: Readable | AsyncIterable<Uint8Array>, options: PutOptions): Promise<FileInfo>
  /** A file that the actor put there, or that stands in a row the actor may read; else nothing. */
  find(ctx: Context, id: string): Promise<FileInfo | undefined>
  /** The content. The caller has asked {@link find} first. */
  open(id: string): Promise<Readable>
  /**
   * Lets go of the street's files that were put there before a moment and that nothing mentions: no row of any table, not even the audit.
   * Contents go after the commit, when no other street has them. Does nothing while a backup is being made.
   */
  forget(ctx: Context, before: Instant): Promise<number>
}

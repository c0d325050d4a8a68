import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { reason } from '../reasons.ts'
import { precheckFiles, prechecks } from '../resources/index.ts'
import { PRECHECK_FILES } from '../rules/precheck-files.ts'
import type { Ctx } from './context.ts'

/** What a file comes with: the pre-check, the paper that it shows, and the key that was told to whoever sent it. */
export interface FileGiven {
  readonly no: string
  readonly material: string
  readonly key: string
}

/** A key for whoever has just sent a pre-check; the office keeps its digest alone. */
export function newFileKey(): { readonly key: string; readonly digest: string } {
  const key = randomBytes(24).toString('base64url')
  return { key, digest: digestOf(key) }
}

/**
 * The pre-check that may take one more file. Asked before the first byte is kept, and again under its lock.
 *
 * @throws RefusedError 403 alike for an unknown number, a wrong key and one that is answered
 */
export async function mustTakeFile(ctx: Ctx, { no, material, key }: FileGiven, lock: boolean): Promise<Row<typeof prechecks>> {
  const found = await ctx.rows(prechecks).first({ no })
  if (!found?.fileKey || !isSame(found.fileKey, digestOf(key))) return ctx.refuse(reason('precheck.no_files'), 403)
  const row = lock ? await ctx.rows(prechecks).lock(found.id) : found
  if (row.status !== 'sent') return ctx.refuse(reason('precheck.no_files'), 403)
  if (!row.claimed?.some(({ name }) => name === material)) return ctx.refuse(reason('precheck.not_asked', { name: material }))
  const files = ctx.rows(precheckFiles)
  const { ofOne, ofAll } = PRECHECK_FILES
  if ((row.files ?? 0) >= ofAll) return ctx.refuse(reason('precheck.files_of_all', { most: ofAll }))
  if ((await files.count({ precheckId: row.id, material })) >= ofOne)
    return ctx.refuse(reason('precheck.files_of_one', { name: material, most: ofOne }))
  if ((await files.count({ createdAt_gte: instantAt(ctx.today, 0) })) >= ctx.settings.precheckFilesADay)
    return ctx.refuse(reason('precheck.files_today'), 429)
  return row
}

/** Puts a kept file beside its paper; how many there are is answered. */
export async function takeFile(ctx: Ctx, given: FileGiven, file: string): Promise<number> {
  const { id: precheckId, files, communityId } = await mustTakeFile(ctx, given, true)
  await ctx.rows(precheckFiles).create({ precheckId, material: given.material, file, communityId })
  const count = (files ?? 0) + 1
  await ctx.rows(prechecks).update(precheckId, { files: count }, { reason: '收到照片' })
  return count
}

/** The file of a row in the looker's community, for the work at hand; each look is in the audit. */
export async function lookAtFile(ctx: Ctx, id: string): Promise<string> {
  const row = await ctx.rows(precheckFiles).find(id)
  const { file } = row ? await ctx.rows(precheckFiles).reveal(id, ['file'], 'service') : { file: null }
  return file ?? ctx.refuse(reason('precheck.file_gone'), 404)
}

/** Lets go of the files of a pre-check; their contents follow when nothing mentions them any more (`keepFileDays`). */
export async function dropFilesOf(ctx: Ctx, precheckId: string): Promise<void> {
  const rows = ctx.rows(precheckFiles)
  for await (const { id } of rows.each({ filter: { precheckId, forgottenAt_empty: true } }))
    await rows.update(id, { file: null, forgottenAt: ctx.now }, { reason: '预审照片保存期满，自动删除' })
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

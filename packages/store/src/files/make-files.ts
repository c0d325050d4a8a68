import { isShown } from '@linli/core/privacy'
import type { AnyResource } from '@linli/kit'
import { runWork } from '../context/run-work.ts'
import { sessionOf } from '../context/session.ts'
import type { Context } from '../context/context.ts'
import type { Parts } from '../parts.ts'
import { reason, refuse } from '../refusals/index.ts'
import type { FileContents, FileInfo, Files } from './files.ts'
import { forgetFiles } from './forget-files.ts'
import { COMMON_TYPES, mediaTypeOf } from './media-type.ts'

const DEFAULT_MAX = 10 * 1024 * 1024
const LONGEST_NAME = 120

export function makeFiles(parts: Parts, contents: FileContents): Files {
  return {
    put: async (as, stream, { name, accept = COMMON_TYPES, max = DEFAULT_MAX }) => {
      let mediaType = ''
      const { id, size } = await contents.write(stream, {
        max,
        inspect: async (head) => {
          mediaType = await mediaTypeOf(head, name)
          if (!accept.includes(mediaType)) refuse(reason('file.type', { type: mediaType, accept: accept.join(', ') }), 415)
        },
      })
      const info: FileInfo = { id, name: baseName(name), mediaType, size, createdBy: as.actor.id }
      await runWork(parts, as, async (ctx) => {
        const session = sessionOf(ctx)
        await session.db.query(
          `insert into platform_files (street_id, id, name, media_type, size, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (street_id, id) do update set created_at = excluded.created_at`,
          [as.street.code, id, info.name, mediaType, size, session.now, as.actor.id],
        )
      })
      return info
    },
    find: (ctx, id) => findFile(parts, ctx, id),
    open: (id) => contents.open(id),
    forget: (ctx, before) => forgetFiles(ctx, contents, before),
  }
}

async function findFile(parts: Parts, ctx: Context, id: string): Promise<FileInfo | undefined> {
  if (!/^[0-9a-f]{64}$/.test(id)) return undefined
  const { db, as } = sessionOf(ctx)
  const { rows } = await db.query(
    `select id, name, media_type as "mediaType", size, created_by as "createdBy" from platform_files where street_id = $1 and id = $2`,
    [as.street.code, id],
  )
  const info = rows[0] as FileInfo | undefined
  if (!info || info.createdBy === as.actor.id) return info
  for (const resource of parts.resources.values()) if (await isInRow(ctx, resource, id)) return info
  return undefined
}

async function isInRow(ctx: Context, resource: AnyResource, id: string): Promise<boolean> {
  const { access } = ctx.actor
  if (!ctx.has(resource.name.split('.')[0] ?? '') || !access.decide(`${resource.name}.read`).allowed) return false
  for (const [field, spec] of Object.entries(resource.fields)) {
    if (spec.kind !== 'file' || !isShown(spec.privacy, access.clearance)) continue
    if (await ctx.rows(resource).first({ [field]: id } as never)) return true
  }
  return false
}

/** What people call the file: no folders, no control characters. */
function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, '').slice(0, LONGEST_NAME) || '文件'
}

import { createHash, randomBytes } from 'node:crypto'
import { apiKeys } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** Makes a key for another system; only its hash is kept. */
export async function handleIssueKey(ctx: Ctx, { name }: { name: string }): Promise<{ key: string }> {
  const key = randomBytes(24).toString('base64url')
  await ctx.rows(apiKeys).create({ name, hash: hashOf(key) })
  return { key }
}

/** The name of the system to which a key was given, while it is good. */
export async function keyHolder(ctx: Ctx, key: string): Promise<string | undefined> {
  const found = await ctx
    .elevated()
    .rows(apiKeys)
    .first({ hash: hashOf(key), status: 'active' })
  return found?.name
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

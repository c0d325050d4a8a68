import { createHash } from 'node:crypto'
import { accounts, posts, roles } from '@linli/kit/platform'
import type { Context } from '@linli/store'
import type { TestPost, TestRole } from './test-post.ts'

/** Gives somebody an account with posts; its id. */
export async function hire(ctx: Context, username: string, held: readonly TestPost[]): Promise<string> {
  const { id } = await ctx.rows(accounts).create({ username, name: username, mustChangePassword: false })
  for (const { role, community, grid, subject } of held) {
    await ctx.rows(posts).create({
      accountId: id,
      roleId: typeof role === 'string' ? await roleNamed(ctx, role) : await roleMade(ctx, role),
      from: '2000-01-01',
      communityId: community ?? grid?.slice(0, 12) ?? null,
      gridId: grid ?? null,
      ...(subject ? { subjectResource: subject.resource, subjectId: subject.id } : {}),
    })
  }
  return id
}

async function roleNamed(ctx: Context, name: string): Promise<string> {
  const found = await ctx.rows(roles).first({ name })
  if (found) return found.id
  const known = (await ctx.rows(roles).list({ limit: 100 })).rows.map((role) => role.name)
  throw new Error(`There is no role "${name}" on the test street. Known: ${known.join(', ')}.`)
}

async function roleMade(ctx: Context, { allow, deny = [], show = 'P1', reveal = 'P3' }: TestRole): Promise<string> {
  const digest = createHash('sha256')
    .update(JSON.stringify([allow, deny, show, reveal]))
    .digest('hex')
  const name = `test-${digest.slice(0, 20)}`
  const found = await ctx.rows(roles).first({ name })
  if (found) return found.id
  const made = await ctx.rows(roles).create({ name, title: '试验角色', allow: [...allow], deny: [...deny], show, reveal })
  return made.id
}

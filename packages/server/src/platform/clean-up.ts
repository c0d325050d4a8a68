import type { Settings } from '@linli/kit'
import type { platform } from '@linli/kit/platform'
import type { Context, LinliStore } from '@linli/store'
import { type RawBuilder, sql } from 'kysely'

/** How much of what only passes through was deleted. */
export interface CleanedUp {
  readonly events: number
  readonly jobs: number
  readonly sessions: number
  readonly imports: number
  readonly files: number
}

/** Deletes what a street no longer needs, as old as its settings say, and leaves a note in the audit when there was something. */
export async function cleanUp(ctx: Context, store: Pick<LinliStore, 'outbox' | 'jobs' | 'files' | 'audit'>): Promise<CleanedUp> {
  const { keepEventDays, keepJobDays, keepImportDays, keepFileDays } = ctx.settings as Settings<typeof platform>
  const daysAgo = (days: number): string => new Date(Date.parse(ctx.now) - days * 86_400_000).toISOString()
  const street = ctx.street.code
  const cleaned: CleanedUp = {
    events: await store.outbox.forget(ctx, daysAgo(keepEventDays)),
    jobs: await store.jobs.forget(ctx, daysAgo(keepJobDays)),
    sessions: await endedSessions(ctx),
    imports: await countOf(
      sql`delete from platform_imports where street_id = ${street} and state <> 'applying' and created_at < ${daysAgo(keepImportDays)} returning id`,
      ctx,
    ),
    files: await store.files.forget(ctx, daysAgo(keepFileDays)),
  }
  if (Object.values(cleaned).some((count) => count > 0))
    store.audit.append(ctx, { verb: 'clean', resource: 'platform.upkeep', after: { ...cleaned } })
  return cleaned
}

/** Sessions belong to accounts of any street; what is over is over for all. */
async function endedSessions(ctx: Context): Promise<number> {
  await sql`delete from auth_verifications where "expiresAt" < ${ctx.now}`.execute(ctx.db)
  return countOf(sql`delete from auth_sessions where "expiresAt" < ${ctx.now} returning id`, ctx)
}

async function countOf(statement: RawBuilder<unknown>, ctx: Context): Promise<number> {
  return (await statement.execute(ctx.db)).rows.length
}

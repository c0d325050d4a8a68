import { sql } from 'kysely'
import { PROTECTED_LABEL } from '../../rules/tag-options.ts'
import type { Ctx } from '../context.ts'

/**
 * Writes the harmless tags beside the people's names, where lists show them. They repeat what the tag rows say and are audited there,
 * so one statement writes them for many.
 */
export async function refreshOpenTags(all: Ctx, ids: readonly string[]): Promise<void> {
  await sql`
    update registry_people p set open_tags = n.tags, version = p.version + 1, updated_at = ${all.now}, updated_by = ${all.actor.id}
    from (
      select x.id, coalesce((select array_agg(distinct t.label order by t.label) from registry_person_tags t
        where t.street_id = x.street_id and t.person_id = x.id and t.status = 'active' and t.label <> ${PROTECTED_LABEL}), '{}'::text[]) as tags
      from registry_people x where x.street_id = ${all.street.code} and x.id = any(${[...ids]}::uuid[])
    ) n
    where p.street_id = ${all.street.code} and p.id = n.id and coalesce(p.open_tags, '{}'::text[]) is distinct from n.tags::text[]`.execute(
    all.db,
  )
}

import { sql } from 'kysely'
import { people } from '../../resources/index.ts'
import { PROTECTED_LABEL } from '../../rules/tag-options.ts'
import type { Ctx } from '../context.ts'
import { byRule } from '../hand.ts'

/** Writes the harmless tags beside the person's name, where lists show them. */
export async function refreshOpenTags(all: Ctx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; now: string[] | null; written: string[] | null }>`
    select p.id, to_jsonb(p.open_tags) as written,
      (select jsonb_agg(distinct t.label order by t.label) from registry_person_tags t
        where t.street_id = p.street_id and t.person_id = p.id and t.status = 'active' and t.label <> ${PROTECTED_LABEL}) as now
    from registry_people p where p.street_id = ${all.street.code} and p.id = any(${[...ids]}::uuid[])`.execute(all.db)
  await byRule(async () => {
    for (const { id, now, written } of rows) {
      if ((now ?? []).join() !== (written ?? []).toSorted().join()) await all.rows(people).update(id, { openTags: now ?? [] })
    }
  })
}

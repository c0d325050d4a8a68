import { createHash } from 'node:crypto'
import { mustWrite } from '../context/sight.ts'
import { sessionOf } from '../context/session.ts'
import type { Parts } from '../parts.ts'
import type { Audit, AuditVerdict } from './audit.ts'
import { entryText, type EntryFacts } from './entry-text.ts'

const BATCH = 1000

interface StoredEntry extends EntryFacts {
  readonly no: number
  readonly digest: string
  readonly hash: Buffer
}

/** The audit over the parts of a store. */
export function makeAudit(parts: Parts): Audit {
  return {
    append: (ctx, entry) => {
      const session = sessionOf(ctx)
      mustWrite(session, `audit ${entry.verb}`)
      session.audits.push({
        verb: entry.verb,
        resource: entry.resource,
        subjectId: entry.subjectId ?? null,
        communityId: entry.communityId ?? null,
        gridId: entry.gridId ?? null,
        before: entry.before ?? null,
        after: entry.after ?? null,
        reason: entry.reason ?? null,
      })
    },
    verify: (streetId) => verify(parts, streetId),
  }
}

async function verify({ connection, cipher }: Parts, streetId: string): Promise<AuditVerdict> {
  const { rows: heads } = await connection.direct.query<{ no: number; hash: Buffer }>(
    'select no, hash from platform_audit_heads where street_id = $1',
    [streetId],
  )
  const head = heads[0] ?? { no: 0, hash: Buffer.alloc(0) }
  let hash: Buffer = Buffer.alloc(0)
  let no = 0
  for (;;) {
    const { rows } = await connection.direct.query<StoredEntry>(
      `select no, id, at, actor_id as "actorId", actor_name as "actorName", verb, resource, subject_id as "subjectId",
         community_id as "communityId", grid_id as "gridId", before, after, reason, origin, digest, hash
       from platform_audit where street_id = $1 and no > $2 and no <= $3 order by no limit ${BATCH}`,
      [streetId, no, head.no],
    )
    for (const entry of rows) {
      const digest = cipher.digestAt(streetId, no + 1, entryText(streetId, entry))
      const next = chained(hash, no + 1, digest)
      if (entry.no !== no + 1 || entry.digest !== digest || !next.equals(entry.hash))
        return { intact: false, entries: head.no, firstBroken: no + 1 }
      hash = next
      no = entry.no
    }
    if (rows.length < BATCH) break
  }
  const isWhole = no === head.no && hash.equals(head.hash)
  return { intact: isWhole, entries: head.no, firstBroken: isWhole ? null : Math.min(no + 1, head.no) }
}

/** As `platform_append` chains in the database. */
function chained(before: Buffer, no: number, digest: string): Buffer {
  const number = Buffer.alloc(8)
  number.writeBigInt64BE(BigInt(no))
  return createHash('sha256').update(before).update(number).update(Buffer.from(digest, 'hex')).digest()
}

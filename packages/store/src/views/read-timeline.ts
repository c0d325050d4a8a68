import { isShown } from '@linli/core/privacy'
import type { AnyResource, FieldSpec } from '@linli/kit'
import type { Context } from '../context/context.ts'
import { sessionOf } from '../context/session.ts'
import type { Queryable } from '../connection/connect.ts'
import type { TimelineEntry } from './timeline.ts'

const VERBS: Readonly<Record<string, string>> = {
  create: '新增',
  update: '修改',
  remove: '删除',
  reveal: '查看完整信息',
  export: '导出',
  import: '导入',
  print: '打印',
  recalculate: '重算期限',
}
const STANDARD_TITLES: Readonly<Record<string, string>> = {
  status: '状态',
  communityId: '所属社区',
  gridId: '所属网格',
  dueAt: '办理期限',
  dueProvisional: '期限暂定',
}
const MOST_ENTRIES = 500

interface StoredEntry {
  readonly at: string
  readonly actorId: string
  readonly actorName: string
  readonly verb: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  readonly reason: string | null
}

/** What happened to a row, newest first. Values above the reader's clearance are left out. */
export async function readTimeline(ctx: Context, resource: AnyResource, id: string): Promise<readonly TimelineEntry[]> {
  const row = await ctx.rows(resource).get(id)
  const { db, as } = sessionOf(ctx)
  const { rows } = await (db as Queryable).query(
    `select at, actor_id as "actorId", actor_name as "actorName", verb, before, after, reason from platform_audit
     where street_id = $1 and resource = $2 and subject_id = $3 order by no desc limit ${MOST_ENTRIES}`,
    [as.street.code, resource.name, row.id],
  )
  return (rows as unknown as StoredEntry[]).map((entry) => ({
    at: entry.at,
    actorId: entry.actorId,
    actorName: entry.actorName,
    verb: entry.verb,
    title: resource.workflow?.steps[entry.verb]?.title ?? VERBS[entry.verb] ?? entry.verb,
    changes: changesOf(ctx, resource, entry),
    reason: entry.reason,
  }))
}

function changesOf(ctx: Context, resource: AnyResource, { verb, before, after }: StoredEntry): TimelineEntry['changes'] {
  if (verb === 'reveal') return []
  const inputs = resource.workflow?.steps[verb]?.input ?? {}
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields.flatMap((field) => {
    const spec: FieldSpec | undefined = field.startsWith('input.') ? inputs[field.slice(6)] : resource.fields[field]
    if (spec && !spec.encrypted && !isShown(spec.privacy, ctx.actor.access.clearance)) return []
    const change = { before: before?.[field] ?? null, after: after?.[field] ?? null }
    return [{ field, title: spec?.title ?? STANDARD_TITLES[field] ?? field, ...change }]
  })
}

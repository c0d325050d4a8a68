import type { Row } from '@linli/kit'
import type { Refusal } from '@linli/core/refusal'
import type { Effects, Guards } from '@linli/store'
import type { VersionDiff } from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { certificates, items, itemVersions, materials } from '../resources/index.ts'
import type { ItemContent } from '../rules/item-content.ts'
import { diffItems } from '../rules/item-diff.ts'
import { promiseOfItem } from '../rules/item-promise.ts'
import { openingOf } from '../rules/opening.ts'
import type { PauseCode } from '../rules/options.ts'
import type { Ctx } from './context.ts'

type Item = Row<typeof items>

/** An item is changed while it is drafted or revised, and published when its promise is lawful (K12) and its certificates are on the list (K4). */
export const itemGuards: Guards<Ctx, typeof items> = {
  create: (ctx, { values }) => promiseFault(ctx, { ...values, pauses: values.pauses ?? [] } as never),
  update: (ctx, { row, patch }) => {
    const onlyVersion = Object.keys(patch).every((key) => key === 'versionId' || key === 'versionNo' || key === 'warning')
    if (onlyVersion) return undefined
    return row.status === 'draft' || row.status === 'revising' ? promiseFault(ctx, { ...row, ...patch }) : reason('item.published')
  },
  publish: async (ctx, { row }) => {
    const faults = await publishFaults(ctx, row)
    return faults.length > 0 ? faults : { versionNo: (row.versionNo ?? 0) + 1, warning: null }
  },
}

export const itemEffects: Effects<Ctx, typeof items> = {
  publish: async (ctx, { after }) => {
    const all = ctx.elevated()
    const content = await contentOf(ctx, after)
    const before = after.versionId ? (await all.rows(itemVersions).get(after.versionId)).content : null
    const changes = before
      ? diffItems(before, content)
          .map(({ what }) => what)
          .join('、')
      : '首次发布'
    const version = await all.rows(itemVersions).create({
      title: `${after.name} 第 ${after.versionNo ?? 1} 版`,
      itemId: after.id,
      no: after.versionNo ?? 1,
      content,
      changes: changes.slice(0, 2000) || '内容未变',
    })
    await all.rows(items).update(after.id, { versionId: version.id }, { reason: '发布' })
  },
}

/** Materials follow their item: changed while it is drafted or revised alone. */
export const materialGuards: Guards<Ctx, typeof materials> = {
  create: async (ctx, { values }) =>
    (await isOpen(ctx, values.itemId)) ? offList(ctx, values.source ?? 'applicant', values.name) : reason('item.published'),
  update: async (ctx, { row, patch }) =>
    (await isOpen(ctx, row.itemId)) ? offList(ctx, patch.source ?? row.source, patch.name ?? row.name) : reason('item.published'),
  remove: async (ctx, { row }) => ((await isOpen(ctx, row.itemId)) ? undefined : reason('item.published')),
}

async function isOpen(ctx: Ctx, itemId: string): Promise<boolean> {
  const item = await ctx.elevated().rows(items).find(itemId)
  return item?.status === 'draft' || item?.status === 'revising'
}

async function offList(ctx: Ctx, source: string, name: string): Promise<Refusal | undefined> {
  if (source !== 'certificate') return undefined
  const listed = await ctx.elevated().rows(certificates).first({ name, onList: 'kept' })
  return listed ? undefined : reason('item.off_list', { name }, 'source')
}

function promiseFault(
  ctx: Ctx,
  item: Pick<Item, 'code' | 'kind' | 'promisedDays' | 'legalDays' | 'extensionDays' | 'pauses' | 'basis'>,
): Refusal | undefined {
  const promise = promiseOfItem(termsOf(item), 1, openingOf(ctx.settings.opening))
  return promise.ok
    ? undefined
    : { ...promise.refusal, field: promise.refusal.code.startsWith('promise.extension') ? 'extensionDays' : 'promisedDays' }
}

function termsOf(
  item: Pick<Item, 'code' | 'kind' | 'promisedDays' | 'legalDays' | 'extensionDays' | 'pauses' | 'basis'>,
): Pick<ItemContent, 'code' | 'kind' | 'promisedDays' | 'legalDays' | 'extensionDays' | 'pauses' | 'basis'> {
  const { code, kind, promisedDays, legalDays, extensionDays, pauses, basis } = item
  return {
    code,
    kind,
    promisedDays,
    legalDays: legalDays ?? null,
    extensionDays,
    pauses: (pauses ?? []) as PauseCode[],
    basis: basis ?? '',
  }
}

async function publishFaults(ctx: Ctx, item: Item): Promise<readonly Refusal[]> {
  const fault = promiseFault(ctx, item)
  const faults: Refusal[] = fault ? [fault] : []
  for (const { source, name } of await materialsOf(ctx, item.id)) {
    const off = await offList(ctx, source, name)
    if (off) faults.push(off)
  }
  return faults
}

async function materialsOf(ctx: Ctx, itemId: string): Promise<readonly Row<typeof materials>[]> {
  return (
    await ctx
      .elevated()
      .rows(materials)
      .list({ filter: { itemId }, sort: ['createdAt', 'asc'], limit: 100, total: 'none' })
  ).rows
}

/** An item as it would be published now. */
export async function contentOf(ctx: Ctx, item: Item): Promise<ItemContent> {
  return {
    ...termsOf(item),
    name: item.name,
    line: item.line,
    conditions: item.conditions ?? '',
    fee: item.fee,
    resultDoc: item.resultDoc ?? '',
    where: item.where ?? '',
    materials: (await materialsOf(ctx, item.id)).map(({ name, source, required, canDefer, canPromise, copies, form, why }) => ({
      name,
      source,
      required,
      canDefer,
      canPromise,
      copies,
      form: form ?? '',
      why: why ?? '',
    })),
  }
}

/** An item as it is in force: the content of its last published version, whatever is being revised. */
export interface ItemInForce {
  readonly content: ItemContent
  readonly isVerified: boolean
  readonly versionNo: number
}

/** Everything that is in force, by code. What is being revised counts as it was published. */
export async function itemsInForce(ctx: Ctx, line?: string | null): Promise<readonly ItemInForce[]> {
  const { rows } = await ctx
    .rows(items)
    .list({ filter: { status: ['published', 'revising'] }, sort: ['code', 'asc'], limit: 1000, total: 'none' })
  const ids = rows.flatMap(({ versionId }) => versionId ?? [])
  if (ids.length === 0) return []
  const versions = await ctx
    .elevated()
    .rows(itemVersions)
    .list({ filter: { id: ids }, limit: 1000, total: 'none' })
  const byId = new Map(versions.rows.map((version) => [version.id, version]))
  return rows.flatMap(({ versionId, verified, status }) => {
    const version = byId.get(versionId ?? '')
    if (!version?.content || (line && version.content.line !== line)) return []
    // A tick made while revising is about the revision, not about what is in force.
    return [{ content: version.content, isVerified: verified && status === 'published', versionNo: version.no ?? 1 }]
  })
}

/** The versions of an item, newest first, each against the one before; what is being revised stands on top. */
export async function handleCompare(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<{ versions: readonly VersionDiff[]; problems: readonly string[] }> {
  const item = await ctx.rows(items).get(id)
  const { rows } = await ctx
    .elevated()
    .rows(itemVersions)
    .list({ filter: { itemId: id }, sort: ['no', 'asc'], limit: 200, total: 'none' })
  const versions: VersionDiff[] = rows.flatMap(({ no, title, createdAt, content }, index) =>
    content === null
      ? []
      : [{ no: no ?? 0, title: title ?? '', at: createdAt, changes: diffItems(rows[index - 1]?.content ?? null, content) }],
  )
  const isOpenNow = item.status === 'draft' || item.status === 'revising'
  const problems = isOpenNow ? (await publishFaults(ctx, item)).map(({ zh }) => zh) : []
  if (!isOpenNow) return { versions: versions.toReversed(), problems }
  const draft = await contentOf(ctx, item)
  const changes = diffItems(rows.at(-1)?.content ?? null, draft)
  return { versions: [{ no: (item.versionNo ?? 0) + 1, title: '待发布的修改', at: null, changes }, ...versions.toReversed()], problems }
}

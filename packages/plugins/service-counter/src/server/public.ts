import { createHash, timingSafeEqual } from 'node:crypto'
import { dayOf } from '@linli/core/date'
import type { ActionInput } from '@linli/kit'
import { organisations, people } from '@linli/plugin-registry'
import type { guide, progress, publicRatings, rate, ratingPage, Standing } from '../actions/index.ts'
import { sql } from 'kysely'
import { reason } from '../reasons.ts'
import { applications, items, itemVersions, ratings } from '../resources/index.ts'
import { GRADES, KINDS, LINES, PAUSES, SOURCES } from '../rules/options.ts'
import type { CheckedMaterial } from '../rules/checked-material.ts'
import { deferred, lacking } from '../rules/checklist.ts'
import { mayAsk } from '../rules/may-ask.ts'
import { readSlipCode, tailOf } from '../rules/slip.ts'
import { type Application, contentFor } from './applications.ts'
import { keptCertificates } from './certificates.ts'
import type { Ctx } from './context.ts'
import { secretOf } from './desk.ts'
import { takeRating } from './ratings.ts'
import { TriesLeft } from './tries.ts'

/** What is published, in the words of the hall's guide. */
export async function handleGuide(ctx: Ctx, { q }: ActionInput<typeof guide>): Promise<(typeof guide)['example']> {
  const { rows } = await ctx.rows(items).list({
    filter: { status: ['published', 'revising'], ...(q ? { q } : {}) },
    sort: ['code', 'asc'],
    limit: 300,
    total: 'none',
  })
  const ids = rows.flatMap(({ versionId }) => versionId ?? [])
  const versions = ids.length === 0 ? [] : (await ctx.rows(itemVersions).list({ filter: { id: ids }, limit: 300, total: 'none' })).rows
  const byId = new Map(versions.map((version) => [version.id, version.content]))
  const kept = await keptCertificates(ctx)
  return {
    street: ctx.street.name,
    communities: ctx.street.communities.map(({ code, name }) => ({ code, name })),
    items: rows.flatMap(({ versionId, verified }) => {
      const content = byId.get(versionId ?? '')
      if (!content) return []
      const { code, name, line, kind, promisedDays, fee, conditions, basis, where } = content
      return [
        {
          code,
          name,
          line: LINES[line],
          kind: KINDS[kind],
          promised: kind === 'instant' || kind === 'consult' ? '当场办结' : `${promisedDays} 个工作日`,
          fee: fee === 0 ? '不收费' : `${fee / 100} 元`,
          conditions,
          basis,
          where,
          isVerified: verified,
          materials: content.materials.map((material) => ({
            name: material.name,
            source: SOURCES[material.source],
            needed: mayAsk(material.source, material.name, kept),
            note: [
              material.form,
              `${material.copies} 份`,
              material.canDefer ? '可容缺后补' : '',
              material.canPromise ? '可签承诺书代替' : '',
            ]
              .filter(Boolean)
              .join('，'),
          })),
        },
      ]
    }),
  }
}

/**
 * How far a case is. Unknown numbers and wrong characters get the same answer, tries are counted on the case, and nothing of a person is told:
 * no name, no document, no telephone. A pause, its reason and an extension are told (K6).
 */
export async function handleProgress(ctx: Ctx, { no, tail }: ActionInput<typeof progress>): Promise<(typeof progress)['example']> {
  const none = { ...EMPTY, message: reason('progress.none').zh }
  const row = await ctx.rows(applications).first({ no: no.trim().toUpperCase() })
  if (!row) return none
  const tries = new TriesLeft(ctx.now, row)
  if (tries.isOver) return { ...EMPTY, message: reason('progress.too_many').zh }
  if (!(await isTail(ctx, row, tail))) {
    await ctx.rows(applications).update(row.id, tries.failed(), { reason: '进度查询没有通过' })
    return none
  }
  const version = await contentFor(ctx, row)
  return {
    found: true,
    message: '',
    no: row.no ?? '',
    item: version?.content.name ?? '',
    ...standingOf(row),
    steps: [
      ['收件', row.submittedAt],
      ['受理', row.acceptedAt],
      ['办结', row.decidedAt],
      ['送达', row.deliveredAt],
    ].flatMap(([what, at]) => (what && at ? [{ what, at: dayOf(at) }] : [])),
  }
}

function standingOf(row: Application): Standing {
  return {
    state: applications.workflow?.states[row.status].title ?? '',
    promisedOn: row.clockState === 'running' ? row.promisedOn : null,
    isProvisional: row.isProvisional ?? false,
    standsStill: row.pauseReason ? `计时已暂停：${PAUSES[row.pauseReason]}` : '',
    extended: row.extendedDays ? `经批准已延长 ${row.extendedDays} 个工作日` : '',
    missing: outstandingOf(row).map(({ name, note }) => (note ? `${name}（${note}）` : name)),
    lapseOn: row.status === 'noticed' || row.status === 'deferred' ? row.lapseOn : null,
  }
}

/** What the applicant still has to bring. */
function outstandingOf({ status, materials }: Application): readonly CheckedMaterial[] {
  if (status === 'noticed' || status === 'supplemented') return lacking(materials ?? [])
  return status === 'deferred' ? deferred(materials ?? []) : []
}

const EMPTY = {
  found: false,
  message: '',
  no: '',
  item: '',
  state: '',
  promisedOn: null,
  isProvisional: false,
  standsStill: '',
  extended: '',
  missing: [],
  lapseOn: null,
  steps: [],
}

/** The first phone that opens a slip keeps the case; another one is told so, and what to do. */
export async function handleRatingPage(ctx: Ctx, { code, key }: ActionInput<typeof ratingPage>): Promise<(typeof ratingPage)['example']> {
  const found = await byCode(ctx, code)
  const row = await ctx.rows(applications).lock(found.id)
  const version = await contentFor(ctx, row)
  const page = { no: row.no ?? '', item: version?.content.name ?? '', message: '', street: ctx.street.name, standing: standingOf(row) }
  if (row.ratedAt) return { ...page, state: 'rated' }
  if (!(await claim(ctx, row, key))) return { ...page, state: 'elsewhere', message: reason('slip.elsewhere').zh, standing: null }
  return { ...page, state: row.decidedAt ? 'open' : 'early' }
}

export async function handleRate(
  ctx: Ctx,
  { code, key, grade, comment, tail }: ActionInput<typeof rate>,
): Promise<{ thanks: string; named: boolean }> {
  const found = await byCode(ctx, code)
  const row = await ctx.rows(applications).lock(found.id)
  if (!(await claim(ctx, row, key))) return ctx.refuse(reason('slip.elsewhere'), 403)
  const named = tail ? await isTail(ctx, row, tail) : false
  if (tail && !named) return ctx.refuse(reason('progress.none', undefined, 'tail'))
  await takeRating(ctx, row, { grade, comment: comment ?? '', named, device: 'client' })
  return { thanks: named ? '谢谢您的评价，不满意的地方一个工作日内会有人联系您' : '谢谢您的评价', named }
}

/** Ratings that are frozen, the newest first, and how many were satisfied of all. */
export async function handlePublicRatings(ctx: Ctx): Promise<(typeof publicRatings)['example']> {
  const door = ctx.rows(ratings)
  const { rows } = await door.list({ filter: { frozenAt_empty: false }, sort: ['frozenAt', 'desc'], limit: 50, total: 'none' })
  const cases = await ctx
    .rows(applications)
    .list({ filter: { id: rows.flatMap((row) => row.applicationId ?? []) }, limit: 50, total: 'none' })
  const versions = await ctx
    .rows(itemVersions)
    .list({ filter: { id: [...new Set(cases.rows.flatMap(({ versionId }) => versionId ?? []))] }, limit: 50, total: 'none' })
  const versionOf = new Map(cases.rows.map(({ id, versionId }) => [id, versionId ?? '']))
  const nameOf = new Map(versions.rows.map(({ id, content }) => [id, content?.name ?? '']))
  return {
    street: ctx.street.name,
    total: await door.count({ frozenAt_empty: false }),
    satisfied: await door.count({ frozenAt_empty: false, grade: ['3', '4', '5'] }),
    lines: rows.map(({ frozenAt, applicationId, grade, comment, fix }) => ({
      day: frozenAt ? dayOf(frozenAt) : '',
      item: nameOf.get(versionOf.get(applicationId ?? '') ?? '') ?? '',
      grade: grade ? GRADES[grade] : '',
      comment: withoutNumbers(comment ?? ''),
      reply: withoutNumbers(fix ?? ''),
    })),
  }
}

/** A text without what could be a telephone, a document or a case. */
function withoutNumbers(text: string): string {
  return text.replace(/[\dXx-]{5,}/g, '＊＊＊')
}

/** Whether the case is this phone's: it becomes so by being the first. Only a digest of the key is kept. */
async function claim(ctx: Ctx, { id, claimedAt }: Application, key: string): Promise<boolean> {
  const digest = createHash('sha256').update(`${id} ${key}`).digest('hex')
  if (claimedAt === null) {
    await ctx.rows(applications).update(id, { raterKey: digest, claimedAt: ctx.now }, { reason: '申请人用手机打开回执' })
    return true
  }
  const kept = await sql<{ key: string | null }>`
    select rater_key as key from counter_applications where street_id = ${ctx.street.code} and id = ${id}`.execute(ctx.db)
  return kept.rows[0]?.key === digest
}

/** Whether somebody proves to be the applicant. */
export async function isTail(ctx: Ctx, row: Application, tail: string): Promise<boolean> {
  return (await tailsOf(ctx, row)).includes(tail.trim().toUpperCase())
}

async function byCode(ctx: Ctx, code: string): Promise<Application> {
  const read = readSlipCode(code)
  const row = read && (await ctx.rows(applications).first({ no: read.no }))
  const secret = row ? Buffer.from(await secretOf(ctx, row.id)) : Buffer.alloc(0)
  const given = Buffer.from(read?.secret ?? '')
  if (!row || secret.length === 0 || secret.length !== given.length || !timingSafeEqual(secret, given))
    return ctx.refuse(reason('rating.no_slip'), 404)
  return row
}

/** The last four characters that prove who asks: of the telephone left with the case, of the person's document and
 * telephone, of the organisation's telephone. */
async function tailsOf(ctx: Ctx, row: Application): Promise<readonly string[]> {
  const all = ctx.elevated()
  const person = row.personId ? await all.rows(people).find(row.personId) : undefined
  const organisation = row.organisationId ? await all.rows(organisations).find(row.organisationId) : undefined
  return [row.phone, person?.idNumber, person?.phone, organisation?.contactPhone].flatMap((value) => tailOf(value) ?? [])
}

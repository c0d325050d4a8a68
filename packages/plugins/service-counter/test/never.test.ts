import { PLACES, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  applications,
  breaches,
  callNext,
  type ClockLine,
  certificateRequests,
  certificates,
  extensions,
  guide,
  hotlineOrders,
  inquiries,
  items,
  lookAtRating,
  materials,
  myClocks,
  myRatings,
  notices,
  openBreachCase,
  overrideNotice,
  type PrintedForm,
  printForm,
  progress,
  promiseTable,
  publicRatings,
  rate,
  ratingPage,
  ratingReport,
  ratings,
  receive,
  reissueSlip,
  supervisions,
  tickets,
  tickMaterials,
  windows,
} from '../src/index.ts'
import { APRIL, at, type Hall, openHall, PHONE } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.street.close())
beforeEach(() => hall.street.now(APRIL))

interface Inbox {
  readonly items: readonly { readonly resource: string; readonly id: string; readonly dueAt: string | null }[]
}
interface Figures {
  readonly figures: readonly { readonly name: string; readonly value: number }[]
}
const inboxOf = async (who: Hall['director']): Promise<Inbox['items']> =>
  (await who.get<Inbox>('/api/platform/inbox?range=[0,199]')).ok().items

const breachOf = async (sourceId: string): Promise<TestRow[]> => (await hall.director.list(breaches, { filter: { sourceId } })).ok()

it('K1 an inquiry whose hand-over nobody accepted is not closed, not even in the database', async () => {
  const { window3, window5 } = hall
  const row = (await window3.create(inquiries, { matter: '低保怎么办', communityId: PLACES.east })).ok()
  ;(await window3.step(inquiries, row.id, 'handOver', { handToId: await window5.accountId() })).ok()
  expect((await window3.step(inquiries, row.id, 'close', { disposition: 'self', outcome: '办了' })).code).toBe('workflow.not_from_here')
  expect((await window3.find(inquiries, row.id)).ok()).toMatchObject({ status: 'handed', ownerId: await window3.accountId() })
  await expect(sql`update counter_inquiries set status = 'closed' where id = ${row.id}`.execute(hall.street.store.db)).rejects.toThrow(
    'counter_inquiries_closed',
  )
})

it('K2 what could be seen the first time is not asked for the second time; a supervisor lets it pass as a breach', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id, [
    { name: '身份证', state: 'missing' },
    { name: '照片', state: 'ok' },
  ])
  ;(await hall.window3.step(applications, id, 'supplement')).ok()
  ;(
    await hall.window3.action(
      tickMaterials,
      {
        ticks: [
          { name: '身份证', state: 'ok' },
          { name: '照片', state: 'wrong', note: '太旧' },
        ],
      },
      id,
    )
  ).ok()
  const again = { lapseOn: '2026-05-20', told: 'paper' }
  expect((await hall.window3.step(applications, id, 'notify', again)).code).toBe('one_time_notice.second')
  expect((await hall.window3.action(overrideNotice, { reason: '确实漏看' }, id)).status).toBe(403)
  ;(await hall.director.action(overrideNotice, { reason: '确实漏看' }, id)).ok()
  ;(await hall.window3.step(applications, id, 'notify', again)).ok()
  expect((await hall.window3.list(notices, { filter: { applicationId: id } })).ok()).toMatchObject([
    { seq: 2, isBreach: true },
    { seq: 1, isBreach: false },
  ])
  expect(await breachOf(id)).toMatchObject([{ kind: 'second-notice' }])
})

it('K2 a supplement that turns out wrong may be told once more: it was not there before', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id, [
    { name: '身份证', state: 'missing' },
    { name: '照片', state: 'ok' },
  ])
  ;(await hall.window3.step(applications, id, 'supplement')).ok()
  ;(await hall.window3.action(tickMaterials, { ticks: [{ name: '身份证', state: 'wrong', note: '已过期' }] }, id)).ok()
  expect((await hall.window3.step(applications, id, 'notify', { lapseOn: '2026-05-20', told: 'paper' })).ok()).toMatchObject({ notices: 2 })
  expect(await breachOf(id)).toEqual([])
})

it('K3 without a notice in five working days the case is taken as accepted from the day of receipt', async () => {
  const item = await hall.item()
  const draft = (await hall.window3.create(applications, { itemId: item.id, personId: hall.elder.id })).ok()
  const { dueAt } = (await hall.window3.step(applications, draft.id, 'submit')).ok() as { dueAt?: string }
  expect(dueAt).toBe(at('2026-05-11', '17:00'))
  hall.street.now(at('2026-05-11', '23:00'))
  await hall.tick()
  expect(await hall.application(draft.id)).toMatchObject({ status: 'submitted' })
  hall.street.now(at('2026-05-12', '09:00'))
  await hall.tick()
  expect(await hall.application(draft.id)).toMatchObject({
    status: 'in_review',
    isDeemed: true,
    acceptedAt: APRIL,
    promisedOn: '2026-05-11',
  })
  expect((await breachOf(draft.id)).map(({ kind }) => String(kind)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'no-notice',
    'overdue',
  ])
})

it('K1 a hand-over that nobody answers in two working hours comes back by itself, each one is answered for, and the owner can take it back before', async () => {
  const { window3, window5, window6, street } = hall
  const [five, six] = [await window5.accountId(), await window6.accountId()]
  const { id } = (await window3.create(inquiries, { matter: '低保怎么办', communityId: PLACES.east })).ok()
  ;(await window3.step(inquiries, id, 'handOver', { handToId: five })).ok()
  expect((await window6.step(inquiries, id, 'takeBack')).code).toBe('inquiry.not_owner')
  expect((await window3.step(inquiries, id, 'takeBack')).ok()).toMatchObject({ status: 'owned', handToId: null })
  ;(await window3.step(inquiries, id, 'handOver', { handToId: five })).ok()
  street.now(at('2026-04-30', '13:30'))
  await hall.tick()
  expect((await window3.find(inquiries, id)).ok()).toMatchObject({ status: 'owned', ownerId: await window3.accountId(), handToId: null })
  ;(await window3.step(inquiries, id, 'handOver', { handToId: six })).ok()
  street.now(at('2026-05-06', '16:00'))
  await hall.tick()
  const late = (await hall.director.list(breaches, { filter: { sourceId: [`${id}#2`, `${id}#3`] }, sort: ['createdAt', 'ASC'] })).ok()
  expect(late).toMatchObject([{ subjectId: five }, { subjectId: six }])
  expect((await window3.step(inquiries, id, 'close', { disposition: 'self', outcome: '自己办了' })).ok()).toMatchObject({
    status: 'closed',
  })
})

it('K3 a supplement that nobody answers for five working days is taken as accepted too, and whoever took it in answers for it', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id, [
    { name: '身份证', state: 'missing' },
    { name: '照片', state: 'ok' },
  ])
  hall.street.now(at('2026-05-06'))
  ;(await hall.window3.step(applications, id, 'supplement')).ok()
  hall.street.now(at('2026-05-12', '20:00'))
  await hall.tick()
  expect(await hall.application(id)).toMatchObject({ status: 'supplemented' })
  hall.street.now(at('2026-05-13', '08:00'))
  await hall.tick()
  expect(await hall.application(id)).toMatchObject({
    status: 'in_review',
    isDeemed: true,
    acceptedAt: at('2026-05-06'),
    handlerId: await hall.window3.accountId(),
  })
  const found = (await breachOf(id)).toSorted((one, other) => String(one.kind).localeCompare(String(other.kind)))
  expect(found).toMatchObject([{ kind: 'no-notice' }, { kind: 'overdue' }])
  for (const { subjectId } of found) expect(subjectId).toBe(await hall.window3.accountId())
})

it('K4 a certificate that is cancelled after publication is asked for no more, and its item is marked for revision', async () => {
  const { admin, window3 } = hall
  const kept = (await admin.create(certificates, { name: '居住情况证明', onList: 'kept' })).ok()
  const draft = (await admin.create(items, { code: 'CERT-2', name: '入学', line: 'education' })).ok()
  ;(await admin.create(materials, { itemId: draft.id, name: '居住情况证明', source: 'certificate' })).ok()
  ;(await admin.step(items, draft.id, 'publish')).ok()
  const ask = { itemId: draft.id, personId: hall.elder.id, ticks: [{ name: '居住情况证明', state: 'missing' }] }
  expect((await window3.action<{ outcome: string }>(receive, ask)).ok().outcome).toBe('noticed')
  const asked = async (): Promise<boolean | undefined> =>
    (await hall.street.anonymous.action<(typeof guide)['example']>(guide, {})).ok().items.find(({ code }) => code === 'CERT-2')
      ?.materials[0]?.needed
  expect(await asked()).toBe(true)
  ;(await admin.update(certificates, kept.id, { onList: 'cancelled', version: kept.version })).ok()
  expect(await asked()).toBe(false)
  expect((await window3.action(receive, ask)).code).toBe('application.off_list_certificate')
  expect((await window3.action<{ outcome: string }>(receive, { ...ask, ticks: [] })).ok().outcome).toBe('accepted')
  expect((await admin.find(items, draft.id)).ok()).toMatchObject({ warning: expect.stringContaining('居住情况证明') })
})

it('the table of promises says what is in force while an item is being revised', async () => {
  const { admin, window3 } = hall
  const item = await hall.item({ name: '在修订的事项', promisedDays: 5 })
  ;(await admin.step(items, item.id, 'revise')).ok()
  const open = (await admin.find(items, item.id)).ok()
  ;(await admin.update(items, item.id, { promisedDays: 2, version: open.version })).ok()
  const paper = (await window3.action<PrintedForm>(printForm, { form: 'promises', id: '-' })).ok()
  expect(paper.tables[0]?.rows.find(([name]) => name === '在修订的事项')).toContain('5 个工作日')
  const { rows } = (await window3.report<{ rows: Record<string, unknown>[] }>(promiseTable, {})).ok()
  expect(rows.find(({ name }) => name === '在修订的事项')).toMatchObject({ promised: 5 })
})

it('a client who is still dissatisfied is put right again, fixing late is a breach, and what was frozen is public without names or numbers', async () => {
  const { director, street } = hall
  const item = await hall.item({ name: '公示评价的事项' })
  const { id } = await hall.receive(hall.window5, item.id)
  ;(await hall.window5.step(applications, id, 'decide', { result: 'yes' })).ok()
  const given = { code: await hall.code(id), key: PHONE, grade: 1, comment: '打 13800001111 没人接', tail: '1111' }
  ;(await street.anonymous.action(rate, given)).ok()
  const [rating] = (await director.list(ratings, { filter: { applicationId: id } })).ok()
  const step = (name: string, input: object) => director.step(ratings, String(rating?.id), name, input as Record<string, unknown>)
  ;(await step('contact', { contactNote: '已致歉' })).ok()
  ;(await step('repair', { fix: '专人接电话' })).ok()
  expect((await step('visit', { revisit: 'unsatisfied' })).status).toBe(400)
  expect((await step('again', { contactNote: '还是没人接' })).ok()).toMatchObject({ status: 'fixing', dueAt: at('2026-05-25', '17:00') })
  street.now(at('2026-05-25', '18:00'))
  await hall.tick()
  expect(await breachOf(String(rating?.id))).toMatchObject([{ kind: 'overdue', subjectId: await director.accountId() }])
  const told = (
    await street.anonymous.action<{ lines: { item: string; grade: string; comment: string; reply: string }[] }>(publicRatings, {})
  ).ok()
  expect(told.lines.find((line) => line.item === '公示评价的事项')).toMatchObject({
    grade: '非常不满意',
    comment: '打 ＊＊＊ 没人接',
    reply: '专人接电话',
  })
  expect(JSON.stringify(told)).not.toContain('王秀兰')
})

it('a supervisor opens a case for what no clock sees; an order whose caller is dissatisfied is not closed', async () => {
  const { director, window3, leader } = hall
  const item = await hall.item()
  const { id, no } = await hall.receive(window3, item.id)
  const found = { no, kind: 'forbidden-material', detail: '群众反映多要了一份证明' }
  expect((await window3.action(openBreachCase, found)).status).toBe(403)
  ;(await leader.action(openBreachCase, found)).ok()
  expect(await breachOf(id)).toMatchObject([{ kind: 'forbidden-material', subjectId: await window3.accountId(), status: 'detected' }])
  const order = (
    await window3.create(hotlineOrders, { no: 'D-1', topic: 'other', place: '南街 1 号', content: '路灯', communityId: PLACES.east })
  ).ok()
  for (const [name, input] of [
    ['accept', {}],
    ['handle', { handling: '修了' }],
    ['answer', { reply: '修了' }],
  ] as const)
    (await window3.step(hotlineOrders, order.id, name, input)).ok()
  ;(await director.step(hotlineOrders, order.id, 'revisit', { satisfaction: 'unsatisfied', solved: 'no' })).ok()
  expect((await director.step(hotlineOrders, order.id, 'close')).code).toBe('hotline.unsatisfied')
  expect((await director.step(hotlineOrders, order.id, 'reopen', { why: '灯还是不亮' })).ok()).toMatchObject({ status: 'accepted' })
})

it('K4 nothing is asked for that we can get ourselves, that is not in the list, or a certificate off the list', async () => {
  const item = await hall.item()
  const ask = (name: string) =>
    hall.window3.action(receive, { itemId: item.id, personId: hall.elder.id, ticks: [{ name, state: 'missing' }] })
  expect((await ask('户籍信息')).code).toBe('application.shared_material')
  expect((await ask('居住证明')).code).toBe('application.not_in_list')
  const draft = (await hall.admin.create(items, { code: 'CERT', name: '事项', line: 'other' })).ok()
  const off = { itemId: draft.id, name: '奇葩证明', source: 'certificate' }
  expect((await hall.admin.create(materials, off)).code).toBe('item.off_list')
  ;(await hall.admin.create(certificates, { name: '奇葩证明', onList: 'kept' })).ok()
  expect((await hall.admin.create(materials, off)).status).toBe(201)
  const [listed] = (await hall.admin.list(certificates, { filter: { q: '奇葩' } })).ok()
  ;(await hall.admin.update(certificates, String(listed?.id), { onList: 'cancelled', version: listed?.version })).ok()
  expect((await hall.admin.step(items, draft.id, 'publish')).code).toBe('item.off_list')
})

it('a certificate off the list is refused with its basis, never issued', async () => {
  const asked = (
    await hall.window3.create(certificateRequests, {
      personId: hall.elder.id,
      name: '我是我证明',
      forWhom: '某银行',
      purpose: '取款',
      communityId: PLACES.east,
    })
  ).ok()
  expect(asked).toMatchObject({ onList: 'off' })
  expect((await hall.window3.step(certificateRequests, asked.id, 'issue')).code).toBe('certificate.off_list')
  expect((await hall.window3.step(certificateRequests, asked.id, 'refuse', { answer: '清单外，银行可自行核验身份证' })).ok()).toMatchObject(
    { status: 'refused' },
  )
})

it('K5 an extension is approved by somebody else, once, before the case is due, and never twice at the same moment', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id)
  const ask = { applicationId: id, days: 5, reason: '需要会商', told: 'phone' }
  const asked = (await hall.window3.create(extensions, ask)).ok()
  const both = await Promise.all([hall.window5.create(extensions, ask), hall.window6.create(extensions, ask)])
  expect(both.map(({ status }) => status).every((status) => status >= 400)).toBe(true)
  expect((await hall.window3.step(extensions, asked.id, 'approve', { answer: '同意' })).status).toBe(403)
  expect((await hall.leader.step(extensions, asked.id, 'approve', { answer: '同意' })).ok()).toMatchObject({ status: 'approved' })
  expect(await hall.application(id)).toMatchObject({ promisedOn: '2026-05-18', extendedDays: 5, dueAt: at('2026-05-18', '17:00') })
  expect((await hall.window3.create(extensions, ask)).status).toBe(409)
})

it('K5 whoever asked for an extension does not approve it, and nothing is extended after it is due', async () => {
  const item = await hall.item()
  const own = await hall.receive(hall.director, item.id)
  const asked = (await hall.director.create(extensions, { applicationId: own.id, days: 3, reason: '忙', told: 'phone' })).ok()
  expect((await hall.director.step(extensions, asked.id, 'approve', { answer: '同意' })).code).toBe('clock.extension_approver')
  hall.street.now(at('2026-05-12'))
  expect((await hall.leader.step(extensions, asked.id, 'approve', { answer: '同意' })).code).toBe('clock.overdue')
})

it('K6 a clock stands still for a listed reason alone, and the applicant can see that it does', async () => {
  const item = await hall.item({ pauses: ['appraisal'] })
  const { id, no } = await hall.receive(hall.window3, item.id)
  expect((await hall.window3.step(applications, id, 'pause', { pauseReason: 'hearing', told: 'phone' })).code).toBe('clock.pause_reason')
  hall.street.now(at('2026-05-07'))
  expect((await hall.window3.step(applications, id, 'pause', { pauseReason: 'appraisal', told: 'phone' })).ok()).toMatchObject({
    status: 'paused',
    dueAt: null,
  })
  expect((await hall.street.anonymous.action(progress, { no, tail: '1111' })).ok()).toMatchObject({
    state: '暂停计时',
    standsStill: '计时已暂停：检验、检测、鉴定或专家评审',
    promisedOn: null,
  })
  // Saturday 9 May is a working day in exchange for the holiday.
  hall.street.now(at('2026-05-11'))
  expect((await hall.window3.step(applications, id, 'resume')).ok()).toMatchObject({ status: 'in_review', promisedOn: '2026-05-14' })
})

it('K7 an on-the-spot case that is still open the next day is a breach', async () => {
  const item = await hall.item({ kind: 'instant' })
  const done = await hall.receive(hall.window3, item.id)
  const left = await hall.receive(hall.window3, item.id)
  ;(await hall.window3.step(applications, done.id, 'decide', { result: 'yes' })).ok()
  hall.street.now(at('2026-05-01', '01:00'))
  await hall.tick()
  expect((await breachOf(left.id)).map(({ kind }) => kind)).toContain('left-overnight')
  expect(await breachOf(done.id)).toEqual([])
})

it('K8 the client alone rates, once, after the decision; the handler learns of it when it is frozen', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id)
  const code = await hall.code(id)
  const { anonymous } = hall.street
  expect((await anonymous.action(rate, { code, key: PHONE, grade: 5 })).code).toBe('rating.too_early')
  ;(await hall.window3.step(applications, id, 'decide', { result: 'yes' })).ok()
  expect((await hall.window3.create(ratings, { applicationId: id, grade: '5' })).status).toBeGreaterThanOrEqual(403)
  expect((await anonymous.action(rate, { code: `${code.slice(0, -1)}x`, key: PHONE, grade: 5 })).code).toBe('rating.no_slip')
  expect((await anonymous.action(rate, { code, key: PHONE, grade: 2, tail: '9999' })).code).toBe('progress.none')
  const answers = await Promise.all([1, 2, 3].map((grade) => anonymous.action(rate, { code, key: PHONE, grade })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await anonymous.action(ratingPage, { code, key: PHONE })).ok()).toMatchObject({ state: 'rated' })
  const [rating] = (await hall.director.list(ratings, { filter: { applicationId: id } })).ok()
  expect(rating).toMatchObject({ grade: null, comment: null, sealed: null })
  expect((await hall.window3.list(ratings)).status).toBe(403)
  expect((await hall.window3.action<{ lines: unknown[] }>(myRatings)).ok().lines).toEqual([])
  expect((await hall.director.action(lookAtRating, { purpose: '处理差评' }, String(rating?.id))).status).toBe(200)
  hall.street.now(at('2026-05-09'))
  await hall.tick()
  expect((await hall.window3.action<{ lines: unknown[] }>(myRatings)).ok().lines).toHaveLength(1)
})

it('K8 a director who handled the case learns nothing of its rating before it is frozen: neither list, inbox, figure, breach nor the case tells', async () => {
  const { director, leader, street } = hall
  const item = await hall.item()
  const handle = async (grade: number): Promise<{ id: string; rating: TestRow }> => {
    const { id } = await hall.receive(director, item.id)
    ;(await director.step(applications, id, 'decide', { result: 'yes' })).ok()
    ;(await street.anonymous.action(rate, { code: await hall.code(id), key: PHONE, grade, tail: '1111' })).ok()
    const [rating] = (await leader.list(ratings, { filter: { applicationId: id } })).ok()
    return { id, rating: rating as TestRow }
  }
  const badOnes = async (): Promise<number | undefined> =>
    (await director.get<Figures>('/api/platform/figures')).ok().figures.find(({ name }) => name === 'counter.bad-ratings')?.value
  const before = await badOnes()
  const [bad, good] = [await handle(1), await handle(5)]
  expect(bad.rating).toMatchObject({ status: 'to_contact', contactId: await leader.accountId() })
  expect((await director.list(ratings, { filter: { applicationId: [bad.id, good.id] } })).ok()).toEqual([])
  expect((await director.find(ratings, bad.rating.id)).status).toBe(404)
  expect((await director.action(lookAtRating, { purpose: '看看' }, bad.rating.id)).status).toBe(404)
  expect((await director.step(ratings, bad.rating.id, 'contact', { contactNote: '联系' })).status).toBe(404)
  expect((await inboxOf(director)).map(({ id }) => id)).not.toContain(bad.rating.id)
  expect((await inboxOf(leader)).map(({ id }) => id)).toContain(bad.rating.id)
  expect(await badOnes()).toBe(before)
  const period = { from: '2026-04-01', to: '2026-05-31' }
  const months = (await director.report<{ rows: Record<string, unknown>[] }>(ratingReport, period)).ok().rows
  const unlike = [
    'id',
    'no',
    'title',
    'createdAt',
    'updatedAt',
    'statusSince',
    'submittedAt',
    'clock',
    'version',
    'updatedBy',
    'promisedOn',
  ]
  const told = async (id: string): Promise<unknown> =>
    Object.fromEntries(Object.entries((await director.find(applications, id)).ok()).filter(([name]) => !unlike.includes(name)))
  expect(await told(bad.id)).toEqual(await told(good.id))

  // Nobody contacted the client in time: that is a breach, and it does not say of which case.
  street.now(at('2026-05-07', '08:00'))
  await hall.tick()
  const breach = (await director.list(breaches, { filter: { sourceId: bad.rating.id } })).ok()[0]
  expect(breach).toMatchObject({ kind: 'rating-not-contacted', subjectId: await leader.accountId() })
  expect(JSON.stringify(breach)).not.toContain(String((await director.find(applications, bad.id)).ok().no))

  street.now(at('2026-05-09'))
  await hall.tick()
  expect((await director.find(ratings, bad.rating.id)).ok()).toMatchObject({ grade: '1' })
  expect((await director.report<{ rows: Record<string, unknown>[] }>(ratingReport, period)).ok().rows).not.toEqual(months)
})

it('K8 the first phone that opens the slip is the one that rates; whoever printed the slip cannot rate with it any more', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id)
  const code = await hall.code(id)
  const { anonymous } = hall.street
  expect((await anonymous.action(ratingPage, { code, key: PHONE })).ok()).toMatchObject({
    state: 'early',
    standing: { promisedOn: '2026-05-11', isProvisional: false },
  })
  ;(await hall.window3.step(applications, id, 'decide', { result: 'yes' })).ok()
  // The clerk's own phone, with the code of a second print.
  const clerk = { code: await hall.code(id), key: 'the-phone-of-the-clerk-0002' }
  expect((await anonymous.action(ratingPage, clerk)).ok()).toMatchObject({ state: 'elsewhere', standing: null })
  expect((await anonymous.action(rate, { ...clerk, grade: 5 })).code).toBe('slip.elsewhere')
  const kept = await sql<{ key: string }>`select rater_key as key from counter_applications where id = ${id}`.execute(hall.street.store.db)
  expect(kept.rows[0]?.key).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify((await hall.director.find(applications, id)).ok())).not.toContain(kept.rows[0]?.key)

  // A slip that was opened elsewhere is replaced by somebody else than the handler, and the old one is worth nothing.
  expect((await hall.window3.action(reissueSlip, { reason: '丢了' }, id)).status).toBe(403)
  ;(await hall.director.action(reissueSlip, { reason: '群众说不是本人打开的' }, id)).ok()
  expect((await anonymous.action(ratingPage, { code, key: PHONE })).code).toBe('rating.no_slip')
  const again = { code: await hall.code(id), key: PHONE }
  expect((await anonymous.action(ratingPage, again)).ok()).toMatchObject({ state: 'open' })
  ;(await anonymous.action(rate, { ...again, grade: 4 })).ok()
  expect((await hall.director.action(reissueSlip, { reason: '再换' }, id)).code).toBe('slip.rated')
})

it('K9 a bad rating with a name that nobody answered within one working day is a breach', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id)
  ;(await hall.window3.step(applications, id, 'decide', { result: 'yes' })).ok()
  ;(await hall.street.anonymous.action(rate, { code: await hall.code(id), key: PHONE, grade: 1, tail: '1111' })).ok()
  const [rating] = (await hall.director.list(ratings, { filter: { applicationId: id } })).ok()
  hall.street.now(at('2026-05-06', '18:00'))
  await hall.tick()
  expect(await breachOf(String(rating?.id))).toEqual([])
  hall.street.now(at('2026-05-07', '08:00'))
  await hall.tick()
  expect(await breachOf(String(rating?.id))).toMatchObject([{ kind: 'rating-not-contacted' }])
})

it('K10 an order is returned once, and never after a ruling assigned it', async () => {
  const order = { no: 'R-1', topic: 'parking', place: '前程小区', content: '乱停车', communityId: PLACES.east }
  const { id } = (await hall.window3.create(hotlineOrders, order)).ok()
  expect((await hall.window3.step(hotlineOrders, id, 'giveBack', { why: '应由交警办' })).ok()).toMatchObject({
    status: 'returned',
    returnCount: 1,
  })
  expect((await hall.director.step(hotlineOrders, id, 'assign', { ruling: '区热线办 12 号' })).ok()).toMatchObject({
    status: 'received',
    isRuled: true,
  })
  expect((await hall.window3.step(hotlineOrders, id, 'giveBack', { why: '还是交警' })).code).toBe('hotline.ruled')
})

it('an overdue case climbs from urging to accountability, each rung with its holder, its clock and its place in their inbox', async () => {
  const { street, director, leader, admin, window3 } = hall
  const item = await hall.item()
  const { id } = await hall.receive(window3, item.id)
  const rungs = async (): Promise<TestRow[]> =>
    (await director.list(supervisions, { filter: { sourceId: id }, sort: ['createdAt', 'ASC'] })).ok()
  const mine = async (who: Hall['director']): Promise<string[]> =>
    (await inboxOf(who)).filter(({ resource }) => resource === 'counter.supervisions').map((each) => each.id)
  street.now(at('2026-05-11', '16:59'))
  await hall.tick()
  expect(await rungs()).toEqual([])

  street.now(at('2026-05-11', '17:01'))
  await hall.tick()
  await hall.tick()
  const [urge] = await rungs()
  expect(urge).toMatchObject({ level: 'urge', status: 'waiting', holderId: await director.accountId(), dueAt: at('2026-05-12', '17:00') })
  expect(await mine(director)).toContain(urge?.id)
  expect(await mine(leader)).not.toContain(urge?.id)
  expect((await window3.step(supervisions, String(urge?.id), 'act', { action: '自己处理' })).status).toBe(403)
  ;(await director.step(supervisions, String(urge?.id), 'act', { action: '已电话催办', plannedOn: '2026-05-13' })).ok()

  street.now(at('2026-05-12', '17:01'))
  await hall.tick()
  const supervise = (await rungs())[1]
  expect(supervise).toMatchObject({ level: 'supervise', holderId: await admin.accountId(), dueAt: at('2026-05-14', '17:00') })
  expect(await mine(admin)).toContain(supervise?.id)

  street.now(at('2026-05-14', '17:01'))
  await hall.tick()
  expect(await rungs()).toMatchObject([
    { level: 'urge', status: 'acted' },
    { level: 'supervise', status: 'missed' },
    { level: 'interview', status: 'waiting', holderId: await leader.accountId(), dueAt: at('2026-05-18', '17:00') },
  ])

  ;(await window3.step(applications, id, 'decide', { result: 'yes' })).ok()
  expect((await rungs())[2]).toMatchObject({ status: 'lifted' })
  expect(await mine(leader)).not.toContain((await rungs())[2]?.id)
})

it('a case of the director’s own is urged by the street, not by themself', async () => {
  const { street, director, leader } = hall
  const item = await hall.item()
  const { id } = await hall.receive(director, item.id)
  street.now(at('2026-05-11', '17:01'))
  await hall.tick()
  const [urge] = (await leader.list(supervisions, { filter: { sourceId: id } })).ok()
  expect(urge).toMatchObject({ level: 'urge', holderId: await leader.accountId() })
  expect((await director.step(supervisions, String(urge?.id), 'act', { action: '没事' })).code).toBe('supervision.own')
})

it('the third order of one kind from one place goes to the council, once', async () => {
  const { street, window3 } = hall
  for (const n of [1, 2, 3, 4])
    (
      await window3.create(hotlineOrders, {
        no: `P-${n}`,
        topic: 'noise',
        place: '清江街 9 号',
        content: '夜里施工',
        communityId: PLACES.east,
      })
    ).ok()
  const { rows } = await sql<{ data: object }>`select data from platform_outbox where name = 'counter.appeal.repeated'`.execute(
    street.store.db,
  )
  expect(rows.map(({ data }) => data)).toMatchObject([{ no: 'P-3', topic: 'noise' }])
})

it('K11 a case is never deleted, neither by a request nor in the database', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id)
  expect((await hall.admin.remove(applications, id)).status).toBeGreaterThanOrEqual(403)
  await expect(sql`delete from counter_applications where id = ${id}`.execute(hall.street.store.db)).rejects.toThrow('never deleted')
  expect((await hall.application(id)).id).toBe(id)
})

it('K12 an item that promises more days than the law allows cannot be saved, nor an extension beyond it', async () => {
  const long = { code: 'LONG', name: '太慢', line: 'other' }
  expect((await hall.admin.create(items, { ...long, promisedDays: 21 })).code).toBe('promise.over_cap')
  expect((await hall.admin.create(items, { ...long, promisedDays: 8, legalDays: 7 })).body).toMatchObject({
    errors: [{ field: 'promisedDays' }],
  })
  expect((await hall.admin.create(items, { ...long, extensionDays: 11 })).code).toBe('promise.extension_over_cap')
  expect((await hall.admin.create(items, { ...long, promisedDays: 20, extensionDays: 10 })).status).toBe(201)
})

it('K13 no form of a case takes a time: what happened when is the server’s word', async () => {
  const item = await hall.item()
  const early = '2026-04-01T02:00:00.000Z'
  expect((await hall.window3.create(applications, { itemId: item.id, personId: hall.elder.id, submittedAt: early })).status).toBe(400)
  const { id } = await hall.receive(hall.window3, item.id)
  hall.street.now(at('2026-05-12'))
  expect((await hall.window3.step(applications, id, 'decide', { result: 'yes', decidedAt: at('2026-05-11') })).status).toBe(400)
  expect((await hall.admin.update(applications, id, { decidedAt: at('2026-05-11') })).status).toBeGreaterThanOrEqual(400)
  ;(await hall.window3.step(applications, id, 'decide', { result: 'yes' })).ok()
  expect(await hall.application(id)).toMatchObject({ isOnTime: 'no', decidedAt: at('2026-05-12') })
})

it('a case keeps the version it was accepted by, whatever is published later', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id)
  ;(await hall.admin.step(items, item.id, 'revise')).ok()
  const open = (await hall.admin.find(items, item.id)).ok()
  ;(await hall.admin.update(items, item.id, { promisedDays: 2, version: open.version })).ok()
  const later = await hall.receive(hall.window3, item.id)
  expect(later.promisedOn).toBe('2026-05-11')
  ;(await hall.admin.step(items, item.id, 'publish')).ok()
  expect(await hall.receive(hall.window3, item.id)).toMatchObject({ promisedOn: '2026-05-07' })
  expect(await hall.application(id)).toMatchObject({ promisedOn: '2026-05-11', promisedDays: 5 })
  expect((await hall.admin.update(items, item.id, { promisedDays: 3 })).code).toBe('item.published')
})

it('main papers are there, a minor one follows: accepted with gaps against a written promise, and lapsed when it does not come', async () => {
  const item = await hall.item()
  const ticks = [
    { name: '身份证', state: 'ok' },
    { name: '照片', state: 'deferred' },
  ]
  const values = { itemId: item.id, personId: hall.elder.id, ticks, deferUntil: '2026-05-08' }
  expect((await hall.window3.action(receive, values)).code).toBe('application.defer_promise')
  const { id, outcome } = await hall.receive(hall.window3, item.id, ticks, { deferUntil: '2026-05-08', promised: true })
  expect(outcome).toBe('deferred')
  expect((await hall.window3.step(applications, id, 'completeDeferred')).code).toBe('application.lacking')
  hall.street.now(at('2026-05-09'))
  await hall.tick()
  expect(await hall.application(id)).toMatchObject({ status: 'lapsed' })
  expect((await hall.window3.action(receive, { ...values, ticks: [{ name: '身份证', state: 'deferred' }] })).code).toBe(
    'application.not_deferrable',
  )
})

it('clocks count make-up weekends, and a year without a notice makes them provisional', async () => {
  const item = await hall.item({ promisedDays: 3 })
  hall.street.now(at('2026-09-30'))
  expect(await hall.receive(hall.window3, item.id)).toMatchObject({ promisedOn: '2026-10-10', isProvisional: false })
  hall.street.now(at('2026-02-13'))
  const five = await hall.item({ promisedDays: 5 })
  expect(await hall.receive(hall.window3, five.id)).toMatchObject({ promisedOn: '2026-02-27' })
  hall.street.now(at('2026-12-30'))
  const { id, no, isProvisional } = await hall.receive(hall.window3, five.id)
  expect(isProvisional).toBe(true)
  const paper = (await hall.window3.action<PrintedForm>(printForm, { form: 'accepted', id })).ok()
  expect(paper.lines.find(([label]) => label === '最迟办结日')?.[1]).toContain('暂定')
  expect(paper.paragraphs.join()).toContain('最迟办结日是暂定的')
  expect((await hall.street.anonymous.action(progress, { no, tail: '1111' })).ok()).toMatchObject({ isProvisional: true })
  expect((await hall.window3.action<{ lines: ClockLine[] }>(myClocks)).ok().lines.find((line) => line.id === id)).toMatchObject({
    isProvisional: true,
  })
  expect(await hall.application(id)).toMatchObject({ isProvisional: true })
  hall.street.now(at('2027-03-01'))
  expect(await hall.receive(hall.window3, five.id)).toMatchObject({ isProvisional: true, promisedOn: '2027-03-08' })
})

it('elders are called first, and two windows never call the same number', async () => {
  const { director, window3, window5, elder } = hall
  const [one, two] = await Promise.all(
    ['1 号窗口', '2 号窗口'].map(async (name) => (await director.create(windows, { name, communityId: PLACES.east })).ok()),
  )
  for (const personId of [null, null, elder.id]) (await window3.create(tickets, { personId, communityId: PLACES.east })).ok()
  const called = await Promise.all([
    window3.action<{ no: string }>(callNext, { windowId: one?.id }),
    window5.action<{ no: string }>(callNext, { windowId: two?.id }),
  ])
  expect(called.map((answer) => answer.ok().no).sort()).toEqual(['A001', 'Y003'])
  expect((await window3.action<{ no: string }>(callNext, { windowId: one?.id })).ok().no).toBe('A002')
  expect((await window3.action(callNext, { windowId: one?.id })).code).toBe('ticket.none')
})

it('anybody reads the guide and asks for progress by slip; nothing of a person is told, and guessing is stopped', async () => {
  const item = await hall.item({ name: '老年优待证' })
  const { no } = await hall.receive(hall.window3, item.id)
  const { anonymous } = hall.street
  const told = (await anonymous.action<{ items: { name: string }[] }>(guide, { q: '优待' })).ok()
  expect(told.items.map(({ name }) => name)).toEqual(['老年优待证'])
  const known = JSON.stringify((await anonymous.action(progress, { no, tail: '1111' })).ok())
  for (const secret of ['王秀兰', '1101', '13800001111', '0491']) expect(known).not.toContain(secret)
  const wrong = (await anonymous.action(progress, { no, tail: '0000' })).ok()
  expect((await anonymous.action(progress, { no: 'B20260430-9999', tail: '0000' })).ok()).toEqual(wrong)
  for (let n = 0; n < 8; n += 1) await anonymous.action(progress, { no, tail: '0001' })
  expect((await anonymous.action(progress, { no, tail: '1111' })).ok()).toMatchObject({ found: false })
  hall.street.now(at('2026-04-30', '12:00'))
  expect((await anonymous.action(progress, { no, tail: '1111' })).ok()).toMatchObject({ found: true })
})

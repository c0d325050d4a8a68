import { PLACES, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { applications, bringMaterials, items, precheck, precheckAnswer, prechecks, takePrecheck } from '../src/index.ts'
import { claimsOf } from '../src/rules/precheck.ts'
import { ALL_THERE, APRIL, at, type Hall, openHall } from './hall.ts'

let hall: Hall
let itemCode = ''
beforeAll(async () => {
  hall = await openHall()
  const { id } = await hall.item()
  itemCode = String((await hall.admin.find<TestRow>(items, id)).ok().code)
})
beforeEach(() => hall.street.now(APRIL))
afterAll(() => hall.street.close())

const send = (phone: string, more: object = {}) =>
  hall.street.anonymous.action<{ no: string; answerBy: string }>(precheck, {
    itemCode,
    communityId: PLACES.east,
    name: '陈先生',
    phone,
    claimed: [{ name: '身份证', has: true }],
    question: '照片要几寸',
    ...more,
  })
const look = (no: string, tail: string) =>
  hall.street.anonymous.action<{ found: boolean; state: string; verdict: string; answer: string; message: string }>(precheckAnswer, {
    no,
    tail,
  })
const rowOf = async (no: string): Promise<TestRow> => {
  const [row] = (await hall.director.list<TestRow>(prechecks, { filter: { no } })).ok()
  if (!row) throw new Error('no such precheck')
  return row
}

it('who asks beforehand is answered within a working day, and comes to a case whose papers are looked at', async () => {
  const { window3, director } = hall
  const { no, answerBy } = (await send('13800006001')).ok()
  expect(answerBy).toBe('2026-05-06')
  const row = await rowOf(no)
  expect(row).toMatchObject({ status: 'sent', claimedText: '有：身份证；没有：照片', dueAt: at('2026-05-07', '00:00') })
  expect((await look(no, '6001')).ok()).toMatchObject({ found: true, state: '待答复', verdict: '', answer: '' })
  ;(await window3.step(prechecks, row.id, 'reply', { verdict: 'missing', answer: '还缺一寸照片，3 号窗口办' })).ok()
  const told = (await look(no, '6001')).ok()
  expect(told).toMatchObject({ state: '已答复', verdict: '还缺材料', answer: '还缺一寸照片，3 号窗口办' })
  expect(JSON.stringify(told)).not.toContain('陈先生')

  const presses = await Promise.all([1, 2, 3].map(() => window3.action<{ applicationId: string }>(takePrecheck, {}, row.id)))
  const made = presses.filter(({ status }) => status === 200).map((each) => each.ok().applicationId)
  expect(made).toHaveLength(1)
  const application = (await director.find<TestRow>(applications, made[0] ?? '')).ok()
  expect(application).toMatchObject({ status: 'submitted', applicantName: '陈先生', channel: 'online' })
  // What was ticked at home is no paper.
  expect(JSON.stringify(application.materials)).not.toContain('"ok"')
  ;(await window3.action(bringMaterials, { ticks: ALL_THERE }, application.id)).ok()
  expect((await director.find(applications, application.id)).ok()).toMatchObject({ status: 'in_review' })
  expect((await window3.action(takePrecheck, {}, row.id)).code).toBe('precheck.over')
})

it('guessing learns nothing, a flood is stopped, and what is not published is not asked about', async () => {
  const { no } = (await send('13800006002')).ok()
  expect((await look(no, '0000')).ok()).toEqual((await look('Q20260430-9999', '0000')).ok())
  for (let n = 0; n < 7; n += 1) (await look(no, '0000')).ok()
  expect((await look(no, '6002')).ok().message).toContain('一小时后')
  ;(await send('13800006002')).ok()
  ;(await send('13800006002')).ok()
  expect((await send('13800006002')).code).toBe('precheck.wait')
  expect((await send('13800006003', { itemCode: 'NONE' })).code).toBe('item.not_published')
  expect((await send('13800006003', { communityId: '110101001001' })).code).toBe('precheck.community')
})

it('who does not come, came, or was never answered is forgotten when the days are over, and the audit does not know either', async () => {
  const { window3, street } = hall
  const names = ['欧阳临时', '司马已来', '上官没人理'] as const
  const [late, came, left] = await Promise.all(
    names.map(async (name, n) => (await send(`1380000678${n}`, { name, question: `${name}的问题` })).ok().no),
  )
  for (const no of [late, came])
    (await window3.step(prechecks, (await rowOf(no ?? '')).id, 'reply', { verdict: 'ready', answer: '可以来办' })).ok()
  ;(await window3.action(takePrecheck, {}, (await rowOf(came ?? '')).id)).ok()

  street.now(at('2026-05-30'))
  await hall.forget()
  expect(await rowOf(late ?? '')).toMatchObject({ status: 'answered', name: '欧阳临时', question: '欧阳临时的问题', forgottenAt: null })
  street.now(at('2026-06-01'))
  await hall.forget()
  for (const [no, status] of [
    [late, 'lapsed'],
    [came, 'opened'],
    [left, 'unanswered'],
  ] as const)
    expect(await rowOf(no ?? '')).toMatchObject({
      status,
      name: null,
      phone: null,
      question: null,
      forgottenAt: at('2026-06-01'),
      claimedText: '有：身份证；没有：照片',
    })
  const { db } = street.store
  const { rows: kept } = await sql`select * from counter_prechecks where forgotten_at is not null`.execute(db)
  for (const row of kept) expect(row).toMatchObject({ phoneCipher: null, phoneHash: null, phoneMask: null })
  const { rows } = await sql`select * from platform_audit where resource = 'counter.prechecks'`.execute(db)
  expect(rows.length).toBeGreaterThan(0)
  for (const told of [kept, rows])
    for (const secret of [...names, '138****678', '1380000678']) expect(JSON.stringify(told)).not.toContain(secret)
  expect((await look(late ?? '', '6780')).ok().found).toBe(false)
  expect((await street.store.audit.verify(PLACES.street)).intact).toBe(true)
})

it('only what the list asks of the applicant is claimed', () => {
  const asked = [
    { name: '身份证', source: 'applicant' },
    { name: '户籍信息', source: 'share' },
    { name: '居住证明', source: 'certificate' },
  ] as const
  const said = [
    { name: '户籍信息', has: true },
    { name: '身份证', has: true },
    { name: '居住证明', has: true },
    { name: '别的', has: true },
  ]
  expect(claimsOf(asked, said, [])).toEqual([{ name: '身份证', has: true }])
  expect(claimsOf(asked, said, ['居住证明'])).toEqual([
    { name: '身份证', has: true },
    { name: '居住证明', has: true },
  ])
})

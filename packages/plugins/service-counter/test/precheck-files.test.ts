import { PLACES, type TestClient, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { answerPrecheck, items, precheck, precheckAnswer, precheckFiles, prechecks } from '../src/index.ts'
import { refuseReplies } from '../src/rules/refuse-replies.ts'
import { APRIL, at, type Hall, openHall } from './hall.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

let hall: Hall
let itemCode = ''
beforeAll(async () => {
  hall = await openHall()
  const { id } = await hall.item()
  itemCode = String((await hall.admin.find<TestRow>(items, id)).ok().code)
})
beforeEach(() => hall.street.now(APRIL))
afterAll(() => hall.street.close())

interface Sent {
  readonly no: string
  readonly fileKey: string
}
let phones = 0
async function send(): Promise<Sent> {
  phones += 1
  const input = {
    itemCode,
    communityId: PLACES.east,
    name: '陈先生',
    phone: `1380000${String(7000 + phones)}`,
    claimed: [{ name: '身份证', has: true }],
  }
  return (await hall.street.anonymous.action<Sent>(precheck, input)).ok()
}
const put = ({ no, fileKey }: Sent, material = '身份证', content: Uint8Array | string = PNG, name = '我的身份证 410.png') =>
  hall.street.anonymous.upload<{ files: number }>(
    `/api/counter/precheck-photos?street=${PLACES.street}&no=${no}&material=${encodeURIComponent(material)}`,
    { name, content },
    { 'x-file-key': fileKey },
  )
const rowOf = async (no: string): Promise<TestRow> => {
  const [row] = (await hall.director.list<TestRow>(prechecks, { filter: { no } })).ok()
  if (!row) throw new Error('no such precheck')
  return row
}
const filesOf = async (who: TestClient, precheckId: string): Promise<readonly TestRow[]> =>
  (await who.list<TestRow>(precheckFiles, { filter: { precheckId } })).ok()
async function tune(precheckFilesADay: number): Promise<void> {
  ;(await hall.admin.put('/api/platform/modules/counter', { settings: { precheckFilesADay } })).ok()
}
const look = (who: TestClient, id: string) => who.get(`/api/counter/precheck-photos/${id}`)

it('papers are photographed at home, seen beside their names, and answered one by one', async () => {
  const { window3, street } = hall
  const sent = await send()
  expect((await put(sent)).ok()).toEqual({ files: 1 })
  expect((await put(sent, '照片', PDF, 'scan.pdf')).ok()).toEqual({ files: 2 })
  const row = await rowOf(sent.no)
  expect(row).toMatchObject({ files: 2 })
  const files = await filesOf(window3, row.id)
  expect(files.map(({ material, file }) => [material, file])).toEqual([
    ['身份证', null],
    ['照片', null],
  ])
  const [card, scan] = await Promise.all(files.map(({ id }) => look(window3, id)))
  expect([card?.bytes, card?.headers['content-type']]).toEqual([PNG, 'image/png'])
  expect(card?.headers['content-disposition']).toMatch(/^inline/)
  expect(card?.headers['content-security-policy']).toContain('sandbox')
  expect(card?.headers['cache-control']).toBe('no-store')
  expect(scan?.headers['content-disposition']).toMatch(/^attachment/)

  const answer = (replies: object, verdict: string) =>
    window3.action(answerPrecheck, { replies, verdict, answer: '带原件来 3 号窗口' }, row.id)
  const blurred = { name: '照片', state: 'wrong', words: '太暗，重拍' }
  expect((await answer([blurred], 'ready')).code).toBe('precheck.lacking')
  expect((await answer([{ ...blurred, words: '' }], 'missing')).code).toBe('precheck.words')
  expect((await answer([{ ...blurred, name: '户口簿' }], 'missing')).code).toBe('precheck.not_asked')
  ;(await answer([{ name: '身份证', state: 'ok' }, blurred], 'missing')).ok()
  const told = (await street.anonymous.action(precheckAnswer, { no: sent.no, tail: String(7000 + phones) })).ok()
  expect(told).toMatchObject({
    state: '已答复',
    verdict: '还缺材料',
    materials: [
      { name: '身份证', state: '齐全', words: '' },
      { name: '照片', state: '不符', words: '太暗，重拍' },
    ],
  })
  // Answered, nothing more is taken.
  expect((await put(sent)).code).toBe('precheck.no_files')
})

it('nobody else reads them: not whoever sent them, not another community, not who only reads, not at the address of files', async () => {
  const { street, window3, leader } = hall
  const sent = await send()
  ;(await put(sent)).ok()
  const [file] = await filesOf(window3, (await rowOf(sent.no)).id)
  const id = String(file?.id)
  const west = street.as({ role: 'counter-clerk', community: PLACES.west })
  const officer = street.as({ role: 'grid-officer', community: PLACES.east })
  const auditor = street.as({ role: 'auditor' })
  expect((await look(street.anonymous, id)).status).toBe(401)
  expect((await look(west, id)).status).toBe(404)
  expect(await filesOf(west, (await rowOf(sent.no)).id)).toEqual([])
  for (const who of [leader, officer, auditor]) expect((await look(who, id)).status).toBe(403)
  const { rows } = await sql<{ file: string }>`select file from counter_precheck_files where id = ${id}`.execute(street.store.db)
  for (const who of [window3, hall.director, hall.admin, leader, street.anonymous])
    expect((await who.get(`/api/platform/files/${rows[0]?.file ?? ''}`)).status).toBeGreaterThanOrEqual(400)
  expect((await look(window3, id)).status).toBe(200)
  const { rows: looks } =
    await sql`select verb, after from platform_audit where resource = 'counter.precheck-files' and verb = 'reveal' and subject_id = ${id}`.execute(
      street.store.db,
    )
  expect(looks).toEqual([{ verb: 'reveal', after: { fields: ['file'], purpose: 'service' } }])
})

it('a stranger adds nothing, a flood is stopped, and what is no picture is not taken', async () => {
  const sent = await send()
  const other = await send()
  const strange = [
    await put({ ...sent, fileKey: other.fileKey }),
    await put({ ...sent, fileKey: '' }),
    await put({ no: 'Q20260430-9999', fileKey: sent.fileKey }),
  ]
  expect(new Set(strange.map(({ status, code }) => `${status} ${code ?? ''}`))).toEqual(new Set(['403 precheck.no_files']))
  expect((await put(sent, '户口簿')).code).toBe('precheck.not_asked')
  // Whatever it is called, the first bytes speak.
  expect((await put(sent, '身份证', '<script>alert(1)</script>', 'card.png')).status).toBe(415)
  expect((await put(sent, '身份证', Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]))).status).toBe(413)
  const pressed = await Promise.all(Array.from({ length: 6 }, () => put(sent)))
  expect(pressed.filter(({ status }) => status === 201)).toHaveLength(3)
  expect(new Set(pressed.filter(({ status }) => status !== 201).map(({ code }) => code))).toEqual(new Set(['precheck.files_of_one']))
  expect(await rowOf(sent.no)).toMatchObject({ files: 3 })

  await tune(0)
  expect((await put(other)).code).toBe('precheck.files_today')
  await tune(200)
  ;(await put(other)).ok()
})

it('the photos go with the name when the days are over, and nothing remembers them', async () => {
  const { street, window3 } = hall
  const sent = await send()
  ;(await put(sent, '身份证', Buffer.concat([PNG, Buffer.from('only this one')]))).ok()
  const { id } = await rowOf(sent.no)
  const [before] = await filesOf(window3, id)
  const { db } = street.store
  const held = await sql<{ file: string }>`select file from counter_precheck_files where id = ${String(before?.id)}`.execute(db)
  const file = held.rows[0]?.file ?? ''
  expect(file).toMatch(/^[0-9a-f]{64}$/)
  street.now(at('2026-06-01'))
  await hall.forget()
  expect((await look(window3, String(before?.id))).code).toBe('precheck.file_gone')
  expect((await filesOf(window3, id))[0]).toMatchObject({ material: '身份证', forgottenAt: at('2026-06-01') })
  const { rows } = await sql`select before, after from platform_audit where resource = 'counter.precheck-files'`.execute(db)
  expect(JSON.stringify(rows)).not.toContain(file)
  // Nothing mentions the content any more, so the nightly cleaning of the platform lets go of it.
  street.now(at('2027-06-01'))
  await street.store.jobs.runNow(PLACES.street, 'platform', 'clean-up')
  expect((await sql`select id from platform_files where id = ${file}`.execute(db)).rows).toEqual([])
  expect((await street.store.audit.verify(PLACES.street)).intact).toBe(true)
})

it('a paper is answered once, with a word where it does not fit', () => {
  const claimed = [{ name: '照片', has: true }]
  const ok = { name: '照片', state: 'ok', words: '' } as const
  expect(refuseReplies(claimed, [ok], 'ready')).toEqual([])
  expect(refuseReplies(claimed, [ok, ok], 'missing').map(({ code }) => code)).toEqual(['precheck.not_asked'])
})

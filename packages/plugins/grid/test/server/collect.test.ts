import { changeProposals, organisations, people, units, verifyPerson } from '@linli/plugin-registry'
import { PLACES, testStores, type TestClient, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  candidates,
  checkpoints,
  collected,
  collectedBySubject,
  collection,
  designForm,
  fieldUse,
  forms,
  grid,
  proposals,
  type Question,
  reviseForm,
  submissionPhotos,
  submissions,
  submitForm,
} from '../../src/index.ts'
import gridServer from '../../src/server/index.ts'
import { MORNING, type Office, openOffice, PNG } from './office.ts'

const legs = testStores.map((leg) => ({ leg, postgres: leg === 'postgres' }))
const phone: Question = {
  key: 'phone',
  title: '联系电话',
  kind: 'phone',
  required: true,
  writes: 'phone',
  consumers: ['registry.people-ledger', 'grid.visit-ledger'],
}
const ethnicity: Question = {
  key: 'ethnicity',
  title: '民族',
  kind: 'text',
  required: false,
  writes: 'ethnicity',
  consumers: ['registry.people-ledger'],
}

describe.each(legs)('collection ($leg)', ({ postgres }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ postgres })
  })
  beforeEach(() => office.street.now(MORNING))
  afterAll(() => office.street.close())

  const submit = (formId: string, personId: string, answers: object, offlineId: string) =>
    office.officer.action<{ submissionId: string; status: string; conflicts: number; repeated: boolean }>(submitForm, {
      offlineId,
      formId,
      personId,
      answers,
      takenAt: MORNING,
    })
  const phoneOf = async (id: string): Promise<unknown> =>
    (await office.director.post<{ phone: string }>(`/api/registry/people/${id}/reveal`, { fields: ['phone'], purpose: 'contact' })).ok()
      .phone

  test('W2: what a visit collected never overwrites what documents say; it waits as a proposal, and what was empty is filled', async () => {
    const { director, resident, form } = office
    const person = await resident('李秀英', { values: { phone: '13800001111' } })
    ;(await director.action(verifyPerson, {}, person.id)).ok()
    const { id: formId } = await form([phone, ethnicity])
    const sent = (await submit(formId, person.id, { phone: '13900002222', ethnicity: '回族' }, 'w2-draft-0001')).ok()
    expect(sent).toMatchObject({ status: 'conflict', conflicts: 1 })
    expect(await phoneOf(person.id)).toBe('13800001111')

    ;(await director.step(submissions, sent.submissionId, 'merge', { how: 'propose' })).ok()
    expect(await phoneOf(person.id)).toBe('13800001111')
    expect((await director.find(people, person.id)).ok()).toMatchObject({ ethnicity: '回族', source: 'counter' })
    const [open] = (await director.list<TestRow>(changeProposals, { filter: { personId: person.id, status: 'open' } })).ok()
    expect(open).toMatchObject({ field: 'phone', source: 'officer' })
    ;(await director.step(changeProposals, open?.id ?? '', 'accept', { decisionNote: '电话核实' })).ok()
    expect(await phoneOf(person.id)).toBe('13900002222')
  })

  test('W2: the same holds for a home', async () => {
    const { director, home, form } = office
    const unit = await home('801')
    ;(await director.update(units, unit.id, { area: '89.65' })).ok()
    const { id: formId } = await form(
      [{ key: 'area', title: '建筑面积', kind: 'text', required: true, writes: 'area', consumers: ['registry.homes-ledger'] }],
      'home',
    )
    const sent = (
      await office.officer.action<{ submissionId: string }>(submitForm, {
        offlineId: 'w2-home-0001',
        formId,
        unitId: unit.id,
        answers: { area: '95.00' },
        takenAt: MORNING,
      })
    ).ok()
    ;(await director.step(submissions, sent.submissionId, 'merge', { how: 'propose' })).ok()
    expect((await director.find(units, unit.id)).ok().area).toBe('89.65')
    const [open] = (await director.list<TestRow>(proposals, { filter: { status: 'open' } })).ok()
    ;(await director.step(proposals, open?.id ?? '', 'accept', {})).ok()
    expect((await director.find(units, unit.id)).ok().area).toBe('95.00')
  })

  test('W2: and for an organisation, whose telephone stays as it is until somebody accepts the other', async () => {
    const { director, officer, form } = office
    const shop = (
      await director.create(organisations, {
        name: '白云粮油店',
        kind: 'individual',
        contactPhone: '13800001111',
        communityId: PLACES.east,
        gridId: PLACES.firstGrid,
      })
    ).ok()
    const questions: Question[] = [
      { key: 'who', title: '联系人', kind: 'text', required: true, writes: 'contactName', consumers: ['other:应急办门店安全台账'] },
      { key: 'phone', title: '联系电话', kind: 'phone', required: true, writes: 'contactPhone', consumers: ['other:应急办门店安全台账'] },
    ]
    const { id: formId } = await form(questions, 'organisation')
    const answers = { who: '刘志强', phone: '13900002222' }
    const input = { offlineId: 'w2-shop-0001', formId, organisationId: shop.id, answers, takenAt: MORNING }
    const sent = (await officer.action<{ submissionId: string }>(submitForm, input)).ok()
    ;(await director.step(submissions, sent.submissionId, 'merge', { how: 'propose' })).ok()
    const phoneNow = async (): Promise<unknown> =>
      (
        await director.post<{ contactPhone: string }>(`/api/registry/organisations/${shop.id}/reveal`, {
          fields: ['contactPhone'],
          purpose: 'contact',
        })
      ).ok().contactPhone
    expect((await director.find(organisations, shop.id)).ok()).toMatchObject({ contactName: '刘志强' })
    expect(await phoneNow()).toBe('13800001111')
    const [open] = (await director.list<TestRow>(proposals, { filter: { status: 'open', organisationId: shop.id } })).ok()
    ;(await director.step(proposals, open?.id ?? '', 'accept', {})).ok()
    expect(await phoneNow()).toBe('13900002222')
  })

  test('W3: a draft that the phone sends ten times at once is one submission', async () => {
    const { director, resident, form } = office
    const person = await resident('周凤英')
    const { id: formId } = await form([phone])
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => submit(formId, person.id, { phone: '13700003333' }, 'w3-draft-0001')),
    )
    expect(new Set(answers.map((each) => each.ok().submissionId)).size).toBe(1)
    expect(answers.filter((each) => !each.ok().repeated)).toHaveLength(1)
    expect((await director.list(submissions, { filter: { personId: person.id } })).ok()).toHaveLength(1)
  })

  test('W4: a question that nobody uses keeps the form from being published', async () => {
    const { admin } = office
    const form = (await admin.create(forms, { code: 'pets', title: '养宠情况', target: 'person', purpose: '了解养宠情况' })).ok()
    ;(
      await admin.action(
        designForm,
        { questions: [phone, { key: 'pet', title: '养什么宠物', kind: 'text', required: false, consumers: [] }] },
        form.id,
      )
    ).ok()
    const refused = await admin.step(forms, form.id, 'publish')
    expect([refused.status, refused.code]).toEqual([422, 'form.no_consumer'])
    expect((refused.body as unknown as { zh: string }).zh).toContain('养什么宠物')
    ;(await admin.action(designForm, { questions: [phone] }, form.id)).ok()
    ;(await admin.step(forms, form.id, 'publish')).ok()
    const { rows } = (await admin.report<{ rows: { form: string; consumers: string; uses: number }[] }>(fieldUse)).ok()
    expect(rows.find((row) => row.form === '养宠情况')).toMatchObject({ consumers: '人员台账、走访台账', uses: 2 })
  })

  test('W8: a published form is not changed, only followed by a version; an old draft of the phone is told so', async () => {
    const { admin, director, resident, form } = office
    const person = await resident('吴玉梅')
    const first = await form([phone])
    expect((await admin.action(designForm, { questions: [] }, first.id)).code).toBe('form.only_draft')
    expect((await admin.update(forms, first.id, { title: '改名' })).code).toBe('form.only_draft')
    const next = (await admin.action<{ formId: string; version: number }>(reviseForm, {}, first.id)).ok()
    expect(next.version).toBe(2)
    expect((await admin.action(reviseForm, {}, first.id)).code).toBe('form.draft_waits')
    ;(await admin.step(forms, next.formId, 'publish')).ok()
    expect((await director.find(forms, first.id)).ok()).toMatchObject({ status: 'retired' })
    expect((await submit(first.id, person.id, { phone: '13700003333' }, 'w8-draft-0001')).code).toBe('form.wrong_version')
  })

  test('a form about a checkpoint or an event is filled in for one of the own area', async () => {
    const { admin, director, officer, neighbour, event } = office
    const place = { communityId: PLACES.east, gridId: PLACES.firstGrid }
    const shed = (await director.create(checkpoints, { name: '2 号楼充电棚', look: '灭火器', ...place })).ok()
    const quarrel = await event({ title: '楼上漏水' })
    const questions: Question[] = [
      { key: 'ok', title: '灭火器在有效期内', kind: 'yesNo', required: true, consumers: ['other:消防设施检查台账'] },
    ]
    for (const [target, subject, about] of [
      ['facility', { checkpointId: shed.id }, '2 号楼充电棚'],
      ['event', { eventId: quarrel.id }, '楼上漏水'],
    ] as const) {
      const form = (await admin.create(forms, { code: `about-${target}`, title: '检查表', target, purpose: '消防安全检查' })).ok()
      ;(await admin.action(designForm, { questions }, form.id)).ok()
      ;(await admin.step(forms, form.id, 'publish')).ok()
      const input = { offlineId: `about-${target}-1`, formId: form.id, answers: { ok: true }, takenAt: MORNING }
      expect((await officer.action(submitForm, input)).code).toBe('form.subject_needed')
      expect((await neighbour.action(submitForm, { ...input, ...subject })).status).toBe(404)
      const sent = (await officer.action<{ submissionId: string; status: string }>(submitForm, { ...input, ...subject })).ok()
      expect(sent.status).toBe('validated')
      expect((await director.find(submissions, sent.submissionId)).ok()).toMatchObject({ about, ...subject })
    }
  })

  test('a form asks for a photo, which whoever may see the submission opens, and nobody else', async () => {
    const { director, neighbour, officer, resident, form } = office
    const person = await resident('杨桂英')
    const shed: Question = { key: 'shed', title: '煤气罐照片', kind: 'photo', required: true, consumers: ['other:住建局燃气安全台账'] }
    const { id: formId } = await form([shed])
    expect((await submit(formId, person.id, { shed: 'not a file' }, 'photo-draft-01')).code).toBe('answers.wrong')
    expect((await submit(formId, person.id, { shed: '0'.repeat(64) }, 'photo-draft-02')).code).toBe('file.missing')
    const file = (await officer.upload<{ id: string }>('/api/platform/files', { name: '煤气罐.png', content: PNG })).ok().id
    const sent = (await submit(formId, person.id, { shed: file }, 'photo-draft-03')).ok()
    const [kept] = (await director.list<TestRow>(submissionPhotos, { filter: { submissionId: sent.submissionId } })).ok()
    expect(kept).toMatchObject({ title: '煤气罐照片', photo: file, gridId: PLACES.firstGrid })
    const looks = async (who: TestClient): Promise<number> => (await who.get(`/api/platform/files/${file}`)).status
    expect([await looks(director), await looks(neighbour)]).toEqual([200, 404])
  })

  test('what was collected is a ledger: every answer beside what was recorded then, also after it was merged', async () => {
    const { director, neighbour, resident, form, street } = office
    const known = await resident('何秀兰', { values: { phone: '13800005555', ethnicity: '汉族' } })
    ;(await director.action(verifyPerson, {}, known.id)).ok()
    const remark: Question = { key: 'gas', title: '燃气软管超期', kind: 'yesNo', required: false, consumers: ['other:住建局燃气安全台账'] }
    const { id: formId } = await form([phone, ethnicity, remark])
    const sent = (await submit(formId, known.id, { phone: '13900006666', ethnicity: '汉族', gas: true }, 'ledger-draft-1')).ok()
    const period = { from: '2026-11-01', to: '2026-11-30', formId }
    type Line = Readonly<Record<string, unknown>> & {
      readonly drills?: Readonly<Record<string, { readonly filter: { readonly id: string } }>>
    }
    const lines = async (who: TestClient): Promise<readonly Line[]> => (await who.report<{ rows: Line[] }>(collected, period)).ok().rows
    const expected = [
      { question: '联系电话', answer: '139****6666', recorded: '138****5555', verdict: 'differs' },
      { question: '民族', answer: '汉族', recorded: null, verdict: 'same' },
      { question: '燃气软管超期', answer: '是', recorded: null, verdict: null },
    ]
    expect(await lines(director)).toMatchObject(expected.map((each) => ({ ...each, about: '何秀兰', status: 'conflict' })))
    expect((await lines(director))[0]?.drills?.about?.filter.id).toBe(sent.submissionId)
    expect((await neighbour.report(collected, period)).status).toBe(403)
    ;(await director.step(submissions, sent.submissionId, 'merge', { how: 'propose' })).ok()
    expect(await lines(director)).toMatchObject(expected.map((each) => ({ ...each, status: 'merged' })))
    const { rows } = (await director.report<{ rows: Line[] }>(collection, { from: '2026-11-01', to: '2026-11-30' })).ok()
    expect(rows.find((row) => row.formId === formId)).toMatchObject({ sent: 1, merged: 1, waiting: 0, differing: 1 })
    const told = await street.store.db
      .selectFrom('platform_outbox' as never)
      .selectAll()
      .execute()
    expect(JSON.stringify(told)).toContain('grid.form.collected')
  })

  test('what was collected is a ledger of one line a person, a column a question, the newest answer with who and when, over every edition', async () => {
    const { director, neighbour, resident, form, admin, officer, street } = office
    const [he, lin] = [await resident('贺一行', {}), await resident('林一行', {})]
    const yesNo = (key: string, title: string): Question => ({
      key,
      title,
      kind: 'yesNo',
      required: false,
      consumers: ['other:住建局燃气安全台账'],
    })
    const first = await form([phone, yesNo('gas', '软管超期'), { ...ethnicity, writes: null }])
    const sent = async (formId: string, personId: string, answers: object, day: string): Promise<string> => {
      const takenAt = `${day}T02:00:00.000Z`
      street.now(takenAt)
      const input = { offlineId: `one-line-${personId.slice(-4)}-${day}`, formId, personId, answers, takenAt }
      return (await officer.action<{ submissionId: string }>(submitForm, input)).ok().submissionId
    }
    await sent(first.id, he.id, { phone: '13900006601', gas: true, ethnicity: '汉族' }, '2026-11-23')
    await sent(first.id, lin.id, { phone: '13900006602', gas: false }, '2026-11-24')
    const { formId: second } = (await admin.action<{ formId: string }>(reviseForm, {}, first.id)).ok()
    ;(await admin.action(designForm, { questions: [phone, yesNo('gas', '燃气软管超期'), yesNo('alarm', '有报警器')] }, second)).ok()
    ;(await admin.step(forms, second, 'publish')).ok()
    await sent(second, he.id, { phone: '13900006603', gas: false, alarm: true }, '2026-11-26')
    const wrong = await sent(second, he.id, { phone: '13900009999', alarm: false }, '2026-11-27')
    ;(await director.step(submissions, wrong, 'reject', { outcome: '走错门' })).ok()

    interface Told {
      readonly columns: readonly { readonly name: string; readonly title: string }[]
      readonly rows: readonly (Readonly<Record<string, unknown>> & {
        readonly drills?: Readonly<Record<string, { readonly filter: Readonly<Record<string, unknown>> }>>
      })[]
    }
    const told = async (origin: 'line' | 'each'): Promise<Told> =>
      (await director.report<Told>(collectedBySubject, { formId: first.id, origin })).ok()
    const { columns, rows } = await told('line')
    expect(columns.slice(5).map(({ title }) => title)).toEqual(['联系电话', '燃气软管超期', '民族', '有报警器'])
    expect(rows).toMatchObject([
      // What was not asked again is still known from the first time.
      {
        about: '贺一行',
        sent: 2,
        takenAt: '2026-11-26T02:00:00.000Z',
        q_phone: '139****6603',
        q_gas: '否',
        q_ethnicity: '汉族',
        q_alarm: '是',
      },
      { about: '林一行', sent: 1, takenAt: '2026-11-24T02:00:00.000Z', q_phone: '139****6602', q_gas: '否' },
    ])
    const each = await told('each')
    const name = each.rows[0]?.officer
    expect(name).toBeTruthy()
    expect(each.rows[0]).toMatchObject({ at_ethnicity: '2026-11-23T02:00:00.000Z', by_ethnicity: name, at_gas: '2026-11-26T02:00:00.000Z' })
    expect(each.columns.map(({ title }) => title)).toContain('民族·采集时间')
    // Every answer is still there, one a line, and the figure opens the forms behind it.
    const filter = each.rows[0]?.drills?.sent?.filter
    expect((await director.list(submissions, filter ? { filter } : {})).ok()).toHaveLength(2)
    expect((await neighbour.report(collectedBySubject, { formId: first.id, origin: 'line' })).status).toBe(403)
    const sheet = await director.get('/api/grid/reports/collected-by-subject/export.xlsx', {
      params: JSON.stringify({ formId: first.id, origin: 'each' }),
    })
    expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])

    // What came by no account (demo data, an adapter) is a line, too.
    street.now('2026-11-28T02:00:00.000Z')
    await street.run(grid, (ctx) =>
      Promise.resolve(
        gridServer.actions['grid.submit']?.(
          ctx as never,
          {
            offlineId: 'one-line-by-nobody',
            formId: second,
            personId: lin.id,
            answers: { phone: '13900006602', alarm: true },
            takenAt: '2026-11-28T02:00:00.000Z',
          } as never,
        ),
      ),
    )
    expect((await told('line')).rows[1]).toMatchObject({ about: '林一行', sent: 2, officer: '', q_alarm: '是' })
  })

  interface Candidate extends TestRow {
    readonly likelyId: string | null
    readonly personId: string | null
    readonly homeId: string | null
  }
  const candidateOf = async (submissionId: string): Promise<Candidate> => {
    const [found] = (
      await office.director.list<Candidate>(candidates, { filter: { status: ['open', 'accepted', 'rejected'] }, range: [0, 99] })
    )
      .ok()
      .filter((row) => row.submissionId === submissionId)
    if (!found) throw new Error('no candidate')
    return found
  }
  const submitNew = (formId: string, values: object, offlineId: string) =>
    office.officer.action<{ submissionId: string; status: string }>(submitForm, { offlineId, formId, takenAt: MORNING, ...values })

  test('W2: somebody whom no list knows becomes a resident by the decision of the office, in the home where the officer met them', async () => {
    const { director, officer, home, form } = office
    const unit = await home('901')
    const { id: formId } = await form([phone, ethnicity])
    const values = {
      newName: '马小燕',
      newHomeId: unit.id,
      newResidence: 'floating',
      newIdNumber: '11010519491231002X',
      answers: { phone: '13600007777' },
    }
    expect((await submitNew(formId, { ...values, newHomeId: undefined }, 'new-person-000')).code).toBe('candidate.place_needed')
    const sent = (await submitNew(formId, values, 'new-person-001')).ok()
    expect((await submitNew(formId, values, 'new-person-001')).ok().submissionId).toBe(sent.submissionId)
    expect(sent.status).toBe('unknown')
    expect((await director.list(people, { filter: { name: '马小燕' } })).ok()).toEqual([])
    const candidate = await candidateOf(sent.submissionId)
    expect(candidate).toMatchObject({ title: '新居民：马小燕', likelyId: null })
    expect((await officer.step(candidates, candidate.id, 'accept')).status).toBe(403)
    ;(await director.step(candidates, candidate.id, 'accept', { decisionNote: '上门核实' })).ok()
    const [made] = (await director.list<TestRow>(people, { filter: { name: '马小燕' } })).ok()
    expect(made).toMatchObject({ source: 'officer', homeId: unit.id, sex: 'female', birthDate: '1949-12-31', residenceKind: 'floating' })
    expect(await phoneOf(made?.id ?? '')).toBe('13600007777')
    expect((await director.find(submissions, sent.submissionId)).ok()).toMatchObject({ status: 'merged', personId: made?.id })

    // Met again by somebody who did not know: the number tells who it is, and nobody is made twice.
    const again = (await submitNew(formId, { ...values, newName: '马晓燕', newSex: 'female' }, 'new-person-002')).ok()
    const second = await candidateOf(again.submissionId)
    expect(second.likelyId).toBe(made?.id)
    expect((await director.step(candidates, second.id, 'accept')).code).toBe('candidate.known')
    ;(await director.step(candidates, second.id, 'accept', { personId: made?.id })).ok()
    expect((await director.list(people, { filter: { phone: '13600007777' } })).ok()).toHaveLength(1)
  })

  test('W2: whoever is known by documents keeps what they say when an officer thought them new', async () => {
    const { director, resident, home, form } = office
    const known = await resident('高志国', { values: { sex: 'male', birthDate: '1950-02-03' } })
    ;(await director.action(verifyPerson, {}, known.id)).ok()
    const { id: formId } = await form([ethnicity])
    const values = { newName: '高志国', newHomeId: (await home('902')).id, newBirthDate: '1950-02-04', newSex: 'male', answers: {} }
    const { submissionId } = (await submitNew(formId, values, 'new-person-003')).ok()
    const { id } = await candidateOf(submissionId)
    ;(await director.step(candidates, id, 'accept', { personId: known.id })).ok()
    expect((await director.find(people, known.id)).ok()).toMatchObject({ birthDate: '1950-02-03', source: 'counter' })
    const open = (await director.list<TestRow>(changeProposals, { filter: { personId: known.id, status: 'open' } })).ok()
    expect(open).toEqual([expect.objectContaining({ field: 'birthDate', newValue: '1950-02-04', source: 'officer' })])
  })

  test('W2: a home that no list knows is made by a decision, or turned down with the reason', async () => {
    const { director, officer, home, form } = office
    const { estateId } = (await director.find<TestRow>(units, (await home('903')).id)).ok()
    const place = { communityId: PLACES.east, gridId: PLACES.firstGrid }
    const building = (await director.create(units, { kind: 'building', name: '5号楼', parentId: estateId, ...place })).ok()
    const { id: formId } = await form(
      [{ key: 'area', title: '建筑面积', kind: 'text', required: true, writes: 'area', consumers: ['registry.homes-ledger'] }],
      'home',
    )
    const sendRoom = async (newRoom: string, offlineId: string): Promise<Candidate> => {
      const sent = (await submitNew(formId, { newRoom, newParentId: building.id, answers: { area: '66.50' } }, offlineId)).ok()
      return candidateOf(sent.submissionId)
    }
    const candidate = await sendRoom('904', 'new-home-0001')
    ;(await director.step(candidates, candidate.id, 'accept')).ok()
    const made = (await director.find(units, (await candidateOf(String(candidate.submissionId))).homeId ?? '')).ok()
    expect(made).toMatchObject({ fullName: '前程花园5号楼904室', area: '66.50' })

    const other = await sendRoom('905', 'new-home-0002')
    expect((await officer.step(candidates, other.id, 'reject', { decisionNote: '门牌写错' })).status).toBe(403)
    ;(await director.step(candidates, other.id, 'reject', { decisionNote: '门牌写错' })).ok()
    expect((await director.find(submissions, String(other.submissionId))).ok()).toMatchObject({ status: 'rejected', outcome: '门牌写错' })
  })

  test('answers are checked, and an officer collects in the own cell alone', async () => {
    const { neighbour, resident, form } = office
    const person = await resident('冯春梅')
    const { id: formId } = await form([phone])
    expect((await submit(formId, person.id, {}, 'check-draft-01')).code).toBe('answers.missing')
    expect(
      (
        await neighbour.action(submitForm, {
          offlineId: 'check-draft-02',
          formId,
          personId: person.id,
          answers: { phone: '13700003333' },
          takenAt: MORNING,
        })
      ).status,
    ).toBe(404)
  })
})

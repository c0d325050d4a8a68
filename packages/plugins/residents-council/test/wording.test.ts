import { householdMembers, households, people, units } from '@linli/plugin-registry'
import { PLACES } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  councils,
  makeMatter,
  matterLedger,
  members,
  type MyCouncil,
  myCouncil,
  printForm,
  proposals,
  propose,
  reviseProposal,
  support,
  supporters,
} from '../src/index.ts'
import { type Office, openOffice, type Resident } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 240_000)
afterAll(() => office.street.close())

const WORDS = { title: '楼后装路灯', topic: 'facility', text: '楼后太黑，装三盏路灯' }

async function published(by?: Resident): Promise<{ proposalId: string; proposer: Resident }> {
  const proposer = by ?? (await office.resident())
  const { proposalId } = (await proposer.phone.action<{ proposalId: string }>(propose, { councilId: office.council, ...WORDS })).ok()
  ;(await office.director.step(proposals, proposalId, 'publish')).ok()
  return { proposalId, proposer }
}

async function shownTo({ phone }: Resident, proposalId: string): Promise<MyCouncil['open'][number] | undefined> {
  return (await phone.action<MyCouncil>(myCouncil, {})).ok().open.find(({ id }) => id === proposalId)
}

async function revised(proposalId: string, text: string): Promise<void> {
  ;(await office.director.action(reviseProposal, { text, why: '按现场情况改' }, proposalId)).ok()
}

let estates = 0
/** Two neighbours of one household. */
async function couple(): Promise<readonly [Resident, Resident]> {
  estates += 1
  const estate = (await office.director.create(units, { kind: 'estate', name: `路灯小区${estates}`, communityId: PLACES.east })).ok()
  const [one, two] = [await office.resident(), await office.resident()]
  const household = { headPersonId: one.id, unitId: estate.id, communityId: PLACES.east }
  const { id: householdId } = (await office.director.create(households, household)).ok()
  const wife = { householdId, personId: two.id, relation: 'spouse', communityId: PLACES.east }
  ;(await office.director.create(householdMembers, wife)).ok()
  return [one, two]
}

test('phones show the version with the earlier wording, and tell who supported before it changed', async () => {
  const { proposalId, proposer } = await published()
  const [early, late] = [await office.resident(), await office.resident()]
  ;(await early.phone.action(support, { proposalId })).ok()
  expect(await shownTo(early, proposalId)).toMatchObject({ versionNo: 1, earlier: [], supported: true, changedSince: null })
  await revised(proposalId, '楼后装五盏路灯，费用从公共收益出')
  await revised(proposalId, '楼后装五盏路灯，费用由各户分摊')
  ;(await late.phone.action(support, { proposalId })).ok()
  expect(await shownTo(late, proposalId)).toMatchObject({ versionNo: 3, supported: true, changedSince: null })
  const seen = await shownTo(early, proposalId)
  expect(seen).toMatchObject({ text: '楼后装五盏路灯，费用由各户分摊', versionNo: 3, supported: true, changedSince: 1 })
  expect(seen?.earlier.map(({ no, text, why }) => [no, text, why])).toEqual([
    [2, '楼后装五盏路灯，费用从公共收益出', '按现场情况改'],
    [1, WORDS.text, null],
  ])
  const { mine } = (await proposer.phone.action<MyCouncil>(myCouncil, {})).ok()
  expect(mine[0]).toMatchObject({ versionNo: 3, text: '楼后装五盏路灯，费用由各户分摊' })
  expect(mine[0]?.earlier.map(({ no }) => no)).toEqual([2, 1])
})

test('an earlier supporter confirms the new wording, or withdraws', async () => {
  const { proposalId, proposer } = await published()
  const [stays, goes] = [await office.resident(), await office.resident()]
  for (const { phone } of [stays, goes]) (await phone.action(support, { proposalId })).ok()
  expect((await stays.phone.action(support, { proposalId })).code).toBe('proposal.supported')
  await revised(proposalId, '楼后装五盏路灯，费用由各户分摊')
  expect((await stays.phone.action(support, { proposalId })).ok()).toEqual({ supporters: 2, counted: true })
  expect(await shownTo(stays, proposalId)).toMatchObject({ supported: true, changedSince: null })
  expect((await goes.phone.action(support, { proposalId, wish: 'withdraw' })).ok()).toEqual({ supporters: 1, counted: false })
  expect(await shownTo(goes, proposalId)).toMatchObject({ supporters: 1, supported: false, changedSince: null })
  expect((await goes.phone.action(support, { proposalId, wish: 'withdraw' })).code).toBe('proposal.not_supported')
  expect((await proposer.phone.action(support, { proposalId, wish: 'withdraw' })).code).toBe('proposal.not_supported')
  // They may think again, and what became a matter keeps its support.
  ;(await goes.phone.action(support, { proposalId })).ok()
  ;(await office.director.action(makeMatter, {}, proposalId)).ok()
  expect((await goes.phone.action(support, { proposalId, wish: 'withdraw' })).code).toBe('proposal.not_open')
})

test('when the one who counted for a household withdraws, the other counts for it', async () => {
  const { proposalId } = await published()
  const [one, two] = await couple()
  ;(await one.phone.action(support, { proposalId })).ok()
  expect((await two.phone.action(support, { proposalId })).ok()).toEqual({ supporters: 1, counted: false })
  expect((await one.phone.action(support, { proposalId, wish: 'withdraw' })).ok()).toEqual({ supporters: 1, counted: false })
  const rows = (await office.director.list(supporters, { filter: { proposalId, personId: two.id } })).ok()
  expect(rows.map(({ counted }) => counted)).toEqual(['yes'])
})

test('the slip counts supporters over joined proposals once, as the charter does', async () => {
  const [one, two] = await couple()
  const neighbour = await office.resident()
  const first = await published()
  for (const { phone } of [one, neighbour]) (await phone.action(support, { proposalId: first.proposalId })).ok()
  const second = await published()
  // The wife, the same neighbour and the other proposer: nobody new but for the household's second member.
  for (const { phone } of [two, neighbour, first.proposer]) (await phone.action(support, { proposalId: second.proposalId })).ok()
  const { matterId } = (await office.director.action<{ matterId: string }>(makeMatter, {}, first.proposalId)).ok()
  ;(await office.director.action(makeMatter, { matterId }, second.proposalId)).ok()
  const { html } = (await office.director.action<{ html: string }>(printForm, { form: 'slip', id: matterId })).ok()
  expect(/附议<\/th><td[^>]*>(\d+)/.exec(html)?.[1]).toBe('2')
  expect((await office.director.find(people, neighbour.id)).ok().id).toBe(neighbour.id)
})

test('the ledger names the day of the resolution on both ways', async () => {
  const { director } = office
  const body = async (values: Readonly<Record<string, unknown>>): Promise<string> => {
    const { id } = (
      await director.create(councils, { level: 'community', partyOrg: '大王村党支部', communityId: PLACES.east, ...values })
    ).ok()
    for (const { id: personId } of office.sitting) (await director.create(members, { councilId: id, personId, from: '2026-01-01' })).ok()
    ;(await director.step(councils, id, 'start')).ok()
    return id
  }
  const village = await body({ name: '大王村议事会', kind: 'council', way: 'branch', supportersMin: 0 })
  const party = await body({ name: '大王村党员大会', kind: 'partyMeeting' })
  const residents = await office.matter()
  await office.bring(residents.id, 'publicised')
  const adopted = office.now().slice(0, 10)

  const proposal = { ...WORDS, councilId: village, source: 'branch', communityId: PLACES.east }
  const { id } = (await director.create(proposals, proposal)).ok()
  const secretary = await office.resident('支部书记')
  ;(await director.create(supporters, { proposalId: id, personId: secretary.id, role: 'proposer' })).ok()
  ;(await director.step(proposals, id, 'publish')).ok()
  const { matterId } = (await director.action<{ matterId: string }>(makeMatter, {}, id)).ok()
  ;(await office.step(matterId, 'takeUp', { partyOrg: '大王村党支部' })).ok()
  ;(await office.step(matterId, 'propose')).ok()
  for (const [councilId, step, input] of [
    [office.twoCommittees, 'discuss', {}],
    [party, 'partyReview', {}],
    [office.representatives, 'resolve', { resolution: '同意' }],
  ] as const) {
    const { id: meetingId } = await office.meeting(councilId, office.sitting, 7)
    await office.decide(meetingId, matterId, office.sitting)
    ;(await office.step(matterId, step, input)).ok()
  }
  const { rows } = (
    await director.report<{ rows: { title: string; resolved: string | null; status: string }[] }>(matterLedger, {
      from: '2026-01-01',
      to: '2026-12-31',
    })
  ).ok()
  expect(rows.filter(({ status }) => status === '决议公示').map(({ title, resolved }) => [title, resolved])).toEqual([
    ['小区停车位改造', adopted],
    [WORDS.title, office.now().slice(0, 10)],
  ])
})

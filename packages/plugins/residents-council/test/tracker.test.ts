import { PLACES } from '@linli/testing'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { councils, makeMatter, matters, members, type MyCouncil, myCouncil, proposals, supporters } from '../src/index.ts'
import { stagesOf } from '../src/rules/stages.ts'
import { templateOf } from '../src/rules/ways.ts'
import { type Office, openOffice, type Resident } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 240_000)
afterAll(() => office.street.close())

type Tracked = NonNullable<MyCouncil['mine'][number]['matter']>

async function trackedBy(proposer: Resident): Promise<Tracked> {
  const { mine } = (await proposer.phone.action<MyCouncil>(myCouncil, {})).ok()
  const matter = mine[0]?.matter
  if (!matter) throw new Error('nothing is tracked')
  return matter
}

/** What is behind, where it is, what is ahead, as a phone draws it. */
async function drawn(proposer: Resident): Promise<string> {
  const { stages } = await trackedBy(proposer)
  const of = (at: string): string => stages.flatMap((stage) => (stage.at === at ? stage.title : [])).join(' ')
  return `${of('behind')} | ${of('here')} | ${of('ahead')}`
}

const AFTER = '决议公示 决议生效 实施中 结果公示 已评价 办结'

test('a proposer sees where the matter is on the residents’ way, from its collection to its end', async () => {
  const { id, proposer } = await office.matter()
  expect(await drawn(proposer)).toBe(` | 已收集 | 居民提议 两委审议 多方商议 居民决议 ${AFTER}`)
  await office.bring(id, 'underReview')
  expect(await drawn(proposer)).toBe(`已收集 居民提议 | 两委审议 | 多方商议 居民决议 ${AFTER}`)
  await office.bring(id, 'publicised')
  expect(await drawn(proposer)).toBe('已收集 居民提议 两委审议 多方商议 居民决议 | 决议公示 | 决议生效 实施中 结果公示 已评价 办结')
  await office.bring(id, 'effective')
  expect(await drawn(proposer)).toBe('已收集 居民提议 两委审议 多方商议 居民决议 决议公示 | 决议生效 | 实施中 结果公示 已评价 办结')
  await office.bring(id, 'inExecution')
  ;(await office.step(id, 'publishResult', { resultText: '已划好', resultPlace: '东门' })).ok()
  ;(await office.step(id, 'evaluate', { evaluation: '按期' })).ok()
  expect((await drawn(proposer)).split(' | ').slice(1)).toEqual(['已评价', '办结'])
})

test('what was not taken up shows its end and nothing ahead of it', async () => {
  const { id, proposer } = await office.matter()
  ;(await office.step(id, 'decline', { lastReason: '属于物业合同纠纷' })).ok()
  expect(await drawn(proposer)).toBe('已收集 | 不在议事范围 | ')
})

test('a small matter has no vote ahead of it, an emergency is acted on first', async () => {
  const small = await office.matter({ lane: 'smallMatter', topic: 'culture' })
  await office.bring(small.id, 'proposed')
  expect(await drawn(small.proposer)).toBe(`已收集 | 居民提议 | 两委审议 多方商议 ${AFTER}`)
  const urgent = await office.matter({ lane: 'emergency', topic: 'safety' })
  ;(await office.step(urgent.id, 'actFirst', { partyOrg: '第一网格党支部', lastReason: '围墙要倒' })).ok()
  expect(await drawn(urgent.proposer)).toBe(`已收集 | 应急先行 | ${AFTER}`)
})

test('on the branch’s way its own gates are shown', async () => {
  const { director } = office
  const village = { name: '大王村议事会', kind: 'council', way: 'branch', level: 'community', communityId: PLACES.east }
  const { id: councilId } = (await director.create(councils, { ...village, partyOrg: '大王村党支部' })).ok()
  for (const { id: personId } of office.sitting) (await director.create(members, { councilId, personId, from: '2026-01-01' })).ok()
  ;(await director.step(councils, councilId, 'start')).ok()
  const proposer = await office.resident('支部书记')
  const proposal = { title: '硬化村内道路', topic: 'facility', text: '主路坑洼，雨天难走', councilId, source: 'branch' }
  const { id } = (await director.create(proposals, { ...proposal, communityId: PLACES.east })).ok()
  ;(await director.create(supporters, { proposalId: id, personId: proposer.id, role: 'proposer' })).ok()
  ;(await director.step(proposals, id, 'publish')).ok()
  const { matterId } = (await director.action<{ matterId: string }>(makeMatter, {}, id)).ok()
  ;(await office.step(matterId, 'takeUp', { partyOrg: '大王村党支部' })).ok()
  expect(await drawn(proposer)).toBe(`已收集 | 党支部提议 | 两委商议 党员大会审议 代表会议决议 ${AFTER}`)
  ;(await office.step(matterId, 'propose')).ok()
  expect(await drawn(proposer)).toBe(`已收集 党支部提议 | 两委商议 | 党员大会审议 代表会议决议 ${AFTER}`)
})

describe('the stages of a way', () => {
  it('are at one place in every state of it, on every lane', () => {
    for (const way of ['residents', 'branch'] as const)
      for (const lane of ['ordinary', 'smallMatter', 'emergency'] as const)
        for (const { name, final } of templateOf(way, { gapDays: null, totalDays: null }).states) {
          const stages = stagesOf({ way, lane, state: name, left: final ? ['collected'] : [] })
          expect([way, lane, name, stages.filter(({ at }) => at === 'here').map(({ state }) => state)]).toEqual([way, lane, name, [name]])
        }
  })

  it('name states of the matter alone', () => {
    const known = Object.keys(matters.workflow?.states ?? {})
    for (const lane of ['ordinary', 'smallMatter', 'emergency'] as const)
      for (const { state } of stagesOf({ way: 'residents', lane, state: 'collected', left: [] })) expect(known).toContain(state)
  })

  it('show how far a matter came that was shelved', () => {
    const shelved = stagesOf({ way: 'residents', lane: 'ordinary', state: 'shelved', left: ['collected', 'proposed', 'underReview'] })
    expect(shelved.map(({ state }) => state)).toEqual(['collected', 'proposed', 'underReview', 'shelved'])
  })

  it('put a small matter that goes to the vote on the ordinary way', () => {
    const put = stagesOf({ way: 'residents', lane: 'smallMatter', state: 'publicised', left: ['inConsultation', 'voting'] })
    expect(put.map(({ state }) => state)).toContain('voting')
  })
})

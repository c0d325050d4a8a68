import { people, registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { PLACES, type Answer, type TestClient, type TestRow, type TestStreet, testStreet, type TestStreetOptions } from '@linli/testing'
import {
  agendaItems,
  callVote,
  castVote,
  councils,
  joinMeeting,
  makeMatter,
  matters,
  meetings,
  members,
  propose,
  proposals,
  residentsCouncil,
  stakeholders,
  support,
  votes,
} from '../src/index.ts'
import server from '../src/server/index.ts'

/** A Monday afternoon in China. */
export const START = '2026-03-02T07:00:00.000Z'
export const later = (days: number, minutes = 0): string => new Date(Date.parse(START) + days * 86_400_000 + minutes * 60_000).toISOString()

/** Somebody who lives here, with a phone. */
export interface Resident {
  readonly id: string
  readonly name: string
  readonly phone: TestClient
}

/** A community with its bodies in office, and the ways to bring a matter along. */
export interface Office {
  readonly street: TestStreet
  readonly director: TestClient
  readonly admin: TestClient
  readonly leader: TestClient
  readonly council: string
  readonly twoCommittees: string
  readonly representatives: string
  /** Members of all three bodies. */
  readonly sitting: readonly Resident[]
  resident(name?: string): Promise<Resident>
  /** Lets days go by. */
  advance(days: number): void
  /** The moment that the office takes for now. */
  now(): string
  /** A matter taken up from a resident's proposal with enough support; it stands at `collected`. */
  matter(
    values?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly id: string; readonly proposer: Resident; readonly proposalId: string }>
  step(id: string, step: string, input?: Readonly<Record<string, unknown>>): Promise<Answer<TestRow>>
  /** A meeting of a body that is open: notice given `days` ago by the clock, everybody named signed in. */
  meeting(councilId: string, signedIn: readonly Resident[], days?: number): Promise<TestRow & { readonly code: string }>
  /** A vote on a matter at its gate, cast by these, counted. */
  decide(meetingId: string, matterId: string, yes: readonly Resident[], no?: readonly Resident[]): Promise<TestRow>
  /** Brings a matter to a state, the ordinary way. */
  bring(
    id: string,
    to: 'proposed' | 'underReview' | 'inConsultation' | 'voting' | 'publicised' | 'effective' | 'inExecution',
  ): Promise<void>
  hear(id: string): Promise<void>
}

export async function openOffice(more: TestStreetOptions = {}, size = 5): Promise<Office> {
  const street = await testStreet(
    [
      { plugin: registry, server: registryServer },
      { plugin: residentsCouncil, server },
    ],
    { now: START, ...more },
  )
  const admin = street.as({ role: 'street-admin' })
  const leader = street.as({ role: 'street-leader' })
  const director = street.as({ role: 'community-director', community: PLACES.east })
  let named = 0
  let clock = 0
  const advance = (days: number): void => {
    clock += days
    street.now(later(clock))
  }
  const resident = async (name?: string): Promise<Resident> => {
    named += 1
    const full = name ?? `居民${named}`
    const { id } = (
      await director.create(people, {
        name: full,
        idType: 'none',
        birthDate: '1970-05-05',
        sex: named % 2 ? 'female' : 'male',
        communityId: PLACES.east,
      })
    ).ok()
    return { id, name: full, phone: street.as({ role: 'resident', community: PLACES.east, subject: { resource: people.name, id } }) }
  }
  const sitting: Resident[] = []
  for (let n = 0; n < size; n += 1) sitting.push(await resident(`成员${n + 1}`))
  const body = async (values: Readonly<Record<string, unknown>>): Promise<string> => {
    const { id } = (
      await director.create(councils, {
        level: 'community',
        partyOrg: '第一网格党支部',
        supportersMin: 2,
        communityId: PLACES.east,
        ...values,
      })
    ).ok()
    for (const { id: personId } of sitting) (await director.create(members, { councilId: id, personId, from: '2026-01-01' })).ok()
    ;(await director.step(councils, id, 'start')).ok()
    return id
  }
  const council = await body({ name: '前程社区议事会', kind: 'council', smallTopics: ['culture'], emergencyTopics: ['safety'] })
  const twoCommittees = await body({ name: '前程社区两委', kind: 'twoCommittees' })
  const representatives = await body({ name: '前程社区居民代表会议', kind: 'representatives', proxyMax: 1 })
  const step: Office['step'] = (id, name, input) => director.step(matters, id, name, input)

  const office: Office = {
    street,
    director,
    admin,
    leader,
    council,
    twoCommittees,
    representatives,
    sitting,
    resident,
    advance,
    now: () => later(clock),
    step,
    matter: async (values = {}) => {
      const proposer = await resident()
      const { proposalId } = (
        await proposer.phone.action<{ proposalId: string }>(propose, {
          councilId: council,
          title: '小区停车位改造',
          topic: 'parking',
          text: '划线增加停车位',
        })
      ).ok()
      ;(await director.step(proposals, proposalId, 'publish')).ok()
      for (const { phone } of [await resident(), await resident()]) (await phone.action(support, { proposalId })).ok()
      const { matterId } = (await director.action<{ matterId: string }>(makeMatter, {}, proposalId)).ok()
      if (Object.keys(values).length > 0) (await director.update(matters, matterId, values)).ok()
      return { id: matterId, proposer, proposalId }
    },
    meeting: async (councilId, signedIn, days = 6) => {
      advance(0)
      const { id } = (
        await director.create(meetings, {
          councilId,
          title: '例会',
          place: '二楼会议室',
          scheduledAt: later(clock + days),
          communityId: PLACES.east,
        })
      ).ok()
      ;(await director.step(meetings, id, 'notify')).ok()
      advance(days)
      const open = (await director.step<TestRow & { code: string }>(meetings, id, 'open')).ok()
      for (const { phone } of signedIn) (await phone.action(joinMeeting, { code: open.code })).ok()
      return open
    },
    decide: async (meetingId, matterId, yes, no = []) => {
      const item = (await director.create(agendaItems, { meetingId, title: '表决', kind: 'matter', matterId, position: 60 })).ok()
      const { voteId } = (await director.action<{ voteId: string }>(callVote, { title: '是否同意', itemId: item.id }, meetingId)).ok()
      ;(await director.step(votes, voteId, 'open')).ok()
      for (const { phone } of yes) (await phone.action(castVote, { voteId, choice: 'for' })).ok()
      for (const { phone } of no) (await phone.action(castVote, { voteId, choice: 'against' })).ok()
      return (await director.step(votes, voteId, 'close')).ok()
    },
    hear: async (id) => {
      ;(
        await director.create(stakeholders, {
          matterId: id,
          group: 'owners',
          name: '业主代表',
          invited: true,
          invitedBy: '第一网格党支部',
          present: true,
          position: 'for',
        })
      ).ok()
      ;(
        await director.create(stakeholders, {
          matterId: id,
          group: 'property',
          name: '诚信物业',
          invited: true,
          opinion: '愿意配合',
          position: 'conditional',
        })
      ).ok()
    },
    bring: async (id, to) => {
      const way = ['proposed', 'underReview', 'inConsultation', 'voting', 'publicised', 'effective', 'inExecution']
      const status = String((await director.find(matters, id)).ok().status)
      for (const next of way.slice(way.indexOf(status) + 1, way.indexOf(to) + 1)) {
        if (next === 'proposed') (await step(id, 'accept', { partyOrg: '第一网格党支部' })).ok()
        if (next === 'underReview') (await step(id, 'submit')).ok()
        if (next === 'inConsultation') {
          const { id: meetingId } = await office.meeting(twoCommittees, sitting)
          await office.decide(meetingId, id, sitting)
          ;(await step(id, 'agree')).ok()
        }
        if (next === 'voting') {
          await office.hear(id)
          ;(await step(id, 'putToVote', { agreedPoints: '划线二十个', minorityOpinions: '无' })).ok()
        }
        if (next === 'publicised') {
          const { id: meetingId } = await office.meeting(representatives, sitting)
          await office.decide(meetingId, id, sitting)
          ;(await step(id, 'adopt', { resolution: '同意划线增加二十个停车位' })).ok()
        }
        if (next === 'effective') {
          advance(8)
          ;(await step(id, 'takeEffect')).ok()
        }
        if (next === 'inExecution') (await step(id, 'execute', { finishBy: later(clock + 60).slice(0, 10) })).ok()
      }
    },
  }
  return office
}

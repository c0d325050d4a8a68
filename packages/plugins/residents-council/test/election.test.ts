import { testStores, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  callRunoff,
  candidates,
  elections,
  electors,
  electSecretly,
  members,
  myElections,
  type MyElection,
  nominations,
} from '../src/index.ts'
import { type Office, openOffice, type Resident } from './office.ts'

const legs = testStores.map((leg) => ({ leg, postgres: leg === 'postgres' }))

describe.each(legs)('an election ($leg)', ({ postgres }) => {
  let office: Office
  const voters: Resident[] = []
  beforeAll(async () => {
    office = await openOffice({ postgres }, 3)
    for (let n = 0; n < 11; n += 1) voters.push(await office.resident(`选民${n + 1}`))
  }, 240_000)
  afterAll(() => office.street.close())

  const day = (days: number): string => new Date(Date.parse(office.now()) + days * 86_400_000).toISOString().slice(0, 10)
  const called = async (more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    (
      await office.director.create(elections, {
        title: `选举${Math.random()}`,
        councilId: office.council,
        seats: 1,
        nominateUntil: day(0),
        voteOn: day(5),
        ...more,
      })
    ).ok().id
  const stand = async (electionId: string, who: Resident, by = 10): Promise<string> => {
    const { id } = (await office.director.create(candidates, { electionId, personId: who.id })).ok()
    for (const nominator of voters.slice(0, by))
      (await office.director.create(nominations, { candidateId: id, personId: nominator.id })).ok()
    return id
  }
  const open = async (electionId: string, input: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    office.advance(1)
    ;(await office.director.step(elections, electionId, 'list', input)).ok()
    office.advance(4)
    ;(await office.director.step(elections, electionId, 'open')).ok()
  }
  const [one, two, three] = [() => voters[0] as Resident, () => voters[1] as Resident, () => voters[2] as Resident]

  test('a candidate needs ten voters jointly, and no more candidates than seats need a reason', async () => {
    const id = await called()
    await stand(id, one(), 9)
    expect((await office.director.step(elections, id, 'list')).code).toBe('election.nominations_running')
    office.advance(1)
    expect((await office.director.step(elections, id, 'list')).code).toBe('election.nominators_short')
    const other = await called()
    const candidateId = await stand(other, one())
    expect((await office.director.create(nominations, { candidateId, personId: voters[0]?.id })).status).toBe(409)
    office.advance(1)
    expect((await office.director.step(elections, other, 'list')).code).toBe('election.equal')
    ;(await office.director.step(elections, other, 'list', { equalReason: '仅一人报名，经代表会议同意' })).ok()
    expect((await office.director.step(elections, other, 'open')).code).toBe('election.too_early')
  })

  test('everybody votes once and in secret, at once too; the one with most votes above the rule’s share takes the seat', async () => {
    const id = await called()
    const [a, b] = [await stand(id, one()), await stand(id, two())]
    await open(id)
    const base = (await office.director.find<TestRow & { base: number }>(elections, id)).ok().base
    expect(base).toBe(14)
    const late = await office.resident('后来者')
    expect((await late.phone.action(electSecretly, { electionId: id, picks: [a] })).code).toBe('election.not_elector')
    expect((await one().phone.action(electSecretly, { electionId: id, picks: [a, b] })).code).toBe('election.too_many')
    expect((await one().phone.action(electSecretly, { electionId: id, picks: ['somebody'] })).code).toBe('election.unknown_candidate')
    const twice = await Promise.all(
      [...voters, ...voters].map((who, index) =>
        who.phone.action(electSecretly, { electionId: id, picks: index % voters.length < 8 ? [a] : index % voters.length < 10 ? [b] : [] }),
      ),
    )
    expect(twice.filter(({ status }) => status === 200)).toHaveLength(11)
    expect(new Set(twice.flatMap(({ code }) => code ?? []))).toEqual(new Set(['election.voted']))

    const { db } = office.street.store
    const urn = await sql<{ xmin: string }>`select xmin::text as xmin from council_election_urn where election_id = ${id}`.execute(db)
    const roll = await sql<{ xmin: string }>`select xmin::text as xmin from council_electors where election_id = ${id}`.execute(db)
    expect([new Set(urn.rows.map(({ xmin }) => xmin)).size, urn.rows.length, new Set(roll.rows.map(({ xmin }) => xmin)).size]).toEqual([
      1, 11, 1,
    ])
    const audit = await sql<{ text: string }>`select row_to_json(t)::text as text from platform_audit t where verb = 'elect'`.execute(db)
    for (const { text } of audit.rows) for (const candidate of [a, b]) expect(text).not.toContain(candidate)
    for (const tamper of [
      sql`delete from council_election_urn where election_id = ${id}`,
      sql`update council_electors set submitted = false where election_id = ${id}`,
      sql`update council_elections set seats = 2 where id = ${id}`,
    ])
      await expect(tamper.execute(db)).rejects.toThrow(/urn|frozen/)

    expect((await office.director.step(elections, id, 'close')).ok()).toMatchObject({ outcome: 'complete', ballots: 11, present: 11 })
    expect((await one().phone.action(electSecretly, { electionId: id, picks: [a] })).code).toBe('election.not_open')
    ;(await office.director.step(elections, id, 'seat')).ok()
    const seated = (await office.director.list(members, { filter: { councilId: office.council } })).ok()
    expect(seated.some(({ personId }) => personId === one().id)).toBe(true)
    const mine = (await two().phone.action<{ elections: MyElection[] }>(myElections)).ok().elections.find((each) => each.id === id)
    expect(mine?.candidates.map(({ votes, statusTitle }) => [votes, statusTitle])).toEqual([
      [8, '当选'],
      [2, '未当选'],
    ])
  })

  test('below half of all voters it is void, and equal votes for the last seat are voted on again', async () => {
    const void_ = await called()
    const x = await stand(void_, one())
    await stand(void_, two())
    await open(void_)
    for (const who of voters.slice(0, 7)) (await who.phone.action(electSecretly, { electionId: void_, picks: [x] })).ok()
    expect((await office.director.step(elections, void_, 'close')).ok()).toMatchObject({ outcome: 'inquorate' })
    expect((await office.director.step(elections, void_, 'seat')).code).toBe('election.nobody')

    const paper = await called({ way: 'paper', electorate: 'members', seat: 'deputy' })
    const [p, q] = [await stand(paper, two()), await stand(paper, three())]
    await open(paper)
    expect((await one().phone.action(electSecretly, { electionId: paper, picks: [p] })).code).toMatch(/paper|not_elector/)
    expect((await office.director.step(elections, paper, 'close', {})).code).toBe('election.paper_figures')
    expect((await office.director.step(elections, paper, 'close', { issued: 3, returned: 3 })).code).toBe('election.votes_missing')
    for (const candidate of [p, q]) (await office.director.update(candidates, candidate, { votes: 3 })).ok()
    expect((await office.director.step(elections, paper, 'close', { issued: 3, returned: 3 })).ok()).toMatchObject({ outcome: 'runoff' })
    const { electionId } = (await office.director.action<{ electionId: string }>(callRunoff, {}, paper)).ok()
    expect((await office.director.list(candidates, { filter: { electionId } })).ok()).toHaveLength(2)
    expect((await office.director.list(electors, { filter: { electionId } })).ok()).toEqual([])
  })
})

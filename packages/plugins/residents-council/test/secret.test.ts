import { testStores } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callVote, castFor, castVote, type LiveMeeting, liveMeeting, meetings, members, votes } from '../src/index.ts'
import { type Office, openOffice, type Resident } from './office.ts'

const legs = testStores.map((leg) => ({ leg, postgres: leg === 'postgres' }))

describe.each(legs)('a secret vote ($leg)', ({ postgres }) => {
  let office: Office
  let meetingId: string
  beforeAll(async () => {
    office = await openOffice({ postgres }, 9)
    meetingId = (await office.meeting(office.council, office.sitting)).id
  })
  afterAll(() => office.street.close())

  const called = async (): Promise<string> => {
    const { voteId } = (await office.director.action<{ voteId: string }>(callVote, { title: '选举召集人', secret: 'yes' }, meetingId)).ok()
    ;(await office.director.step(votes, voteId, 'open')).ok()
    return voteId
  }
  const cast = (who: Resident | undefined, voteId: string, choice: string): ReturnType<Resident['phone']['action']> =>
    who ? who.phone.action(castVote, { voteId, choice }) : Promise.reject(new Error('nobody'))

  test('nothing in the database ties a ballot to a person: no column, no time, no order, no number of the database itself', async () => {
    const voteId = await called()
    const choices = ['for', 'against', 'for', 'abstain', 'for', 'against', 'for', 'for', 'against']
    const receipts: string[] = []
    for (const [index, choice] of choices.entries()) {
      const answer = (await cast(office.sitting[index], voteId, choice)).ok() as { receipt: string }
      receipts.push(answer.receipt)
    }
    const { db } = office.street.store

    // No column but the token and the choice.
    const columns = await sql<{ name: string }>`
      select column_name as name from information_schema.columns where table_name = 'council_urn' order by 1`.execute(db)
    expect(columns.rows.map(({ name }) => name)).toEqual(['choice', 'street_id', 'token', 'vote_id'])

    // The transaction numbers of PostgreSQL: one for the whole urn, one for the whole roll, so that no pair matches better than another.
    const urn = await sql<{ xmin: string; ctid: string; token: string; choice: string }>`
      select xmin::text as xmin, ctid::text as ctid, token, choice from council_urn where vote_id = ${voteId}`.execute(db)
    const roll = await sql<{ xmin: string; key: string }>`
      select xmin::text as xmin, member_key as key from council_voters where vote_id = ${voteId}`.execute(db)
    expect(new Set(urn.rows.map(({ xmin }) => xmin)).size).toBe(1)
    expect(new Set(roll.rows.map(({ xmin }) => xmin)).size).toBe(1)
    expect(urn.rows).toHaveLength(9)

    // The place in the file is not the order of casting (one in 362,880 that it were by chance).
    const inFile = urn.rows.toSorted((a, b) => place(a.ctid) - place(b.ctid)).map(({ token }) => token)
    expect(inFile).not.toEqual(receipts)
    // The roll's times are those of its making.
    const times = await sql<{ n: number }>`
      select count(distinct updated_at)::int as n from council_voters where vote_id = ${voteId}`.execute(db)
    expect(times.rows[0]?.n).toBe(1)

    // No entry of the audit and no event knows a token or a choice of this vote, and none of them a voter beside this vote.
    const audit = await sql<{ text: string }>`select row_to_json(a)::text as text from platform_audit a`.execute(db)
    const events = await sql<{ text: string }>`select row_to_json(o)::text as text from platform_outbox o`.execute(db)
    for (const { text } of [...audit.rows, ...events.rows]) for (const token of receipts) expect(text).not.toContain(token)
    const entries = await sql<{ verb: string; resource: string; after: unknown }>`
      select verb, resource, after from platform_audit where verb = 'cast'`.execute(db)
    expect(entries.rows).toHaveLength(9)
    for (const entry of entries.rows) expect(JSON.stringify(entry)).not.toMatch(/for|against|abstain/)

    // No table of the module holds a token, but the urn.
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'council_urn'`.execute(db)
    for (const { name } of tables.rows) {
      const found = await sql<{
        n: number
      }>`select count(*)::int as n from ${sql.table(name)} t where row_to_json(t)::text like ${`%${receipts[0] ?? ''}%`}`.execute(db)
      expect([name, found.rows[0]?.n]).toEqual([name, 0])
    }
  })

  test('while it runs nobody sees more than how many have voted; closed, the counts', async () => {
    const voteId = await called()
    for (const [index, who] of office.sitting.entries()) (await cast(who, voteId, index < 6 ? 'for' : 'against')).ok()
    const live = (await office.director.action<LiveMeeting>(liveMeeting, {}, meetingId)).ok()
    expect(live.votes.find(({ id }) => id === voteId)).toMatchObject({ cast: 9, counts: null })
    expect((await office.director.step(votes, voteId, 'close')).ok()).toMatchObject({ yes: 6, no: 3, outcome: 'passed' })
  })

  test('a ballot is neither changed, taken out nor cast twice; the flag does not go back; settings are frozen', async () => {
    const voteId = await called()
    ;(await cast(office.sitting[0], voteId, 'for')).ok()
    expect((await cast(office.sitting[0], voteId, 'against')).code).toBe('vote.already_voted')
    expect((await office.director.action(castFor, { personId: office.sitting[1]?.id, choice: 'for' }, voteId)).code).toBe(
      'vote.secret_operator',
    )
    expect((await office.director.update(votes, voteId, { secret: false })).status).toBe(400)
    const { db } = office.street.store
    const refused = (query: ReturnType<typeof sql>): Promise<void> => expect(query.execute(db)).rejects.toThrow(/urn|frozen|neither/)
    await refused(sql`update council_urn set choice = 'against' where vote_id = ${voteId}`)
    await refused(sql`delete from council_urn where vote_id = ${voteId}`)
    await refused(
      sql`insert into council_urn (street_id, vote_id, token, choice) select street_id, vote_id, 'stuffed-ballot-0001', 'for' from council_urn where vote_id = ${voteId}`,
    )
    await refused(sql`update council_voters set submitted = false where vote_id = ${voteId}`)
    await refused(sql`update council_votes set secret = false where id = ${voteId}`)
  })

  test('thirty members vote at once and each of them counts once', async () => {
    const big = await openOffice({ postgres }, 30)
    try {
      for (const secret of ['no', 'yes']) {
        const meeting = await big.meeting(big.council, big.sitting)
        const { voteId } = (await big.director.action<{ voteId: string }>(callVote, { title: '并发', secret }, meeting.id)).ok()
        ;(await big.director.step(votes, voteId, 'open')).ok()
        const twice = [...big.sitting, ...big.sitting]
        const answers = await Promise.all(
          twice.map(({ phone }, index) => phone.action(castVote, { voteId, choice: index % 3 === 0 ? 'against' : 'for' })),
        )
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(30)
        expect(new Set(answers.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(new Set(['vote.already_voted']))
        const closed = (await big.director.step<{ yes: number; no: number }>(votes, voteId, 'close')).ok()
        expect(closed.yes + closed.no).toBe(30)
      }
    } finally {
      await big.street.close()
    }
  }, 120_000)

  test('pressed twice at once, one signs in once', async () => {
    const meeting = await office.meeting(office.council, [])
    const member = office.sitting[0]
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () => member?.phone.post('/api/council/actions/join-meeting', { code: meeting.code })),
    )
    expect(answers.filter((answer) => answer?.status === 200)).toHaveLength(1)
    expect(new Set(answers.filter((answer) => answer?.status !== 200).map((answer) => answer?.code))).toEqual(
      new Set(['meeting.signed_in']),
    )
  })

  test('a vote that closes while others vote counts exactly what was let in', async () => {
    const meeting = await office.meeting(office.council, office.sitting)
    const { voteId } = (await office.director.action<{ voteId: string }>(callVote, { title: '抢着投' }, meeting.id)).ok()
    ;(await office.director.step(votes, voteId, 'open')).ok()
    const [closed, ...answers] = await Promise.all([
      office.director.step<{ yes: number }>(votes, voteId, 'close'),
      ...office.sitting.map((who) => cast(who, voteId, 'for')),
    ])
    const admitted = answers.filter(({ status }) => status === 200).length
    expect(closed.ok().yes).toBe(admitted)
    expect(answers.filter(({ status }) => status !== 200).every(({ code }) => code === 'vote.closed')).toBe(true)
  })

  test('a member who joins the body while its vote is called changes nothing of its roll', async () => {
    const meeting = await office.meeting(office.council, office.sitting)
    const late = await office.resident('并发成员')
    const [vote] = await Promise.all([
      office.director.action<{ voteId: string }>(callVote, { title: '名册' }, meeting.id),
      office.director.create(members, { councilId: office.council, personId: late.id, from: '2026-01-01' }),
    ])
    expect((await office.director.find(votes, vote.ok().voteId)).ok()).toMatchObject({ base: 9 })
    expect((await office.director.find(meetings, meeting.id)).ok()).toMatchObject({ due: 9 })
  })
})

/** `(0,17)` as a number. */
function place(ctid: string): number {
  const [page = 0, row = 0] = ctid.replace(/[()]/g, '').split(',').map(Number)
  return page * 1000 + row
}

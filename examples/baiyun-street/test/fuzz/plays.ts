import * as council from '@linli/plugin-residents-council'
import * as grid from '@linli/plugin-grid'
import { people, units } from '@linli/plugin-registry'
import * as counter from '@linli/plugin-service-counter'
import { type Known, type Person, PLACES, type Play, type Stage } from '@linli/testing'

const EAST = PLACES.east
const here = (row: Known): boolean => row.community === EAST

/** The bodies of a community in office. */
const office: Play = {
  name: 'office',
  weight: 3,
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const active = (kind: string): readonly Known[] =>
      stage.all(council.councils, (row) => here(row) && row.status === 'active' && row.values.kind === kind)
    const wanted = ['council', 'twoCommittees', 'partyMeeting', 'representatives', 'residents'].filter((kind) => active(kind).length < 2)
    const kind = stage.random.one(wanted)
    if (kind === undefined) return
    const sitting: Known[] = []
    for (let n = 0; n < 4; n += 1)
      sitting.push(
        await stage.create(director, people, { name: `成员${stage.n}`, idType: 'none', birthDate: '1970-05-05', communityId: EAST }),
      )
    const body = await stage.create(director, council.councils, {
      name: `议事组织${stage.n}`,
      kind,
      level: 'community',
      partyOrg: '第一网格党支部',
      supportersMin: 1,
      // Of two councils the second goes by 四议两公开.
      ...(kind === 'council' && active(kind).length > 0 && active(kind).every(({ values }) => values.way !== 'branch')
        ? { way: 'branch', gapDays: 6 }
        : {}),
      proxyMax: 1,
      smallTopics: ['culture'],
      emergencyTopics: ['safety'],
      communityId: EAST,
    })
    for (const { id: personId } of sitting)
      await stage.create(director, council.members, { councilId: body.id, personId, from: stage.today })
    await stage.step(director, body, 'start')
  },
}

/** A resident proposes on the phone, others support, and it becomes a matter. */
const proposal: Play = {
  name: 'proposal',
  weight: 2,
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const body = stage.pick(council.councils, (row) => here(row) && row.status === 'active' && row.values.kind === 'council')
    const first = await resident(stage, director)
    const topic = stage.random.one(['parking', 'culture', 'safety']) ?? 'parking'
    const { proposalId } = await stage.act<{ proposalId: string }>(first.phone, council.propose, {
      councilId: body.id,
      title: `提议${stage.n}`,
      topic,
      text: '请大家商量',
    })
    const made = stage.pick(council.proposals, ({ id }) => id === proposalId)
    await stage.step(director, made, 'publish')
    const second = await resident(stage, director)
    await stage.act(second.phone, council.support, { proposalId })
    const lane = topic === 'culture' ? 'smallMatter' : topic === 'safety' ? 'emergency' : 'ordinary'
    const isBranch = body.values.way === 'branch'
    const chosen = stage.random.happens(0.7) && !isBranch ? lane : 'ordinary'
    const { matterId } = await stage.act<{ matterId: string }>(director, council.makeMatter, { lane: chosen }, made)
    if (stage.random.happens(0.3)) return
    const matter = stage.pick(council.matters, ({ id }) => id === matterId)
    if (chosen === 'emergency') return stage.step(director, matter, 'actFirst', { partyOrg: '第一网格党支部', lastReason: '水管爆裂' })
    await stage.step(director, matter, isBranch ? 'takeUp' : 'accept', { partyOrg: '第一网格党支部' })
    await stage.step(director, matter, isBranch ? 'propose' : 'submit')
  },
}

async function resident(stage: Stage, director: Person): Promise<{ readonly id: string; readonly phone: Person }> {
  const { id } = await stage.create(director, people, {
    name: `居民${stage.n}`,
    idType: 'none',
    birthDate: '1960-01-01',
    communityId: EAST,
  })
  return { id, phone: await stage.bound('resident', EAST, { resource: people.name, id }) }
}

/** A meeting whose members sign in. */
async function meeting(
  stage: Stage,
  director: Person,
  body: Known,
): Promise<{ readonly held: Known; readonly present: readonly string[] }> {
  const held = await stage.create(director, council.meetings, {
    councilId: body.id,
    title: `例会${stage.n}`,
    place: '会议室',
    scheduledAt: new Date(Date.parse(stage.now) + 6 * 86_400_000).toISOString(),
    communityId: EAST,
  })
  await stage.step(director, held, 'notify')
  await stage.pass(6 * 24)
  await stage.step(director, held, 'open')
  const members = stage.all(council.members, ({ values }) => values.councilId === body.id).map(({ values }) => String(values.personId))
  for (const personId of members) await stage.act(director, council.signIn, { personId }, held)
  return { held, present: members }
}

const RESIDENTS = ['representatives', 'residents']

/** Where a vote is held: by whom, and the steps that follow one that passed and one that did not. */
const VOTED: Readonly<Record<string, { readonly kinds: readonly string[]; readonly passed: string; readonly failed: string }>> = {
  underReview: { kinds: ['twoCommittees'], passed: 'agree', failed: 'agree' },
  voting: { kinds: RESIDENTS, passed: 'adopt', failed: 'backToConsultation' },
  acting: { kinds: RESIDENTS, passed: 'ratify', failed: 'ratify' },
  inDiscussion: { kinds: ['twoCommittees'], passed: 'discuss', failed: 'returnToBranch' },
  inPartyReview: { kinds: ['partyMeeting'], passed: 'partyReview', failed: 'returnToBranch' },
  inRepMeeting: { kinds: RESIDENTS, passed: 'resolve', failed: 'returnToBranch' },
}
const REASONED: readonly string[] = ['backToConsultation', 'returnToBranch']
const RESOLVED: readonly string[] = ['adopt', 'ratify', 'resolve']

/** A body votes on a matter that waits for it. */
const gate: Play = {
  name: 'gate',
  weight: 4,
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const matter = stage.pick(council.matters, (row) => here(row) && Object.hasOwn(VOTED, row.status ?? ''))
    const { kinds = [], passed, failed } = VOTED[matter.status ?? ''] ?? {}
    const body = stage.pick(council.councils, (row) => here(row) && row.status === 'active' && kinds.includes(String(row.values.kind)))
    const { held, present } = await meeting(stage, director, body)
    const item = await stage.create(director, council.agendaItems, {
      meetingId: held.id,
      title: '表决',
      kind: 'matter',
      matterId: matter.id,
    })
    const { voteId } = await stage.act<{ voteId: string }>(director, council.callVote, { title: '是否同意', itemId: item.id }, held)
    const vote = stage.pick(council.votes, ({ id }) => id === voteId)
    await stage.step(director, vote, 'open')
    const choice = stage.random.happens(0.75) ? 'for' : 'against'
    for (const personId of present) await stage.act(director, council.castFor, { personId, choice }, vote)
    await stage.step(director, vote, 'close')
    const next = choice === 'for' ? passed : failed
    const input = REASONED.includes(next ?? '') ? { lastReason: '未获通过' } : RESOLVED.includes(next ?? '') ? { resolution: '同意' } : {}
    if (next !== undefined && stage.random.happens(0.8)) await stage.step(director, matter, next, input)
    await stage.step(director, held, 'close')
  },
}

/** Everybody concerned is heard, and the matter goes to the vote or is settled. */
const hearing: Play = {
  name: 'hearing',
  weight: 3,
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const matter = stage.pick(council.matters, (row) => here(row) && row.status === 'inConsultation')
    await stage.create(director, council.stakeholders, {
      matterId: matter.id,
      group: 'owners',
      name: '业主代表',
      invited: true,
      present: true,
    })
    const said = { agreedPoints: '划线', minorityOpinions: '无' }
    if (matter.values.lane === 'smallMatter' && stage.random.happens(0.6))
      await stage.step(director, matter, 'settle', { ...said, resolution: '商定划线' })
    else await stage.step(director, matter, 'putToVote', said)
  },
}

/** A resolution is posted for its days, carried out and evaluated by whoever proposed it. */
const followUp: Play = {
  name: 'follow-up',
  weight: 3,
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const late = ['publicised', 'effective', 'inExecution', 'resultPublicised', 'evaluated']
    const matter = stage.pick(council.matters, (row) => here(row) && late.includes(row.status ?? ''))
    switch (matter.status) {
      case 'publicised':
        await stage.pass(8 * 24)
        return stage.step(director, matter, 'takeEffect')
      case 'effective':
        return stage.step(director, matter, 'execute', { finishBy: stage.today })
      case 'inExecution':
        return stage.step(director, matter, 'publishResult', { resultText: '已办', resultPlace: '东门' })
      case 'resultPublicised': {
        const proposers = stage.all(council.supporters, ({ values }) =>
          stage.all(council.proposals, (one) => one.values.matterId === matter.id).some(({ id }) => id === values.proposalId),
        )
        const personId = String(stage.random.one(proposers)?.values.personId)
        const phone = await stage.bound('resident', EAST, { resource: people.name, id: personId })
        await stage.act(phone, council.confirmResult, { matterId: matter.id, satisfied: 'yes', rating: 5 })
        return stage.step(director, matter, 'evaluate', { evaluation: '好' })
      }
      default:
        return stage.step(director, matter, 'close')
    }
  },
}

/** Minutes are written, signed and archived. */
const minutes: Play = {
  name: 'minutes',
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const held = stage.pick(council.meetings, (row) => here(row) && ['closed', 'written'].includes(row.status ?? ''))
    if (held.status === 'closed') await stage.step(director, held, 'writeMinutes', { minutes: '通报、商议。' })
    const there = stage.all(council.attendances, ({ values }) => values.meetingId === held.id)
    await stage.act(director, council.signMinutes, { personId: stage.random.one(there)?.values.personId ?? '' }, held)
    await stage.step(director, held, 'archive')
  },
}

/** A contest with points, published, and an appeal against it. */
const contest: Play = {
  name: 'contest',
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const body = stage.pick(council.councils, (row) => here(row) && row.status === 'active' && row.values.kind === 'council')
    const period = `${stage.today.slice(0, 4)}-H${stage.today.slice(5, 7) <= '06' ? 1 : 2}`
    const made = await stage.create(director, council.appraisals, { title: `评比${stage.n}`, kind: 'contest', period, communityId: EAST })
    const score = await stage.create(director, council.scores, { appraisalId: made.id, councilId: body.id })
    await stage.step(director, score, 'report', { matters: 5, archive: 3, evidence: '台账' })
    await stage.step(stage.who('street-admin'), score, 'reviewContest', { matters: 5, archive: 3, falsified: 'no', reviewNote: '属实' })
    await stage.step(director, made, 'publish')
    await stage.create(director, council.appeals, { appraisalId: made.id, councilId: body.id, text: '少算了一分' })
  },
}

/** Owners vote in writing, home by home. */
const owners: Play = {
  name: 'owners',
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const body = stage.pick(council.councils, (row) => here(row) && row.status === 'active')
    const estate = await stage.create(director, units, { kind: 'estate', name: `小区${stage.n}`, communityId: EAST })
    const building = await stage.create(director, units, { kind: 'building', name: '1号楼', parentId: estate.id, communityId: EAST })
    const homes: Known[] = []
    for (let n = 1; n <= 3; n += 1) {
      const room = await stage.create(director, units, {
        kind: 'room',
        name: `${n}01`,
        parentId: building.id,
        area: '90.00',
        communityId: EAST,
      })
      const owner = await stage.create(director, people, {
        name: `业主${stage.n}`,
        idType: 'none',
        birthDate: '1970-01-01',
        communityId: EAST,
      })
      await stage.create(director, council.owners, { unitId: room.id, personId: owner.id })
      homes.push(room)
    }
    const vote = await stage.create(director, council.votes, {
      kind: 'owners',
      title: '维修资金',
      councilId: body.id,
      estateId: estate.id,
      ownersItem: 'i5',
      communityId: EAST,
    })
    await stage.pass(16 * 24)
    await stage.step(director, vote, 'open')
    for (const { id: unitId } of homes) await stage.act(director, council.ownerBallot, { unitId, choice: 'for' }, vote)
    await stage.step(director, vote, 'close')
  },
}

/** An item of the catalogue, published, and a case on it that is decided, delivered and rated. */
const rated: Play = {
  name: 'rated',
  weight: 2,
  run: async (stage) => {
    const admin = stage.who('street-admin')
    const clerk = stage.who('counter-clerk', EAST)
    const item = await stage.create(admin, counter.items, {
      code: `ITEM-${stage.n}`,
      name: '高龄津贴',
      line: 'aged',
      promisedDays: 5,
      extensionDays: 5,
      pauses: ['hearing'],
    })
    for (const name of ['身份证', '照片']) {
      const mayWait = name === '照片'
      await stage.create(admin, counter.materials, { itemId: item.id, name, source: 'applicant', canDefer: mayWait, canPromise: mayWait })
    }
    await stage.step(admin, item, 'publish')
    const client = await resident(stage, stage.who('community-director', EAST))
    const committed = stage.random.happens(0.3)
    const there = ['身份证', '照片'].map((name) => ({ name, state: committed && name === '照片' ? 'promised' : 'ok' }))
    const asked = { itemId: item.id, personId: client.id, phone: '13800001111', communityId: EAST, ticks: there, committed }
    const { id } = await stage.act<{ id: string }>(clerk, counter.receive, asked)
    const made = stage.pick(counter.applications, (row) => row.id === id)
    if (stage.random.happens(0.3)) await stage.pass(12 * 24)
    await stage.step(clerk, made, 'decide', { result: 'yes', resultText: '自下月起发放' })
    await stage.step(clerk, made, 'deliver', { delivery: 'window', receiver: '王秀兰' })
    const { code } = await stage.act<{ code: string }>(clerk, counter.slip, {}, made)
    const key = `a-phone-of-a-client-${stage.n}`
    await stage.act(client.phone, counter.ratingPage, { code, key })
    const grade = stage.random.whole(1, 5)
    await stage.act(client.phone, counter.rate, { code, key, grade, comment: '如实评价', tail: stage.random.happens(0.7) ? '1111' : '' })
    await stage.pass(stage.random.whole(1, 24 * 8))
  },
}

/** A bad rating is answered for, step by step. */
const answered: Play = {
  name: 'answered',
  run: async (stage) => {
    const rating = stage.pick(counter.ratings, ({ status }) => ['to_contact', 'fixing', 'fixed'].includes(status ?? ''))
    const director = stage.who('community-director', EAST)
    if (rating.status === 'to_contact') return stage.step(director, rating, 'contact', { contactNote: '已上门' })
    if (rating.status === 'fixing') return stage.step(director, rating, 'repair', { fix: '调整窗口时间' })
    return stage.random.happens(0.5)
      ? stage.step(director, rating, 'visit', { revisit: 'satisfied' })
      : stage.step(director, rating, 'again', { contactNote: '还要等' })
  },
}

/** What somebody has is looked at beforehand, and answered. */
const beforehand: Play = {
  name: 'beforehand',
  run: async (stage) => {
    const item = stage.pick(counter.items, ({ status }) => status === 'published')
    const clerk = stage.who('counter-clerk', EAST)
    const { no } = await stage.act<{ no: string }>(clerk, counter.precheck, {
      itemCode: item.values.code,
      communityId: EAST,
      name: '孙丽',
      phone: '13800004444',
      claimed: [{ name: '身份证', has: true }],
    })
    const sent = stage.pick(counter.prechecks, ({ values }) => values.no === no)
    await stage.step(clerk, sent, 'reply', { verdict: 'missing', answer: '还缺照片' })
    if (stage.random.happens(0.6)) await stage.act(clerk, counter.takePrecheck, {}, sent)
  },
}

/** A case with something missing: told at once, or taken against a promise to bring it. */
const lacking: Play = {
  name: 'lacking',
  run: async (stage) => {
    const clerk = stage.who('counter-clerk', EAST)
    const item = stage.pick(counter.items, ({ status }) => status === 'published')
    const made = await stage.create(clerk, counter.applications, {
      itemId: item.id,
      applicantName: '李强',
      phone: '13800002222',
      communityId: EAST,
    })
    const bring = (photo: string): Promise<unknown> =>
      stage.act(
        clerk,
        counter.tickMaterials,
        {
          ticks: [
            { name: '身份证', state: 'ok' },
            { name: '照片', state: photo },
          ],
        },
        made,
      )
    await bring('missing')
    await stage.step(clerk, made, 'submit')
    if (stage.random.happens(0.5)) {
      await stage.step(clerk, made, 'acceptDeferred', { deferUntil: dayAfter(stage.today, 10), promised: true })
      await bring('ok')
      await stage.step(clerk, made, 'completeDeferred')
      return
    }
    await stage.step(clerk, made, 'notify', { lapseOn: dayAfter(stage.today, 15), told: 'paper' })
    await bring('ok')
    await stage.step(clerk, made, 'supplement')
    await stage.step(clerk, made, 'accept')
    await stage.step(clerk, made, 'pause', { pauseReason: 'hearing', told: 'paper' })
  },
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A form in use, and what an officer collected with it. */
const collected: Play = {
  name: 'collected',
  run: async (stage) => {
    const admin = stage.who('street-admin')
    const officer = stage.who('grid-officer', EAST)
    const form = await stage.create(admin, grid.forms, {
      code: `form-p${stage.n}`,
      title: '入户采集',
      target: 'person',
      purpose: '便于联系',
    })
    const questions = [
      { key: 'phone', title: '电话', kind: 'phone', required: true, writes: 'phone', consumers: ['registry.people-ledger'] },
    ]
    await stage.act(admin, grid.designForm, { questions }, form)
    await stage.step(admin, form, 'publish')
    const person = await stage.create(stage.who('community-director', EAST), people, {
      name: `采集${stage.n}`,
      idType: 'none',
      birthDate: '1950-01-01',
      phone: stage.random.happens(0.5) ? '13900001111' : undefined,
      communityId: EAST,
      gridId: officer.grid,
    })
    const answers = { phone: '13900002222' }
    await stage.act(officer, grid.submitForm, {
      offlineId: `play-${stage.n}-${person.id}`,
      formId: form.id,
      personId: person.id,
      answers,
      takenAt: stage.now,
    })
  },
}

/** Officers on duty and a patrol that one of them walks. */
const walked: Play = {
  name: 'walked',
  run: async (stage) => {
    const director = stage.who('community-director', EAST)
    const officer = stage.who('grid-officer', EAST)
    const known = stage.all(grid.officers, ({ values }) => values.accountId === officer.accountId)[0]
    const duty =
      known ??
      (await stage.create(director, grid.officers, {
        name: '周晓东',
        accountId: officer.accountId,
        communityId: EAST,
        gridId: officer.grid,
      }))
    const patrol = await stage.create(officer, grid.patrols, {
      officerId: duty.id,
      plannedOn: stage.today,
      route: '楼道',
      communityId: EAST,
      gridId: officer.grid,
    })
    await stage.step(officer, patrol, 'start')
    if (stage.random.happens(0.7)) await stage.step(officer, patrol, 'finish', { note: '无异常', found: 0 })
  },
}

export const plays: readonly Play[] = [
  office,
  proposal,
  gate,
  hearing,
  followUp,
  minutes,
  contest,
  owners,
  rated,
  answered,
  beforehand,
  lacking,
  collected,
  walked,
]

import * as council from '@linli/plugin-residents-council'
import * as grid from '@linli/plugin-grid'
import { people } from '@linli/plugin-registry'
import * as counter from '@linli/plugin-service-counter'
import { type Choosing, type FuzzSamples, type Known, PLACES } from '@linli/testing'

const is =
  (...states: readonly string[]) =>
  ({ status }: Known): boolean =>
    states.includes(status ?? '')
const given = <T extends object>(needed: unknown, values: T): T | undefined => (needed === undefined ? undefined : values)
const active = (kinds: readonly string[]) => (row: Known) => row.status === 'active' && kinds.includes(String(row.values.kind))

/** Somebody on the roll of a meeting. */
function onRoll({ random, row_ }: Choosing, meetingId: unknown): string | undefined {
  const roll = row_(meetingId)?.values.roll as { readonly members?: readonly { readonly id: string }[] } | undefined
  return random.one(roll?.members ?? [])?.id
}

function ticks({ random }: Choosing): readonly object[] {
  return ['身份证', '照片'].map((name) => ({ name, state: random.happens(0.7) ? 'ok' : 'missing' }))
}

const council_: FuzzSamples = {
  'council.councils': ({ random, inDays }) => ({
    kind: random.one(['council', 'twoCommittees', 'representatives', 'committee', 'residents', 'partyMeeting']),
    way: random.happens(0.3) ? 'branch' : 'residents',
    gapDays: random.whole(0, 8),
    totalDays: undefined,
    level: 'community',
    supportersMin: random.whole(0, 2),
    noticeDays: undefined,
    proxyMax: random.whole(0, 2),
    termFrom: undefined,
    termTo: random.happens(0.3) ? inDays(400) : undefined,
    voteRule: undefined,
    estateId: undefined,
    smallTopics: ['culture', 'environment'],
    emergencyTopics: ['safety'],
  }),
  'council.councils.update': ({ random }) => ({ meetingDay: random.whole(1, 28), supportersMin: random.whole(0, 2) }),
  'council.members': (g) =>
    given(g.pick(people), {
      councilId: g.pick(council.councils, is('preparing', 'active')),
      personId: g.pick(people),
      from: g.inDays(-30),
      to: undefined,
    }),
  'council.members.update': ({ inDays, random }) => ({ to: inDays(random.whole(10, 200)) }),
  'council.matters': (g) => {
    const lane = g.random.one(['ordinary', 'ordinary', 'smallMatter', 'emergency'])
    // 四议两公开 has the ordinary lane alone.
    const councilId = g.pick(council.councils, (row) => active(['council'])(row) && (lane === 'ordinary' || row.values.way !== 'branch'))
    return given(councilId, {
      councilId,
      lane,
      topic: lane === 'smallMatter' ? 'culture' : lane === 'emergency' ? 'safety' : g.random.one(['parking', 'facility']),
      partyOrg: '第一网格党支部',
      ownersItem: undefined,
      needsMoney: g.random.happens(0.2),
    })
  },
  'council.matters.merge': (g) =>
    given(g.pick(council.matters, is('collected', 'proposed')), {
      mergedInto: g.pick(council.matters, (row) => is('collected', 'proposed', 'underReview')(row) && row.id !== g.row?.id),
    }),
  'council.matters.execute': ({ inDays }) => ({ finishBy: inDays(30) }),
  'council.proposals': (g) => ({
    source: g.random.one(['resident', 'grid', 'member', 'branch']),
    councilId: g.pick(council.councils, active(['council'])),
  }),
  'council.supporters': (g) =>
    given(g.pick(council.proposals, is('received', 'published')), {
      proposalId: g.pick(council.proposals, is('received', 'published')),
      role: g.random.one(['proposer', 'supporter']),
    }),
  'council.meetings': (g) =>
    given(g.pick(council.councils, is('active')), {
      councilId: g.pick(council.councils, is('active')),
      scheduledAt: new Date(Date.parse(g.now) + g.random.whole(0, 10) * 86_400_000).toISOString(),
    }),
  'council.votes': (g) => {
    const meetingId = g.pick(council.meetings, is('noticed', 'open'))
    return given(meetingId, {
      kind: 'meeting',
      meetingId,
      councilId: g.row_(meetingId)?.values.councilId,
      ownersItem: undefined,
      estateId: undefined,
      ruleCode: undefined,
    })
  },
  'council.proxies': (g) => {
    const meetingId = g.pick(council.meetings, is('noticed', 'open'))
    return given(meetingId, { meetingId, principalId: onRoll(g, meetingId), holderId: onRoll(g, meetingId) })
  },
  'council.publications': ({ today, random }) => ({ from: today, days: random.whole(1, 10) }),
  'council.objections': (g) =>
    given(g.pick(council.publications, is('running')), { publicationId: g.pick(council.publications, is('running', 'suspended')) }),
  'council.object': (g) =>
    given(g.pick(council.publications, is('running')), { publicationId: g.pick(council.publications, is('running', 'suspended')) }),
  'council.action-items': ({ inDays }) => ({ dueOn: inDays(30) }),
  'council.feedback': (g) => ({ matterId: g.pick(council.matters, is('resultPublicised', 'evaluated')) ?? g.pick(council.matters) }),
  'council.appraisals': ({ random, n }) => {
    const kind = random.one(['contest', 'contest', 'annual'])
    return { kind, period: kind === 'contest' ? `${2020 + (n % 7)}-H${1 + (n % 2)}` : String(2020 + (n % 7)) }
  },
  'council.scores': (g) => ({ appraisalId: g.pick(council.appraisals, is('opened')), evidence: '台账', matters: g.random.whole(0, 8) }),
  'council.appeals': (g) =>
    given(g.pick(council.scores), {
      appraisalId: g.pick(council.appraisals, is('published')),
      councilId: g.row_(g.pick(council.scores))?.values.councilId,
    }),
  'council.excuses': ({ random }) => ({ period: `2026-0${random.whole(1, 9)}` }),
  'council.meetings.sign-in': (g) => ({ personId: onRoll(g, g.row?.id) }),
  'council.meetings.leave': (g) => ({ personId: onRoll(g, g.row?.id) }),
  'council.meetings.give-floor': (g) => ({ personId: onRoll(g, g.row?.id) }),
  'council.meetings.sign-minutes': (g) => ({
    personId: g.row_(g.pick(council.attendances, ({ values }) => values.meetingId === g.row?.id))?.values.personId ?? onRoll(g, g.row?.id),
  }),
  'council.meetings.start-item': (g) => itemOf(g),
  'council.meetings.conclude-item': (g) => itemOf(g),
  'council.meetings.call-vote': (g) => ({ ...itemOf(g), secret: g.random.happens(0.3) ? 'yes' : 'no' }),
  'council.votes.cast-for': (g) => ({ personId: onRoll(g, g.row?.values.meetingId) }),
  'council.votes.recuse': (g) => ({ personId: onRoll(g, g.row?.values.meetingId) }),
  'council.print': (g) => ({ form: 'slip', id: g.pick(council.matters) ?? '0'.repeat(36) }),
  'council.cadence': () => ({ year: '2026' }),
  'council.support': (g) => ({ proposalId: g.pick(council.proposals, is('published')) }),
  'council.propose': (g) => ({ councilId: g.pick(council.councils, active(['council'])) }),
  'council.join-meeting': (g) => ({ code: g.row_(g.pick(council.meetings, is('open')))?.values.code ?? '123456' }),
}

function itemOf(g: Choosing): { readonly itemId: string | undefined } {
  return { itemId: g.pick(council.agendaItems, ({ values }) => values.meetingId === g.row?.id) }
}

const counter_: FuzzSamples = {
  'counter.items': ({ random }) => ({
    kind: random.one(['promise', 'promise', 'instant']),
    promisedDays: random.whole(1, 10),
    legalDays: undefined,
    extensionDays: random.whole(0, 10),
    pauses: ['hearing', 'appraisal'],
  }),
  'counter.items.update': ({ random }) => ({ promisedDays: random.whole(1, 10), extensionDays: 5 }),
  'counter.materials': (g) => ({ itemId: g.pick(counter.items), name: g.random.one(['身份证', '照片', '户口簿']) }),
  'counter.applications': (g) =>
    given(g.pick(counter.items, is('published')), { itemId: g.pick(counter.items, is('published')), applicantName: '张三丰' }),
  'counter.applications.notify': ({ inDays, random }) => ({ lapseOn: inDays(random.whole(1, 20)) }),
  'counter.applications.acceptDeferred': ({ inDays }) => ({ deferUntil: inDays(10), promised: true }),
  'counter.applications.pause': ({ random }) => ({ pauseReason: random.one(['hearing', 'appraisal', 'supplement']) }),
  'counter.applications.decide': ({ random }) =>
    random.happens(0.7) ? { result: 'yes' } : { result: 'no', resultText: '不符合条件', remedy: '六十日内可申请复议' },
  'counter.applications.tick': (g) => ({ ticks: ticks(g) }),
  'counter.receive': (g) =>
    given(g.pick(counter.items, is('published')), {
      itemId: g.pick(counter.items, is('published', 'revising')),
      applicantName: '李秀梅',
      phone: '13800001111',
      communityId: g.who.community,
      organisationId: undefined,
      ticks: ticks(g),
      deferUntil: g.random.happens(0.4) ? g.inDays(10) : undefined,
      promised: true,
    }),
  'counter.extensions': (g) =>
    given(g.pick(counter.applications, is('in_review')), {
      applicationId: g.pick(counter.applications, is('in_review')),
      days: g.random.whole(1, 5),
    }),
  'counter.slots': (g) =>
    given(g.pick(counter.windows), {
      windowId: g.pick(counter.windows),
      day: g.inDays(g.random.whole(0, 20)),
      from: '09:00',
      to: g.random.one(['10:00', '11:30']),
      seats: g.random.whole(1, 6),
      deskSeats: g.random.whole(0, 1),
    }),
  'counter.slots.update': ({ random }) => ({ deskSeats: random.whole(0, 1) }),
  'counter.open-slots': ({ inDays, random }) => ({ from: inDays(1), to: inDays(3), seats: random.whole(1, 6), deskSeats: 1 }),
  'counter.prechecks.answer': ({ random }) => ({ replies: [], verdict: random.one(['ready', 'missing']), answer: '可以来办' }),
  'counter.call-next': (g) => given(g.pick(counter.windows, is('open')), { windowId: g.pick(counter.windows, is('open')) }),
  'counter.print': (g) => ({ form: 'promises', id: g.pick(counter.applications) ?? '-' }),
}

const grid_: FuzzSamples = {
  'grid.cells': ({ who, n }) => ({ code: `${who.community ?? PLACES.east}${String(100 + (n % 899))}`, gridId: null }),
  'grid.events': (g) => ({ type: g.random.one(['dispute', 'order', 'hazard', 'environment']) ?? 'dispute', unitId: undefined }),
  'grid.events.join': (g) => ({
    parentId: g.pick(grid.gridEvents, (row) => is('reported', 'verified', 'dispatched')(row) && row.id !== g.row?.id),
  }),
  'grid.patrols': ({ today }) => ({ plannedOn: today }),
  'grid.visits': (g) => given(g.pick(people), { personId: g.pick(people), dueOn: g.inDays(g.random.whole(0, 9)) }),
  'grid.key-visits': (g) => given(g.pick(people), { personId: g.pick(people), dueOn: g.inDays(g.random.whole(0, 9)) }),
  'grid.forms': ({ n, random }) => ({ code: `form-${n}`, target: random.one(['person', 'home']) }),
  'grid.forms.design': () => ({
    questions: [{ key: 'phone', title: '电话', kind: 'phone', required: false, writes: 'phone', consumers: ['registry.people-ledger'] }],
  }),
  'grid.submit': (g) =>
    given(g.pick(grid.forms, is('published')), {
      offlineId: `offline-${g.n}`,
      formId: g.pick(grid.forms, is('published')),
      personId: g.pick(people),
      answers: { phone: `138${String(10_000_000 + g.n)}` },
      takenAt: g.now,
    }),
  'grid.record-visit': (g) => ({
    offlineId: `visit-${g.n}`,
    visitId: g.pick(grid.visits, is('due')) ?? '-',
    kind: 'visit',
    visitedAt: g.now,
  }),
  'grid.quick-event': (g) => ({ offlineId: `quick-${g.n}`, type: 'dispute' }),
  'grid.report-event': (g) => ({ offlineId: `report-${g.n}`, type: 'dispute' }),
  'grid.handle-event': (g) => ({ offlineId: `handle-${g.n}` }),
  'grid.walk': (g) => ({
    patrolId: g.pick(grid.patrols, is('planned', 'walking')),
    does: g.random.one(['start', 'finish']),
    note: '无异常',
  }),
  'grid.add-track': (g) => ({ patrolId: g.pick(grid.patrols, is('walking')) ?? g.pick(grid.patrols), points: [] }),
}

/** What chance alone would hardly guess. */
export const samples: FuzzSamples = {
  'registry.units': ({ random }) => ({ kind: 'estate', parentId: undefined, area: random.happens(0.5) ? '89.50' : undefined }),
  'registry.people': () => ({ idType: 'none', birthDate: '1950-05-05', idNumber: undefined, otherDocument: undefined }),
  'registry.residences': () => ({ from: '2020-01-01', to: undefined }),
  'registry.change-proposals': () => ({ field: 'note', newValue: '周三下午在家' }),
  ...council_,
  ...counter_,
  ...grid_,
}

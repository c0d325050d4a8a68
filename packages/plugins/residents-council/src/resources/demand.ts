import { date, defineResource, integer, ref, text } from '@linli/kit'

/** What some of a body ask of its convener: to meet about something. Enough of them oblige (联名要求召开). */
export const demands = defineResource({
  name: 'council.demands',
  title: '要求召开会议',
  scope: 'community',
  display: 'why',
  fields: {
    councilId: ref('council.councils', { title: '议事组织', required: true, immutable: true }),
    why: text({ title: '要议什么', required: true, min: 4, max: 200, immutable: true, search: true }),
    base: integer({ title: '应到人数', required: true, default: 0, min: 0, readOnly: true }),
    needed: integer({ title: '需要联名', required: true, default: 0, min: 0, readOnly: true }),
    backers: integer({ title: '已联名', required: true, default: 0, min: 0, readOnly: true }),
    basis: text({ title: '依据', max: 200, readOnly: true }),
    reachedOn: date({ title: '达到人数', readOnly: true }),
    dueOn: date({ title: '最迟召开', readOnly: true, indexed: true }),
    meetingId: ref('council.meetings', { title: '会议', readOnly: true }),
  },
  list: {
    columns: ['why', 'councilId', 'backers', 'needed', 'dueOn', 'status'],
    filters: ['status', 'councilId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { import: false, update: false },
  empty: '没有人要求召开会议。成员在手机上提出，也可以点「新增」登记书面的联名要求。',
  workflow: {
    initial: 'gathering',
    states: {
      gathering: { title: '征集联名', tone: 'waiting' },
      obliged: { title: '必须召开', tone: 'bad' },
      convened: { title: '已召集', tone: 'good', final: true },
      withdrawn: { title: '已撤回', final: true },
    },
    steps: {
      reach: { title: '达到人数', from: ['gathering'], to: 'obliged', automatic: true },
      convene: {
        title: '登记召集的会议',
        from: ['obliged'],
        to: 'convened',
        todo: true,
        waitsAt: 'community',
        input: { meetingId: ref('council.meetings', { title: '会议', required: true }) },
      },
      withdraw: {
        title: '撤回',
        from: ['gathering'],
        to: 'withdrawn',
        input: { reason: text({ title: '原因', required: true, max: 200 }) },
      },
    },
  },
})

/** Who asks for the meeting, each once. */
export const backers = defineResource({
  name: 'council.backers',
  title: '联名人',
  scope: 'community',
  display: 'personId',
  fields: {
    demandId: ref('council.demands', { title: '要求', required: true, immutable: true }),
    personId: ref('registry.people', { title: '联名人', required: true, immutable: true }),
  },
  unique: [['demandId', 'personId']],
  list: { columns: ['personId', 'demandId', 'createdAt'], filters: ['demandId'], sort: ['createdAt', 'asc'] },
  writable: { update: false, import: false },
  menu: false,
})

import { choice, defineResource, ref, text } from '@linli/kit'

/** What a body has to put right before a rule is broken: found by rules and jobs, seen in the inbox of those who can. */
export const alerts = defineResource({
  name: 'council.alerts',
  title: '议事提醒',
  scope: 'community',
  display: 'summary',
  fields: {
    kind: choice({
      title: '类别',
      required: true,
      options: {
        vacancy: '三员空缺',
        missed: '连续未开会',
        absence: '连续缺席',
        term: '任期将满',
        demand: '联名要求未召开',
        size: '人数不合规定',
        supervision: '监督资格',
        unsatisfied: '提议人不满意',
        contest: '半年评比未开',
        annual: '年度考评未开',
      },
    }),
    summary: text({ title: '内容', required: true, max: 160, search: true }),
    councilId: ref('council.councils', { title: '议事组织', required: true }),
    memberId: ref('council.members', { title: '议事成员' }),
    matterId: ref('council.matters', { title: '议题' }),
    feedbackId: ref('council.feedback', { title: '提议人反馈' }),
    key: text({ title: '提醒编号', required: true, unique: true, max: 120, privacy: 'P1', internal: true }),
    answer: text({ title: '处理说明', readOnly: true, max: 200, help: '提议人不满意的，提议人在手机上看得到' }),
  },
  list: {
    columns: ['summary', 'kind', 'councilId', 'status', 'createdAt'],
    filters: ['status', 'kind', 'councilId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false, import: false },
  empty:
    '没有提醒。三员空缺、连续三期未开会、成员连续缺席、任期将满、联名要求开会而没有按期召开、居委会换人后监督委员没有重新声明、提议人对结果不满意、评比考评到期没有开始时，会在这里和待办里出现。',
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待处理', tone: 'bad' },
      settled: { title: '已处理', tone: 'good', final: true },
      cleared: { title: '已消除', tone: 'good', final: true },
    },
    steps: {
      settle: {
        title: '已处理',
        from: ['open'],
        to: 'settled',
        todo: true,
        input: { answer: text({ title: '处理说明', required: true, max: 200 }) },
      },
      clear: { title: '原因已消除', from: ['open'], to: 'cleared', automatic: true },
    },
  },
})

import { choice, date, dateTime, defineResource, ref, text } from '@linli/kit'

/** What an applicant declares in writing instead of bringing a paper (告知承诺): believed at once, verified later, and remembered when it was not true. */
export const commitments = defineResource({
  name: 'counter.commitments',
  title: '告知承诺',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '承诺', readOnly: true, max: 200 }),
    applicationId: ref('counter.applications', { title: '办件', required: true, immutable: true }),
    material: text({ title: '代替的材料', required: true, immutable: true, max: 100, indexed: true }),
    personId: ref('registry.people', { title: '承诺人', readOnly: true, privacy: 'P1' }),
    organisationId: ref('registry.organisations', { title: '承诺单位', readOnly: true }),
    verifyBy: date({ title: '核查期限', readOnly: true }),
    finding: text({ title: '核查情况', readOnly: true, max: 300 }),
    consequence: choice({
      title: '处理',
      readOnly: true,
      options: { refuse: '不予批准', revoke: '撤销决定', supplement: '限期补正' },
    }),
    barredUntil: date({ title: '不再适用告知承诺，至', readOnly: true }),
    settledAt: dateTime({ title: '核查时间', readOnly: true }),
    settledById: ref('platform.accounts', { title: '核查人', readOnly: true }),
  },
  list: {
    columns: ['title', 'material', 'verifyBy', 'status', 'consequence', 'settledById', 'createdAt'],
    filters: ['status', 'applicationId', 'personId', 'organisationId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false, import: false },
  empty: '没有告知承诺。事项材料标了「可以承诺代替」的，前台受理时申请人可以签承诺书代替材料，事后核查。',
  workflow: {
    initial: 'pending',
    states: {
      pending: { title: '待核查', tone: 'waiting' },
      kept: { title: '核查属实', tone: 'good', final: true },
      broken: { title: '承诺不实', tone: 'bad', final: true },
      withdrawn: { title: '已撤回，改交材料', final: true },
    },
    steps: {
      keep: {
        title: '核查属实',
        from: ['pending'],
        to: 'kept',
        todo: true,
        waitsAt: 'community',
        input: { finding: text({ title: '怎么核查的', required: true, max: 300, help: '例如：部门数据比对、上门查看。' }) },
      },
      refute: {
        title: '承诺不实',
        from: ['pending'],
        to: 'broken',
        todo: true,
        waitsAt: 'community',
        input: {
          finding: text({ title: '查到什么', required: true, max: 300 }),
          consequence: choice({
            title: '怎么处理',
            required: true,
            options: { refuse: '不予批准', revoke: '撤销决定', supplement: '限期补正' },
          }),
        },
        confirm: '认定后，承诺人在一段时间内不能再用告知承诺。确定吗？',
      },
      withdraw: {
        title: '申请人撤回承诺',
        from: ['pending'],
        to: 'withdrawn',
        input: { finding: text({ title: '撤回原因', required: true, max: 300 }) },
      },
    },
  },
})

import { choice, date, dateTime, defineResource, file, integer, longText, money, ref, text } from '@linli/kit'
import { ACTORS } from '../rules/options.ts'

/** What is posted for everybody to read, for so many days (公示). An objection stops the count. */
export const publications = defineResource({
  name: 'council.publications',
  title: '公示',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '标题', required: true, max: 120, search: true }),
    kind: choice({
      title: '类别',
      required: true,
      options: { resolution: '决议公示', result: '结果公示', ranking: '评比公示', other: '其他' },
      default: 'other',
      immutable: true,
    }),
    matterId: ref('council.matters', { title: '议题', immutable: true }),
    content: longText({ title: '内容', required: true, max: 3000 }),
    place: text({ title: '张贴地点', required: true, max: 100 }),
    photo: file({
      title: '张贴照片',
      privacy: 'P0',
      accept: ['image/jpeg', 'image/png', 'image/webp'],
      help: '公示起 3 日内上传，才算公示及时',
    }),
    photoOn: date({ title: '照片上传日期', readOnly: true }),
    from: date({ title: '公示起', required: true, immutable: true }),
    days: integer({ title: '公示天数', required: true, min: 1, max: 60, default: 7, immutable: true }),
    until: date({ title: '公示止', readOnly: true, indexed: true }),
    suspendedOn: date({ title: '暂停日期', readOnly: true }),
    suspendedDays: integer({ title: '暂停天数', required: true, default: 0, min: 0, readOnly: true }),
  },
  list: {
    columns: ['title', 'kind', 'from', 'until', 'place', 'status', 'communityId'],
    filters: ['status', 'kind', 'communityId'],
    sort: ['from', 'desc'],
  },
  writable: { import: false },
  empty: '还没有公示。决议通过后会自动生成；张贴后请上传照片。',
  workflow: {
    initial: 'running',
    states: {
      running: { title: '公示中', tone: 'waiting' },
      suspended: { title: '有异议，暂停计算', tone: 'bad' },
      ended: { title: '公示期满', tone: 'good', final: true },
      withdrawn: { title: '已撤下', final: true },
    },
    steps: {
      suspend: { title: '暂停', from: ['running'], to: 'suspended', automatic: true },
      resume: { title: '恢复', from: ['suspended'], to: 'running', automatic: true },
      end: { title: '期满', from: ['running'], to: 'ended', automatic: true },
      withdraw: { title: '撤下', from: ['running', 'suspended'], to: 'withdrawn', automatic: true },
    },
  },
})

/** What somebody has against what was posted, and the answer. */
export const objections = defineResource({
  name: 'council.objections',
  title: '公示异议',
  scope: 'community',
  display: 'text',
  fields: {
    publicationId: ref('council.publications', { title: '公示', required: true, immutable: true }),
    personId: ref('registry.people', { title: '居民', immutable: true }),
    byName: text({ title: '提出人', max: 30, privacy: 'P1', immutable: true }),
    text: longText({ title: '异议内容', required: true, min: 4, max: 1000, immutable: true }),
    verdict: choice({ title: '处理', options: { dismissed: '不成立，已解释', upheld: '成立，重新商议' }, readOnly: true }),
    answer: longText({ title: '答复', max: 1000, readOnly: true }),
    answeredOn: date({ title: '答复日期', readOnly: true }),
  },
  list: {
    columns: ['text', 'publicationId', 'status', 'dueAt', 'verdict'],
    filters: ['status', 'publicationId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { import: false, update: false },
  menu: false,
  workflow: {
    initial: 'raised',
    states: { raised: { title: '待答复', tone: 'waiting' }, answered: { title: '已答复', tone: 'good', final: true } },
    steps: {
      answer: {
        title: '答复',
        from: ['raised'],
        to: 'answered',
        promise: { n: 5, unit: 'workingDays' },
        input: {
          verdict: choice({ title: '处理', required: true, options: { dismissed: '不成立，已解释', upheld: '成立，重新商议' } }),
          answer: longText({ title: '答复内容', required: true, max: 1000 }),
        },
      },
    },
  },
})

/** A task of a resolution for one of the five kinds of actors. */
export const actionItems = defineResource({
  name: 'council.action-items',
  title: '落实任务',
  scope: 'community',
  display: 'title',
  fields: {
    matterId: ref('council.matters', { title: '议题', required: true, immutable: true }),
    title: text({ title: '任务', required: true, max: 120, search: true }),
    actorKind: choice({ title: '由谁办', required: true, options: ACTORS }),
    actorName: text({ title: '责任人（单位）', max: 60, privacy: 'P1', help: '选了账号或居民可以不填' }),
    accountId: ref('platform.accounts', { title: '责任账号', help: '选了就只进这个人的待办' }),
    personId: ref('registry.people', { title: '责任居民', help: '选了，本人手机的「我的任务」里看得到' }),
    dueOn: date({ title: '完成期限', required: true }),
    budget: money({ title: '用钱' }),
    fundRef: text({ title: '资金批准', max: 120, readOnly: true }),
    progress: longText({ title: '进展', max: 1000, readOnly: true }),
    photo: file({ title: '完成照片', readOnly: true, privacy: 'P0' }),
    doneOn: date({ title: '完成日期', readOnly: true }),
  },
  list: {
    columns: ['title', 'actorKind', 'actorName', 'dueOn', 'status', 'matterId'],
    filters: ['status', 'actorKind', 'matterId', 'communityId'],
    sort: ['dueOn', 'asc'],
  },
  writable: { import: false },
  empty: '还没有落实任务。决议生效后，在议题里添加任务，写明由谁办、何时完成。',
  workflow: {
    initial: 'assigned',
    states: {
      assigned: { title: '已交办', tone: 'waiting' },
      doing: { title: '办理中', tone: 'waiting' },
      done: { title: '已完成，待核实', tone: 'waiting' },
      verified: { title: '已核实', tone: 'good', final: true },
      dropped: { title: '已取消', final: true, tone: 'bad' },
    },
    steps: {
      start: {
        title: '开始办理',
        from: ['assigned'],
        to: 'doing',
        todo: true,
        waitsFor: 'accountId',
        waitsAt: 'community',
        input: { progress: longText({ title: '怎么办', max: 1000 }) },
      },
      finish: {
        title: '办完',
        from: ['assigned', 'doing'],
        to: 'done',
        todo: true,
        waitsFor: 'accountId',
        waitsAt: 'community',
        input: { progress: longText({ title: '办理结果', required: true, max: 1000 }), photo: file({ title: '完成照片', privacy: 'P0' }) },
      },
      redo: {
        title: '没办好，重办',
        from: ['done'],
        to: 'doing',
        input: { progress: longText({ title: '哪里没办好', required: true, max: 1000 }) },
      },
      verify: { title: '核实', from: ['done'], to: 'verified', todo: true, waitsAt: 'community' },
      drop: {
        title: '取消任务',
        from: ['assigned', 'doing'],
        to: 'dropped',
        input: { progress: longText({ title: '原因', required: true, max: 1000 }) },
      },
    },
  },
})

/** What a proposer says of the result, that nobody could be reached, or what was counted on papers among the residents. */
export const feedback = defineResource({
  name: 'council.feedback',
  title: '提议人反馈',
  scope: 'community',
  display: 'words',
  fields: {
    matterId: ref('council.matters', { title: '议题', required: true, immutable: true }),
    personId: ref('registry.people', { title: '提议人', immutable: true, help: '问卷不填' }),
    kind: choice({
      title: '方式',
      required: true,
      options: { confirmed: '已反馈', unreachable: '联系不上', questionnaire: '纸质问卷' },
      default: 'confirmed',
      immutable: true,
    }),
    satisfied: choice({ title: '是否满意', options: { yes: '满意', no: '不满意' }, immutable: true, when: { kind: ['confirmed'] } }),
    rating: integer({ title: '打几分（1–5）', min: 1, max: 5, immutable: true, when: { kind: ['confirmed'] } }),
    papersYes: integer({ title: '问卷：满意几份', min: 0, max: 100_000, immutable: true, when: { kind: ['questionnaire'] } }),
    papersNo: integer({ title: '问卷：不满意几份', min: 0, max: 100_000, immutable: true, when: { kind: ['questionnaire'] } }),
    proof: file({ title: '问卷汇总照片', privacy: 'P1', immutable: true, when: { kind: ['questionnaire'] } }),
    words: text({ title: '说了什么', max: 300, immutable: true }),
    at: dateTime({ title: '时间', readOnly: true }),
  },
  list: {
    columns: ['personId', 'kind', 'satisfied', 'rating', 'words', 'matterId'],
    filters: ['matterId', 'kind', 'satisfied'],
    sort: ['createdAt', 'desc'],
  },
  writable: { update: false, import: false },
  menu: false,
  empty: '还没有反馈。电话、上门问到的点「新增」登记；纸质问卷填份数，附汇总照片，一起计入满意率。',
})

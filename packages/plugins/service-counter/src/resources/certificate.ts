import { choice, date, defineResource, ref, text } from '@linli/kit'

/** The list of certificates that may be asked for (证明事项清单). */
export const certificates = defineResource({
  name: 'counter.certificates',
  title: '证明事项清单',
  scope: 'street',
  display: 'name',
  fields: {
    name: text({ title: '证明名称', required: true, unique: true, max: 80, search: true, pinyin: true }),
    onList: choice({
      title: '是否保留',
      required: true,
      default: 'kept',
      options: { kept: '保留，可以开具', cancelled: '已取消，不得索要' },
    }),
    issuer: text({ title: '开具单位', max: 80 }),
    basis: text({ title: '依据', max: 200 }),
    instead: text({ title: '替代办法', max: 200, help: '已取消的，写明用什么代替。' }),
  },
  list: { columns: ['name', 'onList', 'issuer', 'basis'], filters: ['onList'], sort: ['name', 'asc'] },
  empty: '还没有清单。点「新增」或「导入」上级公布的证明事项清单；不在清单里的证明，窗口不能要、社区可以不开。',
})

/** Who asked for which certificate and what was answered (证明开具登记). */
export const certificateRequests = defineResource({
  name: 'counter.certificate-requests',
  title: '证明开具',
  scope: 'community',
  display: 'no',
  fields: {
    no: text({ title: '编号', readOnly: true, unique: true, max: 30, search: true }),
    personId: ref('registry.people', { title: '居民', required: true }),
    name: text({ title: '要开的证明', required: true, max: 80 }),
    forWhom: text({ title: '要证明的单位', required: true, max: 80 }),
    purpose: text({ title: '用途', required: true, max: 200 }),
    onList: choice({ title: '清单情况', readOnly: true, options: { on: '清单内', off: '清单外' } }),
    issuedOn: date({ title: '开具日期', readOnly: true }),
    answer: text({ title: '答复', readOnly: true, max: 300 }),
  },
  list: {
    columns: ['no', 'personId', 'name', 'forWhom', 'onList', 'status', 'createdAt'],
    filters: ['status', 'onList', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { update: false, import: false },
  empty: '还没有证明申请。居民来开证明时点「新增」，系统会告诉您在不在清单内。',
  workflow: {
    initial: 'asked',
    states: {
      asked: { title: '待开具', tone: 'waiting' },
      issued: { title: '已开具', tone: 'good', final: true },
      refused: { title: '不予开具', tone: 'bad', final: true },
    },
    steps: {
      issue: { title: '开具', from: ['asked'], to: 'issued', todo: true },
      refuse: {
        title: '不予开具',
        from: ['asked'],
        to: 'refused',
        todo: true,
        input: { answer: text({ title: '理由和替代办法', required: true, max: 300 }) },
      },
    },
  },
})

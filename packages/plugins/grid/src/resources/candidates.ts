import { choice, date, defineResource, idNumber, ref, text } from '@linli/kit'
import { RESIDENCE_OPTIONS, SEX_OPTIONS } from '@linli/plugin-registry'

/**
 * Somebody or some home that an officer found and the registry does not know (新增建议). An officer's word makes no record: whoever answers for the
 * registry does, or says who it is that is known already (W2).
 */
export const candidates = defineResource({
  name: 'grid.candidates',
  title: '居民、房屋新增建议',
  scope: 'grid',
  display: 'title',
  fields: {
    title: text({ title: '建议', readOnly: true, max: 120, search: true, privacy: 'P1' }),
    kind: choice({ title: '类别', required: true, immutable: true, options: { person: '新居民', home: '新房屋' } }),
    submissionId: ref('grid.submissions', { title: '采集记录', immutable: true }),
    name: text({ title: '姓名', immutable: true, max: 60, privacy: 'P1' }),
    sex: choice({ title: '性别', immutable: true, options: SEX_OPTIONS, privacy: 'P1' }),
    birthDate: date({ title: '出生日期', immutable: true, privacy: 'P1' }),
    idNumber: idNumber({ title: '身份证号', immutable: true }),
    residenceKind: choice({ title: '居住情况', immutable: true, options: RESIDENCE_OPTIONS }),
    unitId: ref('registry.units', { title: '住在哪处房屋（新房屋：在哪栋楼）', immutable: true }),
    room: text({ title: '房号', immutable: true, max: 60 }),
    likelyId: ref('registry.people', { title: '可能就是', readOnly: true, privacy: 'P1' }),
    personId: ref('registry.people', { title: '居民', readOnly: true, privacy: 'P1' }),
    homeId: ref('registry.units', { title: '房屋', readOnly: true }),
    decisionNote: text({ title: '处理说明', max: 200, readOnly: true }),
  },
  list: {
    columns: ['title', 'kind', 'likelyId', 'status', 'createdBy', 'createdAt', 'gridId'],
    filters: ['status', 'kind', 'communityId', 'gridId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false, import: false },
  empty: '没有待建档的居民和房屋。网格员采集时遇到名单里没有的，会在这里等您决定。',
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待核实', tone: 'waiting' },
      accepted: { title: '已建档', tone: 'good', final: true },
      rejected: { title: '未采纳', final: true },
    },
    steps: {
      accept: {
        title: '核实建档',
        from: ['open'],
        to: 'accepted',
        todo: true,
        waitsAt: 'community',
        input: {
          personId: ref('registry.people', { title: '就是已有的这位居民', help: '不是新居民时选；不选就新建。' }),
          homeId: ref('registry.units', { title: '就是已有的这处房屋', help: '不是新房屋时选；不选就新建。' }),
          decisionNote: text({ title: '处理说明', max: 200 }),
        },
      },
      reject: {
        title: '不采纳',
        from: ['open'],
        to: 'rejected',
        todo: true,
        waitsAt: 'community',
        input: { decisionNote: text({ title: '原因', required: true, max: 200 }) },
      },
    },
  },
})

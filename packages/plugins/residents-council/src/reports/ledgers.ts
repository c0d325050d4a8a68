import { date, defineReport } from '@linli/kit'
import { BODIES, LANES, TOPICS } from '../rules/options.ts'

const span = { from: date({ title: '从', required: true }), to: date({ title: '到', required: true }) }

/** 议事会台账: every meeting with who came and what was decided. */
export const councilLedger = defineReport({
  name: 'council.council-ledger',
  title: '议事会台账',
  form: 'ledger',
  definition: '期间内散会的会议，一次一行；实到含提前离开的；没有达到过法定人数的不算已召开',
  consumer: '街道民政科，议事会年度考评',
  params: span,
  columns: {
    on: { title: '日期', kind: 'date' },
    council: { title: '议事组织', kind: 'text' },
    kind: { title: '类别', kind: 'text', options: BODIES },
    title: { title: '会议', kind: 'text' },
    due: { title: '应到', kind: 'integer', total: true },
    present: { title: '实到', kind: 'integer', total: true },
    quorate: { title: '达到法定人数', kind: 'boolean' },
    items: { title: '议程项数', kind: 'integer', total: true },
    votes: { title: '表决次数', kind: 'integer', total: true },
    opinions: { title: '提出意见', kind: 'integer', total: true },
    signatures: { title: '纪要签字', kind: 'integer' },
  },
})

/** Every matter with its way. */
export const matterLedger = defineReport({
  name: 'council.matter-ledger',
  title: '议题台账',
  form: 'ledger',
  definition: '期间内收集的议题，一件一行；轮次为退回后重来的次数加一',
  consumer: '街道民政科，社区两委月度例会',
  params: span,
  columns: {
    no: { title: '编号', kind: 'text' },
    title: { title: '议题', kind: 'text' },
    topic: { title: '类别', kind: 'text', options: TOPICS },
    lane: { title: '办理方式', kind: 'text', options: LANES },
    council: { title: '议事会', kind: 'text' },
    partyOrg: { title: '牵头党组织', kind: 'text' },
    collected: { title: '收集', kind: 'date' },
    resolved: { title: '决议', kind: 'date' },
    effective: { title: '生效', kind: 'date' },
    result: { title: '结果公示', kind: 'date' },
    closed: { title: '办结', kind: 'date' },
    round: { title: '轮次', kind: 'integer' },
    status: { title: '状态', kind: 'text' },
  },
})

/** 决议公示: every publication with its days, place and objections. */
export const publicationLedger = defineReport({
  name: 'council.publication-ledger',
  title: '公示台账',
  form: 'ledger',
  definition: '期间内开始的公示，一次一行；公示及时指公示起 3 日内上传张贴照片，3 日内还没有照片的留空',
  consumer: '街道监督检查，居民查询',
  params: span,
  columns: {
    title: { title: '标题', kind: 'text' },
    from: { title: '公示起', kind: 'date' },
    until: { title: '公示止', kind: 'date' },
    place: { title: '张贴地点', kind: 'text' },
    photo: { title: '有照片', kind: 'boolean' },
    photoOn: { title: '照片上传', kind: 'date' },
    inTime: { title: '公示及时', kind: 'boolean' },
    objections: { title: '异议', kind: 'integer', total: true },
    suspendedDays: { title: '暂停天数', kind: 'integer', total: true },
    status: { title: '状态', kind: 'text' },
  },
})

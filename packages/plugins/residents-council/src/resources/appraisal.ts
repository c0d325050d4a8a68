import { defineReasons } from '@linli/core/refusal'
import { choice, date, defineResource, file, integer, json, longText, ref, text } from '@linli/kit'
import * as z from 'zod'

const reason = defineReasons({
  'appraisal.period': { zh: '评比写成 2026-H1，考评写成 2026', en: 'A contest is written 2026-H1, an appraisal 2026' },
})

const KINDS = { contest: '社区半年评比', annual: '街道年度考评' } as const

/** A half-yearly contest by the community, or the yearly appraisal by the street: frozen when it is published. */
export const appraisals = defineResource({
  name: 'council.appraisals',
  title: '评比考评',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '名称', required: true, max: 80, search: true }),
    kind: choice({ title: '类别', required: true, options: KINDS, immutable: true }),
    period: text({
      title: '哪一期',
      required: true,
      max: 7,
      immutable: true,
      pattern: { source: '^\\d{4}(-H[12])?$', zh: '评比写成 2026-H1，考评写成 2026', en: 'like 2026-H1 or 2026' },
    }),
    asOf: date({ title: '数据截至', readOnly: true }),
    snapshot: json(z.unknown(), { title: '存档', readOnly: true }),
    fingerprint: text({ title: '存档指纹', max: 80, readOnly: true, internal: true }),
    publishedOn: date({ title: '公布日期', readOnly: true }),
    appealUntil: date({ title: '申诉截止', readOnly: true }),
    supersedesId: ref('council.appraisals', { title: '更正哪一份', readOnly: true }),
  },
  list: {
    columns: ['title', 'kind', 'period', 'communityId', 'status', 'publishedOn'],
    filters: ['status', 'kind', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { import: false, update: false },
  empty: '还没有评比考评。社区每半年评一次，街道每年考一次，点「新增」开始。',
  workflow: {
    initial: 'opened',
    states: {
      opened: { title: '评分中', tone: 'waiting' },
      published: { title: '已公布，可申诉', tone: 'waiting' },
      final: { title: '已定', tone: 'good', final: true },
      corrected: { title: '已更正', final: true },
    },
    steps: {
      publish: { title: '公布结果', from: ['opened'], to: 'published', confirm: '公布后分数和数据冻结，确定吗？', todo: true },
      settle: { title: '定案', from: ['published'], to: 'final', promise: { n: 10, unit: 'calendarDays' } },
      supersede: { title: '更正', from: ['published'], to: 'corrected', automatic: true },
    },
  },
  check: ({ kind, period }) =>
    kind && period && (kind === 'contest') !== period.includes('-') ? [reason('appraisal.period', undefined, 'period')] : [],
})

const givenPoints = {
  matters: integer({ title: '议题数量与来源多样（0–8 分）', required: true, min: 0, max: 8 }),
  archive: integer({ title: '档案齐全（0–5 分）', required: true, min: 0, max: 5 }),
  innovation: integer({ title: '创新加分（0–5 分）', min: 0, max: 5 }),
}
const falsified = choice({ title: '弄虚作假（一票否决）', required: true, options: { no: '没有', yes: '有' }, default: 'no' })
const proof = file({ title: '证明材料', privacy: 'P0' })
const reviewNote = longText({ title: '复核意见', required: true, max: 1000 })

/**
 * One council's sheet: what people score is reported by the community and reviewed by somebody else – in a contest of the community, in the
 * yearly appraisal of the street –, the rest is computed.
 * Whoever reported never reviews; the table holds that, too.
 */
export const scores = defineResource({
  name: 'council.scores',
  title: '评分',
  scope: 'community',
  display: 'councilId',
  fields: {
    appraisalId: ref('council.appraisals', { title: '评比考评', required: true, immutable: true }),
    councilId: ref('council.councils', { title: '议事会', required: true, immutable: true }),
    kind: choice({ title: '类别', required: true, options: KINDS, default: 'annual', readOnly: true }),
    matters: integer({ title: '议题数量与来源多样（0–8 分）', min: 0, max: 8 }),
    archive: integer({ title: '档案齐全（0–5 分）', min: 0, max: 5 }),
    innovation: integer({ title: '创新加分（0–5 分）', min: 0, max: 5 }),
    falsified,
    evidence: longText({ title: '评分依据', max: 1000, help: '人工打分须写明依据' }),
    proof,
    ownMatters: integer({ title: '自评：议题数量与来源多样', min: 0, max: 8, readOnly: true }),
    ownArchive: integer({ title: '自评：档案齐全', min: 0, max: 5, readOnly: true }),
    ownInnovation: integer({ title: '自评：创新加分', min: 0, max: 5, readOnly: true }),
    scorerId: text({ title: '自评账号', max: 60, readOnly: true, privacy: 'P1', internal: true }),
    scorerName: text({ title: '自评人', max: 60, readOnly: true, privacy: 'P1' }),
    reviewerId: text({ title: '复核账号', max: 60, readOnly: true, privacy: 'P1', internal: true }),
    reviewerName: text({ title: '复核人', max: 60, readOnly: true, privacy: 'P1' }),
    reviewNote: longText({ title: '复核意见', max: 1000, readOnly: true }),
    total: integer({ title: '总分', hundredths: true, min: 0, readOnly: true }),
    place: integer({ title: '名次', min: 1, readOnly: true }),
    grade: text({ title: '等次', max: 20, readOnly: true }),
  },
  unique: [['appraisalId', 'councilId']],
  list: {
    columns: ['councilId', 'status', 'matters', 'archive', 'innovation', 'total', 'place', 'grade', 'appraisalId'],
    filters: ['appraisalId', 'councilId', 'status'],
    sort: ['place', 'asc'],
  },
  writable: { import: false },
  menu: false,
  empty: '还没有评分表。在评比考评里点「生成评分表」，每个议事会一张。',
  workflow: {
    initial: 'drafting',
    states: {
      drafting: { title: '待自评', tone: 'waiting' },
      reported: { title: '已自评，待复核', tone: 'waiting' },
      reviewed: { title: '已复核', tone: 'good', final: true },
    },
    steps: {
      report: {
        title: '自评上报',
        from: ['drafting'],
        to: 'reported',
        promise: { n: 10, unit: 'workingDays' },
        waitsAt: 'community',
        input: { ...givenPoints, evidence: longText({ title: '评分依据', required: true, max: 1000 }), proof },
      },
      review: {
        title: '复核',
        from: ['reported'],
        to: 'reviewed',
        promise: { n: 10, unit: 'workingDays' },
        waitsAt: 'street',
        when: { kind: ['annual'] },
        input: { ...givenPoints, falsified, reviewNote },
      },
      reviewContest: {
        title: '复核',
        from: ['reported'],
        to: 'reviewed',
        promise: { n: 10, unit: 'workingDays' },
        waitsAt: 'community',
        when: { kind: ['contest'] },
        input: { ...givenPoints, falsified, reviewNote },
      },
      giveBack: { title: '退回重报', from: ['reported'], to: 'drafting', input: { reviewNote } },
    },
  },
})

/** What a council has against its score. */
export const appeals = defineResource({
  name: 'council.appeals',
  title: '评比申诉',
  scope: 'community',
  display: 'text',
  fields: {
    appraisalId: ref('council.appraisals', { title: '评比考评', required: true, immutable: true }),
    councilId: ref('council.councils', { title: '议事会', required: true, immutable: true }),
    text: longText({ title: '申诉理由', required: true, min: 4, max: 1000, immutable: true }),
    answer: longText({ title: '答复', max: 1000, readOnly: true }),
  },
  list: { columns: ['councilId', 'appraisalId', 'status', 'dueAt'], filters: ['status', 'appraisalId'], sort: ['createdAt', 'desc'] },
  writable: { import: false, update: false },
  menu: false,
  workflow: {
    initial: 'raised',
    states: {
      raised: { title: '待答复', tone: 'waiting' },
      upheld: { title: '采纳', tone: 'good', final: true },
      dismissed: { title: '维持', final: true },
    },
    steps: {
      uphold: {
        title: '采纳',
        from: ['raised'],
        to: 'upheld',
        promise: { n: 5, unit: 'workingDays' },
        input: { answer: longText({ title: '答复', required: true, max: 1000 }) },
      },
      dismiss: {
        title: '维持原分',
        from: ['raised'],
        to: 'dismissed',
        promise: { n: 5, unit: 'workingDays' },
        input: { answer: longText({ title: '答复', required: true, max: 1000 }) },
      },
    },
  },
})

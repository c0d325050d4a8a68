import { choice, defineResource, json, ref, text } from '@linli/kit'
import * as z from 'zod'

/** Two records that may be the same person: the review outcome is kept, so that the pair is not asked about again. */
export const duplicates = defineResource({
  name: 'registry.duplicates',
  title: '疑似重复',
  scope: 'grid',
  display: 'reasonText',
  fields: {
    personAId: ref('registry.people', { title: '居民甲', required: true, immutable: true }),
    personBId: ref('registry.people', { title: '居民乙', required: true, immutable: true }),
    reason: choice({
      title: '疑似原因',
      required: true,
      options: { id: '身份证号相同', name_birth_place: '姓名、出生日期、住处相同', phone: '姓名和电话相同' },
    }),
    reasonText: text({ title: '说明', required: true, max: 200 }),
    decisionNote: text({ title: '处理说明', max: 200, readOnly: true }),
    mergeId: ref('registry.merges', { title: '合并记录', readOnly: true }),
  },
  unique: [['personAId', 'personBId']],
  list: {
    columns: ['personAId', 'personBId', 'reason', 'status', 'communityId', 'createdAt'],
    filters: ['status', 'reason', 'communityId'],
  },
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待辨认', tone: 'waiting' },
      unsure: { title: '暂不能确定', tone: 'waiting' },
      merged: { title: '已合并', tone: 'good' },
      different: { title: '不是同一人' },
    },
    steps: {
      merge: {
        title: '合并为一人',
        from: ['open', 'unsure'],
        to: 'merged',
        todo: true,
        confirm: '两条记录会合为一条，所有关联一起转过去。合并可以撤销。',
        input: {
          keep: choice({ title: '保留哪一条', required: true, options: { a: '居民甲', b: '居民乙' }, default: 'a' }),
          decisionNote: text({ title: '依据', required: true, max: 200, help: '例如：已查验户口簿，确为同一人。' }),
        },
      },
      different: {
        title: '不是同一人',
        from: ['open', 'unsure'],
        to: 'different',
        todo: true,
        input: { decisionNote: text({ title: '依据', max: 200 }) },
      },
      unsure: { title: '暂不能确定', from: ['open'], to: 'unsure', input: { decisionNote: text({ title: '还需要什么', max: 200 }) } },
      reopen: { title: '重新辨认', from: ['different'], to: 'open' },
      separate: { title: '合并已撤销', from: ['merged'], to: 'open', automatic: true },
    },
  },
  writable: { create: false, update: false, import: false },
  empty: '没有疑似重复的居民。',
})

const movedSchema = z.array(
  z.object({
    /** The resource whose references moved. */
    resource: z.string(),
    field: z.string(),
    /** Rows whose reference pointed at the merged record and now points at the kept one. */
    ids: z.array(z.string()),
    /** Rows that stayed, because the kept record has the like already. */
    left: z.array(z.string()),
  }),
)

/** Which references a merge moved. */
export type MovedReferences = z.infer<typeof movedSchema>

/** A merge of two records of one person, with everything that is needed to undo it (C11). */
export const merges = defineResource({
  name: 'registry.merges',
  title: '合并记录',
  scope: 'grid',
  display: 'reason',
  fields: {
    keptId: ref('registry.people', { title: '保留的居民', required: true, immutable: true }),
    goneId: ref('registry.people', { title: '并入的居民', required: true, immutable: true }),
    reason: text({ title: '依据', required: true, max: 200, immutable: true }),
    moved: json(movedSchema, { title: '转移的关联', readOnly: true }),
    filled: json(z.array(z.string()), { title: '补全的项目', readOnly: true }),
    movedCount: text({ title: '转移条数', readOnly: true, max: 20 }),
    undoReason: text({ title: '撤销原因', max: 200, readOnly: true }),
  },
  list: {
    columns: ['keptId', 'goneId', 'reason', 'movedCount', 'status', 'createdAt'],
    filters: ['status', 'communityId'],
  },
  workflow: {
    initial: 'merged',
    states: { merged: { title: '已合并', tone: 'good' }, undone: { title: '已撤销', final: true } },
    steps: {
      undo: {
        title: '撤销合并',
        from: ['merged'],
        to: 'undone',
        confirm: '两条记录会重新分开，转移的关联各回各处。',
        input: { undoReason: text({ title: '撤销原因', required: true, max: 200 }) },
      },
    },
  },
  writable: { create: false, update: false, import: false },
  menu: false,
})

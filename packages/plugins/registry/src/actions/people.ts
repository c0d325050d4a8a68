import { choice, date, defineAction, file, longText, ref, text } from '@linli/kit'
import { RESIDENCE_OPTIONS } from '../rules/options.ts'
import { RECORDED_TAG_OPTIONS } from '../rules/tag-options.ts'

/** Records a tag with its evidence. Tags that rules derive cannot be set by hand. */
export const addTag = defineAction({
  name: 'registry.people.add-tag',
  title: '凭材料加标签',
  help: '高龄、空巢、独居、孤寡由系统推算，不用在这里加。',
  resource: 'registry.people',
  input: {
    tag: choice({ title: '标签', required: true, options: RECORDED_TAG_OPTIONS }),
    basisText: longText({ title: '依据', required: true, max: 500, help: '例如：残疾证号、认定文号、走访记录。' }),
    evidence: file({ title: '证明材料' }),
    from: date({ title: '开始日期', help: '不填为今天。' }),
    to: date({ title: '结束日期', help: '不填为长期。' }),
  },
  example: { tagId: '0193b1f0-0000-7000-8000-000000000001' },
})

/** Says that the record was compared with the person or the documents today. */
export const verifyPerson = defineAction({
  name: 'registry.people.verify',
  title: '核实无误',
  help: '与本人或证件核对过，信息无误。',
  resource: 'registry.people',
  input: {},
  example: { verifiedAt: '2026-11-22' },
})

/** Ends the present residence and begins another. */
export const movePerson = defineAction({
  name: 'registry.people.move',
  title: '迁居',
  resource: 'registry.people',
  input: {
    unitId: ref('registry.units', { title: '迁往房屋', help: '迁出本街道时不填。' }),
    kind: choice({
      title: '居住情况',
      default: 'permanent',
      options: RESIDENCE_OPTIONS,
    }),
    on: date({ title: '迁居日期', help: '不填为今天。' }),
  },
  example: { residenceId: '0193b1f0-0000-7000-8000-000000000002' },
})

/** Records a death: every tag of the person ends. */
export const recordDeath = defineAction({
  name: 'registry.people.record-death',
  title: '登记去世',
  resource: 'registry.people',
  offered: ({ deceasedAt }) => !deceasedAt,
  confirm: '登记后，这位居民的标签全部结束，爱心卡等待遇随即停止。',
  input: {
    deceasedAt: date({ title: '去世日期', required: true }),
    note: text({ title: '依据', max: 200, help: '例如：死亡医学证明编号。' }),
  },
  example: { endedTags: 2 },
  answer: { endedTags: '同时结束的标签（个）' },
})

/** Takes back a death that was recorded for the wrong person. */
export const withdrawDeath = defineAction({
  name: 'registry.people.withdraw-death',
  title: '撤销去世登记',
  resource: 'registry.people',
  offered: ({ deceasedAt }) => Boolean(deceasedAt),
  input: { reason: text({ title: '原因', required: true, max: 200 }) },
  example: { deceasedAt: null },
})

/** Merges another record of the same person into this one. It can be undone. */
export const mergePeople = defineAction({
  name: 'registry.people.merge',
  title: '并入另一条记录',
  resource: 'registry.people',
  confirm: '所选的另一条记录会并入本条，所有关联一起转过来。合并可以撤销。',
  input: {
    otherId: ref('registry.people', { title: '另一条记录', required: true }),
    reason: text({ title: '依据', required: true, max: 200 }),
  },
  example: { mergeId: '0193b1f0-0000-7000-8000-000000000003', moved: 4 },
  answer: { moved: '转过来的关联（条）' },
})

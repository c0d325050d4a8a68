import { boolean, choice, date, defineAction, file, integer, longText, ref, text } from '@linli/kit'
import { DIFFICULTY_OPTIONS, RELATION_OPTIONS } from '../rules/options.ts'

/** Recognises a household as one in difficulty; its members carry the tag at once. */
export const markDifficulty = defineAction({
  name: 'registry.households.mark-difficulty',
  title: '认定困难',
  resource: 'registry.households',
  confirm: '认定后，这一户的每位成员都会有困难标签，爱心卡随即可用。',
  input: {
    difficulty: choice({ title: '困难类型', required: true, options: DIFFICULTY_OPTIONS }),
    basisText: longText({ title: '认定依据', required: true, max: 500, help: '例如：低保证号、评议会议日期和结论。' }),
    evidence: file({ title: '证明材料' }),
    from: date({ title: '开始日期', help: '不填为今天。' }),
    to: date({ title: '结束日期', help: '到期自动结束；不填为长期。' }),
  },
  example: { householdTagId: '0193b1f0-0000-7000-8000-000000000004', members: 3 },
  answer: { members: '成为困难家庭成员（人）' },
})

/** Adds somebody to a household. */
export const addMember = defineAction({
  name: 'registry.households.add-member',
  title: '添加成员',
  resource: 'registry.households',
  input: {
    personId: ref('registry.people', { title: '居民', required: true }),
    relation: choice({ title: '与户主关系', required: true, options: RELATION_OPTIONS }),
    livesHere: choice({ title: '实际居住', required: true, default: 'yes', options: { yes: '是', no: '否' } }),
    from: date({ title: '加入日期', help: '不填为今天。' }),
  },
  example: { memberId: '0193b1f0-0000-7000-8000-000000000005' },
})

/** Takes somebody out of a household. */
export const removeMember = defineAction({
  name: 'registry.households.remove-member',
  title: '移出成员',
  resource: 'registry.households',
  input: {
    personId: ref('registry.people', { title: '居民', required: true }),
    on: date({ title: '离开日期', help: '不填为今天。' }),
  },
  example: { memberId: '0193b1f0-0000-7000-8000-000000000005' },
})

/** Puts a place with everything in it under a grid. */
export const assignGrid = defineAction({
  name: 'registry.units.assign-grid',
  title: '划入网格',
  help: '连同下级房屋、户和居民一起划入；一处房屋只属于一个网格。',
  resource: 'registry.units',
  bulk: true,
  input: {
    gridCode: text({
      title: '网格',
      max: 15,
      area: 'grid',
      help: '不选为移出网格。',
      pattern: { source: '^\\d{15}$', zh: '网格编码是 15 位数字', en: 'a grid code has 15 digits' },
    }),
  },
  example: { units: 12, people: 30 },
  answer: { units: '划入房屋（处）', people: '划入居民（人）' },
})

/** One level of the place tree with what stands in it, for the tree page. */
export const placeTree = defineAction({
  name: 'registry.units.tree',
  title: '房屋树',
  readOnly: true,
  hidden: true,
  input: {
    parentId: ref('registry.units', { title: '上级' }),
    communityId: text({ title: '社区', max: 12 }),
    gridId: text({ title: '网格', max: 15 }),
    ungridded: boolean({ title: '未划网格的' }),
    offset: integer({ title: '从第几处起', min: 0, max: 1_000_000 }),
  },
  example: {
    nodes: [
      {
        id: '0193b1f0-0000-7000-8000-000000000006',
        kind: 'estate',
        name: '幸福小区',
        communityId: '411402004001',
        gridId: '411402004001001',
        children: 12,
        rooms: 480,
        households: 450,
        people: 1200,
      },
    ] as readonly PlaceNode[],
    total: 1,
  },
})

/** The communities and grids of the street with what stands in them, for the top of the tree page. */
export const placeAreas = defineAction({
  name: 'registry.units.areas',
  title: '辖区房屋概况',
  readOnly: true,
  hidden: true,
  input: {},
  example: {
    areas: [
      { communityId: '411402004001', gridId: '411402004001001', estates: 2, rooms: 480, households: 450, people: 1200 },
    ] as readonly PlaceArea[],
  },
})

/** What stands in a grid of a community, or in the community outside all grids. */
export interface PlaceArea {
  readonly communityId: string | null
  readonly gridId: string | null
  readonly estates: number
  readonly rooms: number
  readonly households: number
  readonly people: number
}

/** A place of the tree with its counts. */
export interface PlaceNode {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly communityId: string | null
  readonly gridId: string | null
  readonly children: number
  readonly rooms: number
  readonly households: number
  readonly people: number
}

import { choice, date, defineResource, integer, json, longText, text } from '@linli/kit'
import { areaSchema } from '../rules/area.ts'

/** The cells of the net (网格). Basic ones divide the area; dedicated ones (a park, an office tower) lie over them. */
export const cells = defineResource({
  name: 'grid.cells',
  title: '网格',
  scope: 'grid',
  display: 'name',
  fields: {
    code: text({
      title: '网格编码',
      required: true,
      immutable: true,
      unique: true,
      search: true,
      pattern: { source: '^\\d{15}$', zh: '网格编码是 15 位数字：社区代码加 3 位顺序号', en: '15 digits: the community and three more' },
      help: '社区 12 位代码加 3 位顺序号，如 411402004001001。',
    }),
    name: text({ title: '名称', required: true, max: 60, search: true, pinyin: true }),
    kind: choice({ title: '类别', required: true, default: 'basic', options: { basic: '基础网格', dedicated: '专属网格（楼宇、园区）' } }),
    note: longText({ title: '四至和说明', max: 500, help: '例如：东至前程路，西至护城河。' }),
    area: json(areaSchema, { title: '范围', readOnly: true }),
    squareMetres: integer({ title: '面积（平方米）', readOnly: true, min: 0 }),
    homes: integer({ title: '房屋', readOnly: true, min: 0 }),
    households: integer({ title: '户', readOnly: true, min: 0 }),
    people: integer({ title: '居民', readOnly: true, min: 0 }),
    countedOn: date({ title: '统计日期', readOnly: true }),
  },
  list: {
    columns: ['code', 'name', 'kind', 'homes', 'households', 'people', 'countedOn', 'communityId'],
    filters: ['kind', 'communityId', 'gridId'],
    sort: ['code', 'asc'],
  },
  writable: { import: false },
  empty: '还没有网格。点「新增」登记编码和名称，再到「网格地图」画出范围。',
})

/** The outline of a community, which its basic cells must fill (社区边界). The newest one holds; former ones stay as they were. */
export const outlines = defineResource({
  name: 'grid.outlines',
  title: '社区边界',
  scope: 'community',
  display: 'name',
  fields: {
    name: text({ title: '名称', required: true, max: 60 }),
    area: json(areaSchema, { title: '范围', readOnly: true }),
  },
  unique: [['communityId', 'name']],
  list: { columns: ['name', 'communityId'], filters: ['communityId'] },
  writable: { import: false },
  menu: false,
  empty: '还没有社区边界。在「网格地图」上画出后，系统才能查出没有被网格盖住的地方。',
})

import { choice, date, text } from '../field/index.ts'
import { defineResource } from '../resource/index.ts'

/** The communities of a street and their grids, with the days between which a code is valid (communities are merged and renamed). */
export const places = defineResource({
  name: 'platform.places',
  title: '辖区',
  scope: 'street',
  display: 'name',
  fields: {
    code: text({
      title: '代码',
      required: true,
      immutable: true,
      unique: true,
      search: true,
      pattern: { source: '^\\d{12}(\\d{3})?$', zh: '社区是 12 位数字，网格是 15 位数字', en: 'a community has 12 digits, a grid 15' },
    }),
    name: text({ title: '名称', required: true, max: 60, search: true, pinyin: true }),
    kind: choice({ title: '类别', required: true, immutable: true, options: { community: '社区', grid: '网格' } }),
    parentCode: text({
      title: '上级代码',
      help: '网格所属社区的 12 位代码；社区不填。',
      max: 12,
      immutable: true,
      pattern: { source: '^\\d{12}$', zh: '填 12 位社区代码', en: 'give the 12 digits of the community' },
    }),
    validFrom: date({ title: '启用日期' }),
    validTo: date({ title: '停用日期' }),
  },
  list: { columns: ['code', 'name', 'kind', 'parentCode', 'validTo'], filters: ['kind', 'parentCode'], sort: ['code', 'asc'] },
  writable: { import: false },
})

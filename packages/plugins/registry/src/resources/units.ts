import { defineReasons } from '@linli/core/refusal'
import { choice, defineResource, ref, text } from '@linli/kit'
import { UNIT_USE_OPTIONS } from '../rules/options.ts'

const reason = defineReasons({
  'unit.estate_has_parent': { zh: '小区是最上一级，不填上级', en: 'An estate is the top of the tree and has no parent' },
  'unit.parent_needed': { zh: '请选择所属的小区、楼栋或单元', en: 'Choose the estate, building or entrance it belongs to' },
})

/** Estates, buildings, entrances and rooms. Estate and building are columns beside the parent, so that everything in an estate is one indexed filter. */
export const units = defineResource({
  name: 'registry.units',
  title: '房屋',
  scope: 'grid',
  display: 'fullName',
  fields: {
    kind: choice({
      title: '类别',
      required: true,
      immutable: true,
      options: { estate: '小区', building: '楼栋', unit: '单元', room: '房间' },
    }),
    name: text({
      title: '名称',
      required: true,
      max: 60,
      search: true,
      pinyin: true,
      help: '小区填全名；楼栋、单元、房间填号，如 3号楼、2单元、501。',
    }),
    parentId: ref('registry.units', { title: '上级', immutable: true, help: '小区不填。' }),
    code: text({ title: '编码', max: 40, help: '标准地址编码，没有可不填。', search: true }),
    area: text({
      title: '建筑面积（平方米）',
      max: 10,
      pattern: {
        source: '^\\d{1,6}(\\.\\d{1,2})?$',
        zh: '填平方米数，最多两位小数，如 89.65',
        en: 'square metres with at most two decimals',
      },
      help: '按房产证填写；业主表决按它计算。',
    }),
    use: choice({ title: '用途', options: UNIT_USE_OPTIONS, default: 'home' }),
    fullName: text({ title: '地址', max: 200, readOnly: true, search: true, privacy: 'P1' }),
    estateId: ref('registry.units', { title: '所属小区', readOnly: true }),
    buildingId: ref('registry.units', { title: '所属楼栋', readOnly: true }),
    sortKey: text({ title: '排序', max: 120, readOnly: true }),
  },
  unique: [['communityId', 'fullName']],
  list: {
    columns: ['fullName', 'kind', 'area', 'gridId', 'communityId'],
    filters: ['kind', 'estateId', 'communityId', 'gridId'],
    sort: ['sortKey', 'asc'],
  },
  empty: '先新增小区，再逐级新增楼栋、单元、房间；也可以直接导入居民台账，房屋会一并建好。',
  check: ({ kind, parentId }) => {
    if (kind === 'estate' && parentId) return [reason('unit.estate_has_parent', undefined, 'parentId')]
    if (kind !== undefined && kind !== 'estate' && parentId === null) return [reason('unit.parent_needed', undefined, 'parentId')]
    return []
  },
})

import { useTitles } from '@linli/admin'

/** What the registry's own views say, in Chinese; the manifest's `english` has the rest. */
const TEXTS = {
  places: '房屋树',
  'places.help': '社区、小区、楼栋、单元、房间，逐级展开；数字是其中的房间、户和居民。',
  'places.by': '怎样排列',
  'places.byEstate': '按小区',
  'places.byGrid': '按网格',
  'places.noCommunity': '街道直管',
  'places.more': '还有 {rest} 处，继续显示',
  'places.empty': '还没有小区。到「房屋」里新增，或导入居民台账，房屋会一并建好。',
  'places.counts': '{rooms} 间 · {households} 户 · {people} 人',
  'places.noGrid': '未划网格',
  'places.open': '打开',
  'places.people': '居民',
  'person.households': '所在的户',
  'person.homes': '住处',
  'person.tags': '标签',
  'person.duplicates': '疑似重复与合并',
  'person.none': '没有',
  'person.since': '自 {from}',
  'person.until': '{from} 至 {to}',
  'person.protected': '内容受保护，打开后按用途查看',
  'person.merged': '合并记录，可撤销',
  'pair.column': '项目',
  'pair.createdAt': '登记时间',
  'household.away': '不在此居住',
  failed: '没有取到，请刷新重试',
  loading: '正在读取',
} as const

export type TextKey = keyof typeof TEXTS

/** A text of the registry's views in the language of the page. */
export function useTexts(): (key: TextKey, values?: Readonly<Record<string, string | number>>) => string {
  const title = useTitles()
  return (key, values = {}) =>
    title(`registry.text.${key}`, TEXTS[key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    )
}

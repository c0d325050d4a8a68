import { useTitles } from '@linli/admin'

/** What the alliance's own views say, in Chinese; the manifest's `english` has the rest. */
const TEXTS = {
  map: '商户分布图',
  'map.help': '没有底图，也不连外网。绿色为正常，红色为暂停，黄色为还在申请；点圆点或名称对照查看。',
  'map.category': '行业',
  'map.all': '全部行业',
  'map.open': '打开',
  'map.none': '没有这类商户。到「爱心商户」登记，填上位置就会出现在图上。',
  'map.located': '{total} 家商户，其中 {located} 家已填位置',
  'map.unlocated': '未填位置',
  'map.cut': '商户太多，只显示前 {shown} 家（共 {total} 家），请选行业缩小范围',
  loading: '正在读取',
} as const

/** A text of the alliance's views in the language of the page. */
export function useTexts(): (key: keyof typeof TEXTS, values?: Readonly<Record<string, string | number>>) => string {
  const title = useTitles()
  return (key, values = {}) =>
    title(`merchants.text.${key}`, TEXTS[key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    )
}

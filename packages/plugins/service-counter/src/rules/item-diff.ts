import type { ItemContent, MaterialTerms } from './item-content.ts'
import { KINDS, LINES, PAUSES, SOURCES } from './options.ts'

/** One difference between two versions, in words. */
export interface ItemChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly what: string
  readonly before: string
  readonly after: string
}

/**
 * What differs between two versions of an item, in the words of the catalogue. Materials are compared by their names.
 *
 * @example
 * diffItems(first, { ...first, promisedDays: 3 }) // [{ kind: 'changed', what: '承诺时限', before: '5 个工作日', after: '3 个工作日' }]
 */
export function diffItems(before: ItemContent | null, after: ItemContent): readonly ItemChange[] {
  const was = before ? wordsOf(before) : {}
  const is = wordsOf(after)
  const changes: ItemChange[] = Object.entries(is).flatMap(([what, text]) => change(what, was[what] ?? '', text))
  const old = new Map((before?.materials ?? []).map((material) => [material.name, material]))
  for (const material of after.materials) {
    const known = old.get(material.name)
    changes.push(...change(`材料「${material.name}」`, known ? materialWords(known) : '', materialWords(material)))
    old.delete(material.name)
  }
  for (const material of old.values()) changes.push(...change(`材料「${material.name}」`, materialWords(material), ''))
  return changes
}

function change(what: string, before: string, after: string): ItemChange[] {
  if (before === after) return []
  return [{ kind: before === '' ? 'added' : after === '' ? 'removed' : 'changed', what, before, after }]
}

function wordsOf(item: ItemContent): Record<string, string> {
  return {
    事项名称: item.name,
    业务条线: LINES[item.line],
    办件类型: KINDS[item.kind],
    承诺时限: `${item.promisedDays} 个工作日`,
    法定时限: item.legalDays === null ? '未单独规定（行政许可法二十个工作日）' : `${item.legalDays} 个工作日`,
    可延长: item.extensionDays === 0 ? '' : `${item.extensionDays} 个工作日`,
    可暂停的理由: item.pauses.map((code) => PAUSES[code]).join('、'),
    受理条件: item.conditions,
    办理依据: item.basis,
    收费: item.fee === 0 ? '不收费' : `${item.fee / 100} 元`,
    结果名称: item.resultDoc,
    办理地点: item.where,
  }
}

function materialWords({ source, required, canDefer, canPromise, copies, form, why }: MaterialTerms): string {
  const parts = [
    SOURCES[source],
    required ? '必备' : '按情形',
    canDefer ? '可容缺' : '不可容缺',
    canPromise ? '可承诺代替' : '',
    `${copies} 份`,
    form,
    why,
  ]
  return parts.filter((part) => part !== '').join('，')
}

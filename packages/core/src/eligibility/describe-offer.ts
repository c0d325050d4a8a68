import { formatFen, yuanText } from '../money/index.ts'
import { personTagName } from '../person/index.ts'
import { benefitText } from './discount.ts'
import type { EntitlementRule } from './entitlement.ts'
import type { OfferTerms } from './offer.ts'
import { limitText, weekdayText } from './usage.ts'

/**
 * The preview of an offer in one plain Chinese sentence, for the editor, the notice and the public page.
 * With a rule it begins with the people it is for. Never show the rule next to a named person: the pair says why she is entitled.
 *
 * @example
 * describeOffer({ benefit: { kind: 'percent', payPercent: 90 }, capFen: 2000, perPersonLimit: { n: 2, period: 'week' }, totalLimit: 200, from: '2026-01-01', to: '2026-12-31' }) // '每单打九折，最多优惠 20 元；每人每周限 2 次；共 200 份；2026-01-01 至 2026-12-31 有效。'
 */
export function describeOffer(terms: OfferTerms, rule?: EntitlementRule, tagName: (tag: string) => string = personTagName): string {
  const parts = [
    `${rule ? `${audienceText(rule, tagName)}：` : ''}${spendText(terms)}${actionText(terms)}${capText(terms)}`,
    terms.days ? `${weekdayText(terms.days)}可用` : '',
    terms.perPersonLimit ? limitText(terms.perPersonLimit) : '',
    terms.totalLimit === undefined ? '' : `共 ${terms.totalLimit} 份`,
    ...(terms.conditions ?? []).map((condition) => condition.trim()),
    terms.to === undefined ? `自 ${terms.from} 起有效` : `${terms.from} 至 ${terms.to} 有效`,
  ]
  return `${parts.filter((part) => part !== '').join('；')}。`
}

/**
 * The people an entitlement rule is for, in words. `tagName` gives the Chinese name of a street's own tags; the shipped ones are known.
 *
 * @example
 * audienceText({ any: ['高龄', '困难'], all: ['残疾'] }) // '残疾，且高龄或困难的居民'
 * audienceText({ any: ['aged', 'hardship'] }) // '高龄或困难的居民'
 * audienceText({}) // '全体持卡居民'
 */
export function audienceText(rule: EntitlementRule, tagName: (tag: string) => string = personTagName): string {
  const conditions = [
    (rule.all ?? []).map(tagName).join('且'),
    (rule.any ?? []).map(tagName).join('或'),
    rule.income ? `月收入不超过 ${formatFen(rule.income.monthlyAtMostFen, { grouped: true }).replace(/\.00$/, '')} 元` : '',
  ].filter((text) => text !== '')
  return conditions.length === 0 ? '全体持卡居民' : `${conditions.join('，且')}的居民`
}

function spendText(terms: OfferTerms): string {
  return terms.minSpendFen === undefined ? '每单' : `每单满 ${yuanText(terms.minSpendFen)}`
}

function actionText(terms: OfferTerms): string {
  const text = benefitText(terms.benefit)
  return terms.benefit.kind === 'percent' ? `打${text}` : text
}

function capText(terms: OfferTerms): string {
  return terms.capFen === undefined || terms.benefit.kind === 'fixed' ? '' : `，最多优惠 ${yuanText(terms.capFen)}`
}

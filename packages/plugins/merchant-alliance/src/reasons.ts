import { defineReasons } from '@linli/core/refusal'

/** Why the alliance refuses. What concerns a card's holder is said neutrally by core's eligibility. */
export const reason = defineReasons({
  'till.no_merchant': { zh: '这个账号没有绑定商户，请联系社区开通手机核销', en: 'This account is bound to no merchant; ask the community' },
  'till.too_many_tries': {
    zh: '核对失败次数过多，请 {minutes} 分钟后再试，或联系社区',
    en: 'Too many failed checks; try again in {minutes} minutes',
  },
  'till.unreadable': { zh: '没有找到这张卡，请核对卡号或重新扫码', en: 'No such card; check the number or scan again' },
  'till.card_needed': { zh: '请扫描爱心卡二维码，或输入卡号', en: 'Scan the card or type its number' },
  'till.no_offer': { zh: '本店目前没有可用的优惠', en: 'This shop has no offer at present' },
  'till.ticket_old': { zh: '核验已超过 5 分钟，请重新扫码', en: 'The check is older than five minutes; scan again' },
  'till.foreign_offer': { zh: '这不是本店的优惠', en: 'This offer belongs to another shop' },
  'till.foreign_redemption': { zh: '这不是本店的核销记录', en: 'This use belongs to another shop' },
  'redemption.expired': { zh: '预留已超时，请重新扫码计算', en: 'The reservation has run out; scan again' },
  'redemption.only_same_day': {
    zh: '只能撤销当天的核销，过后不再改账；有争议的请登记商户投诉',
    en: 'Only uses of the same day can be taken back; register a complaint for what is disputed later',
  },
  'merchant.agreement_order': { zh: '协议止不能早于协议起', en: 'The agreement cannot end before it begins' },
  'merchant.agreement_ended': { zh: '协议已于 {to} 到期，请先重新签约', en: 'The agreement ended on {to}; sign anew first' },
  'merchant.licence_ended': { zh: '营业执照已于 {to} 到期，请先更新执照', en: 'The licence ended on {to}; renew it first' },
  'merchant.not_open': { zh: '商户已退出或未通过，不能新增优惠', en: 'The merchant has left or was refused' },
  'offer.only_draft': {
    zh: '优惠已审核，内容不能再改。请先退回修改，改后重新签字',
    en: 'The offer is approved; send it back before changing it',
  },
  'offer.unsigned': {
    zh: '商户还没有签字。请商户在手机上签字，或上传签字单',
    en: 'The merchant has not signed; sign on the phone or upload the paper',
  },
  'offer.merchant_not_active': { zh: '商户目前不是「正常」状态，不能发布优惠', en: 'The merchant is not active' },
  'card.already': { zh: '这位居民已有一张爱心卡：{number}', en: 'This resident already has the card {number}' },
  'card.not_entitled': { zh: '这位居民目前不符合任何享受资格，请先核实标签', en: 'This resident fits no entitlement rule at present' },
  'income.future': { zh: '核对日期不能晚于今天', en: 'The proof cannot have been checked later than today' },
  'apply.community': { zh: '请选择店铺所在的社区', en: 'Choose the community of the shop' },
  'apply.known': { zh: '这家商户已登记或已申请过，请联系社区', en: 'This shop is known already; ask the community' },
  'apply.too_many': {
    zh: '今天的申请太多，请明天再试，或到社区登记',
    en: 'Too many applications today; try tomorrow or ask the community',
  },
  'score.future': { zh: '这一年还没有到', en: 'That year has not come yet' },
  'score.published': { zh: '评分已公布，不能再改', en: 'The score is published and stands' },
  'card.none': { zh: '您名下没有爱心卡，请联系社区', en: 'There is no card in your name; ask the community' },
  'card.person_gone': { zh: '这位居民已登记去世或已并入他人', en: 'This resident is recorded as deceased or merged' },
})

import { choice, defineAction, integer, money, ref, text } from '@linli/kit'

/** What a till shows of a card: whether it can be used and for what. Never why, never whose. */
export interface TillCard {
  readonly usable: boolean
  readonly message: string
  /** Proof that the card was there, for {@link reserve}; valid five minutes at this till alone. */
  readonly ticket: string | null
  readonly offers: readonly { readonly id: string; readonly title: string; readonly text: string }[]
}

/** Looks at a card by its rotating code or its number (扫码或输入卡号). */
export const checkCard = defineAction({
  name: 'merchants.check-card',
  title: '核对爱心卡',
  hidden: true,
  input: {
    token: text({ title: '爱心卡二维码', max: 60 }),
    number: text({ title: '卡号', max: 20 }),
  },
  example: {
    usable: true,
    message: '可享受',
    ticket: 'A1000001.code.1795320000.9f2c',
    offers: [{ id: '019abc00-0000-7000-8000-000000000001', title: '九折', text: '每单打九折，最多优惠 20 元。' }],
  } as TillCard,
})

/** A use that is held for the till until it is confirmed. */
export interface Reservation {
  readonly redemptionId: string
  readonly bill: number
  readonly discount: number
  readonly payable: number
  readonly text: string
  readonly expiresAt: string
}

/** Computes the discount and holds a place of the limits for two minutes (领用预留). */
export const reserve = defineAction({
  name: 'merchants.reserve',
  title: '计算优惠',
  hidden: true,
  input: {
    ticket: text({ title: '核验凭据', required: true, max: 120 }),
    offerId: ref('merchants.offers', { title: '优惠', required: true }),
    bill: money({ title: '账单金额', required: true, min: 1 }),
    key: text({ title: '提交编号', required: true, min: 8, max: 64, help: '同一次提交重复发送只算一次' }),
  },
  example: {
    redemptionId: '019abc00-0000-7000-8000-000000000002',
    bill: 12_345,
    discount: 1_234,
    payable: 11_111,
    text: '账单 123.45 元，优惠 12.34 元，应付 111.11 元',
    expiresAt: '2026-11-22T04:02:00.000Z',
  } as Reservation,
})

/** What the till hands to the customer. */
export interface Receipt {
  readonly redemptionId: string
  readonly receipt: string
  readonly text: string
}

/** Confirms what was held (确认核销). Confirming twice answers the same receipt. */
export const confirm = defineAction({
  name: 'merchants.confirm',
  title: '确认核销',
  hidden: true,
  input: { redemptionId: ref('merchants.redemptions', { title: '核销', required: true }) },
  example: {
    redemptionId: '019abc00-0000-7000-8000-000000000002',
    receipt: 'HX20261122-7K3M9Q',
    text: '账单 123.45 元，优惠 12.34 元，应付 111.11 元',
  } as Receipt,
})

/** Takes back a confirmed use on the same day (撤销). */
export const takeBack = defineAction({
  name: 'merchants.take-back',
  title: '撤销核销',
  hidden: true,
  input: {
    redemptionId: ref('merchants.redemptions', { title: '核销', required: true }),
    reason: text({ title: '原因', required: true, max: 100 }),
  },
  example: { reversed: true },
})

/** A merchant's own page: its state, its offers, its day. */
export interface Till {
  readonly merchant: { readonly id: string; readonly name: string; readonly status: string; readonly statusTitle: string }
  readonly offers: readonly {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly status: string
    readonly statusTitle: string
    readonly needsSignature: boolean
    readonly left: number | null
  }[]
  readonly today: { readonly count: number; readonly discount: number }
  readonly recent: readonly {
    readonly id: string
    readonly receipt: string
    readonly at: string
    readonly offer: string
    readonly bill: number
    readonly discount: number
    readonly payable: number
    readonly status: string
    readonly statusTitle: string
    readonly reversible: boolean
  }[]
}

/** The merchant's page on the phone. */
export const myTill = defineAction({
  name: 'merchants.my-till',
  title: '我的店',
  hidden: true,
  readOnly: true,
  input: { days: integer({ title: '最近几天', min: 1, max: 92, default: 7 }) },
  example: {
    merchant: { id: '019abc00-0000-7000-8000-000000000003', name: '白云粮油店', status: 'active', statusTitle: '正常' },
    offers: [],
    today: { count: 3, discount: 3_150 },
    recent: [],
  } as Till,
})

/** The merchant signs an offer on the phone (M8: nothing is published unsigned). */
export const signOffer = defineAction({
  name: 'merchants.sign-offer',
  title: '签字确认优惠',
  hidden: true,
  input: {
    offerId: ref('merchants.offers', { title: '优惠', required: true }),
    name: text({ title: '签字人姓名', required: true, max: 30 }),
    agree: choice({ title: '我已看清优惠内容并同意', options: { yes: '同意' }, required: true }),
  },
  example: { signedAt: '2026-11-22T04:00:00.000Z' },
})

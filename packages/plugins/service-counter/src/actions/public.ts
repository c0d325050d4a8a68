import { defineAction, integer, text } from '@linli/kit'

/** An item of the public guide. */
export interface GuideItem {
  readonly code: string
  readonly name: string
  readonly line: string
  readonly kind: string
  readonly promised: string
  readonly fee: string
  readonly conditions: string
  readonly basis: string
  readonly where: string
  readonly isVerified: boolean
  readonly materials: readonly { readonly name: string; readonly source: string; readonly needed: boolean; readonly note: string }[]
}

/** What can be done at the counter, what to bring and how long it takes: for anybody. */
export const guide = defineAction({
  name: 'counter.guide',
  title: '办事指南',
  public: true,
  readOnly: true,
  hidden: true,
  input: { q: text({ title: '找什么', max: 40 }) },
  example: {
    street: '',
    communities: [] as readonly { readonly code: string; readonly name: string }[],
    items: [] as readonly GuideItem[],
  },
})

/** How far a case is, for whoever has its slip and knows the last four characters of the applicant's document or telephone. No names are told. */
export const progress = defineAction({
  name: 'counter.progress',
  title: '进度查询',
  public: true,
  hidden: true,
  input: {
    no: text({ title: '回执编号', required: true, max: 30 }),
    tail: text({ title: '证件或电话后四位', required: true, min: 4, max: 4 }),
  },
  example: {
    found: true,
    message: '',
    no: '',
    item: '',
    state: '',
    promisedOn: null as string | null,
    isProvisional: false,
    standsStill: '',
    extended: '',
    missing: [] as readonly string[],
    lapseOn: null as string | null,
    steps: [] as readonly { readonly at: string; readonly what: string }[],
  },
})

/** How far a case is, in the words of the client's page. */
export interface Standing {
  readonly state: string
  readonly promisedOn: string | null
  readonly isProvisional: boolean
  readonly standsStill: string
  readonly extended: string
  readonly missing: readonly string[]
  readonly lapseOn: string | null
}

const key = text({ title: '手机密钥', required: true, min: 16, max: 64 })

/**
 * The client's page behind the QR of the slip. The first phone that opens it has the case from then on: its key, made on that phone, is what
 * rates; whoever printed the slip does not have it (decision 10).
 */
export const ratingPage = defineAction({
  name: 'counter.rating-page',
  title: '评价页面',
  public: true,
  hidden: true,
  input: { code: text({ title: '回执码', required: true, max: 90 }), key },
  example: {
    no: '',
    item: '',
    state: 'open' as 'open' | 'rated' | 'early' | 'elsewhere',
    message: '',
    street: '',
    standing: null as Standing | null,
  },
})

/** Frozen ratings with what was done about them, for anybody: no names, no numbers of cases, no telephones. */
export const publicRatings = defineAction({
  name: 'counter.public-ratings',
  title: '评价公示',
  public: true,
  readOnly: true,
  hidden: true,
  input: {},
  example: {
    street: '',
    total: 0,
    satisfied: 0,
    lines: [] as readonly {
      readonly day: string
      readonly item: string
      readonly grade: string
      readonly comment: string
      readonly reply: string
    }[],
  },
})

/** The client's rating, once a case and never by staff (K8). With the last four characters it counts as given by name. */
export const rate = defineAction({
  name: 'counter.rate',
  title: '提交评价',
  public: true,
  hidden: true,
  input: {
    code: text({ title: '回执码', required: true, max: 90 }),
    key,
    grade: integer({ title: '评价', required: true, min: 1, max: 5 }),
    comment: text({ title: '想说的话', max: 500, privacy: 'P1' }),
    tail: text({ title: '证件或电话后四位', max: 4 }),
  },
  example: { thanks: '谢谢您的评价', named: false },
})

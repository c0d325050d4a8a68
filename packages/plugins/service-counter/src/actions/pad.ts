import { defineAction, integer, text } from '@linli/kit'

const key = text({ title: '评价器密钥', required: true, min: 16, max: 64 })

/** What the pad at a window shows: a code to be paired by, nothing, or the case that its client is asked to rate. No names are told. */
export const pad = defineAction({
  name: 'counter.pad',
  title: '窗口评价器',
  public: true,
  hidden: true,
  input: { key },
  example: { state: 'idle' as 'unpaired' | 'idle' | 'ask', code: '', window: '', no: '', item: '' },
})

/** A rating by the client's own hand on the pad at the window (K8). */
export const padRate = defineAction({
  name: 'counter.pad-rate',
  title: '在评价器上评价',
  public: true,
  hidden: true,
  input: {
    key,
    no: text({ title: '回执编号', required: true, max: 30 }),
    grade: integer({ title: '评价', required: true, min: 1, max: 5 }),
    tail: text({ title: '证件或电话后四位', max: 4 }),
  },
  example: { thanks: '谢谢您的评价' },
})

/** Binds a pad to a window. The pad made its key itself; who pairs it never sees it. */
export const pairPad = defineAction({
  name: 'counter.windows.pair-pad',
  title: '配对评价器',
  help: '在窗口的平板上打开本系统网址后加「/m/#/counter/pad」的页面，把屏幕上的配对码填在这里。原来的评价器随即失效。',
  resource: 'counter.windows',
  input: { code: text({ title: '配对码', required: true, max: 20 }) },
  example: { code: '23456-789AB' },
})

/** Puts a decided case before the client, on the pad of the asker's own window. */
export const offerRating = defineAction({
  name: 'counter.applications.offer-rating',
  title: '请在评价器上评价',
  help: '没有智能手机的申请人，用窗口的评价器自己按。已经扫过回执的，请用自己的手机评价。',
  resource: 'counter.applications',
  offered: ({ decidedAt, ratedAt, claimedAt }) => decidedAt !== null && ratedAt === null && claimedAt === null,
  input: {},
  example: { window: '3 号窗口' },
  answer: { window: '请申请人在这个窗口的评价器上评价' },
})

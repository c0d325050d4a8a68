import { defineAction, ref, text } from '@linli/kit'

/** A body that a resident may ask to meet, with what is asked of it now. */
export interface MyDemand {
  readonly councilId: string
  readonly council: string
  readonly basis: string
  readonly running: {
    readonly id: string
    readonly why: string
    readonly backers: number
    readonly needed: number
    readonly backed: boolean
    readonly statusTitle: string
    readonly dueOn: string | null
  } | null
}

export const myDemands = defineAction({
  name: 'council.my-demands',
  title: '要求开会',
  hidden: true,
  readOnly: true,
  input: {},
  example: { bodies: [] } as { readonly bodies: readonly MyDemand[] },
})

/** Asks for a meeting; enough others who ask oblige the convener (联名要求召开). */
export const demandMeeting = defineAction({
  name: 'council.demand-meeting',
  title: '要求召开会议',
  hidden: true,
  input: {
    councilId: ref('council.councils', { title: '议事组织', required: true }),
    why: text({ title: '要议什么', required: true, min: 4, max: 200 }),
  },
  example: { demandId: '019abc00-0000-7000-8000-000000000001' },
})

export const backDemand = defineAction({
  name: 'council.back-demand',
  title: '联名',
  hidden: true,
  input: { demandId: ref('council.demands', { title: '要求', required: true }) },
  example: { backers: 3, needed: 3 },
})

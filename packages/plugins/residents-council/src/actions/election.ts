import { defineAction, json, ref } from '@linli/kit'
import * as z from 'zod'

/** An election as somebody on its roll sees it. */
export interface MyElection {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly statusTitle: string
  readonly seats: number
  readonly voteOn: string
  readonly base: number
  readonly cast: number
  readonly voted: boolean
  readonly sentence: string | null
  readonly candidates: readonly {
    readonly id: string
    readonly name: string
    readonly words: string | null
    /** Known once the votes are counted. */
    readonly votes: number | null
    readonly statusTitle: string
  }[]
}

export const myElections = defineAction({
  name: 'council.my-elections',
  title: '选举投票',
  hidden: true,
  readOnly: true,
  input: {},
  example: { elections: [] } as { readonly elections: readonly MyElection[] },
})

/** Votes for as many candidates as there are seats, or fewer, secretly. */
export const electSecretly = defineAction({
  name: 'council.elect',
  title: '投票选举',
  hidden: true,
  input: {
    electionId: ref('council.elections', { title: '选举', required: true }),
    picks: json(z.array(z.string().max(60)).max(20), { title: '选谁', required: true }),
  },
  example: { receipt: '9f2c81d07a4be365' },
})

/** A second election among those who were equal for the last seats. */
export const callRunoff = defineAction({
  name: 'council.elections.run-off',
  title: '再次投票',
  help: '在得票相等的候选人中再选一次。',
  resource: 'council.elections',
  offered: ({ status, outcome }) => outcome === 'runoff' && (status === 'counted' || status === 'done'),
  input: {},
  example: { electionId: '019abc00-0000-7000-8000-000000000001' },
})

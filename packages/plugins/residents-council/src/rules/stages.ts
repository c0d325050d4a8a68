import type { LANES, Way } from './options.ts'

/** A matter as its way is drawn for whoever proposed it. */
interface Standing {
  readonly way: Way
  readonly lane: keyof typeof LANES
  readonly state: string
  /** The states that it left so far, in order. */
  readonly left: readonly string[]
}

/** One stage of a matter's way: behind it, where it is, still to come. */
export interface Stage {
  readonly state: string
  readonly at: 'behind' | 'here' | 'ahead'
}

const AFTERWARDS = ['publicised', 'effective', 'inExecution', 'resultPublicised', 'evaluated', 'closed'] as const
const RESIDENTS = ['collected', 'proposed', 'underReview', 'inConsultation', 'voting', ...AFTERWARDS]
const PATHS: Readonly<Record<Way, Readonly<Record<keyof typeof LANES, readonly string[]>>>> = {
  residents: {
    ordinary: RESIDENTS,
    // A small matter is settled where it is talked about, unless it is put to the vote all the same.
    smallMatter: RESIDENTS.filter((state) => state !== 'voting'),
    emergency: ['collected', 'acting', ...AFTERWARDS],
  },
  branch: everyLane(['collected', 'branchProposing', 'inDiscussion', 'inPartyReview', 'inRepMeeting', ...AFTERWARDS]),
}

function everyLane(way: readonly string[]): Readonly<Record<keyof typeof LANES, readonly string[]>> {
  return { ordinary: way, smallMatter: way, emergency: way }
}

/**
 * The stages of a matter on the way that it goes, with where it is (§4.6, my-proposal tracker).
 * What ended off its way shows how far it came, and the end; nothing is ahead of it.
 *
 * @example
 * stagesOf({ way: 'branch', lane: 'ordinary', state: 'inPartyReview', left: ['collected', 'branchProposing', 'inDiscussion'] })[3] // { state: 'inPartyReview', at: 'here' }
 * stagesOf({ way: 'residents', lane: 'ordinary', state: 'outOfScope', left: ['collected'] }) // [{ state: 'collected', at: 'behind' }, { state: 'outOfScope', at: 'here' }]
 */
export function stagesOf({ way, lane, state, left }: Standing): readonly Stage[] {
  const isVoted = state === 'voting' || left.includes('voting')
  const path = PATHS[way][lane === 'smallMatter' && isVoted ? 'ordinary' : lane]
  const here = path.indexOf(state)
  if (here >= 0) return path.map((each, index) => ({ state: each, at: index < here ? 'behind' : index === here ? 'here' : 'ahead' }))
  const came = path.indexOf(left.at(-1) ?? '')
  return [...path.slice(0, came + 1).map((each) => ({ state: each, at: 'behind' as const })), { state, at: 'here' }]
}

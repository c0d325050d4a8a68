import { type Instant } from '../date/index.ts'
import { type Refusal } from '../refusal/index.ts'
import { reason } from './reasons.ts'
import { type VoteAttendance, type VoteProxy, type VoteRecord } from './record.ts'
import { type VoteRule } from './rule.ts'

/** Answers who was there and who stands for whom, from one record. */
export interface Presence {
  /** Present in person, online, or through a standing proxy whose holder is present. */
  readonly isPresent: (memberId: string, at: Instant) => boolean
  /** Why `holderId` may not vote for `principalId`; nothing when it may. */
  readonly proxyRefusal: (principalId: string, holderId: string) => Refusal | undefined
}

export function presenceOf(rule: VoteRule, record: VoteRecord): Presence {
  const stays = Map.groupBy(record.attendance ?? [], (stay) => stay.memberId)
  const roll = new Set(record.snapshot.members.map((member) => member.id))
  const proxies = readProxies(rule, roll, record.proxies ?? [])
  const isHere = (id: string, at: Instant): boolean => (stays.get(id) ?? []).some((stay) => covers(stay, Date.parse(at)))
  return {
    isPresent: (memberId, at) => {
      if (isHere(memberId, at)) return true
      const holder = proxies.standing.get(memberId)
      return holder !== undefined && isHere(holder, at)
    },
    proxyRefusal: (principalId, holderId) => {
      if (proxies.standing.get(principalId) === holderId) return undefined
      return proxies.refused.get(`${principalId}\n${holderId}`) ?? reason('vote.proxy_missing')
    },
  }
}

function covers(stay: VoteAttendance, at: number): boolean {
  return Date.parse(stay.in) <= at && (stay.out === undefined || at <= Date.parse(stay.out))
}

interface ReadProxies {
  readonly standing: ReadonlyMap<string, string>
  readonly refused: ReadonlyMap<string, Refusal>
}

function readProxies(rule: VoteRule, roll: ReadonlySet<string>, proxies: readonly VoteProxy[]): ReadProxies {
  const standing = new Map<string, string>()
  const refused = new Map<string, Refusal>()
  const held = new Map<string, number>()
  for (const { principalId, holderId, written } of proxies) {
    if (standing.has(principalId)) continue
    const count = held.get(holderId) ?? 0
    const refuse = (refusal: Refusal): void => void refused.set(`${principalId}\n${holderId}`, refusal)
    if (!written) refuse(reason('vote.proxy_missing'))
    else if (rule.proxyBy !== 'anyone' && !roll.has(holderId)) refuse(reason('vote.proxy_holder'))
    else if (count >= rule.proxyMax) refuse(reason('vote.proxy_limit', { max: rule.proxyMax }))
    else {
      standing.set(principalId, holderId)
      held.set(holderId, count + 1)
    }
  }
  return { standing, refused }
}

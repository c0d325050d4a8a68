import type { HouseholdRelation } from '@linli/core/person'
import type { NewRow, Row } from '@linli/kit'
import { sql } from 'kysely'
import { householdMembers, households, type units } from '../../resources/index.ts'
import type { LedgerLine } from '../../rules/ledger-line.ts'
import type { Ctx } from '../context.ts'
import { parts } from './parts.ts'

type Unit = Row<typeof units>
type Membership = Row<typeof householdMembers>

/** A household of the ledger: one that is there, or one that will be made. */
interface Known {
  id: string | undefined
  readonly name: string
  readonly number: string | null
  headPersonId: string | null
  hasHead: boolean
  isHeadNew: boolean
  /** Members who join with it, of a household that is new. */
  joining: number
}

/** Somebody who joins a household. */
export interface Joining {
  readonly personId: string
  readonly home: Unit
  readonly line: LedgerLine
  readonly present: readonly Membership[]
}

const UNNAMED = '（未定户主）'

/** The households of a ledger: found by number or head in their home, made where they are not there. */
export class LedgerHouseholds {
  readonly #all: Ctx
  readonly #inHome = new Map<string, Known[]>()
  readonly #byId = new Map<string, Known>()
  readonly #counted = new Set<string>()

  constructor(all: Ctx) {
    this.#all = all
  }

  /** Reads what stands in some homes. */
  async prepare(homes: readonly Unit[]): Promise<void> {
    const ids = [...new Set(homes.map(({ id }) => id))].filter((id) => !this.#inHome.has(id))
    for (const id of ids) this.#inHome.set(id, [])
    for (const part of parts(ids)) {
      for await (const row of this.#all.rows(households).each({ filter: { unitId: part, endedAt_empty: true } })) {
        const known: Known = {
          id: row.id,
          name: row.name ?? UNNAMED,
          number: row.number,
          headPersonId: row.headPersonId,
          hasHead: false,
          isHeadNew: false,
          joining: 0,
        }
        this.#inHome.get(row.unitId)?.push(known)
        this.#byId.set(row.id, known)
      }
    }
    for (const part of parts([...this.#byId.keys()])) {
      for await (const { householdId } of this.#all
        .rows(householdMembers)
        .each({ filter: { householdId: part, relation: 'head', to_empty: true } })) {
        const known = this.#byId.get(householdId)
        if (known) known.hasHead = true
      }
    }
  }

  /** Whether somebody is in the household of her line already, just as the line says. */
  isIn(home: Unit | undefined, line: LedgerLine, present: readonly Membership[]): boolean {
    const household = home && this.#find(home.id, line)
    const here = household?.id && present.find(({ householdId }) => householdId === household.id)
    if (!here) return false
    const relation = relationOf(line)
    return (relation === undefined || here.relation === relation) && here.livesHere === livesHere(line)
  }

  /** Puts people into the households of their lines. */
  async join(joining: readonly Joining[]): Promise<void> {
    const placed = joining.map((each) => ({ ...each, household: this.#householdOf(each) }))
    const isNew = new Set(placed.flatMap(({ household }) => (household.id === undefined ? [household] : [])))
    for (const { household } of placed) household.joining += 1
    await this.#make(placed)
    const rows = this.#all.rows(householdMembers)
    const fresh: NewRow<typeof householdMembers>[] = []
    for (const { household, personId, home, line, present } of placed) {
      const householdId = household.id ?? ''
      if (!isNew.has(household)) this.#counted.add(householdId)
      const named = relationOf(line)
      const here = present.find((row) => row.householdId === householdId)
      if (here) {
        await rows.update(here.id, { livesHere: livesHere(line), ...(named === undefined ? {} : { relation: named }) })
        continue
      }
      for (const row of present) {
        this.#counted.add(row.householdId)
        await rows.update(row.id, { to: this.#all.today })
      }
      const relation = named === 'head' && household.hasHead ? 'other_relative' : (named ?? 'non_relative')
      if (relation === 'head') household.hasHead = true
      const { communityId, gridId } = home
      fresh.push({ householdId, personId, relation, livesHere: livesHere(line), from: this.#all.today, communityId, gridId })
    }
    await rows.createMany(fresh)
  }

  /** Counts the members of every known household that changed; all of them, because one who came decides the others' tags too. */
  async finish(): Promise<readonly string[]> {
    if (this.#counted.size === 0) return []
    const ids = [...this.#counted]
    const street = this.#all.street.code
    await sql`update registry_households h set member_count = (
        select count(*) from registry_household_members m join registry_people p on p.street_id = m.street_id and p.id = m.person_id and p.deceased_at is null
        where m.street_id = h.street_id and m.household_id = h.id and m."to" is null)
      where h.street_id = ${street} and h.id = any(${ids}::uuid[])`.execute(this.#all.db)
    const { rows } = await sql<{ id: string }>`select distinct person_id as id from registry_household_members
      where street_id = ${street} and household_id = any(${ids}::uuid[]) and "to" is null`.execute(this.#all.db)
    return rows.map(({ id }) => id)
  }

  #find(homeId: string, line: LedgerLine): Known | undefined {
    const inHome = this.#inHome.get(homeId) ?? []
    const called = calledOf(line)
    return (
      inHome.find(({ number }) => line.householdNumber !== undefined && number === line.householdNumber) ??
      inHome.find(({ name }) => called !== undefined && name === `${called}户`) ??
      (called === undefined || inHome.every(({ name }) => name === UNNAMED) ? inHome[0] : undefined)
    )
  }

  #householdOf({ personId, home, line }: Joining): Known {
    let household = this.#find(home.id, line)
    if (!household) {
      const called = calledOf(line)
      household = {
        id: undefined,
        name: called === undefined ? UNNAMED : `${called}户`,
        number: line.householdNumber ?? null,
        headPersonId: null,
        hasHead: false,
        isHeadNew: false,
        joining: 0,
      }
      this.#inHome.set(home.id, [...(this.#inHome.get(home.id) ?? []), household])
    }
    if (household.headPersonId === null && relationOf(line) === 'head') {
      household.headPersonId = personId
      household.isHeadNew = true
    }
    return household
  }

  /** Makes the households that are not there, and names a head for those that had none. */
  async #make(placed: readonly { readonly household: Known; readonly home: Unit }[]): Promise<void> {
    const rows = this.#all.rows(households)
    const fresh = new Map<Known, NewRow<typeof households>>()
    const headed = new Set<Known>()
    for (const { household, home } of placed) {
      const { name, number, headPersonId, joining } = household
      if (household.id !== undefined) {
        if (household.isHeadNew) headed.add(household)
        continue
      }
      const { id: unitId, communityId, gridId, fullName: address } = home
      fresh.set(household, {
        unitId,
        communityId,
        gridId,
        address,
        estateId: home.kind === 'estate' ? home.id : home.estateId,
        number,
        headPersonId,
        name,
        memberCount: joining,
      })
    }
    for (const household of headed) await rows.update(household.id ?? '', { headPersonId: household.headPersonId })
    const made = await rows.createMany([...fresh.values()])
    for (const [index, household] of [...fresh.keys()].entries()) household.id = made[index]?.id
    for (const household of [...headed, ...fresh.keys()]) household.isHeadNew = false
  }
}

function relationOf(line: LedgerLine): HouseholdRelation | undefined {
  return line.relation ?? (line.head === line.name ? 'head' : undefined)
}

function calledOf(line: LedgerLine): string | undefined {
  return line.head ?? (line.relation === 'head' ? line.name : undefined)
}

function livesHere(line: LedgerLine): boolean {
  return line.residence !== 'separated'
}

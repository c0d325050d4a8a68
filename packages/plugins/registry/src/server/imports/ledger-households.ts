import type { Row } from '@linli/kit'
import { sql } from 'kysely'
import { householdMembers, households, type people, type units } from '../../resources/index.ts'
import type { LedgerLine } from '../../rules/ledger-line.ts'
import type { Ctx } from '../context.ts'
import type { LedgerPlaces } from './ledger-places.ts'

type Person = Row<typeof people>
type Unit = Row<typeof units>

/** A household of the ledger as this transaction knows it. */
interface Known {
  readonly id: string
  readonly isNew: boolean
  headPersonId: string | null
  hasHead: boolean
}

/** The households of a ledger: found by number or head in their home, made where they are not there. */
export class LedgerHouseholds {
  readonly #all: Ctx
  readonly #places: LedgerPlaces
  readonly #known = new Map<string, Known>()
  readonly #byId = new Map<string, Known>()
  readonly #counted = new Set<string>()

  constructor(all: Ctx, places: LedgerPlaces) {
    this.#all = all
    this.#places = places
  }

  /** Puts a person into the household of her line; whether that changed anything. */
  async join(person: Person, home: Unit, line: LedgerLine, isNew: boolean): Promise<boolean> {
    const isHead = line.relation === 'head' || (line.relation === undefined && line.head === line.name)
    const household = await this.#household(home, line, isHead ? person : undefined)
    const rows = this.#all.rows(householdMembers)
    const livesHere = line.residence !== 'separated'
    const present = isNew ? [] : (await rows.list({ filter: { personId: person.id, to_empty: true }, limit: 50, total: 'none' })).rows
    const here = present.find((row) => row.householdId === household.id)
    const named = isHead ? 'head' : line.relation
    if (here && (named === undefined || here.relation === named) && here.livesHere === livesHere) return false
    this.#counted.add(household.id)
    if (here) {
      await rows.update(here.id, { livesHere, ...(named === undefined ? {} : { relation: named }) })
      return true
    }
    for (const row of present) {
      this.#counted.add(row.householdId)
      await rows.update(row.id, { to: this.#all.today })
    }
    const relation = named === 'head' && (await this.#hasHead(household)) ? 'other_relative' : (named ?? 'non_relative')
    if (relation === 'head') household.hasHead = true
    const { communityId, gridId } = home
    await rows.create({ householdId: household.id, personId: person.id, relation, livesHere, from: this.#all.today, communityId, gridId })
    return true
  }

  /** Counts the members of every household that changed; all of them, because one who came decides the others' tags too. */
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

  /** The household of a home with this number or head; a home named without either has one household. */
  async #household(home: Unit, line: LedgerLine, head: Person | undefined): Promise<Known> {
    const called = line.head ?? head?.name
    const key = `${home.id}/${line.householdNumber ?? called ?? ''}`
    const household = this.#known.get(key) ?? (await this.#find(home, line, called)) ?? (await this.#create(home, line, called, head))
    this.#known.set(key, household)
    this.#byId.set(household.id, household)
    if (head && household.headPersonId === null) {
      household.headPersonId = head.id
      await this.#all.rows(households).update(household.id, { headPersonId: head.id })
    }
    return household
  }

  async #find(home: Unit, line: LedgerLine, called: string | undefined): Promise<Known | undefined> {
    if (this.#places.isNew(home.id)) return called === undefined ? this.#onlyOneIn(home) : undefined
    const inHome = await this.#all.rows(households).list({ filter: { unitId: home.id, endedAt_empty: true }, limit: 50, total: 'none' })
    const found =
      inHome.rows.find(({ number }) => line.householdNumber !== undefined && number === line.householdNumber) ??
      inHome.rows.find(({ name }) => called !== undefined && name === `${called}户`) ??
      (called === undefined || inHome.rows.every(({ headPersonId }) => headPersonId === null) ? inHome.rows[0] : undefined)
    return found && (this.#byId.get(found.id) ?? { id: found.id, isNew: false, headPersonId: found.headPersonId, hasHead: false })
  }

  #onlyOneIn(home: Unit): Known | undefined {
    return [...this.#known].find(([key]) => key.startsWith(`${home.id}/`))?.[1]
  }

  async #create(home: Unit, line: LedgerLine, called: string | undefined, head: Person | undefined): Promise<Known> {
    const { id: unitId, communityId, gridId, fullName: address } = home
    const row = await this.#all.rows(households).create({
      unitId,
      communityId,
      gridId,
      address,
      estateId: home.kind === 'estate' ? home.id : home.estateId,
      number: line.householdNumber,
      headPersonId: head?.id,
      name: called === undefined ? '（未定户主）' : `${called}户`,
    })
    return { id: row.id, isNew: true, headPersonId: head?.id ?? null, hasHead: false }
  }

  async #hasHead(household: Known): Promise<boolean> {
    if (household.hasHead || household.isNew) return household.hasHead
    const head = await this.#all.rows(householdMembers).first({ householdId: household.id, relation: 'head', to_empty: true })
    return head !== undefined
  }
}

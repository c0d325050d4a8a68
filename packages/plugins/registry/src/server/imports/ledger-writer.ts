import type { RecordedTag } from '@linli/core/person'
import type { Row, RowPatch } from '@linli/kit'
import type { ImportOutcome } from '@linli/store'
import { sql } from 'kysely'
import { householdMembers, households, people, personTags, residences, type units } from '../../resources/index.ts'
import type { LedgerLine } from '../../rules/ledger-line.ts'
import { isSensitiveTag } from '../../rules/tag-options.ts'
import type { Ctx } from '../context.ts'
import { byRule, type Batch } from '../hand.ts'
import { offerDuplicates } from '../merge/offer-duplicates.ts'
import { rederive } from '../tags/rederive.ts'
import { refreshOpenTags } from '../tags/open-tags.ts'
import { startTag } from '../tags/start-tag.ts'
import type { LedgerPlaces, LinePlace } from './ledger-places.ts'

type Person = Row<typeof people>
type Unit = Row<typeof units>
type Facts = Partial<Pick<Person, 'name' | 'idNumber' | 'sex' | 'birthDate' | 'phone' | 'ethnicity' | 'note'>>

/** Writes the lines of one transaction: what is there is found, what follows from all lines is done once at the end. */
export class LedgerWriter {
  readonly #all: Ctx
  readonly #places: LedgerPlaces
  readonly #batch: Batch = { people: new Set() }
  readonly #households = new Map<string, string>()
  readonly #counted = new Set<string>()
  readonly #tagged = new Set<string>()

  constructor(ctx: Ctx, places: LedgerPlaces) {
    this.#all = ctx.elevated()
    this.#places = places
  }

  /** Writes a line. A person with the same number, or with the same name, birth date and home, is the same person. */
  write(line: LedgerLine, place: LinePlace): Promise<ImportOutcome> {
    return byRule(() => this.#write(line, place), { source: this.#all.settings.ledgerSource, batch: this.#batch })
  }

  /** Counts, tags and compares once, after the last line. */
  async finish(): Promise<void> {
    const ids = [...this.#batch.people]
    await byRule(() => this.#recount())
    if (this.#tagged.size > 0) await refreshOpenTags(this.#all, [...this.#tagged])
    for (let start = 0; start < ids.length; start += 500) {
      const part = ids.slice(start, start + 500)
      await rederive(this.#all, part)
      await offerDuplicates(this.#all, part)
    }
  }

  async #write(line: LedgerLine, place: LinePlace): Promise<ImportOutcome> {
    const home = await this.#places.homeOf(line.home, place)
    const found = await this.#find(line, home)
    const facts: Facts = {
      name: line.name,
      idNumber: line.idNumber,
      sex: line.sex,
      birthDate: line.birthDate,
      phone: line.phone,
      ethnicity: line.ethnicity,
      note: noteOf(line),
    }
    const person = found ? await this.#update(found, facts) : await this.#create(facts, line, home)
    const hasMoved = await this.#reside(person, home, line)
    const hasJoined = await this.#join(person, home, line)
    const isTagged = await this.#tag(person, line)
    if (!found) return { outcome: 'created' }
    return { outcome: person.version !== found.version || hasMoved || hasJoined || isTagged ? 'updated' : 'unchanged' }
  }

  async #find(line: LedgerLine, home: Unit): Promise<Person | undefined> {
    const rows = this.#all.rows(people)
    if (line.idNumber !== undefined) {
      const same = await rows.first({ idNumber: line.idNumber })
      return same?.mergedInto ? rows.get(same.mergedInto) : same
    }
    return rows.first({ name: line.name, birthDate: line.birthDate, homeId: home.id, mergedInto_empty: true })
  }

  #create(facts: Facts, line: LedgerLine, home: Unit): Promise<Person> {
    const { communityId, gridId, fullName: address } = home
    const place = { homeId: home.id, estateId: estateOf(home), address, residenceKind: line.residence, communityId, gridId }
    return this.#all.rows(people).create({ ...facts, name: line.name, idType: line.idNumber ? 'resident' : 'none', ...place })
  }

  /** A ledger's blank cell is no fact: it empties nothing. The number itself is how she was found. */
  async #update(found: Person, { idNumber: _, ...facts }: Facts): Promise<Person> {
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as RowPatch<typeof people>
    return this.#all.rows(people).update(found.id, given, { reason: '居民台账导入' })
  }

  async #reside(person: Person, home: Unit, { residence: kind }: LedgerLine): Promise<boolean> {
    const rows = this.#all.rows(residences)
    const present = await rows.list({ filter: { personId: person.id, to_empty: true }, limit: 50, total: 'none' })
    const here = present.rows.find(({ unitId }) => unitId === home.id)
    if (here?.kind === kind) return false
    if (here) await rows.update(here.id, { kind })
    else {
      // The ledger says where she lives now; a registration elsewhere stays, a home elsewhere has been left.
      for (const row of present.rows) if (row.kind !== 'separated') await rows.update(row.id, { to: this.#all.today })
      await rows.create({ personId: person.id, unitId: home.id, kind })
    }
    const { communityId, gridId, fullName: address } = home
    const settled = { homeId: home.id, estateId: estateOf(home), address, residenceKind: kind, communityId, gridId }
    await byRule(() => this.#all.rows(people).update(person.id, settled), { batch: this.#batch })
    return true
  }

  async #join(person: Person, home: Unit, line: LedgerLine): Promise<boolean> {
    const isHead = line.relation === 'head' || (line.relation === undefined && line.head === line.name)
    const householdId = await this.#household(home, line, isHead ? person : undefined)
    const rows = this.#all.rows(householdMembers)
    const relation = isHead ? 'head' : (line.relation ?? 'non_relative')
    const livesHere = line.residence !== 'separated'
    const present = await rows.list({ filter: { personId: person.id, to_empty: true }, limit: 50, total: 'none' })
    const here = present.rows.find((row) => row.householdId === householdId)
    if (here && here.relation === relation && here.livesHere === livesHere) return false
    this.#counted.add(householdId)
    if (here) {
      await rows.update(here.id, { relation: line.relation === undefined && !isHead ? here.relation : relation, livesHere })
      return true
    }
    for (const row of present.rows) {
      this.#counted.add(row.householdId)
      await rows.update(row.id, { to: this.#all.today })
    }
    const taken = relation === 'head' && (await rows.first({ householdId, relation: 'head', to_empty: true }))
    await rows.create({ householdId, personId: person.id, relation: taken ? 'other_relative' : relation, livesHere })
    return true
  }

  /** The household of a home with this number or head; a home named without either has one household. */
  async #household(home: Unit, line: LedgerLine, head: Person | undefined): Promise<string> {
    const called = line.head ?? head?.name
    const key = `${home.id}/${line.householdNumber ?? called ?? ''}`
    const known = this.#households.get(key)
    if (known) {
      if (head) await this.#nameHead(known, head)
      return known
    }
    const rows = this.#all.rows(households)
    const inHome = await rows.list({ filter: { unitId: home.id, endedAt_empty: true }, limit: 50, total: 'none' })
    const found =
      inHome.rows.find(({ number }) => line.householdNumber !== undefined && number === line.householdNumber) ??
      inHome.rows.find(({ name }) => called !== undefined && name === `${called}户`) ??
      (called === undefined || inHome.rows.every(({ headPersonId }) => headPersonId === null) ? inHome.rows[0] : undefined)
    const household =
      found ??
      (await rows.create({
        unitId: home.id,
        number: line.householdNumber,
        headPersonId: head?.id,
        ...(called && !head ? { name: `${called}户` } : {}),
      }))
    if (found && head) await this.#nameHead(found.id, head)
    this.#households.set(key, household.id)
    return household.id
  }

  async #nameHead(householdId: string, head: Person): Promise<void> {
    const household = await this.#all.rows(households).get(householdId)
    if (household.headPersonId === null) await this.#all.rows(households).update(householdId, { headPersonId: head.id })
  }

  async #tag(person: Person, { categories }: LedgerLine): Promise<boolean> {
    if (!this.#all.settings.tagsFromLedger || categories.tags.length === 0 || person.deceasedAt) return false
    const held = await this.#all.rows(personTags).list({ filter: { personId: person.id, status: 'active' }, limit: 100, total: 'none' })
    const carried = new Set<string>(held.rows.map(({ tag }) => tag))
    const fresh = categories.tags.filter(({ tag }) => !carried.has(tag))
    for (const { tag, word } of fresh) await this.#startTag(person, tag, word)
    return fresh.length > 0
  }

  async #startTag(person: Person, tag: RecordedTag, word: string): Promise<void> {
    if (!isSensitiveTag(tag)) this.#tagged.add(person.id)
    await startTag(
      this.#all,
      { personId: person.id, ...person },
      { tag, basis: 'import', basisText: `居民台账类别：${word}`, from: this.#all.today },
    )
  }

  async #recount(): Promise<void> {
    if (this.#counted.size === 0) return
    await sql`update registry_households h set member_count = (
        select count(*) from registry_household_members m join registry_people p on p.street_id = m.street_id and p.id = m.person_id and p.deceased_at is null
        where m.street_id = h.street_id and m.household_id = h.id and m."to" is null)
      where h.street_id = ${this.#all.street.code} and h.id = any(${[...this.#counted]}::uuid[])`.execute(this.#all.db)
  }
}

function noteOf({ note, categories }: LedgerLine): string | undefined {
  const kept = categories.unknown.length > 0 ? `类别：${categories.unknown.join('、')}` : undefined
  return [note, kept].filter(Boolean).join('；').slice(0, 500) || undefined
}

function estateOf(unit: Unit): string | null {
  return unit.kind === 'estate' ? unit.id : unit.estateId
}

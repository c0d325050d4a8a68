import type { RecordedTag } from '@linli/core/person'
import type { Row, RowPatch } from '@linli/kit'
import type { ImportOutcome } from '@linli/store'
import { people, personTags, residences, type units } from '../../resources/index.ts'
import type { LedgerLine } from '../../rules/ledger-line.ts'
import { isSensitiveTag } from '../../rules/tag-options.ts'
import type { Ctx } from '../context.ts'
import { byRule, type Batch } from '../hand.ts'
import { offerDuplicates } from '../merge/offer-duplicates.ts'
import { refreshOpenTags } from '../tags/open-tags.ts'
import { rederive } from '../tags/rederive.ts'
import { startTag } from '../tags/start-tag.ts'
import { LedgerHouseholds } from './ledger-households.ts'
import type { LedgerPlaces, LinePlace } from './ledger-places.ts'

type Person = Row<typeof people>
type Unit = Row<typeof units>
type Facts = Partial<Pick<Person, 'name' | 'idNumber' | 'sex' | 'birthDate' | 'phone' | 'ethnicity' | 'note'>>

/** People whose tags are derived together. */
const PART = 500

/** Writes the lines of one transaction: what is there is found, what follows from all lines is done once at the end. */
export class LedgerWriter {
  readonly #all: Ctx
  readonly #places: LedgerPlaces
  readonly #households: LedgerHouseholds
  readonly #batch: Batch = { people: new Set() }
  readonly #tagged = new Set<string>()

  constructor(ctx: Ctx, places: LedgerPlaces) {
    this.#all = ctx.elevated()
    this.#places = places
    this.#households = new LedgerHouseholds(this.#all, places)
  }

  /**
   * Writes a line. The same number is the same person; without a number, the same name, birth date and home are.
   * `known` is the person that somebody chose for the line.
   */
  write(line: LedgerLine, place: LinePlace, known?: string): Promise<ImportOutcome> {
    return byRule(() => this.#write(line, place, known), { source: this.#all.settings.ledgerSource, batch: this.#batch })
  }

  /** Counts, tags and compares once, after the last line. */
  async finish(): Promise<void> {
    const mates = await byRule(() => this.#households.finish())
    const ids = [...new Set([...this.#batch.people, ...mates])]
    if (this.#tagged.size > 0) await refreshOpenTags(this.#all, [...this.#tagged])
    for (let start = 0; start < ids.length; start += PART) await rederive(this.#all, ids.slice(start, start + PART))
    await offerDuplicates(this.#all, [...this.#batch.people])
  }

  async #write(line: LedgerLine, place: LinePlace, known: string | undefined): Promise<ImportOutcome> {
    const home = await this.#places.homeOf(line.home, place)
    const found = await this.#find(line, home, known)
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
    const hasMoved = await this.#reside(person, home, line, found === undefined)
    const hasJoined = await this.#households.join(person, home, line, found === undefined)
    const isTagged = await this.#tag(person, line, found === undefined)
    if (!found) return { outcome: 'created' }
    return { outcome: person.version !== found.version || hasMoved || hasJoined || isTagged ? 'updated' : 'unchanged' }
  }

  async #find(line: LedgerLine, home: Unit, known: string | undefined): Promise<Person | undefined> {
    const rows = this.#all.rows(people)
    if (line.idNumber !== undefined) {
      const same = await rows.first({ idNumber: line.idNumber })
      if (same) return same.mergedInto ? rows.get(same.mergedInto) : same
    }
    if (known !== undefined && known !== 'new') return rows.find(known)
    if (line.idNumber !== undefined || this.#places.isNew(home.id)) return undefined
    return rows.first({ name: line.name, birthDate: line.birthDate, homeId: home.id, mergedInto_empty: true })
  }

  #create(facts: Facts, line: LedgerLine, home: Unit): Promise<Person> {
    return this.#all
      .rows(people)
      .create({ ...facts, name: line.name, idType: line.idNumber ? 'resident' : 'none', ...settledIn(home, line) })
  }

  /** A ledger's blank cell is no fact: it empties nothing. */
  #update(found: Person, { idNumber, ...facts }: Facts): Promise<Person> {
    const numbered = found.idNumber === null && idNumber !== undefined ? { idNumber, idType: 'resident' as const } : {}
    const given = Object.fromEntries(Object.entries({ ...facts, ...numbered }).filter(([, value]) => value !== undefined)) as RowPatch<
      typeof people
    >
    return this.#all.rows(people).update(found.id, given, { reason: '居民台账导入' })
  }

  async #reside(person: Person, home: Unit, line: LedgerLine, isNew: boolean): Promise<boolean> {
    const rows = this.#all.rows(residences)
    const { communityId, gridId, estateId } = settledIn(home, line)
    const kind = line.residence
    const present = isNew ? [] : (await rows.list({ filter: { personId: person.id, to_empty: true }, limit: 50, total: 'none' })).rows
    const here = present.find(({ unitId }) => unitId === home.id)
    if (here?.kind === kind) return false
    if (here) await rows.update(here.id, { kind })
    else {
      // The ledger says where she lives now; a registration elsewhere stays, a home elsewhere has been left.
      for (const row of present) if (row.kind !== 'separated') await rows.update(row.id, { to: this.#all.today })
      await rows.create({ personId: person.id, unitId: home.id, kind, communityId, gridId, estateId })
    }
    if (!isNew) await byRule(() => this.#all.rows(people).update(person.id, settledIn(home, line)), { batch: this.#batch })
    return true
  }

  async #tag(person: Person, { categories }: LedgerLine, isNew: boolean): Promise<boolean> {
    if (!this.#all.settings.tagsFromLedger || categories.tags.length === 0 || person.deceasedAt) return false
    const held = isNew
      ? []
      : (await this.#all.rows(personTags).list({ filter: { personId: person.id, status: 'active' }, limit: 100, total: 'none' })).rows
    const carried = new Set<string>(held.map(({ tag }) => tag))
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
}

function settledIn(
  home: Unit,
  line: LedgerLine,
): Pick<Person, 'homeId' | 'estateId' | 'address' | 'residenceKind' | 'communityId' | 'gridId'> {
  const { id: homeId, communityId, gridId, fullName: address } = home
  return { homeId, estateId: home.kind === 'estate' ? home.id : home.estateId, address, residenceKind: line.residence, communityId, gridId }
}

function noteOf({ note, categories }: LedgerLine): string | undefined {
  const kept = categories.unknown.length > 0 ? `类别：${categories.unknown.join('、')}` : undefined
  return [note, kept].filter(Boolean).join('；').slice(0, 500) || undefined
}

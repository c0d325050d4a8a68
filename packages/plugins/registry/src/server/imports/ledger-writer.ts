import type { NewRow, Row, RowPatch } from '@linli/kit'
import type { ImportOutcome } from '@linli/store'
import { people, residences, type units } from '../../resources/index.ts'
import type { LedgerLine } from '../../rules/ledger-line.ts'
import type { Ctx } from '../context.ts'
import { byRule, type Batch } from '../hand.ts'
import { offerDuplicates } from '../merge/offer-duplicates.ts'
import { rederive } from '../tags/rederive.ts'
import { startTags, type NewTag } from '../tags/start-tag.ts'
import { LedgerHouseholds } from './ledger-households.ts'
import { LedgerPeople } from './ledger-people.ts'
import type { LedgerPlaces, LinePlace } from './ledger-places.ts'
import { parts } from './parts.ts'

type Person = Row<typeof people>
type Unit = Row<typeof units>
type Facts = Partial<Pick<Person, 'name' | 'idNumber' | 'sex' | 'birthDate' | 'phone' | 'ethnicity' | 'note'>>

/** A line that waits for the end of its transaction, so that many are written in few statements. */
interface Waiting {
  line: LedgerLine
  place: LinePlace
  facts: Facts
  /** The person as she is, or none who is to be made. */
  readonly person: Person | undefined
  readonly isMoving: boolean
  readonly isJoining: boolean
}

/**
 * Writes the lines of one transaction. A line that is applied changes known people at once and lets everything else wait:
 * a refused line can be taken back alone, and what stands in no other row yet is made at the end in few statements.
 */
export class LedgerWriter {
  readonly people: LedgerPeople
  readonly #all: Ctx
  readonly #places: LedgerPlaces
  readonly #households: LedgerHouseholds
  readonly #batch: Batch = { people: new Set() }
  readonly #waiting = new Map<string, Waiting>()

  constructor(ctx: Ctx, places: LedgerPlaces) {
    this.#all = ctx.elevated()
    this.#places = places
    this.people = new LedgerPeople(this.#all)
    this.#households = new LedgerHouseholds(this.#all)
  }

  /** Reads what the registry knows of lines and their places. */
  async prepare(lines: readonly { readonly line: LedgerLine; readonly place: LinePlace }[]): Promise<void> {
    await this.people.prepare(lines.map(({ line }) => line))
    await this.#households.prepare(lines.flatMap(({ line, place }) => this.#places.find(line.home, place) ?? []))
  }

  /**
   * Takes a line. The same number is the same person; without a number, the same name, birth date and home are.
   * `known` is the person that somebody chose for the line.
   */
  async write(line: LedgerLine, place: LinePlace, known?: string): Promise<ImportOutcome> {
    const facts = factsOf(line)
    const key = line.idNumber ?? JSON.stringify([line.name, line.birthDate, line.home])
    const before = this.#waiting.get(key)
    if (before && !before.person) {
      this.#waiting.set(key, { ...before, line, place, facts: { ...before.facts, ...facts } })
      return { outcome: 'updated' }
    }
    const home = this.#places.find(line.home, place)
    const found = await this.#find(line, home, known)
    if (!found) {
      this.#waiting.set(key, { line, place, facts, person: undefined, isMoving: true, isJoining: true })
      return { outcome: 'created' }
    }
    const person = await this.#byLedger(() => this.#update(found, facts))
    const here = home && this.people.residencesOf(found.id).find(({ unitId }) => unitId === home.id)
    const isMoving = here?.kind !== line.residence
    const isJoining = !this.#households.isIn(home, line, this.people.membershipsOf(found.id))
    const isTagged = this.#freshTags(line, found).length > 0
    if (isMoving || isJoining || isTagged) this.#waiting.set(key, { line, place, facts, person, isMoving, isJoining })
    return { outcome: person.version !== found.version || isMoving || isJoining || isTagged ? 'updated' : 'unchanged' }
  }

  /** Writes what waits, then counts, tags and compares once. */
  async finish(): Promise<void> {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    const tagged = await this.#byLedger(() => this.#writeAll(waiting))
    const mates = await this.#byLedger(() => this.#households.finish())
    const retagged = new Set(tagged)
    for (const part of parts([...new Set([...this.#batch.people, ...mates, ...tagged])])) await rederive(this.#all, part, { retagged })
    await offerDuplicates(this.#all, [...this.#batch.people])
    this.#batch.people.clear()
  }

  #byLedger<T>(work: () => Promise<T>): Promise<T> {
    return byRule(work, { source: this.#all.settings.ledgerSource, batch: this.#batch })
  }

  async #find(line: LedgerLine, home: Unit | undefined, known: string | undefined): Promise<Person | undefined> {
    const same = line.idNumber === undefined ? undefined : this.people.numbered(line.idNumber)
    if (same) return same
    if (known !== undefined && known !== 'new') return this.people.choose(known)
    return home && line.idNumber === undefined ? this.people.living(line.name, line.birthDate, home.id) : undefined
  }

  /** A ledger's blank cell is no fact: it empties nothing. */
  #update(found: Person, { idNumber, ...facts }: Facts): Promise<Person> {
    const numbered = found.idNumber === null && idNumber !== undefined ? { idNumber, idType: 'resident' as const } : {}
    const given = { ...facts, ...numbered } as RowPatch<typeof people>
    return this.#all.rows(people).update(found.id, given, { reason: '居民台账导入' })
  }

  async #writeAll(waiting: readonly Waiting[]): Promise<readonly string[]> {
    await this.#places.build(waiting.map(({ line, place }) => ({ home: line.home, place })))
    const housed = waiting.flatMap((each) => {
      const home = this.#places.find(each.line.home, each.place)
      return home ? [{ ...each, home }] : []
    })
    const fresh = housed.filter(({ person }) => !person)
    const made = await this.#all.rows(people).createMany(
      fresh.map(({ facts, line, home }) => ({
        ...facts,
        name: line.name,
        idType: line.idNumber ? ('resident' as const) : ('none' as const),
        ...settledIn(home, line),
      })),
    )
    const persons = new Map(fresh.map((each, index) => [each, made[index] as Person]))
    const all = housed.map((each) => ({ ...each, person: each.person ?? (persons.get(each) as Person), isNew: !each.person }))
    await this.#settle(all.filter(({ isMoving }) => isMoving))
    const joining = all.filter(({ isJoining }) => isJoining)
    await this.#households.join(
      joining.map(({ person, home, line }) => ({ personId: person.id, home, line, present: this.people.membershipsOf(person.id) })),
    )
    const tags = all.flatMap(({ person, line }) =>
      this.#freshTags(line, person).map((tag) => ({ person: { personId: person.id, ...person }, tag })),
    )
    await startTags(this.#all, tags)
    return tags.map(({ person }) => person.personId)
  }

  /** The ledger says where somebody lives now: a registration elsewhere stays, a home elsewhere has been left. */
  async #settle(
    moving: readonly { readonly person: Person; readonly home: Unit; readonly line: LedgerLine; readonly isNew: boolean }[],
  ): Promise<void> {
    const rows = this.#all.rows(residences)
    const fresh: NewRow<typeof residences>[] = []
    for (const { person, home, line, isNew } of moving) {
      const present = this.people.residencesOf(person.id)
      const here = present.find(({ unitId }) => unitId === home.id)
      if (here) await rows.update(here.id, { kind: line.residence })
      else {
        for (const row of present) if (row.kind !== 'separated') await rows.update(row.id, { to: this.#all.today })
        const { communityId, gridId } = home
        fresh.push({ personId: person.id, unitId: home.id, kind: line.residence, communityId, gridId })
      }
      if (!isNew) await byRule(() => this.#all.rows(people).update(person.id, settledIn(home, line)), { batch: this.#batch })
    }
    await rows.createMany(fresh)
  }

  #freshTags({ categories }: LedgerLine, person: Person): readonly NewTag[] {
    if (!this.#all.settings.tagsFromLedger || person.deceasedAt) return []
    const carried = this.people.tagsOf(person.id)
    return categories.tags
      .filter(({ tag }) => !carried.has(tag))
      .map(({ tag, word }) => ({ tag, basis: 'import', basisText: `居民台账类别：${word}`, from: this.#all.today }))
  }
}

function factsOf(line: LedgerLine): Facts {
  const { name, idNumber, sex, birthDate, phone, ethnicity } = line
  const facts = { name, idNumber, sex, birthDate, phone, ethnicity, note: noteOf(line) }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

function noteOf({ note, categories }: LedgerLine): string | undefined {
  const kept = categories.unknown.length > 0 ? `类别：${categories.unknown.join('、')}` : undefined
  return [note, kept].filter(Boolean).join('；').slice(0, 500) || undefined
}

function settledIn(
  home: Unit,
  line: LedgerLine,
): Pick<Person, 'homeId' | 'estateId' | 'address' | 'residenceKind' | 'communityId' | 'gridId'> {
  const { id: homeId, communityId, gridId, fullName: address } = home
  return { homeId, estateId: home.kind === 'estate' ? home.id : home.estateId, address, residenceKind: line.residence, communityId, gridId }
}

import type { LocalDate } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { householdMembers, people, personTags, residences } from '../../resources/index.ts'
import type { LedgerLine } from '../../rules/ledger-line.ts'
import type { Ctx } from '../context.ts'
import { parts } from './parts.ts'

type Person = Row<typeof people>

/** What the registry knows of the people whom lines name, read for many lines at once. */
export class LedgerPeople {
  readonly #all: Ctx
  readonly #byNumber = new Map<string, Person>()
  readonly #bySelf = new Map<string, Person>()
  readonly #residences = new Map<string, Row<typeof residences>[]>()
  readonly #memberships = new Map<string, Row<typeof householdMembers>[]>()
  readonly #tags = new Map<string, Set<string>>()

  constructor(all: Ctx) {
    this.#all = all
  }

  async prepare(lines: readonly LedgerLine[]): Promise<void> {
    const found: string[] = []
    const numbers = lines.flatMap(({ idNumber }) => idNumber ?? [])
    for (const part of parts(numbers)) {
      for await (const person of this.#all.rows(people).each({ filter: { idNumber: part } })) {
        this.#byNumber.set(numberOf(person), person)
        found.push(person.id)
      }
    }
    const unnumbered = lines.filter(({ idNumber }) => idNumber === undefined)
    for (const part of parts(unnumbered)) {
      const name = [...new Set(part.map((line) => line.name))]
      const birthDate = [...new Set(part.flatMap((line) => line.birthDate ?? []))]
      for await (const person of this.#all.rows(people).each({ filter: { name, birthDate, mergedInto_empty: true } })) {
        this.#bySelf.set(selfOf(person.name, person.birthDate, person.homeId), person)
        found.push(person.id)
      }
    }
    for (const part of parts(found)) await this.#readAround(part)
  }

  /** Reads one person whom somebody chose for a line. */
  async choose(id: string): Promise<Person | undefined> {
    const person = await this.#all.rows(people).find(id)
    if (person) await this.#readAround([id])
    return person
  }

  numbered(idNumber: string): Person | undefined {
    return this.#byNumber.get(idNumber)
  }

  /** Somebody without a number, by name, birth date and home. */
  living(name: string, birthDate: LocalDate | undefined, homeId: string): Person | undefined {
    return this.#bySelf.get(selfOf(name, birthDate ?? null, homeId))
  }

  residencesOf(personId: string): readonly Row<typeof residences>[] {
    return this.#residences.get(personId) ?? []
  }

  membershipsOf(personId: string): readonly Row<typeof householdMembers>[] {
    return this.#memberships.get(personId) ?? []
  }

  tagsOf(personId: string): ReadonlySet<string> {
    return this.#tags.get(personId) ?? NONE
  }

  async #readAround(ids: readonly string[]): Promise<void> {
    const filter = { personId: ids, to_empty: true } as const
    for (const id of ids) {
      this.#residences.set(id, [])
      this.#memberships.set(id, [])
      this.#tags.set(id, new Set())
    }
    for await (const row of this.#all.rows(residences).each({ filter })) this.#residences.get(row.personId)?.push(row)
    for await (const row of this.#all.rows(householdMembers).each({ filter })) this.#memberships.get(row.personId)?.push(row)
    for await (const row of this.#all.rows(personTags).each({ filter: { personId: ids, status: 'active' } })) {
      this.#tags.get(row.personId)?.add(row.tag)
    }
  }
}

const NONE: ReadonlySet<string> = new Set()

/** Rows show a number's first six and last four characters; the birth date, which follows from it, is what stands between. */
function numberOf({ idNumber, birthDate }: Person): string {
  return `${idNumber?.slice(0, 6) ?? ''}${birthDate?.replaceAll('-', '') ?? ''}${idNumber?.slice(-4) ?? ''}`
}

function selfOf(name: string, birthDate: string | null, homeId: string | null): string {
  return `${name}/${birthDate ?? ''}/${homeId ?? ''}`
}

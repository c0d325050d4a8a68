import type { AnyAction, AnyResource } from '@linli/kit'
import { PLACES, type TestRow } from '../street/index.ts'
import type { Ask } from './caller.ts'
import type { Known, Population } from './known.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

type Values = Readonly<Record<string, unknown>>

/** What a play is given: the ways to call the street, each counted and held against the model like any other call. */
export interface Stage {
  readonly random: Random
  readonly today: string
  readonly now: string
  /** Different each time. */
  readonly n: number
  /** Somebody of a role, of a community or of the whole street. @throws where nobody has it */
  who(role: string, community?: string | null): Person
  /** Somebody whose post is bound to a record, such as a resident on their phone. */
  bound(role: string, community: string, subject: { readonly resource: string; readonly id: string }): Promise<Person>
  /** A living row that fits; where there is none the play ends. */
  pick(resource: Pick<AnyResource, 'name'>, fits?: (row: Known) => boolean): Known
  all(resource: Pick<AnyResource, 'name'>, fits?: (row: Known) => boolean): readonly Known[]
  /** The row, after it was created; where it was refused the play ends. */
  create(who: Person, resource: AnyResource, values: Values): Promise<Known>
  step(who: Person, row: Known, step: string, values?: Values): Promise<void>
  act<T = unknown>(who: Person, action: AnyAction, values?: Values, row?: Known): Promise<T>
  /** Lets hours go by, with what the clock brings. */
  pass(hours: number): Promise<void>
  file(who: Person): string
}

/** A way through several calls that chance would hardly find; chance plays on with what it leaves. Ends where a call is refused. */
export interface Play {
  readonly name: string
  /** How likely, against the other plays. @default 1 */
  readonly weight?: number
  run(stage: Stage): Promise<void>
}

/** A play that cannot go on. */
export class PlayEnds extends Error {}

/** What a stage stands on. */
export interface Backstage {
  readonly random: Random
  readonly population: Population
  readonly people: readonly Person[]
  ask(ask: Ask): Promise<{ readonly status: number; readonly code: string | undefined; readonly body: unknown }>
  hire(role: string, community: string, subject: { readonly resource: string; readonly id: string }): Promise<Person>
  pass(hours: number): Promise<void>
  file(who: Person): string | undefined
  today(): string
  now(): string
}

export function stageOf({ random, population, people, ask, hire, pass, file, today, now }: Backstage): Stage {
  let shown = 0
  const taken = async <T>(wanted: Ask): Promise<T> => {
    const answer = await ask(wanted)
    if (answer.status >= 400) throw new PlayEnds(answer.code ?? String(answer.status))
    return answer.body as T
  }
  const known = (id: string): Known => population.rows.get(id) ?? ends(`${id} does not live`)
  return {
    random,
    get today() {
      return today()
    },
    get now() {
      return now()
    },
    get n() {
      return (shown += 1)
    },
    who: (name, community = null) =>
      random.one(
        people.filter(({ role, street, ...at }) => role === name && (at.community ?? null) === community && street === PLACES.street),
      ) ?? ends(`there is no ${name}`),
    bound: hire,
    pick: ({ name }, fits = () => true) => random.one(population.of(name).filter(fits)) ?? ends(`there is no ${name}`),
    all: ({ name }, fits = () => true) => population.of(name).filter(fits),
    create: async (who, resource, values) => known((await taken<TestRow>({ who, does: 'create', resource, values })).id),
    step: async (who, row, step, values = {}) => {
      await taken({ who, does: 'step', row, step, values, version: row.writes })
    },
    act: (who, action, values = {}, row) => taken({ who, does: 'act', action, row, values }),
    pass,
    file: (who) => file(who) ?? ends('there is no file'),
  }
}

function ends(why: string): never {
  throw new PlayEnds(why)
}

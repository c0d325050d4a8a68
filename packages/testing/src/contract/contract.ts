import type { AnyPlugin, AnyResource } from '@linli/kit'
import { makeSampler, type SamplePlace, type Sampler, type Samples } from '../sample/index.ts'
import { PLACES, type TestClient, type TestModule, testStreet, type TestStreet } from '../street/index.ts'

/** What the parts of the suite work with; open while the tests of one database run. */
export interface Contract {
  readonly plugin: AnyPlugin
  readonly modules: readonly TestModule[]
  readonly t: TestStreet
  readonly sampler: Sampler
  /** May everything, everywhere in the street. */
  readonly chief: TestClient
  /** May everything in the community where the samples are. */
  readonly here: TestClient
  /** May everything in the other community of the street. */
  readonly there: TestClient
  /** May everything in another street. */
  readonly abroad: TestClient
  /** May everything in another grid of the community. */
  readonly besides: TestClient
  /** Has an account and no post. */
  readonly nobody: TestClient
  /** Who writes rows of a resource: for what belongs to the street, somebody of the street. */
  writer(resource: AnyResource): TestClient
}

export const EAST: SamplePlace = { street: PLACES.street, community: PLACES.east, grid: PLACES.firstGrid }
export const WEST: SamplePlace = { street: PLACES.street, community: PLACES.west, grid: `${PLACES.west}001` }

const EVERYTHING = { allow: ['**'], show: 'P3', reveal: 'P3' } as const

export async function openContract(
  modules: readonly TestModule[],
  plugin: AnyPlugin,
  samples: Samples,
  postgres: boolean,
): Promise<Contract> {
  const t = await testStreet(modules, { postgres })
  const chief = t.as({ role: EVERYTHING })
  const here = t.as({ role: EVERYTHING, community: PLACES.east })
  return {
    plugin,
    modules,
    t,
    sampler: makeSampler(
      t,
      modules.map((module) => module.plugin),
      samples,
    ),
    chief,
    here,
    there: t.as({ role: EVERYTHING, community: PLACES.west }),
    abroad: t.as({ role: EVERYTHING, street: PLACES.otherStreet }),
    besides: t.as({ role: EVERYTHING, community: PLACES.east, grid: PLACES.secondGrid }),
    nobody: t.as(),
    writer: (resource) => (resource.scope === 'street' ? chief : here),
  }
}

export function mayCreate({ writable }: AnyResource): boolean {
  return writable?.create !== false
}

export function mayUpdate({ writable }: AnyResource): boolean {
  return writable?.update !== false
}

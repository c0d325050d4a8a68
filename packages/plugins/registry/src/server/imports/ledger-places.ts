import { places } from '@linli/kit/platform'
import { defineReasons, type Refusal } from '@linli/core/refusal'
import { units } from '../../resources/index.ts'
import { divisionsOf, type HomeAddress } from '../../rules/address.ts'
import type { LedgerLine } from '../../rules/ledger-line.ts'
import { placeUnit, type UnitKind } from '../../rules/unit-place.ts'
import type { Ctx } from '../context.ts'
import type { Row } from '@linli/kit'

const reason = defineReasons({
  'ledger.community_unknown': {
    zh: '没有叫“{text}”的社区，请填本街道的社区名称或 12 位代码',
    en: 'There is no community "{text}" in this street',
  },
  'ledger.community_missing': {
    zh: '看不出属于哪个社区，请填“社区”列',
    en: 'Which community it belongs to cannot be told; fill in the column 社区',
  },
  'ledger.community_out_of_reach': { zh: '“{text}”不在您的辖区，不能导入', en: '"{text}" is outside your area' },
  'ledger.grid_unknown': { zh: '没有“{text}”这个网格，请填网格名称或 15 位编码', en: 'There is no grid "{text}"' },
  'ledger.grid_elsewhere': { zh: '网格“{text}”不属于{community}', en: 'The grid "{text}" does not belong to {community}' },
})

type Unit = Row<typeof units>

/** Where a line of the ledger belongs. */
export interface LinePlace {
  readonly communityId: string
  readonly gridId: string | null
}

/** The places that lines of one ledger name, read once. */
export class LedgerPlaces {
  /** Divisions that may stand before an estate in an address. */
  readonly divisions: readonly string[]
  readonly #ctx: Ctx
  readonly #all: Ctx
  readonly #communities: ReadonlyMap<string, string>
  readonly #grids: ReadonlyMap<string, string | null>
  readonly #estates = new Map<string, string | null>()
  readonly #units = new Map<string, Unit>()
  readonly #built = new Set<string>()

  private constructor(ctx: Ctx, grids: ReadonlyMap<string, string | null>) {
    this.#ctx = ctx
    this.#all = ctx.elevated()
    this.#grids = grids
    this.#communities = new Map(
      ctx.street.communities.flatMap(({ code, name }) => [code, ...aliasesOf(name)].map((alias) => [alias, code])),
    )
    this.divisions = [
      ...divisionsOf(ctx.street.officialName),
      ctx.street.name,
      ctx.street.officialName,
      ...ctx.street.communities.flatMap(({ name }) => aliasesOf(name).filter((alias) => /[社区会]$/.test(alias))),
    ]
  }

  static async read(ctx: Ctx): Promise<LedgerPlaces> {
    const grids = new Map<string, string | null>()
    for await (const { code, name } of ctx
      .elevated()
      .rows(places)
      .each({ filter: { kind: 'grid' } })) {
      grids.set(code, code)
      // Two communities may both have a 第一网格: a name then means nothing without its community.
      const community = code.slice(0, 12)
      grids.set(`${community}/${name}`, code)
      grids.set(name, grids.has(name) ? null : code)
    }
    return new LedgerPlaces(ctx, grids)
  }

  /** The community and grid of a line: from its columns, else from its estate, else the only community in the caller's reach. */
  async placeOf(line: LedgerLine): Promise<{ readonly place: LinePlace } | { readonly refusal: Refusal }> {
    const named = line.community === undefined ? undefined : this.#communityNamed(line.community)
    if (line.community !== undefined && named === undefined) {
      return { refusal: reason('ledger.community_unknown', { text: line.community }, 'community') }
    }
    const grid = line.grid === undefined ? undefined : this.#gridNamed(line.grid, named)
    if (line.grid !== undefined && !grid) return { refusal: reason('ledger.grid_unknown', { text: line.grid }, 'grid') }
    const communityId = named ?? grid?.slice(0, 12) ?? (await this.#communityOfEstate(line.home.estate)) ?? this.#onlyCommunity()
    if (!communityId) return { refusal: reason('ledger.community_missing', undefined, 'community') }
    if (grid && !grid.startsWith(communityId)) {
      return { refusal: reason('ledger.grid_elsewhere', { text: line.grid ?? '', community: line.community ?? '' }, 'grid') }
    }
    if (!this.#reaches(communityId, grid ?? null)) {
      return { refusal: reason('ledger.community_out_of_reach', { text: line.community ?? line.grid ?? line.home.estate }, 'community') }
    }
    return { place: { communityId, gridId: grid ?? null } }
  }

  /** Whether a home was built in this transaction, so that nothing can stand in it yet. */
  isNew(unitId: string): boolean {
    return this.#built.has(unitId)
  }

  /** The home of a line, built as far as it is not there. A home that has a grid keeps it. */
  async homeOf({ estate, building, entrance, room }: HomeAddress, { communityId, gridId }: LinePlace): Promise<Unit> {
    let unit = await this.#unit('estate', estate, undefined, communityId, null)
    unit = await this.#unit('building', building, unit, communityId, gridId)
    if (entrance !== undefined) unit = await this.#unit('unit', entrance, unit, communityId, gridId)
    if (room !== undefined) unit = await this.#unit('room', room, unit, communityId, gridId)
    return unit
  }

  async #unit(kind: UnitKind, name: string, parent: Unit | undefined, communityId: string, gridId: string | null): Promise<Unit> {
    const key = `${parent?.id ?? communityId}/${kind}/${name}`
    const known = this.#units.get(key)
    if (known) return known
    const rows = this.#all.rows(units)
    // In a unit that was just built stands nothing yet.
    const isNew = parent !== undefined && this.#built.has(parent.id)
    const found = isNew ? undefined : await rows.first(parent ? { parentId: parent.id, kind, name } : { kind, name, communityId })
    const unit = found ?? (await this.#build(kind, name, parent, communityId, gridId))
    const placed = gridId !== null && unit.gridId === null && kind !== 'estate' ? await rows.update(unit.id, { gridId }) : unit
    this.#units.set(key, placed)
    return placed
  }

  async #build(kind: UnitKind, name: string, parent: Unit | undefined, communityId: string, gridId: string | null): Promise<Unit> {
    const place = placeUnit(kind, name, parent)
    const unit = await this.#all
      .rows(units)
      .create({ ...place, kind, parentId: parent?.id ?? null, communityId, gridId: gridId ?? parent?.gridId ?? null })
    this.#built.add(unit.id)
    return unit
  }

  #communityNamed(text: string): string | undefined {
    return this.#communities.get(text.replace(/\s/g, ''))
  }

  #gridNamed(text: string, community: string | undefined): string | null | undefined {
    const name = text.replace(/\s/g, '')
    return (community === undefined ? undefined : this.#grids.get(`${community}/${name}`)) ?? this.#grids.get(name)
  }

  async #communityOfEstate(estate: string): Promise<string | undefined> {
    let known = this.#estates.get(estate)
    if (known === undefined) {
      const found = await this.#all.rows(units).list({ filter: { kind: 'estate', name: estate }, limit: 2, total: 'none' })
      known = found.rows.length === 1 ? (found.rows[0]?.communityId ?? null) : null
      this.#estates.set(estate, known)
    }
    return known ?? undefined
  }

  #onlyCommunity(): string | undefined {
    const scope = this.#ctx.actor.access.scope('registry.residents')
    const communities =
      scope.kind === 'street'
        ? this.#ctx.street.communities.map(({ code }) => code)
        : scope.kind === 'places'
          ? [...new Set([...scope.communities, ...scope.grids.map((code) => code.slice(0, 12))])]
          : []
    return communities.length === 1 ? communities[0] : undefined
  }

  #reaches(communityId: string, gridId: string | null): boolean {
    const scope = this.#ctx.actor.access.scope('registry.residents')
    if (scope.kind !== 'places') return scope.kind === 'street'
    return scope.communities.includes(communityId) || (gridId !== null && scope.grids.includes(gridId))
  }
}

/** How people write a community: its full name, without 居委会, without 社区, and its code. */
function aliasesOf(name: string): string[] {
  const short = name.replace(/(居民委员会|居委会)$/, '')
  const bare = short.replace(/社区$/, '')
  return [...new Set([name, short, bare, `${bare}社区`, `${bare}社区居委会`, `${bare}社区居民委员会`])]
}

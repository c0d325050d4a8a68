import { street } from '../street.ts'

/** An estate of the demo street; names are invented. The report counts 19 estates with a party branch. */
export interface Estate {
  readonly community: string
  readonly name: string
  readonly buildings: number
  readonly entrances: number
  readonly floors: number
}

/** The communities by code, as the ledger writes them. */
export const COMMUNITY_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  street.communities.map(({ code, name }) => [code, name]),
)

const of = (community: string, ...estates: readonly (readonly [string, number, number, number])[]): Estate[] =>
  estates.map(([name, buildings, entrances, floors]) => ({ community, name, buildings, entrances, floors }))

export const ESTATES: readonly Estate[] = [
  ...of('411402004001', ['前程花园', 6, 3, 6], ['向阳小区', 5, 2, 6], ['书香苑', 4, 2, 11], ['粮食局家属院', 3, 2, 5]),
  ...of('411402004002', ['绿苑新村', 7, 3, 6], ['翠竹园', 4, 2, 6], ['锦绣家园', 4, 2, 18], ['棉纺厂家属院', 5, 2, 4]),
  ...of('411402004003', ['清江小区', 6, 3, 6], ['滨河苑', 4, 2, 11], ['安居小区', 5, 2, 6], ['二中家属院', 2, 2, 5]),
  ...of('411402004004', ['大陈新居', 6, 2, 6], ['和顺园', 4, 2, 11], ['东方名城', 4, 2, 18], ['陈庄安置区', 6, 2, 6]),
  ...of('411402004005', ['广源小区', 6, 3, 6], ['明珠花园', 4, 2, 11], ['铁路家属院', 4, 2, 5]),
]

/** Four grids in each community; its estates lie in them in turn. */
export const GRIDS_PER_COMMUNITY = 4

/** The 15-digit code of a community's n-th grid, from 1. */
export function gridCode(community: string, n: number): string {
  return `${community}${String(n).padStart(3, '0')}`
}

/** The grid of a building: an estate's buildings are dealt over two neighbouring grids, as large estates are split. */
export function gridOf(estate: Estate, building: number): string {
  const place = ESTATES.filter(({ community }) => community === estate.community).indexOf(estate)
  const half = building > estate.buildings / 2 ? 1 : 0
  return gridCode(estate.community, ((place + half) % GRIDS_PER_COMMUNITY) + 1)
}

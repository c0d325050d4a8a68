import { defineStreet, type Street } from '@linli/kit'
import type { TestModule } from './test-module.ts'

/** The invented places of every test street: two streets of two communities, and two grids in the first community. */
export const PLACES = {
  /** 9-digit code of the street that tests act in unless they say otherwise. */
  street: '990100001',
  /** Another street of the same process; nobody may see across. */
  otherStreet: '990100002',
  /** 12-digit codes. */
  east: '990100001001',
  west: '990100001002',
  abroad: '990100002001',
  /** 15-digit codes of two grids of the community `east`. */
  firstGrid: '990100001001001',
  secondGrid: '990100001001002',
} as const

/** The two streets with the same modules. */
export function testStreets(modules: readonly TestModule[]): readonly [Street, Street] {
  const used = modules.map(({ plugin, settings = {} }) => ({ plugin, settings }))
  return [
    defineStreet({
      code: PLACES.street,
      name: '试验街道',
      officialName: '试验市试验区试验街道办事处',
      communities: [
        { code: PLACES.east, name: '东社区' },
        { code: PLACES.west, name: '西社区' },
      ],
      modules: used,
    }),
    defineStreet({
      code: PLACES.otherStreet,
      name: '别处街道',
      officialName: '试验市试验区别处街道办事处',
      communities: [
        { code: PLACES.abroad, name: '北社区' },
        { code: '990100002002', name: '南社区' },
      ],
      modules: used,
    }),
  ]
}

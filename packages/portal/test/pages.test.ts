import { expect, test } from 'vitest'
import { definePortal, type Me } from '../src/index.ts'
import { pagesFor } from '../src/pages.ts'

const me = (modules: readonly string[], permissions: readonly string[]): Me => ({
  account: { id: 'a', name: '刘志强', username: 'shop', mustChangePassword: false },
  street: { code: '411402004', name: '白云街道' },
  modules: modules.map((id) => ({ id })),
  permissions: Object.fromEntries(permissions.map((name) => [name, {}])),
})
const page = (path: string, permission: string) => ({ path, title: path, permission, load: () => Promise.resolve({ default: () => null }) })

function modules(): { fetched: string[]; entries: Record<string, { portal: () => Promise<{ default: unknown }> }> } {
  const fetched: string[] = []
  const entry = (id: string, ...pages: ReturnType<typeof page>[]) => ({
    portal: () => {
      fetched.push(id)
      return Promise.resolve({ default: definePortal({ id }, { pages }) })
    },
  })
  return {
    fetched,
    entries: {
      merchants: entry('merchants', page('till', 'merchants.my-till'), page('card', 'merchants.my-card')),
      grid: entry('grid', page('patrol', 'grid.patrol')),
    },
  }
}

test('a person gets the pages of the permissions held, under the address of the module', async () => {
  const { entries } = modules()
  const pages = await pagesFor(me(['merchants', 'grid'], ['merchants.my-till', 'constructor']), entries)
  expect(pages.map(({ address }) => address)).toEqual(['/merchants/till'])
})

test('a module that is off is not even fetched', async () => {
  const { fetched, entries } = modules()
  expect(await pagesFor(me(['merchants', 'registry'], ['grid.patrol']), entries)).toEqual([])
  expect(fetched).toEqual(['merchants'])
})

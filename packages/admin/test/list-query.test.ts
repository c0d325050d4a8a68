import { describe, expect, it } from 'vitest'
import { countedOf, cursorMemory, filterOf, listQuery } from '../src/provider/index.ts'

describe('what a list asks for', () => {
  it('turns pages into ranges with both ends', () => {
    const query = listQuery({ pagination: { page: 3, perPage: 25 }, sort: { field: 'name', order: 'DESC' } }, {})
    expect(query).toEqual({ filter: {}, sort: ['name', 'DESC'], range: [50, 74] })
  })

  it('leaves out conditions that were left empty', () => {
    expect(filterOf({ q: '', gender: null, tags: [], status: ['open'], seats: 0, outdoor: false })).toEqual({
      status: ['open'],
      seats: 0,
      outdoor: false,
    })
  })

  it('narrows what is divided by place to the chosen place, and nothing else', () => {
    const grid = '411402004001002'
    expect(filterOf({}, 'community', '411402004001')).toEqual({ communityId: '411402004001' })
    expect(filterOf({}, 'grid', grid)).toEqual({ gridId: grid })
    expect(filterOf({}, 'community', grid)).toEqual({ communityId: '411402004001' })
    expect(filterOf({}, 'street', '411402004001')).toEqual({})
  })

  it('does not fight a place or rows that were asked for', () => {
    expect(filterOf({ communityId: '411402004002' }, 'grid', '411402004001')).toEqual({ communityId: '411402004002' })
    expect(filterOf({ id: ['a'] }, 'grid', '411402004001')).toEqual({ id: ['a'] })
  })
})

describe('how many there are', () => {
  it.each([
    ['registry.people 0-24/319', null, { total: 319, more: false }],
    ['registry.people 0-24/1000', 'true', { total: 1000, more: true }],
    ['registry.people 0-24/*', null, { more: false }],
    [null, null, { more: false }],
  ])('reads %s', (range, more, counted) => {
    expect(countedOf(range, more)).toEqual(counted)
  })
})

describe('cursors', () => {
  const page = (number: number, filter = {}): ReturnType<typeof listQuery> =>
    listQuery({ pagination: { page: number, perPage: 10 } }, filter)

  it('lead to the next page of the same list, and of no other', () => {
    const memory = cursorMemory()
    memory.remember('a.b', page(1), 'after-10')
    expect(memory.before('a.b', page(2))).toBe('after-10')
    expect(memory.before('a.b', page(3))).toBeUndefined()
    expect(memory.before('a.b', page(2, { status: 'open' }))).toBeUndefined()
    expect(memory.before('a.c', page(2))).toBeUndefined()
  })

  it('never lead to the first page, and are forgotten when a row is written', () => {
    const memory = cursorMemory()
    memory.remember('a.b', page(1), 'after-10')
    expect(memory.before('a.b', page(1))).toBeUndefined()
    memory.forget('a.b')
    expect(memory.before('a.b', page(2))).toBeUndefined()
  })
})

import { parseInput } from '@linli/kit'
import { describe, expect, it } from 'vitest'
import { createErrors, updateErrors } from '../src/form/index.ts'
import { people, requests } from './app/clubs/index.ts'
import { posts } from '@linli/kit/platform'

const resource = (definition: unknown): Parameters<typeof createErrors>[0] => definition as Parameters<typeof createErrors>[0]

describe('what a form says about its values', () => {
  it('is what the server says', () => {
    const values = { title: ' ', personId: '', budget: 2_000_00, seats: 0 }
    const parsed = parseInput(requests.fields, values)
    const said = parsed.ok ? {} : Object.fromEntries(parsed.faults.map(({ field, zh }) => [field, zh]))
    expect(said).toHaveProperty('title')
    expect(createErrors(resource(requests), values)).toEqual(said)
  })

  it('does not complain about a mask that nobody touched', () => {
    const before = { id: '1', name: '王丽', idNumber: '990101********1234', phone: '138****1234' }
    expect(updateErrors(resource(people), { ...before, gender: 'male' }, before)).toEqual({})
    expect(updateErrors(resource(people), { ...before, phone: '123' }, before)).toHaveProperty('phone')
  })

  it('accepts identity numbers of nobody in demo data alone', () => {
    const values = { name: '王丽', idNumber: '990101194003071235' }
    const parsed = parseInput(people.fields, values, { allowTestArea: true })
    expect(createErrors(resource(people), values, { allowTestArea: true })).toEqual(parsed.ok ? {} : { idNumber: parsed.faults[0]?.zh })
    expect(createErrors(resource(people), values)).toHaveProperty('idNumber')
  })

  it('runs the rules of the resource over the row as it would be', () => {
    const before = { accountId: '1', roleId: '2', from: '2026-05-01', to: null }
    expect(updateErrors(resource(posts), { ...before, to: '2026-04-01' }, before)).toEqual({ to: '结束日期不能早于开始日期' })
  })
})

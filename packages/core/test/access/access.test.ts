import { expect, test } from 'vitest'
import { accessOf, matches, type Role } from '../../src/access/index.ts'

const clerk: Role = {
  name: 'clerk',
  title: '窗口',
  allow: ['registry.*.read', 'counter.**'],
  deny: [],
  clearance: { show: 'P1', reveal: 'P2' },
}
const auditor: Role = {
  name: 'auditor',
  title: '审计',
  allow: ['**'],
  deny: ['*.*.create', 'counter.cases.update'],
  clearance: { show: 'P2', reveal: 'P0' },
}
const at = (role: string, communityId?: string, from = '2026-01-01', to?: string) => ({
  role,
  place: { streetId: '411402004', communityId: communityId ?? null },
  from,
  to,
})

test('a permission that no role gives is refused with advice', () => {
  const decision = accessOf([clerk], [at('clerk')], '2026-11-22').decide('registry.people.update')
  expect(decision).toMatchObject({ allowed: false, refusal: { code: 'access.not_granted' } })
})

test('a deny of one role wins over the allow of another, and names the role', () => {
  const access = accessOf([clerk, auditor], [at('clerk'), at('auditor')], '2026-11-22')
  expect(access.decide('counter.cases.create')).toMatchObject({ allowed: false, by: ['auditor'], refusal: { code: 'access.denied' } })
  expect(access.decide('counter.cases.read')).toMatchObject({ allowed: true, by: ['clerk', 'auditor'] })
})

test('a permission reaches only where its own posts are held', () => {
  const access = accessOf([clerk, auditor], [at('clerk', '411402004001'), at('auditor', '411402004002')], '2026-11-22')
  expect(access.scope('counter.cases.read')).toMatchObject({ communities: ['411402004001', '411402004002'] })
  expect(access.scope('party.members.read')).toMatchObject({ communities: ['411402004002'] })
  expect(access.scope('registry.people.erase')).toMatchObject({ communities: ['411402004002'] })
})

test('a post counts on its first and last day and on no other', () => {
  const allowedOn = (day: string) =>
    accessOf([clerk], [at('clerk', undefined, '2026-03-01', '2026-03-31')], day).decide('registry.people.read').allowed
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(allowedOn)).toEqual([false, true, true, false])
})

test('clearances of several posts add up part by part', () => {
  expect(accessOf([clerk, auditor], [at('clerk'), at('auditor')], '2026-11-22').clearance).toEqual({ show: 'P2', reveal: 'P2' })
})

test('patterns match whole parts', () => {
  expect(matches('registry.*.read', 'registry.people.read')).toBe(true)
  expect(matches('registry.*', 'registry.people.read')).toBe(false)
  expect(matches('registry.**', 'registry.people.read')).toBe(true)
  expect(matches('registry.people', 'registry.people.read')).toBe(false)
  expect(matches('reg.**', 'registry.people.read')).toBe(false)
  expect(matches('a.b.c', 'a.b')).toBe(false)
})

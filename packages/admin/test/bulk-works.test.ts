import { defineAction, text } from '@linli/kit'
import type { RaRecord } from 'react-admin'
import { describe, expect, it } from 'vitest'
import { bulkWorks } from '../src/list/bulk-works.ts'
import { requests } from './app/clubs/index.ts'

const remind = defineAction({
  name: 'clubs.requests.remind',
  title: '提醒',
  resource: 'clubs.requests',
  input: { note: text({ title: '说明' }) },
  bulk: true,
  offered: ({ status }) => status === 'submitted',
  example: null,
})
const single = defineAction({ name: 'clubs.requests.print', title: '打印', resource: 'clubs.requests', input: {}, example: null })
const row = (id: string, status: string): RaRecord => ({ id, status })
const namesFor = (rows: readonly RaRecord[], may = (_permission: string): boolean => true): readonly string[] =>
  bulkWorks(requests, rows, [remind, single], may, 'me').map(({ name }) => name)

describe('what can be done with chosen rows', () => {
  it('is what every one of them allows as it is now', () => {
    expect(namesFor([row('1', 'submitted'), row('2', 'submitted')])).toContain('clubs.requests.accept')
    expect(namesFor([row('1', 'submitted'), row('2', 'accepted')])).toEqual(['clubs.requests.refuse'])
  })

  it('is an action only where the action says that it may be done to many', () => {
    expect(namesFor([row('1', 'submitted')])).toContain('clubs.requests.remind')
    expect(namesFor([row('1', 'submitted')])).not.toContain('clubs.requests.print')
  })

  it('is no step that is for somebody else alone', () => {
    const workflow = requests.workflow
    const accept = { ...workflow?.steps.accept, waitsFor: 'createdBy', alone: true }
    const own = { ...requests, workflow: { ...workflow, steps: { ...workflow?.steps, accept } } } as typeof requests
    const namesOf = (createdBy: string): readonly string[] =>
      bulkWorks(own, [{ ...row('1', 'submitted'), createdBy }], [], () => true, 'me').map(({ name }) => name)
    expect(namesOf('me')).toContain('clubs.requests.accept')
    expect(namesOf('somebody')).toEqual(['clubs.requests.refuse'])
  })

  it('is nothing that the person may not do', () => {
    expect(namesFor([row('1', 'submitted')], (permission) => permission === 'clubs.requests.accept')).toEqual(['clubs.requests.accept'])
  })
})

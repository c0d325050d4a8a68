import { date } from '@linli/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secretOf } from '../src/account/secret.ts'
import { deviceName } from '../src/account/device-name.ts'
import { chartOption } from '../src/chart/chart-options.ts'
import { endOfDay, instantOf, instantText, plainText } from '../src/field/format.ts'
import { byClock, type InboxItem } from '../src/home/inbox.ts'
import { fileName } from '../src/http/index.ts'
import { columnsOf, exportColumns } from '../src/list/columns.ts'
import { defaultParams } from '../src/report/default-params.ts'
import { judge, withVerdict } from '../src/platform/role-patterns.ts'
import { timeLeft } from '../src/record/time-left.ts'
import { stepPath } from '../src/step/step-path.ts'
import { moduleList } from '../src/vite/index.ts'
import { clubs, people, requests } from './app/clubs/index.ts'

describe('moments', () => {
  it('are read and written in China, wherever the browser stands', () => {
    expect(instantText('2026-11-22T16:30:00.000Z')).toBe('2026-11-23 00:30')
    expect(instantOf('2026-11-23T00:30')).toBe('2026-11-22T16:30:00.000Z')
    expect(endOfDay('2026-11-22')).toBe('2026-11-22T15:59:59.999Z')
    expect(instantOf('')).toBeNull()
  })

  it('survive the form', () => {
    const minute = fc.integer({ min: 0, max: 60_000_000 }).map((n) => new Date(n * 60_000).toISOString())
    fc.assert(fc.property(minute, (iso) => instantOf(instantText(iso).replace(' ', 'T')) === iso))
  })

  it('say how long is left, never more than there is', () => {
    expect(timeLeft('2026-11-25T10:00:00Z', '2026-11-22T09:00:00Z')).toEqual({ overdue: false, unit: 'days', n: 3 })
    expect(timeLeft('2026-11-22T09:59:00Z', '2026-11-22T09:00:00Z')).toEqual({ overdue: false, unit: 'hours', n: 0 })
    expect(timeLeft('2026-11-20T08:00:00Z', '2026-11-22T09:00:00Z')).toEqual({ overdue: true, unit: 'days', n: 2 })
  })
})

describe('values in a line', () => {
  it('use the words of the definition', () => {
    expect(plainText(people.fields.gender, 'female')).toBe('女')
    expect(plainText(people.fields.tags, ['aged', 'poor'])).toBe('高龄、困难')
    expect(plainText(requests.fields.budget, 123_456)).toBe('1,234.56 元')
    expect(plainText({ kind: 'integer', hundredths: true }, 8750)).toBe('87.5')
    expect(plainText(undefined, null)).toBe('—')
  })
})

describe('the inbox', () => {
  const item = (id: string, dueAt: string | null, overdue: boolean, since: string): InboxItem => ({
    id,
    dueAt,
    dueProvisional: false,
    overdue,
    since,
    resource: 'a.b',
    resourceTitle: '',
    label: '',
    status: '',
    statusTitle: '',
    steps: [],
    communityId: null,
  })

  it('puts what is overdue first, then what is due soonest, what has no clock last', () => {
    const items = [
      item('none', null, false, '1'),
      item('later', '2026-12-02', false, '1'),
      item('soon', '2026-12-01', false, '1'),
      item('late', '2026-11-01', true, '1'),
    ]
    expect(byClock(items).map(({ id }) => id)).toEqual(['late', 'soon', 'later', 'none'])
  })
})

describe('the stepper', () => {
  const workflow = requests.workflow as never
  it('shows the way to the state and usually on', () => {
    expect(stepPath(workflow, { status: 'submitted' })).toEqual({ states: ['submitted', 'accepted', 'approved'], at: 0 })
    expect(stepPath(workflow, { status: 'refused' })).toEqual({ states: ['submitted', 'refused'], at: 1 })
    // Where a short cut exists, the usual way is said; off it, the way there is found.
    const usual = ['submitted', 'accepted', 'approved']
    expect(stepPath({ ...(workflow as object), usual } as never, { status: 'accepted' })).toEqual({ states: usual, at: 1 })
    expect(stepPath({ ...(workflow as object), usual } as never, { status: 'refused' })).toEqual({
      states: ['submitted', 'refused'],
      at: 1,
    })
    const aside = {
      initial: 'draft',
      usual: ['draft', 'review', 'decided', 'filed'],
      states: { draft: {}, review: {}, paused: {}, withdrawn: { final: true }, decided: { tone: 'good' }, filed: { final: true } },
      steps: {
        accept: { from: ['draft'], to: 'review' },
        withdraw: { from: ['draft', 'review', 'paused'], to: 'withdrawn' },
        pause: { from: ['review'], to: 'paused' },
        resume: { from: ['paused'], to: 'review' },
        decide: { from: ['review'], to: 'decided' },
        file: { from: ['decided'], to: 'filed' },
      },
    }
    // Beside the usual way: how it came there, and on along the usual way, not to whatever ends it.
    expect(stepPath(aside as never, { status: 'paused' })).toEqual({ states: ['draft', 'review', 'paused', 'decided', 'filed'], at: 2 })
  })

  it('shows a row the way of its own kind', () => {
    const ways = {
      initial: 'open',
      usual: ['open', 'tried', 'done'],
      otherWays: [{ when: { kind: ['urgent'] }, states: ['open', 'done'] }],
      states: { open: {}, tried: {}, hurried: {}, done: { final: true } },
      steps: {
        hurry: { from: ['open'], to: 'hurried', when: { kind: ['urgent'] } },
        try: { from: ['open'], to: 'tried', when: { kind: ['usual'] } },
        finish: { from: ['tried', 'hurried'], to: 'done' },
      },
    }
    expect(stepPath(ways as never, { status: 'done', kind: 'usual' })).toEqual({ states: ['open', 'tried', 'done'], at: 2 })
    expect(stepPath(ways as never, { status: 'done', kind: 'urgent' })).toEqual({ states: ['open', 'done'], at: 1 })
    expect(stepPath(ways as never, { status: 'hurried', kind: 'urgent' })).toEqual({ states: ['open', 'hurried', 'done'], at: 1 })
  })
})

describe('columns', () => {
  it('leave out of lists what is more personal than contact data', () => {
    const { shown, hidden } = columnsOf(people as never)
    expect(shown).toContain('phone')
    expect([...shown, ...hidden]).not.toContain('idNumber')
    expect([...shown, ...hidden]).not.toContain('illness')
    expect(exportColumns(people as never)).toContain('idNumber')
  })

  it('leave out what is kept for rules', () => {
    const keyed = { ...people, fields: { ...people.fields, name: { ...people.fields.name, internal: true } }, list: { columns: ['phone'] } }
    const { shown, hidden } = columnsOf(keyed as never)
    expect([...shown, ...hidden, ...exportColumns(keyed as never)]).not.toContain('name')
  })
})

describe('permissions of a role', () => {
  const rules = { allow: ['clubs.people.*', 'clubs.requests.read'], deny: ['*.*.export'] }

  it('a deny wins, and the pattern that decides is named', () => {
    expect(judge(rules, 'clubs.people.export')).toEqual({ verdict: 'deny', pattern: '*.*.export' })
    expect(judge(rules, 'clubs.people.read')).toEqual({ verdict: 'allow', pattern: 'clubs.people.*' })
    expect(judge(rules, 'clubs.requests.read')).toEqual({ verdict: 'allow', pattern: null })
    expect(judge(rules, 'clubs.settle')).toEqual({ verdict: 'none', pattern: null })
  })

  it('what is chosen holds, unless a wider pattern says otherwise', () => {
    const verdicts = ['none', 'allow', 'deny'] as const
    fc.assert(
      fc.property(fc.constantFrom(...verdicts), fc.constantFrom(...verdicts), (first, second) => {
        const none = { allow: [], deny: [] }
        const changed = withVerdict(withVerdict(none, 'clubs.settle', first), 'clubs.settle', second)
        return judge(changed, 'clubs.settle').verdict === second
      }),
    )
  })
})

describe('the list of modules for the browser', () => {
  it('names the entries that a module has and the app wants', () => {
    const text = moduleList({ modules: [{ plugin: clubs as never, settings: {} }] }, ['admin', 'portal'])
    expect(text).toContain(
      `"clubs": { manifest: () => import("@linli/admin-test-clubs"), admin: () => import("@linli/admin-test-clubs/admin") }`,
    )
    expect(text).not.toContain('portal')
    expect(moduleList({ modules: [{ plugin: clubs as never, settings: {} }] }, ['portal'])).not.toContain('/admin")')
  })
})

describe('the conditions of a report', () => {
  const day = (title: string) => date({ title, required: true })

  it('open with the present month where a period is asked for', () => {
    expect(defaultParams({ from: day('从'), to: day('到') }, '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22' })
    expect(defaultParams({ on: day('日期') }, '2026-11-22')).toEqual({})
  })
})

describe('small readings', () => {
  it('names downloads', () => {
    expect(fileName("attachment; filename*=UTF-8''%E4%BA%BA.xlsx")).toBe('人.xlsx')
    expect(fileName('attachment; filename="a.xlsx"')).toBe('a.xlsx')
    expect(fileName("attachment; filename*=UTF-8''%E4%")).toBeNull()
  })

  it('names devices', () => {
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0) Chrome/140.0')).toBe('Windows · Chrome 140')
    expect(deviceName(null)).toBe('—')
  })

  it('groups the key of the two-step sign-in so that it can be read out', () => {
    expect(secretOf('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&issuer=y')).toBe('JBSW Y3DP EHPK 3PXP')
  })

  it('draws nothing but what was counted', () => {
    const option = chartOption({ type: 'bar', labels: ['a', 'b'], series: [{ name: 's', values: [1, 2] }] }, { text: '#000', line: '#ccc' })
    expect(option).toMatchObject({ xAxis: { data: ['a', 'b'] }, series: [{ type: 'bar', data: [1, 2] }] })
  })
})

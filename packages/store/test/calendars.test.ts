import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarYears } from '@linli/kit/platform'
import type { LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, benches, everywhere, NORTH, STREET, system } from './parks.ts'

const DAYS = '元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。\n春节：2月5日至11日放假，共7天。'

describe.each(legs)('the calendar of a street on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  const now = '2026-12-30T02:00:00.000Z'
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
  })
  afterAll(() => ground.destroy())

  const broken = (at: string, extra: Record<string, unknown> | null = null): Promise<string> =>
    store.run(as(everywhere, { now: at }), async (ctx) => {
      const { id } = await ctx.rows(benches).create({ place: '亭', communityId: NORTH, extra })
      await ctx.rows(benches).step(id, 'damage', { note: '裂' })
      return id
    })
  const bench = (id: string): Promise<{ dueAt: string | null; dueProvisional: boolean }> =>
    store.read(as(everywhere), (ctx) => ctx.rows(benches).get(id))
  const enter = (days: string, year = 2027): Promise<void> =>
    store.run({ ...as(everywhere, { now }), pluginId: 'platform' }, async (ctx) => {
      const door = ctx.rows(calendarYears)
      const known = await door.first({ year })
      if (known) await door.update(known.id, { days })
      else await door.create({ year, days, source: '国办发明电〔2026〕1 号' })
      await store.calendars.changed(ctx)
    })

  test('learns an entered year at once, counts open promises anew and says so, and leaves what a rule set', async () => {
    const plain = await broken(now)
    const own = await broken(now, { promised: '2027-01-03T16:00:00.000Z' })
    expect(await bench(plain)).toMatchObject({ dueAt: '2027-01-04T16:00:00.000Z', dueProvisional: true })
    expect((await store.calendars.of(STREET)).isKnown(2027)).toBe(false)

    await enter(DAYS)
    expect((await store.calendars.of(STREET)).isKnown(2027)).toBe(true)
    expect(await bench(await broken(now))).toMatchObject({ dueAt: '2027-01-05T16:00:00.000Z', dueProvisional: false })

    const progress: [number, number][] = []
    const change = { year: 2027, reason: '2027 年放假安排已录入' }
    const again = { ...as(system, { now }), pluginId: 'platform' }
    expect(
      await store.calendars.recompute(again, change, {
        onProgress: async (done, total) => {
          progress.push([done, total])
        },
      }),
    ).toBe(1)
    expect(progress.at(-1)).toEqual([3, 3])
    expect(await bench(plain)).toMatchObject({ dueAt: '2027-01-05T16:00:00.000Z', dueProvisional: false })
    expect(await bench(own)).toMatchObject({ dueAt: '2027-01-03T16:00:00.000Z', dueProvisional: false })
    expect(await store.calendars.recompute(again, change)).toBe(0)

    const [entry] = await store.read(as(everywhere), (ctx) => store.timeline(ctx, benches, plain))
    expect(entry).toMatchObject({
      title: '重算期限',
      actorName: '系统',
      reason: '2027 年放假安排已录入',
      changes: [
        { title: '办理期限', before: '2027-01-04T16:00:00.000Z', after: '2027-01-05T16:00:00.000Z' },
        { title: '期限暂定', before: true, after: false },
      ],
    })
    expect((await store.audit.verify(STREET)).intact).toBe(true)
  })

  test('a correction moves what it touches, and nothing that was in time becomes late', async () => {
    const before = (await store.calendars.of(STREET)).notices.find(({ year }) => year === 2027)
    const late = await broken('2027-01-04T02:00:00.000Z')
    expect(await bench(late)).toMatchObject({ dueAt: '2027-01-07T16:00:00.000Z' })
    await enter('元旦：1月1日放假。1月2日上班。')
    const early = await broken(now)
    expect(await bench(early)).toMatchObject({ dueAt: '2027-01-04T16:00:00.000Z' })
    await enter('元旦：1月1日放假。1月2日、1月3日上班。')
    const at = { ...as(system, { now: '2027-01-04T03:00:00.000Z' }), pluginId: 'platform' }
    const was = { year: 2027, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }], makeUpDays: ['2027-01-02'] }
    await store.calendars.recompute(at, {
      year: 2027,
      before: { ...was, source: '示例', complete: true, crossChecked: false },
      reason: '更正',
    })
    expect(await bench(early)).toMatchObject({ dueAt: '2027-01-04T16:00:00.000Z', dueProvisional: false })
    const sooner = { ...at, now: '2026-12-31T02:00:00.000Z' }
    expect(await store.calendars.recompute(sooner, { year: 2027, before, reason: '更正' })).toBe(2)
    expect(await bench(late)).toMatchObject({ dueAt: '2027-01-07T16:00:00.000Z' })
  })

  test('what became known with the program is settled in the night', async () => {
    const later = await broken('2027-12-30T02:00:00.000Z')
    expect(await bench(later)).toMatchObject({ dueProvisional: true })
    await enter('元旦：1月1日（周六）至3日（周一）放假，共3天。', 2028)
    expect(await store.run({ ...as(system), pluginId: 'platform' }, (ctx) => store.calendars.settle(ctx))).toBe(1)
    expect(await bench(later)).toMatchObject({ dueProvisional: false })
  })
})

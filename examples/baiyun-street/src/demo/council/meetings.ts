import { addDays } from '@linli/core/date'
import { agendaItems, attendances, excuses, meetings, opinions } from '@linli/plugin-residents-council'
import type { Seeding } from '@linli/server'
import { type Council, type Bodies, random, at, act } from './scene.ts'

const OPINIONS = [
  '请物业报一份路灯检修计划',
  '把暑期安全提醒贴到每个单元',
  '和环卫所商量早一小时清运',
  '统计想加装扶手的楼栋',
  '约学校谈夜间停车',
  '公布上季度公共收益',
] as const

/** Month after month, with two gaps: one explained, one not. */
export async function seedMeetings(
  { run }: Seeding,
  council: Council,
  { sitting }: Bodies,
  today: string,
  months: number,
  salt: number,
): Promise<void> {
  for (let ago = months; ago >= 1; ago -= 1) {
    const month = monthBefore(today, ago)
    const day = `${month}-12`
    if (salt === 0 && (ago === 4 || ago === 9)) {
      if (ago === 9)
        await run(
          'council',
          (ctx) =>
            ctx
              .rows(excuses)
              .create({ councilId: council.id, period: month, writer: '李秀梅', why: '全员参加防汛值守，会议改为线上征求意见' }),
          at(addDays(day, 18)),
        )
      continue
    }
    if (salt === 3 && ago === 2) continue
    const { id, title } = await run(
      'council',
      async (ctx) => {
        const meeting = await ctx.rows(meetings).create({
          councilId: council.id,
          title: `${council.name}${Number(month.slice(5))}月例会`,
          place: '社区二楼会议室',
          scheduledAt: at(day),
          chairId: sitting[0]?.id ?? null,
          recorder: sitting[1]?.name ?? null,
        })
        return ctx.rows(meetings).step(meeting.id, 'notify', {})
      },
      at(addDays(day, -6), 9),
    )
    const came = sitting.filter((_, index) => index < 4 || random.chance(60))
    await run(
      'council',
      async (ctx) => {
        await ctx.rows(meetings).step(id, 'open', {})
        await ctx.rows(attendances).createMany(
          came.map((person, index) => ({
            meetingId: id,
            personId: person.id,
            mode: index === 5 ? ('online' as const) : ('inPerson' as const),
            via: index % 2 ? ('code' as const) : ('list' as const),
            inAt: ctx.now,
            seat: person.id,
            communityId: council.communityId,
          })),
        )
        const last = await ctx.rows(agendaItems).first({ meetingId: id, kind: 'opinions' })
        if (last)
          await act(ctx, 'council.meetings.conclude-item', {
            id,
            itemId: last.id,
            conclusion: OPINIONS[(ago + salt) % OPINIONS.length] ?? '',
            putOff: 'no',
          })
      },
      at(day, 15),
    )
    await run('council', (ctx) => ctx.rows(meetings).step(id, 'close', {}), at(day, 17))
    // Two bodies still owe the minutes of their last meeting.
    if (ago > 1 || salt > 1)
      await run(
        'council',
        async (ctx) => {
          await ctx.rows(meetings).step(id, 'writeMinutes', { minutes: `${title}：通报上月意见办理情况，商议本月事项，提出下月工作意见。` })
          for (const person of came.slice(0, 2)) await act(ctx, 'council.meetings.sign-minutes', { id, personId: person.id })
          await ctx.rows(meetings).step(id, 'archive', {})
        },
        at(addDays(day, 2), 10),
      )
    if (ago > 1)
      await run(
        'council',
        async (ctx) => {
          const open = await ctx.rows(opinions).first({ meetingId: id, status: 'open' })
          if (open && (ago > 2 || random.chance(75)))
            await ctx.rows(opinions).step(open.id, 'answer', { answer: '已与有关单位对接，下次会议现场通报。' })
        },
        at(addDays(day, 20), 10),
      )
  }
}

function monthBefore(today: string, months: number): string {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

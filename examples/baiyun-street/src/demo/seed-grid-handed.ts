import { gridEvents } from '@linli/plugin-grid'
import gridServer from '@linli/plugin-grid/server'
import type { Seeding } from '@linli/server'

/** Open events of the first community that its council or the counter is asked to take: the other modules hear of them when the work starts. */
export async function seedGridHanded({ run }: Seeding): Promise<void> {
  await run('grid', async (ctx) => {
    const rows = ctx.rows(gridEvents)
    if (await rows.first({ councilState_empty: false })) return
    const open = await rows.list({
      filter: { communityId: '411402004001', status: ['verified', 'dispatched', 'returned', 'accepted', 'handling', 'reopened'] },
      sort: ['createdAt', 'desc'],
      limit: 3,
      total: 'none',
    })
    const [first, second, third] = open.rows
    const act = gridServer.actions
    if (first) await act['grid.events.escalate']?.(ctx, { id: first.id, text: '反复修好又反复坏，要和住户商量一个长期办法' })
    if (second) await act['grid.events.need-service']?.(ctx, { id: second.id, text: '住户想申请适老化改造补贴，请窗口联系' })
    if (third) await act['grid.events.escalate']?.(ctx, { id: third.id, text: '涉及公共收益怎么用，一家物业定不了' })
  })
}

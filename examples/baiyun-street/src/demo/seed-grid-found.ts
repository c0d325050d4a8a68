import { candidates, forms, type Question } from '@linli/plugin-grid'
import gridServer from '@linli/plugin-grid/server'
import { units } from '@linli/plugin-registry'
import type { Seeding } from '@linli/server'
import { gridCode } from './estates.ts'

const CELL = gridCode('411402004001', 1)

const SHED: readonly Question[] = [
  { key: 'ok', title: '灭火器在有效期内', kind: 'yesNo', required: true, consumers: ['other:消防设施检查台账'] },
  { key: 'photo', title: '现场照片', kind: 'photo', required: true, consumers: ['other:消防设施检查台账'] },
]

/** What officers found and no list knows, and a form that is answered with a photo. */
export async function seedGridFound({ run }: Seeding): Promise<void> {
  if (await run('grid', async (ctx) => (await ctx.rows(candidates).count()) > 0)) return
  await run('grid', async (ctx) => {
    const visit = await ctx.rows(forms).first({ code: 'household-visit', status: 'published' })
    const [home] = (await ctx.rows(units).list({ filter: { kind: 'room', gridId: CELL }, limit: 1, total: 'none' })).rows
    if (!visit || !home) return
    for (const [n, newName] of ['佟丽华', '靳小军'].entries())
      await gridServer.actions['grid.submit']?.(ctx, {
        offlineId: `demo-found-${n}`,
        formId: visit.id,
        newName,
        newHomeId: home.id,
        newResidence: 'floating',
        newSex: n === 0 ? 'female' : 'male',
        answers: { phone: `1540376${String(n).padStart(4, '0')}` },
        takenAt: ctx.now,
      })
    const shed = await ctx.rows(forms).create({
      code: 'charging-shed',
      title: '充电棚消防检查表',
      target: 'facility',
      purpose: '检查充电棚灭火器和飞线充电，交应急办汇总。',
    })
    await gridServer.actions['grid.forms.design']?.(ctx, { id: shed.id, questions: [...SHED] })
    await ctx.rows(forms).step(shed.id, 'publish', {})
  })
}

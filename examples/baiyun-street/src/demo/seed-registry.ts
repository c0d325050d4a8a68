import { places } from '@linli/kit/platform'
import { residentsImport } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import type { Seeding } from '@linli/server'
import { COMMUNITY_NAMES, gridCode, GRIDS_PER_COMMUNITY } from './estates.ts'
import { type LedgerLine, residents } from './residents.ts'

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八'] as const

/** Grids of the five communities. */
export async function seedGrids({ run }: Seeding): Promise<void> {
  await run('platform', async (ctx) => {
    for (const [parentCode, community] of Object.entries(COMMUNITY_NAMES)) {
      for (let n = 1; n <= GRIDS_PER_COMMUNITY; n += 1) {
        const code = gridCode(parentCode, n)
        if (await ctx.rows(places).first({ code })) continue
        await ctx
          .rows(places)
          .create({ code, name: `${community.replace('社区', '')}第${NUMBERS[n - 1] ?? ''}网格`, kind: 'grid', parentCode })
      }
    }
  })
}

/** The residents, through the same handler that takes an office's ledger. Lines of one community share a transaction. */
export async function seedResidents({ run }: Seeding, count: number): Promise<void> {
  const handler = registryServer.imports?.[residentsImport.name]
  if (!handler) throw new Error('The registry takes no residents’ ledger')
  const byCommunity = Map.groupBy(residents(count), (line) => line.社区)
  for (const lines of byCommunity.values()) {
    await run('registry', async (ctx) => {
      const values = lines.map(valuesOf)
      await handler.prepare?.(ctx, values)
      for (const line of values) await handler.apply(ctx, line)
      await handler.finish?.(ctx)
    })
  }
}

/** The line under the handler's own names of columns. */
function valuesOf(line: LedgerLine): Readonly<Record<string, unknown>> {
  return {
    name: line.姓名,
    sex: line.性别,
    idNumber: line.身份证号,
    phone: line.电话 || null,
    community: line.社区,
    grid: line.网格,
    estate: line.小区,
    building: line.楼栋,
    entrance: line.单元,
    room: line.房号,
    residence: line['户籍/常住'],
    relation: line.与户主关系,
    head: line.户主姓名,
    householdNumber: line.户号,
    category: line.类别 || null,
  }
}

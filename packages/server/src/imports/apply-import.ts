import type { Refusal } from '@linli/core/refusal'
import { type Context, RefusedError, type RunAs, type RunningJob } from '@linli/store'
import type { Services } from '../services/index.ts'
import type { ImportRecords, LineRecord } from './import-records.ts'
import type { LineState } from './line.ts'
import { reason } from './reasons.ts'
import type { ImportSpec } from './spec.ts'

/** Lines written in one transaction. What broke off is begun again after the last whole one. */
const BATCH = 200
const TITLES: Readonly<Record<string, string>> = {
  created: '新增',
  updated: '更新',
  unchanged: '没有变化',
  duplicate: '重复待定',
  refused: '未通过',
}

interface Settled {
  readonly no: number
  readonly state: LineState
  readonly outcome: string | null
  readonly faults: readonly Refusal[]
  readonly candidates: LineRecord['candidates']
}

/** Writes lines of an import: the good ones, or the chosen ones; each on its own, so that one refused line stops no other. */
export async function applyImport(
  { store }: Services,
  records: ImportRecords,
  spec: ImportSpec,
  as: RunAs,
  id: string,
  nos: readonly number[] | undefined,
  job: RunningJob,
): Promise<void> {
  const street = as.street.code
  const { good, duplicates } = await records.counts(store.db, street, id)
  const total = nos?.length ?? good + duplicates
  const tally = new Map<string, number>()
  let last = 0
  let done = 0
  for (;;) {
    if (job.signal.aborted) throw new Error('the process is shutting down; the import goes on at the next start')
    const batch = await store.run(as, async (ctx) => {
      const lines = await records.lines(ctx.db, street, id, { states: ['good', 'duplicate'], nos, after: last, limit: BATCH })
      const settled: Settled[] = []
      // A duplicate waits until somebody has decided about it.
      const due = lines.filter(({ state, decision }) => state === 'good' || decision !== null)
      if (due.length > 0)
        await spec.handler.prepare?.(
          ctx,
          due.map(({ values }) => values),
        )
      for (const line of due) settled.push(await applyLine(ctx, spec, line))
      await spec.handler.finish?.(ctx)
      await records.settle(ctx.db, street, id, settled)
      return { lines, settled }
    })
    const end = batch.lines.at(-1)
    if (!end) break
    last = end.no
    for (const { outcome } of batch.settled) tally.set(outcome ?? 'refused', (tally.get(outcome ?? 'refused') ?? 0) + 1)
    done += batch.lines.length
    await job.progress(Math.min(done, total), total)
  }
  await records.change(store.db, street, id, { state: 'done' })
  const message = [...tally].map(([outcome, count]) => `${TITLES[outcome] ?? outcome} ${count}`).join('，') || '没有可导入的行'
  job.result({ message })
}

async function applyLine(ctx: Context, spec: ImportSpec, { no, values, decision }: LineRecord): Promise<Settled> {
  try {
    const { outcome, candidates = [] } = await ctx.attempt(async () => spec.handler.apply(ctx, values, decision ?? undefined))
    return { no, state: outcome === 'duplicate' ? 'duplicate' : 'applied', outcome, faults: [], candidates }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const faults = error.refusals.length > 0 ? error.refusals : [reason('import.failed')]
    return { no, state: 'bad', outcome: null, faults, candidates: [] }
  }
}

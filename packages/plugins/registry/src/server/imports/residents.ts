import { defineReasons, type Refusal } from '@linli/core/refusal'
import { RefusedError, type ImportHandler, type ImportOutcome } from '@linli/store'
import { people } from '../../resources/index.ts'
import { readLedgerLine, type LedgerValues } from '../../rules/ledger-line.ts'
import type { Ctx } from '../context.ts'
import { LedgerPlaces } from './ledger-places.ts'
import { LedgerWriter } from './ledger-writer.ts'

const reason = defineReasons({
  'ledger.merged_elsewhere': {
    zh: '这位居民的记录不在您的辖区，请联系街道办理迁移',
    en: 'The record of this person lies outside your area',
  },
  'ledger.dead': { zh: '这位居民已登记去世，请核对', en: 'The death of this person is recorded; please check' },
})

/** What one transaction's lines share. */
interface Ledger {
  readonly places: LedgerPlaces
  readonly writer: LedgerWriter
}

const ledgers = new WeakMap<Ctx, Promise<Ledger>>()

function ledgerOf(ctx: Ctx): Promise<Ledger> {
  let ledger = ledgers.get(ctx)
  if (!ledger) {
    ledger = LedgerPlaces.read(ctx).then((places) => ({ places, writer: new LedgerWriter(ctx, places) }))
    ledgers.set(ctx, ledger)
  }
  return ledger
}

/** Why a line cannot be taken: its own contradictions first, then what the registry knows. */
async function check(ctx: Ctx, values: LedgerValues): Promise<readonly Refusal[]> {
  const { places } = await ledgerOf(ctx)
  const read = readLedgerLine(values, { today: ctx.today, divisions: places.divisions })
  if (!read.ok) return read.faults
  const placed = await places.placeOf(read.line)
  if ('refusal' in placed) return [placed.refusal]
  if (read.line.idNumber === undefined) return []
  const same = await ctx.elevated().rows(people).first({ idNumber: read.line.idNumber })
  if (same?.deceasedAt) return [reason('ledger.dead', undefined, 'idNumber')]
  // Another community's resident is not taken over by a spreadsheet: the street moves her, with both sides knowing.
  return same && !(await ctx.rows(people).find(same.id)) ? [reason('ledger.merged_elsewhere', undefined, 'idNumber')] : []
}

async function apply(ctx: Ctx, values: LedgerValues, decision?: string): Promise<ImportOutcome> {
  const { places, writer } = await ledgerOf(ctx)
  const read = readLedgerLine(values, { today: ctx.today, divisions: places.divisions })
  if (!read.ok) throw new RefusedError(read.faults)
  const placed = await places.placeOf(read.line)
  if ('refusal' in placed) throw new RefusedError([placed.refusal])
  return writer.write(read.line, placed.place, decision)
}

async function finish(ctx: Ctx): Promise<void> {
  const ledger = await ledgers.get(ctx)
  await ledger?.writer.finish()
}

/** The residents' ledger: checked line by line, written line by line, finished once. */
export const residents: ImportHandler<Ctx> = { check, apply, finish }

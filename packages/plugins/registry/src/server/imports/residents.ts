import { defineReasons, type Refusal } from '@linli/core/refusal'
import { RefusedError, type ImportHandler, type ImportOutcome } from '@linli/store'
import { readLedgerLine, type LedgerLine, type LedgerValues } from '../../rules/ledger-line.ts'
import type { Ctx } from '../context.ts'
import { LedgerPlaces, type LinePlace } from './ledger-places.ts'
import { LedgerWriter } from './ledger-writer.ts'

const reason = defineReasons({
  'ledger.recorded_elsewhere': {
    zh: '这位居民的记录不在您的辖区，请联系街道办理迁移',
    en: 'The record of this person lies outside your area; ask the street to move her',
  },
  'ledger.dead': { zh: '这位居民已登记去世，请核对', en: 'The death of this person is recorded; please check' },
})

/** What the lines of one transaction share. */
interface Ledger {
  readonly places: LedgerPlaces
  readonly writer: LedgerWriter
  readonly prepared: WeakSet<LedgerValues>
}

type Read = { readonly line: LedgerLine; readonly place: LinePlace } | { readonly faults: readonly Refusal[] }

const ledgers = new WeakMap<Ctx, Promise<Ledger>>()

function ledgerOf(ctx: Ctx): Promise<Ledger> {
  let ledger = ledgers.get(ctx)
  if (!ledger) {
    ledger = LedgerPlaces.read(ctx).then((places) => ({ places, writer: new LedgerWriter(ctx, places), prepared: new WeakSet() }))
    ledgers.set(ctx, ledger)
  }
  return ledger
}

async function prepare(ctx: Ctx, lines: readonly LedgerValues[]): Promise<void> {
  const { places, writer, prepared } = await ledgerOf(ctx)
  const read = lines.flatMap((values) => {
    const result = readLedgerLine(values, { today: ctx.today, divisions: places.divisions })
    return result.ok ? [result.line] : []
  })
  await places.prepare(read)
  const placed = read.flatMap((line) => {
    const found = places.placeOf(line)
    return 'place' in found ? [{ line, place: found.place }] : []
  })
  await writer.prepare(placed)
  for (const values of lines) prepared.add(values)
}

/** Why a line cannot be taken: its own contradictions first, then what the registry knows. */
async function read(ctx: Ctx, values: LedgerValues): Promise<Read> {
  const { places, writer, prepared } = await ledgerOf(ctx)
  if (!prepared.has(values)) await prepare(ctx, [values])
  const result = readLedgerLine(values, { today: ctx.today, divisions: places.divisions })
  if (!result.ok) return { faults: result.faults }
  const { line } = result
  const placed = places.placeOf(line)
  if ('refusal' in placed) return { faults: [placed.refusal] }
  const same = line.idNumber === undefined ? undefined : writer.people.numbered(line.idNumber)
  if (same?.deceasedAt) return { faults: [reason('ledger.dead', undefined, 'idNumber')] }
  // Another community's resident is not taken over by a spreadsheet: the street moves her, with both sides knowing.
  if (same && !places.reaches(same)) return { faults: [reason('ledger.recorded_elsewhere', undefined, 'idNumber')] }
  return { line, place: placed.place }
}

async function check(ctx: Ctx, values: LedgerValues): Promise<readonly Refusal[]> {
  const result = await read(ctx, values)
  return 'faults' in result ? result.faults : []
}

async function apply(ctx: Ctx, values: LedgerValues, decision?: string): Promise<ImportOutcome> {
  const result = await read(ctx, values)
  if ('faults' in result) throw new RefusedError(result.faults)
  const { writer } = await ledgerOf(ctx)
  return writer.write(result.line, result.place, decision)
}

async function finish(ctx: Ctx): Promise<void> {
  const ledger = await ledgers.get(ctx)
  await ledger?.writer.finish()
}

/** The residents' ledger: read for many lines at once, checked line by line, written in few statements at the end. */
export const residents: ImportHandler<Ctx> = { prepare, check, apply, finish }

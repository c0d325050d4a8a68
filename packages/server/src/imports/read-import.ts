import { createHash } from 'node:crypto'
import type { RunAs } from '@linli/store'
import { RefusedError } from '@linli/store'
import type { Services } from '../services/index.ts'
import { readSheet, sheetReason, type ReadCell, type SheetRow } from '../workbook/index.ts'
import { findHeadings, HEADING_ROWS, type Headings, isNoLine } from './headings.ts'
import type { ImportRecords } from './import-records.ts'
import { askRules, type Line, lineKey, readLine } from './line.ts'
import { reason } from './reasons.ts'
import type { ImportSpec } from './spec.ts'

/** Lines that are checked together; what is in memory at once. */
const BATCH = 500

/** Reads a spreadsheet into lines of an import, batch by batch, and checks each. @throws RefusedError `sheet.*` */
export async function readImport(
  services: Services,
  records: ImportRecords,
  spec: ImportSpec,
  as: RunAs,
  id: string,
  path: string,
): Promise<void> {
  const { store, instance } = services
  const street = as.street.code
  const seen = new Map<string, number>()
  let headings: Headings | undefined
  let waiting: SheetRow[] = []

  const flush = async (): Promise<void> => {
    if (!headings || waiting.length === 0) return
    const found = headings
    const rows = waiting
    waiting = []
    const read = rows.map((row) => {
      const cells: Record<string, ReadCell> = {}
      for (const { index, field } of found.columns) cells[field] = row.cells[index] ?? null
      return readLine(spec, row.no, cells, instance.demo !== undefined || instance.store?.allowTestArea === true)
    })
    const lines = await store.read(as, async (ctx) => {
      const good = read.filter(({ state }) => state === 'good')
      if (good.length > 0)
        await spec.handler.prepare?.(
          ctx,
          good.map(({ values }) => values),
        )
      const checked: Line[] = []
      for (const each of read) {
        const line = await askRules(ctx, spec, each)
        checked.push(sameAsBefore(line) ?? line)
      }
      return checked
    })
    await records.addLines(store.db, street, id, lines)
  }

  const sameAsBefore = (line: Line): Line | undefined => {
    const key = createHash('sha256').update(lineKey(spec, line)).digest('base64')
    const before = seen.get(key)
    if (before === undefined) seen.set(key, line.no)
    else if (line.state === 'good') return { ...line, state: 'duplicate', faults: [reason('import.same_as', { no: before })] }
    return undefined
  }

  for await (const row of readSheet(path)) {
    waiting.push(row)
    if (!headings) {
      if (waiting.length < HEADING_ROWS) continue
      headings = await begin()
    } else if (isNoLine(row, headings)) waiting.pop()
    if (waiting.length >= BATCH) await flush()
  }
  headings ??= await begin()
  await flush()
  const counts = await records.counts(store.db, street, id)
  if (counts.total === 0) throw new RefusedError([sheetReason('sheet.empty')], 422)
  await records.change(store.db, street, id, { state: 'preview' })

  async function begin(): Promise<Headings> {
    const found = findHeadings(spec, waiting)
    if (!found) {
      if (waiting.length === 0) throw new RefusedError([sheetReason('sheet.empty')], 422)
      throw new RefusedError([sheetReason('sheet.no_headings', { titles: neededTitles(spec) })], 422)
    }
    waiting = waiting.filter((row) => row.no > found.row && !isNoLine(row, found))
    await records.change(store.db, street, id, {
      columns: found.columns.map(({ heading, field }) => ({ heading, field, title: spec.columns[field]?.field.title ?? field })),
      missing: found.missing,
    })
    return found
  }
}

function neededTitles(spec: ImportSpec): string {
  const required = Object.values(spec.columns).filter(({ field }) => field.required)
  const shown = required.length > 0 ? required : Object.values(spec.columns).slice(0, 3)
  return shown.map(({ field }) => field.title).join('、')
}

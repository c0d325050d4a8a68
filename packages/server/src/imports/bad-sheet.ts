import { dayOf } from '@linli/core/date'
import type { Street } from '@linli/kit'
import type { Services } from '../services/index.ts'
import { type Cell, type Sheet, shownMoment, shownValue } from '../sheets/index.ts'
import type { ImportRecord } from './import-records.ts'
import { importsOf } from './imports.ts'
import type { ImportSpec } from './spec.ts'

const BATCH = 500

/** The lines that were not taken, each with its reasons, under the same headings: to be corrected and uploaded again. */
export function badSheet(services: Services, street: Street, record: ImportRecord, spec: ImportSpec): Sheet {
  const { records } = importsOf(services)
  const now = new Date().toISOString()
  const columns = record.columns.flatMap(({ field, heading }) => {
    const column = spec.columns[field]
    return column ? [{ name: field, heading, field: column.field }] : []
  })
  return {
    fileName: `${spec.title}-未通过-${dayOf(now)}.xlsx`,
    official: street.officialName,
    title: `${spec.title}（未通过的行）`,
    notes: [`文件：${record.fileName}　　时间：${shownMoment(now)}　　改正后可直接再次上传`],
    headings: [...columns.map(({ heading }) => heading), '原因', '原行号'],
    rows: lines(),
  }

  async function* lines(): AsyncGenerator<readonly Cell[]> {
    let after = 0
    for (;;) {
      const batch = await records.lines(services.store.db, street.code, record.id, { states: ['bad', 'duplicate'], after, limit: BATCH })
      for (const { no, values, faults } of batch) {
        after = no
        yield [...columns.map(({ name, field }) => shownValue(field, values[name])), faults.map(({ zh }) => zh).join('；'), no]
      }
      if (batch.length < BATCH) return
    }
  }
}

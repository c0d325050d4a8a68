import type { Services } from '../services/index.ts'
import type { ImportRecord } from './import-records.ts'
import { importsOf } from './imports.ts'

/** An import as it is answered. */
export async function shownImport(services: Services, street: string, record: ImportRecord): Promise<Record<string, unknown>> {
  const { records, specs, reading } = importsOf(services)
  const { id, name, fileName, state, message, columns, missing, jobId } = record
  const counts = await records.counts(services.store.db, street, id)
  // A process that was killed while reading leaves an import that nobody reads on.
  const isLost = state === 'reading' && !reading.has(id) && Date.now() - Date.parse(record.createdAt) > 10 * 60_000
  return {
    id,
    name,
    title: specs.get(name)?.title ?? name,
    fileName,
    state: isLost ? 'failed' : state,
    message: isLost ? '读取中断，请重新上传' : message,
    ...counts,
    columns,
    missing,
    jobId,
  }
}

export const IMPORT_SCHEMA = {
  type: 'object',
  required: ['id', 'name', 'title', 'fileName', 'state', 'total', 'good', 'bad', 'duplicates', 'applied', 'remarked', 'columns', 'missing'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    title: { type: 'string' },
    fileName: { type: 'string' },
    state: { type: 'string', enum: ['reading', 'preview', 'applying', 'done', 'failed'] },
    message: { type: ['string', 'null'] },
    total: { type: 'integer' },
    good: { type: 'integer' },
    bad: { type: 'integer' },
    duplicates: { type: 'integer' },
    applied: { type: 'integer' },
    remarked: { type: 'integer' },
    columns: {
      type: 'array',
      items: { type: 'object', properties: { heading: { type: 'string' }, field: { type: 'string' }, title: { type: 'string' } } },
    },
    missing: { type: 'array', items: { type: 'string' } },
    jobId: { type: ['string', 'null'] },
  },
}

import type { Services } from '../services/index.ts'
import { applyImport } from './apply-import.ts'
import { importsOf } from './imports.ts'

export const APPLY_JOB = 'platform.import'

/** The job that applies imports. */
export function defineImportJobs(services: Services): void {
  services.store.jobs.define(APPLY_JOB, '导入', async (job) => {
    const { records, specs, actors } = importsOf(services)
    const { street } = job
    const id = String(job.payload.importId)
    const nos = Array.isArray(job.payload.rows) ? (job.payload.rows as readonly number[]) : undefined
    const record = await records.find(services.store.db, street.code, id)
    const spec = record && specs.get(record.name)
    const actor = actors.get(id) ?? (await services.sessions.actorOf(street.code, job.actorId))?.actor
    if (!record || !spec || !actor) {
      job.result({ message: '这次导入已不存在，或发起人已停用' })
      return
    }
    const as = { actor, street, pluginId: spec.plugin.id, permission: spec.name, from: 'import' }
    try {
      await applyImport(services, records, spec, as, id, nos, job)
    } catch (error) {
      await records.change(services.store.db, street.code, id, { state: 'preview', message: '导入中断，可以再次确认；已导入的行不会重复' })
      throw error
    }
  })
}

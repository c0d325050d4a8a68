import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { dayOf } from '@linli/core/date'
import type { AnyPlugin } from '@linli/kit'
import { RefusedError, type RunAs } from '@linli/store'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { admit, operation } from '../http/index.ts'
import { reason as httpReason, refuse } from '../problem/index.ts'
import type { Services } from '../services/index.ts'
import { sendSheet, XLSX } from '../sheets/index.ts'
import { importsOf } from './imports.ts'
import { readImport } from './read-import.ts'
import { IMPORT_SCHEMA, shownImport } from './shown-import.ts'
import type { ImportSpec } from './spec.ts'

/** How long an upload waits for its preview before it is told that the reading goes on. */
const PATIENCE_MS = 4000

/** The upload and the template of each of a module's imports. */
export function importRoutes(app: FastifyInstance, services: Services, plugin: AnyPlugin): void {
  for (const spec of importsOf(services).specs.values()) {
    if (spec.plugin.id === plugin.id) routesOf(app, services, spec, spec.path)
  }
}

function routesOf(app: FastifyInstance, services: Services, spec: ImportSpec, path: string): void {
  const tag = spec.plugin.title
  const { importFile = 20 * 1024 * 1024 } = services.instance.limits ?? {}

  app.post(path, {
    bodyLimit: importFile + 64 * 1024,
    schema: operation({
      id: `${spec.name}.upload`,
      summary: `上传${spec.title}`,
      description: spec.help ?? 'Excel（.xlsx）或 CSV；先预览，确认后才写入。/ Previewed first, written when confirmed.',
      tag,
      upload: true,
      status: 201,
      answer: IMPORT_SCHEMA,
    }),
    handler: async (request, reply) => {
      const as = await admit(services, request, spec.plugin, spec.name)
      return reply.code(201).send(await upload(services, spec, as, request, importFile))
    },
  })

  app.get(`${path}/template.xlsx`, {
    schema: operation({ id: `${spec.name}.template`, summary: `${spec.title}模板`, tag, stream: XLSX }),
    handler: async (request, reply): Promise<FastifyReply> => {
      const { street } = await admit(services, request, spec.plugin, spec.name)
      const columns = Object.values(spec.columns)
      return sendSheet(reply, {
        fileName: `${spec.title}模板.xlsx`,
        official: street.officialName,
        title: spec.title,
        notes: [`带 * 的列必须填写。${spec.help ?? ''}`],
        headings: columns.map(({ field }) => (field.required ? `${field.title}*` : field.title)),
        rows: [],
      })
    },
  })
}

async function upload(
  services: Services,
  spec: ImportSpec,
  as: RunAs,
  request: FastifyRequest,
  most: number,
): Promise<Record<string, unknown>> {
  const { store, temporaryDir } = services
  const { records, reading, actors } = importsOf(services)
  const part = await request.file({ limits: { fileSize: most, files: 1 } })
  if (!part) return refuse(400, httpReason('http.file_needed', undefined, 'file'))
  const path = join(temporaryDir, `${randomBytes(16).toString('hex')}.import`)
  const street = as.street.code
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }))
    if (part.file.truncated) refuse(413, httpReason('http.too_large', { max: Math.round(most / 1024 / 1024) }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  const id = await store.read(as, async (ctx) => ctx.newId())
  const now = new Date().toISOString()
  const fileName =
    basename(part.filename.replaceAll('\\', '/'))
      .replaceAll(/\p{Cc}/gu, '')
      .slice(0, 200) || `${spec.title}-${dayOf(now)}`
  await records.create(store.db, street, { id, name: spec.name, fileName, accountId: as.actor.id }, now)
  if (as.actor.access.posts.length === 0 || request.session?.identity.actor) actors.set(id, as.actor)

  const work = (async (): Promise<RefusedError | undefined> => {
    try {
      await readImport(services, records, spec, as, id, path)
      return undefined
    } catch (error) {
      const message = error instanceof RefusedError ? (error.refusals[0]?.zh ?? null) : '读取时出错，请再试一次'
      await records.change(store.db, street, id, { state: 'failed', message })
      if (error instanceof RefusedError) return error
      request.log.error({ stack: error instanceof Error ? error.stack : undefined }, 'import')
      return undefined
    } finally {
      reading.delete(id)
      await rm(path, { force: true })
    }
  })()
  reading.set(id, work)
  const refused = await Promise.race([work, patience()])
  if (refused) throw refused
  return shownImport(services, as.street.code, await found(services, street, id))
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS).unref())
}

async function found(services: Services, street: string, id: string) {
  const record = await importsOf(services).records.find(services.store.db, street, id)
  return record ?? refuse(404, httpReason('http.gone'))
}

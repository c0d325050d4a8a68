import { platform } from '@linli/kit/platform'
import type { RunAs } from '@linli/store'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { admit, ID_PARAMS, objectBody, operation, parseId, parseJsonObject, parseRange } from '../../../http/index.ts'
import {
  APPLY_JOB,
  badSheet,
  checkLine,
  IMPORT_SCHEMA,
  type ImportRecord,
  type ImportSpec,
  importReason,
  importsOf,
  type LineRecord,
  shownImport,
} from '../../../imports/index.ts'
import { reason, refuse } from '../../../problem/index.ts'
import { sendSheet, XLSX } from '../../../sheets/index.ts'
import type { ReadCell } from '../../../workbook/index.ts'

const STATES = ['good', 'bad', 'duplicate', 'applied', 'skipped'] as const
const MOST_CHOSEN = 100_000

/** An import after its upload: the preview, corrections in place, and the confirmation. Its uploader alone sees it. */
const routes: FastifyPluginAsync = async (app) => {
  const services = app.linli
  const { store, instance } = services
  const { records, specs, actors } = importsOf(services)
  const tag = platform.title

  app.get('/:id', {
    schema: operation({ id: 'platform.imports.read', summary: '导入预览', tag, params: ID_PARAMS, answer: IMPORT_SCHEMA }),
    handler: async (request) => {
      const { as, record } = await own(request)
      return shownImport(services, as.street.code, record)
    },
  })

  app.get('/:id/rows', {
    schema: operation({
      id: 'platform.imports.rows',
      summary: '导入的行',
      tag,
      params: ID_PARAMS,
      query: {
        filter: { type: 'string', description: '{"state":"bad"}, {"remarked":true}', example: '{"state":"bad"}' },
        range: { type: 'string', example: '[0,24]', description: '行的范围 / both ends included' },
        sort: { type: 'string', description: '忽略，总按行号 / ignored: always by number' },
      },
      answer: { type: 'array', items: ROW },
    }),
    handler: async (request, reply) => {
      const { as, record } = await own(request)
      const { state, remarked, ...others } = parseJsonObject(request.query, 'filter')
      const [unknown] = Object.keys(others)
      if (unknown !== undefined) refuse(400, reason('query.unknown', { name: unknown.slice(0, 80) }, 'filter'))
      const states = state === undefined ? undefined : ((Array.isArray(state) ? state : [state]) as (typeof STATES)[number][])
      if (states?.some((one) => !STATES.includes(one)) || (remarked !== undefined && typeof remarked !== 'boolean'))
        refuse(400, reason('query.json', { name: 'filter' }, 'filter'))
      const { offset, limit } = parseRange(request.query, 25, 500)
      const lines = await records.lines(store.db, as.street.code, record.id, { states, remarked, offset, limit })
      const total = await records.countLines(store.db, as.street.code, record.id, { states, remarked })
      reply.header('content-range', `rows ${offset}-${Math.max(offset, offset + lines.length - 1)}/${total}`)
      return lines.map(shownLine)
    },
  })

  app.put('/:id/rows/:no', {
    schema: operation({
      id: 'platform.imports.changeRow',
      summary: '改正一行，或决定重复行',
      tag,
      params: {
        type: 'object',
        required: ['id', 'no'],
        properties: { id: { type: 'string', format: 'uuid' }, no: { type: 'integer', minimum: 1, example: 5 } },
      },
      body: {
        type: 'object',
        properties: {
          values: { type: 'object', additionalProperties: true },
          decision: { type: ['string', 'null'], description: 'new, skip, or the id of a candidate' },
        },
        additionalProperties: false,
      },
      answer: ROW,
    }),
    handler: async (request) => {
      const { as, record, spec } = await own(request)
      const no = Number((request.params as { readonly no: string }).no)
      const { values, decision, ...others } = objectBody(request.body)
      const [unknown] = Object.keys(others)
      if (unknown !== undefined) refuse(400, reason('query.unknown', { name: unknown.slice(0, 80) }, unknown))
      if (record.state === 'applying' || record.state === 'reading') refuse(409, importReason('import.busy'))
      const line =
        Number.isSafeInteger(no) && no > 0 && no < 2 ** 31
          ? (await records.lines(store.db, as.street.code, record.id, { nos: [no], limit: 1 }))[0]
          : undefined
      if (!line) return refuse(404, reason('http.gone'))
      if (line.state === 'applied') refuse(409, importReason('import.applied'))
      const decided = decisionOf(line, decision)
      const cells = cellsOf(spec, line, values)
      const checked = await store.read(as, (ctx) =>
        checkLine(ctx, spec, no, cells, instance.demo !== undefined || instance.store?.allowTestArea === true),
      )
      const state = checked.state === 'good' ? stateAfter(line, decided, values !== undefined) : 'bad'
      await records.changeLine(store.db, as.street.code, record.id, {
        ...checked,
        // A cell that was not touched keeps what was said of it.
        remarks: [...line.remarks.filter(({ field }) => !Object.hasOwn(values ?? {}, field ?? '')), ...checked.remarks],
        state: decided === 'skip' ? 'skipped' : state,
        decision: decided === 'skip' ? null : decided,
      })
      const [after] = await records.lines(store.db, as.street.code, record.id, { nos: [no], limit: 1 })
      return after ? shownLine(after) : refuse(404, reason('http.gone'))
    },
  })

  app.post('/:id/apply', {
    schema: operation({
      id: 'platform.imports.apply',
      summary: '确认导入',
      description: '全部正确的行，或选出的行；重复确认不会重复写入。/ Repeating it writes nothing twice.',
      tag,
      params: ID_PARAMS,
      body: {
        type: 'object',
        required: ['rows'],
        properties: {
          rows: {
            anyOf: [
              { type: 'string', enum: ['good'] },
              { type: 'array', items: { type: 'integer' } },
            ],
            example: 'good',
          },
        },
        additionalProperties: false,
      },
      status: 202,
      answer: { type: 'object', required: ['jobId'], properties: { jobId: { type: 'string' } } },
    }),
    handler: async (request, reply) => {
      const { as, record, spec } = await own(request)
      await admit(services, request, spec.plugin, spec.name)
      const rows = chosenRows(objectBody(request.body))
      const jobId = await store.run(as, async (ctx) => {
        const now = await records.find(ctx.db, as.street.code, record.id, true)
        if (now?.state === 'applying' && now.jobId) return now.jobId
        if (!now || now.state === 'reading') return refuse(409, importReason('import.busy'))
        if (now.state === 'failed') return refuse(409, importReason('import.nothing'))
        const queued = await store.jobs.enqueue(APPLY_JOB, { importId: record.id, ...(rows ? { rows } : {}) }, ctx, { title: spec.title })
        await records.change(ctx.db, as.street.code, record.id, { state: 'applying', jobId: queued })
        store.audit.append(ctx, { verb: 'import', resource: spec.name, subjectId: record.id, after: { rows: rows?.length ?? 'good' } })
        return queued
      })
      if (request.session?.identity.actor) actors.set(record.id, as.actor)
      return reply.code(202).send({ jobId })
    },
  })

  app.get('/:id/bad.xlsx', {
    schema: operation({ id: 'platform.imports.bad', summary: '下载未通过的行和原因', tag, params: ID_PARAMS, stream: XLSX }),
    handler: async (request, reply) => {
      const { as, record, spec } = await own(request)
      return sendSheet(reply, badSheet(services, as.street, record, spec))
    },
  })

  /** An import of one's own, with the module that it belongs to switched on. @throws RefusedError 404 */
  async function own(request: FastifyRequest): Promise<{ readonly as: RunAs; readonly record: ImportRecord; readonly spec: ImportSpec }> {
    const { actor, street } = await admit(services, request, platform)
    const record = await records.find(store.db, street.code, parseId(request.params))
    const spec = record && specs.get(record.name)
    if (!record || !spec || record.accountId !== actor.id) return refuse(404, importReason('import.not_there'))
    const as = await admit(services, request, spec.plugin, spec.name)
    return { as, record, spec }
  }
}
export default routes

function shownLine(line: LineRecord): Record<string, unknown> {
  const { no, state, values, faults, remarks, candidates, decision, outcome } = line
  return { id: String(no), no, state, values, faults, remarks, candidates, decision, outcome }
}

/** A line that is taken up again after it was skipped is asked about its candidates as before. */
function stateAfter(line: LineRecord, decision: string | null, isCorrected: boolean): 'good' | 'duplicate' {
  const isDuplicate = line.state === 'duplicate' || (line.state === 'skipped' && line.candidates.length > 0)
  return isDuplicate && (decision !== null || !isCorrected) ? 'duplicate' : 'good'
}

function decisionOf(line: LineRecord, decision: unknown): string | null {
  if (decision === undefined) return line.decision
  if (decision === null) return null
  const allowed = decision === 'new' || decision === 'skip' || line.candidates.some(({ id }) => id === decision)
  return typeof decision === 'string' && allowed ? decision : refuse(422, importReason('import.decision', undefined, 'decision'))
}

function cellsOf(spec: ImportSpec, line: LineRecord, values: unknown): Readonly<Record<string, ReadCell>> {
  const given = values === undefined ? {} : objectBody(values)
  const cells: Record<string, ReadCell> = {}
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(spec.columns, name)) refuse(400, reason('query.column', { name: name.slice(0, 80) }, name))
  }
  for (const name of Object.keys(spec.columns)) {
    const value = Object.hasOwn(given, name) ? given[name] : line.values[name]
    cells[name] = cellOf(value, spec.columns[name]?.field.kind === 'money')
  }
  return cells
}

/** A value that was understood before, as somebody would have written it. Money is written in yuan and kept in fen. */
function cellOf(value: unknown, isMoney: boolean): ReadCell {
  if (Array.isArray(value)) return value.map(String).join('、').slice(0, 5000)
  if (typeof value === 'number' && isMoney) return String(value / 100)
  if (typeof value === 'string') return value.slice(0, 10_000)
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function chosenRows({ rows, ...others }: Readonly<Record<string, unknown>>): readonly number[] | undefined {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) refuse(400, reason('query.unknown', { name: unknown.slice(0, 80) }, unknown))
  if (rows === 'good') return undefined
  const isList = Array.isArray(rows) && rows.length <= MOST_CHOSEN && rows.every((no) => Number.isSafeInteger(no) && no > 0 && no < 2 ** 31)
  return isList ? (rows as readonly number[]) : refuse(400, importReason('import.rows', undefined, 'rows'))
}

const ROW = {
  type: 'object',
  required: ['id', 'no', 'state', 'values', 'faults', 'remarks', 'candidates'],
  properties: {
    id: { type: 'string' },
    no: { type: 'integer' },
    state: { type: 'string', enum: [...STATES] },
    values: { type: 'object', additionalProperties: true },
    faults: { type: 'array', items: { type: 'object', additionalProperties: true } },
    remarks: { type: 'array', items: { type: 'object', additionalProperties: true } },
    candidates: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' }, label: { type: 'string' } } } },
    decision: { type: ['string', 'null'] },
    outcome: { type: ['string', 'null'] },
  },
}

import { type Actor, systemAccess } from '@linli/core/access'
import type { Street } from '@linli/kit'
import { type LinliStore, RefusedError, type RunAs } from '@linli/store'
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { reason } from '../../../reasons.ts'
import { PRECHECK_FILES } from '../../../rules/precheck-files.ts'
import type { Ctx } from '../../context.ts'
import { type FileGiven, lookAtFile, mustTakeFile, takeFile } from '../../precheck-files.ts'

/** The part of the server that these routes use; a module's server half knows the store alone. */
interface Linli {
  readonly store: LinliStore
}

type Asked = FastifyRequest & { readonly runAs: RunAs }
type Upload = Asked & {
  file(options: {
    readonly limits: { readonly fileSize: number }
  }): Promise<{ readonly file: Readable; readonly filename: string } | undefined>
}

/** As the server's own uploads: a little more than the file for what stands around it. */
const AROUND = 64 * 1024

/**
 * Photos and scans of a pre-check. Anybody who has just sent one may add some, and reads none; whoever answers in that community looks at them one by one.
 */
const routes: FastifyPluginAsync = (app) => {
  const { store } = (app as FastifyInstance & { readonly linli: Linli }).linli
  const sending = {
    config: { public: true, visitor: true },
    bodyLimit: PRECHECK_FILES.bytes + AROUND,
    schema: told('counter.precheck-photos.put', '上传预审照片', { consumes: ['multipart/form-data'], security: [] }),
  }
  app.post('', sending, async (request, reply) => {
    const { runAs: as } = request as Upload
    const given = givenIn(request)
    await store.read(as, (ctx) => mustTakeFile(ctx as Ctx, given, false))
    const { types, bytes } = PRECHECK_FILES
    // One byte more than is taken, so that what is too large is refused and never cut off.
    const part = await (request as Upload).file({ limits: { fileSize: bytes + 1 } })
    if (!part) throw new RefusedError([reason('precheck.file_needed')], 400)
    // What somebody's phone called it is nobody's business.
    const { id } = await store.files.put(as, part.file, { name: `预审照片${endingOf(part.filename)}`, accept: types, max: bytes })
    return reply.code(201).send({ files: await store.run(as, (ctx) => takeFile(ctx as Ctx, given, id)) })
  })

  const looking = {
    config: { permission: 'counter.precheck-files.reveal' },
    schema: told('counter.precheck-photos.look', '查看预审照片', { description: '每次查看都会留痕。' }),
  }
  app.get('/:id', looking, async (request, reply) => {
    const { runAs } = request as Asked
    const { id } = request.params as { readonly id: string }
    const file = await store.run(runAs, (ctx) => lookAtFile(ctx as Ctx, id))
    const info = await store.read(senderOf(runAs.street), (ctx) => store.files.find(ctx, file))
    if (!info) throw new RefusedError([reason('precheck.file_gone')], 404)
    // It came from anybody: pictures are shown, everything else is saved, and nothing in it runs.
    const disposition = info.mediaType.startsWith('image/') ? 'inline' : 'attachment'
    return reply
      .header('content-type', info.mediaType)
      .header('content-length', info.size)
      .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(info.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'no-store')
      .send(await store.files.open(file))
  })
  return Promise.resolve()
}
export default routes

function told(operationId: string, summary: string, more: object): object {
  return { operationId, summary, tags: ['一站式服务'], ...more }
}

function givenIn({ query, headers }: FastifyRequest): FileGiven {
  const { no, material } = query as Readonly<Record<string, unknown>>
  return { no: textOf(no), material: textOf(material), key: textOf(headers['x-file-key']) }
}

function textOf(given: unknown): string {
  return typeof given === 'string' ? given : ''
}

function endingOf(name: string): string {
  return /\.(jpe?g|png|webp|pdf)$/i.exec(name)?.[0].toLowerCase() ?? ''
}

/** Whoever sent it: what a file is, its clerk may not ask, because no clearance shows one that is looked at by itself. */
function senderOf(street: Street): RunAs {
  const actor: Actor = { kind: 'system', id: 'visitor', name: '未登录的群众', streetId: street.code, access: systemAccess(street.code) }
  return { actor, street, pluginId: 'counter' }
}

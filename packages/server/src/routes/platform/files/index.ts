import multipart from '@fastify/multipart'
import { platform } from '@linli/kit/platform'
import type { FastifyPluginAsync } from 'fastify'
import { admit, operation } from '../../../http/index.ts'
import { reason, refuse } from '../../../problem/index.ts'

const MOST = 20 * 1024 * 1024
/** What a browser may show by itself; everything else is only ever saved. */
const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'])

/** Files on their way in and out. */
const routes: FastifyPluginAsync = async (app) => {
  const { store } = app.linli
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: MOST, headerPairs: 50 } })

  app.post('', {
    bodyLimit: MOST + 64 * 1024,
    schema: operation({ id: 'platform.files.put', summary: '上传文件', tag: platform.title, upload: true, status: 201, answer: FILE }),
    handler: async (request, reply) => {
      const as = await admit(app.linli, request, platform)
      const part = await request.file()
      if (!part) return refuse(400, reason('http.file_needed', undefined, 'file'))
      const { id, name, mediaType, size } = await store.files.put(as, part.file, { name: part.filename || 'file' })
      return reply.code(201).send({ id, name, mediaType, size })
    },
  })

  app.get('/:id', {
    schema: operation({
      id: 'platform.files.get',
      summary: '下载文件',
      description: '只有上传者，和能看到引用它的记录的人可以下载。',
      tag: platform.title,
      params: { type: 'object', required: ['id'], properties: { id: { type: 'string', pattern: '^[0-9a-f]{64}$' } } },
      stream: 'application/octet-stream',
    }),
    handler: async (request, reply) => {
      const as = await admit(app.linli, request, platform)
      const { id } = request.params as { readonly id: string }
      if (!/^[0-9a-f]{64}$/.test(id)) return refuse(404, reason('http.gone'))
      const file = await store.read(as, (ctx) => store.files.find(ctx, id))
      if (!file) return refuse(404, reason('http.gone'))
      const disposition = SHOWN.has(file.mediaType) ? 'inline' : 'attachment'
      return reply
        .header('content-type', file.mediaType)
        .header('content-length', file.size)
        .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('cache-control', 'private, max-age=3600')
        .send(await store.files.open(id))
    },
  })
}
export default routes

const FILE = {
  type: 'object',
  properties: { id: { type: 'string' }, name: { type: 'string' }, mediaType: { type: 'string' }, size: { type: 'integer' } },
}

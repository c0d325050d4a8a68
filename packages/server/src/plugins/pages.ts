import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import { problemOf, reason } from '../problem/index.ts'

/** The built pages: the admin at `/`, the phone pages at `/m/`, each answering its own addresses with its first page. */
export default fp(async (app) => {
  const { adminDir, portalDir } = app.linli.instance
  const folders = [
    ...(portalDir && existsSync(join(portalDir, 'index.html')) ? [{ prefix: '/m/', root: portalDir }] : []),
    ...(adminDir && existsSync(join(adminDir, 'index.html')) ? [{ prefix: '/', root: adminDir }] : []),
  ]
  for (const [index, { prefix, root }] of folders.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: index === 0,
      index: 'index.html',
      schemaHide: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        // File names of built assets carry a hash of their content.
        const isHashed = /[/\\]assets[/\\]/.test(path)
        void response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }

  app.setNotFoundHandler((request, reply): FastifyReply => {
    const path = request.url.slice(app.prefix.length).split('?')[0] ?? '/'
    const folder = folders.find(({ prefix }) => path.startsWith(prefix))
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]{2,5}$/i.test(path)
    if (folder && isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html', folder.root)
    return reply
      .code(404)
      .type('application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(problemOf(404, [reason('http.not_found')]))
  })
})

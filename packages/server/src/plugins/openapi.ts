import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { SESSION_COOKIE } from '../auth/index.ts'
import { isZod } from '../http/compilers.ts'

/** The document of everything that a street can be asked, and its reader with local assets. */
export default fp(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '邻里 Linli',
        description: '街道和社区业务的接口，由各模块的定义生成。/ Derived from the definitions of the modules.',
        version: '1.0.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as { name: string },
      },
      servers: [{ url: '/', description: '本系统 / this server' }],
      tags: [
        { name: '登录', description: '登录和本人信息 / signing in' },
        { name: '系统', description: '健康检查 / health' },
        ...[...app.linli.plugins.values()].map(({ plugin }) => ({ name: plugin.title, description: plugin.summary })),
      ],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: '登录后的会话 / the session' } },
      },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => (typeof json.$id === 'string' ? json.$id : `schema-${index}`) },
    transform: (given) => (isZod(given.schema) ? jsonSchemaTransform(given as never) : given) as never,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { docExpansion: 'none' } })
  app.get('/api/openapi.json', { schema: { hide: true }, config: { public: true } }, () => app.swagger())
})

import type { FastifyPluginAsync } from 'fastify'
import { operation } from '../../http/index.ts'

/** What the sign-in page shows before anybody has signed in. */
const routes: FastifyPluginAsync = async (app) => {
  const { instance, streets } = app.linli
  app.get('', {
    config: { public: true },
    schema: operation({
      id: 'street',
      summary: '本系统的街道',
      description: '登录页要用的内容，不含个人信息。',
      tag: '登录',
      public: true,
      answer: ANSWER,
    }),
    handler: () => ({
      streets: [...streets.values()].map(({ code, name }) => ({ code, name })),
      demo: instance.demo
        ? { accounts: instance.demo.accounts.map(({ username, password, title }) => ({ username, password, title })) }
        : null,
    }),
  })
}
export default routes

const ANSWER = {
  type: 'object',
  required: ['streets', 'demo'],
  properties: {
    streets: { type: 'array', items: { type: 'object', properties: { code: { type: 'string' }, name: { type: 'string' } } } },
    demo: {
      type: ['object', 'null'],
      properties: {
        accounts: {
          type: 'array',
          items: {
            type: 'object',
            properties: { username: { type: 'string' }, password: { type: 'string' }, title: { type: 'string' } },
          },
        },
      },
    },
  },
}

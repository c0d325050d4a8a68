import { defineStreet, use } from '@linli/kit'
import { accounts } from '@linli/kit/platform'
import { people, registry } from '@linli/plugin-registry'
import type { LinliConfig } from '../../src/index.ts'

const street = defineStreet({
  code: '990100001',
  name: '试验街道',
  officialName: '试验市试验区试验街道办事处',
  communities: [{ code: '990100001001', name: '东社区' }],
  modules: [use(registry)],
})

export default {
  streets: [street],
  demo: {
    accounts: [{ username: '演示管理员', password: 'Linli-demo-1', name: '王丽', title: '街道管理员', posts: [{ role: 'street-admin' }] }],
    seed: async ({ run }) => {
      await run('registry', (ctx) => ctx.rows(people).create({ name: '张三丰', communityId: '990100001001' }))
      await run('platform', (ctx) => ctx.rows(accounts).count())
    },
  },
} satisfies LinliConfig

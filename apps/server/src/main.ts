import { enableCompileCache } from 'node:module'

// Half of a start is compiling what was compiled the last time.
enableCompileCache()

const { serve } = await import('@linli/server')
const module = process.env.LINLI_STREET ?? '@linli/example-baiyun-street'
const isProduction = process.env.NODE_ENV === 'production'

await serve({
  street: async () => (await import(module)) as unknown,
  demo: isProduction ? undefined : async () => (await import(`${module}/demo`)) as unknown,
  load: (id) => import(id),
  adminDir: new URL('../../admin/dist', import.meta.url),
  portalDir: new URL('../../portal/dist', import.meta.url),
})

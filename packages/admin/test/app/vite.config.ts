import type { IncomingMessage } from 'node:http'
import { defineConfig } from 'vite'
import { fakeServer } from '../fake/fake-server.ts'

const answer = fakeServer()

export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: '/tmp/linli-admin-test-dist', emptyOutDir: true },
  plugins: [
    {
      name: 'fake-api',
      configureServer: ({ middlewares }) => {
        middlewares.use((request, response, next) => (isApi(request) ? void answer(request, response) : next()))
      },
      configurePreviewServer: ({ middlewares }) => {
        middlewares.use((request, response, next) => (isApi(request) ? void answer(request, response) : next()))
      },
    },
  ],
})

function isApi(request: IncomingMessage): boolean {
  return request.url?.startsWith('/api/') ?? false
}

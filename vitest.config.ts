import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts?(x)', 'packages/plugins/*/test/**/*.test.ts?(x)', 'examples/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    server: { deps: { inline: ['@fastify/autoload'] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

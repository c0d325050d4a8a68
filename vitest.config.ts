import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/chromium.mjs'

const folders = ['packages/*/test', 'packages/plugins/*/test', 'apps/*/test', 'examples/{baiyun-street,library-only}/test', 'test']
const chromium = findChromium()

/** Tests that drive a real browser end in `.browser.test.ts`; they run among the others, on the built pages. */
const browser = {
  extends: true as const,
  test: {
    name: 'browser',
    include: folders.map((folder) => `${folder}/**/*.browser.test.ts`),
    globalSetup: ['./scripts/built-apps.mjs'],
    env: { LINLI_CHROMIUM: chromium ?? '' },
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Vitest would wait a second.
    expect: { poll: { timeout: 20_000 } },
  },
}

export default defineConfig({
  test: {
    // PostgreSQL in WebAssembly takes up to half a gigabyte a worker, a browser with its office more.
    maxWorkers: 2,
    server: { deps: { inline: ['@fastify/autoload'] } },
    // A busy machine makes a database slow to start; none of these waits is a measurement.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // One process for many files: what they import is loaded and compiled once, which halves the time. No test may leave anything behind.
          isolate: false,
          include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
        },
      },
      ...(chromium ? [browser] : []),
    ],
  },
})

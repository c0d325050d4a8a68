import { createRequire } from 'node:module'

const { version } = createRequire(import.meta.url)('@linli/cli/package.json') as { readonly version: string }

/** Of this command, and of every package that goes with it. */
export const LINLI_VERSION = version

/** The range of our packages that a scaffold asks for: what goes with this command. */
export const LINLI_RANGE = `^${version}`

/** What a scaffold asks for besides. */
export const RANGES = {
  vitest: '^5.1.0',
  typescript: '^6.0.3',
  vite: '^8.3.8',
  react: '^19.3.1',
  reactPlugin: '^6.3.0',
  nodeTypes: '^24.0.0',
  reactTypes: '^19.0.0',
} as const

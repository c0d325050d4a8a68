import { ensureApps } from './apps.mjs'

/** Vitest's global set-up for the browser tests: they open the pages as they are built from the sources of now. */
export const setup = () => ensureApps({ node: process.execPath, env: process.env })

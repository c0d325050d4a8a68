import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A path inside the checkout. */
export const at = (...parts) => join(root, ...parts)

/** Where the pinned tools live; ignored by git, safe to delete. */
export const toolsFolder = at('.tools')

import type { Migration } from '@linli/store'
import { CREATE } from './0001-create.ts'

/** The counter's frozen migrations, in order. */
export const migrations: readonly Migration[] = [{ name: '0001_create', up: CREATE }]

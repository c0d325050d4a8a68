import type { Migration } from '@linli/store'
import { create } from './0001-create.ts'

export const migrations: readonly Migration[] = [create]

import type { Migration } from '@linli/store'

export const migrations: readonly Migration[] = []

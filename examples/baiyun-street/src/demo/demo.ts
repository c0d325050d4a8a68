import type { Demo } from '@linli/server'
import { STAFF } from './staff.ts'

export const demo: Demo = { accounts: STAFF, seed: async () => undefined }

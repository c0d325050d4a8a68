import type { Migration } from '@linli/store'
import { CREATE } from './create.ts'
import { DEMO } from './demo.ts'
import { IMPORTS } from './imports.ts'
import { SIGN_IN } from './sign-in.ts'

/** The platform's tables. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001_create', up: CREATE },
  { name: '0002_sign_in', up: SIGN_IN },
  { name: '0003_imports', up: IMPORTS },
  { name: '0004_demo', up: DEMO },
]

import type { Settings } from '@linli/kit'
import type { Context } from '@linli/store'
import type { residentsCouncil } from '../plugin.ts'

/** The context of this module's handlers. */
export type Ctx = Context<Settings<typeof residentsCouncil>>

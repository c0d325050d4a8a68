import type { Settings } from '@linli/kit'
import type { Context } from '@linli/store'
import type { grid } from '../plugin.ts'

/** The context of this module's handlers. */
export type Ctx = Context<Settings<typeof grid>>

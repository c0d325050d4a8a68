import { defineAdmin } from '@linli/admin'
import { counter } from '../plugin.ts'

export default defineAdmin(counter, {})

import { defineAdmin } from '@linli/admin'
import { grid } from '../plugin.ts'

export default defineAdmin(grid, {})

import { defineAdmin } from '@linli/admin'
import { residentsCouncil } from '../plugin.ts'

export default defineAdmin(residentsCouncil, {})

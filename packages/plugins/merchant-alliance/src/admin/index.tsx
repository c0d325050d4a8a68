import { defineAdmin, phoneAccounts } from '@linli/admin'
import { merchantAlliance } from '../plugin.ts'

export default defineAdmin(merchantAlliance, {
  panels: [phoneAccounts({ resource: 'merchants.merchants', role: 'merchant', nameField: 'contactName' })],
})

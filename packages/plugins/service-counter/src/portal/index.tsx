import { definePortal } from '@linli/portal'

export default definePortal({ id: 'counter' }, { pages: [] })

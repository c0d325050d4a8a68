import { defineAdmin, phoneAccounts } from '@linli/admin'
import { registry } from '../plugin.ts'

export default defineAdmin(registry, {
  pages: [{ path: 'registry/places', title: '房屋树', permission: 'registry.units.tree', load: () => import('./place-tree.tsx') }],
  panels: [
    { resource: 'registry.people', title: '家庭与标签', load: () => import('./person-overview.tsx') },
    phoneAccounts({ resource: 'registry.people', role: 'resident', nameField: 'name' }),
    { resource: 'registry.duplicates', title: '对照两条记录', load: () => import('./duplicate-overview.tsx') },
    { resource: 'registry.households', title: '同住成员', load: () => import('./household-overview.tsx') },
  ],
})

import type { Figure } from '@linli/kit'

/** The registry's numbers on the dashboard. */
export const figures: readonly Figure[] = [
  {
    name: 'registry.people-count',
    title: '在册居民',
    resource: 'registry.people',
    filter: { deceasedAt_empty: true, mergedInto_empty: true },
    by: 'communityId',
  },
  { name: 'registry.household-count', title: '在册户', resource: 'registry.households', filter: { endedAt_empty: true } },
  { name: 'registry.home-count', title: '房屋', resource: 'registry.units', filter: { kind: 'room' } },
  {
    name: 'registry.homes-without-grid',
    title: '未划入网格的房屋',
    help: '每处房屋应属于且只属于一个网格。',
    resource: 'registry.units',
    filter: { kind: 'room', gridId_empty: true },
  },
  { name: 'registry.tagged', title: '有效标签', resource: 'registry.person-tags', filter: { status: 'active' }, by: 'label' },
  { name: 'registry.open-duplicates', title: '疑似重复', resource: 'registry.duplicates', filter: { status: ['open', 'unsure'] } },
  { name: 'registry.open-proposals', title: '待核实更正', resource: 'registry.change-proposals', filter: { status: 'open' } },
]

import { defineReasons } from '@linli/core/refusal'
import { choice, date, defineResource, ref } from '@linli/kit'
import { RESIDENCE_OPTIONS } from '../rules/options.ts'

const reason = defineReasons({
  'residence.ends_before_start': { zh: '迁出日期早于迁入日期', en: 'The person cannot leave before moving in' },
})

/** Where somebody lives or is registered, and since when. One person may have several. */
export const residences = defineResource({
  name: 'registry.residences',
  title: '居住记录',
  scope: 'grid',
  display: 'personId',
  fields: {
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    unitId: ref('registry.units', { title: '房屋', required: true, immutable: true }),
    kind: choice({
      title: '居住情况',
      required: true,
      options: RESIDENCE_OPTIONS,
    }),
    from: date({ title: '迁入日期' }),
    to: date({ title: '迁出日期' }),
  },
  list: {
    columns: ['personId', 'unitId', 'kind', 'from', 'to'],
    filters: ['communityId', 'gridId'],
  },
  writable: { import: false },
  menu: false,
  check: ({ from, to }) => (from && to && to < from ? [reason('residence.ends_before_start', undefined, 'to')] : []),
})

import { defineResource, integer, json, ref, text } from '@linli/kit'
import { itemContentSchema } from '../rules/item-content.ts'

/** A published version of an item, frozen. */
export const itemVersions = defineResource({
  name: 'counter.item-versions',
  title: '事项版本',
  scope: 'street',
  display: 'title',
  fields: {
    title: text({ title: '版本', readOnly: true, max: 120 }),
    itemId: ref('counter.items', { title: '服务事项', readOnly: true }),
    no: integer({ title: '版本号', readOnly: true, min: 1 }),
    content: json(itemContentSchema, { title: '内容', readOnly: true }),
    changes: text({ title: '改了什么', readOnly: true, max: 2000 }),
  },
  list: { columns: ['title', 'itemId', 'no', 'changes', 'createdAt'], filters: ['itemId'], sort: ['createdAt', 'desc'] },
  writable: { create: false, update: false },
  unique: [['itemId', 'no']],
  menu: false,
})

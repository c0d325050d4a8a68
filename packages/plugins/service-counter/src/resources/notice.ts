import { boolean, date, defineResource, integer, json, longText, ref, text } from '@linli/kit'
import * as z from 'zod'

const missing = z.array(z.object({ material: z.string(), why: z.string(), knowableAtFirst: z.boolean() }))

/** A one-time notice (一次性告知书): everything that is missing, at once. */
export const notices = defineResource({
  name: 'counter.notices',
  title: '一次性告知书',
  scope: 'community',
  display: 'no',
  fields: {
    no: text({ title: '编号', readOnly: true, unique: true, max: 40, search: true }),
    applicationId: ref('counter.applications', { title: '办件', readOnly: true }),
    seq: integer({ title: '第几次', readOnly: true, min: 1 }),
    missing: json(missing, { title: '缺少的材料', readOnly: true }),
    text: longText({ title: '告知内容', readOnly: true, max: 2000 }),
    lapseOn: date({ title: '补正截止', readOnly: true }),
    isBreach: boolean({ title: '违反一次性告知', readOnly: true }),
    overriddenBy: ref('platform.accounts', { title: '放行人', readOnly: true }),
  },
  list: {
    columns: ['no', 'applicationId', 'seq', 'text', 'lapseOn', 'isBreach', 'createdAt'],
    filters: ['applicationId', 'isBreach'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false },
  unique: [['applicationId', 'seq']],
  menu: false,
})

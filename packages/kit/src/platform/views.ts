import * as z from 'zod'
import { boolean, json, text } from '../field/index.ts'
import { defineResource } from '../resource/index.ts'

/** A list as somebody keeps it for later: filter, sort and columns. One's own, or shared with the street. */
export const views = defineResource({
  name: 'platform.views',
  title: '常用列表',
  scope: 'street',
  display: 'title',
  menu: false,
  fields: {
    resource: text({ title: '对象', required: true, immutable: true, indexed: true, max: 80 }),
    title: text({ title: '名称', required: true, max: 40 }),
    filter: json(z.record(z.string().max(80), z.unknown()), { title: '筛选', required: true, default: {} }),
    sort: json(z.tuple([z.string().max(80), z.enum(['asc', 'desc'])]).nullable(), { title: '排序' }),
    columns: json(z.array(z.string().max(80)).max(60).nullable(), { title: '列' }),
    shared: boolean({ title: '全街道可用', required: true, default: false }),
  },
  list: { columns: ['resource', 'title', 'shared'], sort: ['createdAt', 'asc'] },
  writable: { update: false, delete: true, import: false },
})

import * as z from 'zod'
import { dateTime, integer, json, text } from '../field/index.ts'
import { defineResource } from '../resource/index.ts'

/** Who did what to which record, when, from where and why. Written by the store in the transaction of the change; never changed. */
export const audit = defineResource({
  name: 'platform.audit',
  title: '操作记录',
  scope: 'community',
  display: 'verb',
  fields: {
    no: integer({ title: '序号', readOnly: true, max: Number.MAX_SAFE_INTEGER }),
    at: dateTime({ title: '时间', readOnly: true }),
    actorId: text({ title: '操作人编号', readOnly: true }),
    actorName: text({ title: '操作人', readOnly: true }),
    verb: text({ title: '操作', readOnly: true }),
    resource: text({ title: '对象类别', readOnly: true }),
    subjectId: text({ title: '对象', readOnly: true }),
    before: json(z.unknown(), { title: '之前', readOnly: true }),
    after: json(z.unknown(), { title: '之后', readOnly: true }),
    reason: text({ title: '原因', readOnly: true }),
    origin: text({ title: '来源', readOnly: true }),
  },
  list: {
    columns: ['at', 'actorName', 'verb', 'resource', 'subjectId', 'reason'],
    filters: ['at', 'actorId', 'verb', 'resource', 'subjectId'],
    sort: ['at', 'desc'],
  },
  writable: { create: false, update: false, delete: false, import: false },
})

import { defineReasons } from '@linli/core/refusal'
import { defineAction } from '../action/index.ts'
import { date, ref, text } from '../field/index.ts'
import { defineResource } from '../resource/index.ts'

const reason = defineReasons({
  'post.ends_before_start': { zh: '结束日期不能早于开始日期', en: 'The post cannot end before it starts' },
  'post.half_a_subject': { zh: '所属对象的类别和编号要一起填写', en: 'Give both the kind and the id of the subject, or neither' },
})

/**
 * A role held by an account at a place for a period. The place is the row's own `communityId` and `gridId`; neither is the whole street.
 * Where a post is bound to one record (a merchant's till to its merchant), `subjectResource` and `subjectId` name it.
 */
export const posts = defineResource({
  name: 'platform.posts',
  title: '岗位',
  scope: 'grid',
  display: 'accountId',
  fields: {
    accountId: ref('platform.accounts', { title: '账号', required: true, immutable: true }),
    roleId: ref('platform.roles', { title: '角色', required: true, immutable: true }),
    from: date({ title: '开始日期', required: true }),
    to: date({ title: '结束日期', help: '含当日；不填为一直有效。' }),
    subjectResource: text({ title: '所属对象类别', help: '只在岗位限于某个商户、机构时填写。', max: 80, immutable: true }),
    subjectId: text({ title: '所属对象编号', max: 40, immutable: true, indexed: true }),
  },
  list: {
    columns: ['accountId', 'roleId', 'communityId', 'gridId', 'from', 'to'],
    filters: ['accountId', 'roleId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { delete: true, import: false },
  check: ({ from, to, subjectResource, subjectId }) => [
    ...(from && to && to < from ? [reason('post.ends_before_start', undefined, 'to')] : []),
    ...(Boolean(subjectResource) === Boolean(subjectId) ? [] : [reason('post.half_a_subject', undefined, 'subjectId')]),
  ],
})

/**
 * Opens an account for whom a record is about (a merchant, a resident), with a post bound to that record and a first password that must be
 * changed, all or nothing. The post stands where the record stands.
 */
export const openAccount = defineAction({
  name: 'platform.posts.open-account',
  title: '开通手机账号',
  hidden: true,
  input: {
    username: text({ title: '登录名', required: true, min: 2, max: 40, help: '建议用联系电话，本人容易记住。' }),
    name: text({ title: '使用人姓名', required: true, max: 40 }),
    role: text({ title: '角色', required: true, max: 40 }),
    subjectResource: text({ title: '所属对象类别', required: true, max: 80 }),
    subjectId: text({ title: '所属对象', required: true, max: 40 }),
  },
  example: { accountId: '0193b1f0-0000-7000-8000-000000000001', username: '13800001111', password: 'Kd7-mPq2-Wx9' },
})

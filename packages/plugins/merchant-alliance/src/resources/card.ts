import { defineResource, integer, ref, text } from '@linli/kit'

/** A resident's caring card (爱心卡). It says nothing of why its holder has it. */
export const cards = defineResource({
  name: 'merchants.cards',
  title: '爱心卡',
  scope: 'community',
  display: 'number',
  fields: {
    number: text({ title: '卡号', readOnly: true, unique: true, search: true }),
    personId: ref('registry.people', { title: '持卡人', required: true, immutable: true }),
    secret: text({ title: '动态码密钥', privacy: 'P4', readOnly: true }),
    lastStep: integer({ title: '上次使用的动态码序号', readOnly: true, privacy: 'P4' }),
    replacesId: ref('merchants.cards', { title: '替换的旧卡', readOnly: true }),
  },
  list: {
    columns: ['number', 'personId', 'communityId', 'status', 'statusSince'],
    filters: ['status', 'personId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { import: false, update: false },
  empty: '还没有爱心卡。居民被认定符合享受资格后，系统会自动发卡；也可以点「新增」为居民发卡。',
  workflow: {
    initial: 'issued',
    states: {
      issued: { title: '已发卡待启用', tone: 'waiting' },
      active: { title: '可用', tone: 'good' },
      lost: { title: '挂失', tone: 'bad' },
      replaced: { title: '已换卡', final: true },
      expired: { title: '已停用', tone: 'neutral' },
    },
    steps: {
      activate: { title: '启用', from: ['issued'], to: 'active' },
      reportLost: { title: '挂失', from: ['issued', 'active'], to: 'lost' },
      find: { title: '解除挂失', from: ['lost'], to: 'active' },
      replace: { title: '换新卡', from: ['active', 'lost'], to: 'replaced', confirm: '旧卡立即作废并生成新卡，确定吗？' },
      expire: { title: '停用', from: ['issued', 'active', 'lost'], to: 'expired', automatic: true },
      renew: { title: '恢复', from: ['expired'], to: 'active', automatic: true },
    },
  },
})

import { defineResource, text } from '@linli/kit'

/** Who may send reports by Open311 (对接密钥). The key itself is shown once and kept as its hash. */
export const apiKeys = defineResource({
  name: 'grid.api-keys',
  title: '对接密钥',
  scope: 'street',
  display: 'name',
  fields: {
    name: text({ title: '对接系统', required: true, readOnly: true, default: '', max: 60 }),
    hash: text({ title: '密钥指纹', readOnly: true, max: 64, privacy: 'P3' }),
  },
  list: { columns: ['name', 'status', 'createdAt'], filters: ['status'] },
  writable: { create: false, update: false, import: false },
  empty: '还没有对接密钥。别的系统要通过 Open311 上报事件时，用「发放对接密钥」。',
  workflow: {
    initial: 'active',
    states: { active: { title: '有效', tone: 'good' }, revoked: { title: '已停用', final: true } },
    steps: { revoke: { title: '停用', from: ['active'], to: 'revoked', confirm: '停用后对方不能再上报。确定吗？' } },
  },
})

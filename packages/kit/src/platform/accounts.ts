import { boolean, dateTime, phone, text } from '../field/index.ts'
import { defineAction } from '../action/index.ts'
import { defineResource } from '../resource/index.ts'

/** Who can sign in. Passwords and sessions are kept by the authenticator, never here. */
export const accounts = defineResource({
  name: 'platform.accounts',
  title: '账号',
  scope: 'street',
  display: 'name',
  fields: {
    username: text({
      title: '用户名',
      help: '登录时填写，建好后不能改。可用汉字、字母、数字、点、横线和下划线。',
      required: true,
      immutable: true,
      unique: true,
      search: true,
      min: 2,
      max: 40,
      pattern: {
        source: '^[\\p{L}\\p{N}._-]+$',
        zh: '只能用汉字、字母、数字、点、横线和下划线',
        en: 'letters, digits, dots, hyphens and underscores',
      },
    }),
    name: text({ title: '姓名', required: true, max: 40, search: true, pinyin: true }),
    phone: phone({ title: '电话' }),
    mustChangePassword: boolean({ title: '须先改密码', readOnly: true, required: true, default: true }),
    lastSignInAt: dateTime({ title: '上次登录', readOnly: true }),
    demo: boolean({ title: '演示账号', help: '只在演示数据里有；正式使用时不能登录。', readOnly: true, required: true, default: false }),
    lockedUntil: dateTime({ title: '锁定至', help: '连续输错密码后暂停登录，到时自动解除。', readOnly: true }),
  },
  list: {
    columns: ['username', 'name', 'status', 'lastSignInAt'],
    filters: ['status'],
    sort: ['createdAt', 'desc'],
  },
  workflow: {
    initial: 'active',
    states: { active: { title: '启用', tone: 'good' }, disabled: { title: '停用', tone: 'bad' } },
    steps: {
      disable: { title: '停用', from: ['active'], to: 'disabled', confirm: '停用后立即退出登录，也不能再登录。确定停用吗？' },
      enable: { title: '启用', from: ['disabled'], to: 'active' },
      unlock: { title: '解除锁定', from: ['active'], to: 'active' },
    },
  },
  writable: { import: false },
  empty: '还没有账号。先新增账号，再给它安排岗位，然后“重设密码”得到初始密码。',
})

/** Gives a new initial password; it must be changed at the next sign-in, and every session of the account ends. */
export const resetPassword = defineAction({
  name: 'platform.accounts.reset-password',
  title: '重设密码',
  help: '生成一个初始密码，只显示这一次；下次登录后须先改密码。',
  resource: 'platform.accounts',
  input: {},
  confirm: '重设后原密码作废，已登录的设备会退出。确定重设吗？',
  example: { password: 'Kd7-mPq2-Wx9' },
  answer: { password: '初始密码' },
})

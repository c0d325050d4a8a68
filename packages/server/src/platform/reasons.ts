import { defineReasons } from '@linli/core/refusal'

/** Why accounts, posts, roles and places cannot be as somebody wants them. */
export const reason = defineReasons({
  'account.username_taken': {
    zh: '用户名「{username}」已有人使用（不分大小写）',
    en: 'The user name "{username}" is taken (case does not matter)',
  },
  'account.self': { zh: '不能停用自己的账号', en: 'You cannot disable your own account' },
  'account.passwords_elsewhere': { zh: '密码由其他系统管理，请在那里重设', en: 'Passwords are kept by another system; reset it there' },
  'account.last_admin': {
    zh: '这样就没有人能管理系统了，请先安排另一位管理员',
    en: 'Nobody could administer the system then; appoint another administrator first',
  },
  'calendar.given': {
    zh: '{year} 年的放假安排系统自带，不用录入',
    en: 'The holidays of {year} came with the program; there is nothing to enter',
  },
  'calendar.checked': { zh: '已经核对过。要改动，请先点“更正”。', en: 'This was checked. To change it, take "correct" first.' },
  'calendar.own': { zh: '核对人和录入人不能是同一个人', en: 'Whoever entered it cannot be the one who checks it' },
  'post.beyond_own': { zh: '不能授予自己没有的权限：{permission}', en: 'You cannot grant what you may not do yourself: {permission}' },
  'post.no_subject': { zh: '岗位不能绑定到这类记录', en: 'A post cannot be bound to such a record' },
  'post.no_role': { zh: '没有这个角色', en: 'There is no such role' },
  'role.in_use': { zh: '还有岗位在用这个角色', en: 'Posts still use this role' },
  'place.code_outside': { zh: '代码必须以本街道的 {street} 开头', en: 'The code must start with {street}, the code of this street' },
  'place.grid_parent': {
    zh: '网格的代码要以所属社区的 12 位代码开头，并填写上级代码',
    en: 'A grid needs the code of its community, and its own code starts with it',
  },
  'place.community_code': { zh: '社区的代码是 12 位，不填上级代码', en: 'A community has 12 digits and no parent' },
})

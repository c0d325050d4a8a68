import { definePlugin } from '../plugin/index.ts'
import { accounts, resetPassword } from './accounts.ts'
import { audit } from './audit.ts'
import { calendarChanged, calendarYears } from './calendar-years.ts'
import { ENGLISH } from './english.ts'
import { notifyRequested } from './notify.ts'
import { places } from './places.ts'
import { openAccount, posts } from './posts.ts'
import { roles } from './roles.ts'
import { UPKEEP_SETTINGS } from './upkeep-settings.ts'
import { views } from './views.ts'

/** What every street has without installing it: places, accounts, posts, roles, the audit. It cannot be switched off. */
export const platform = definePlugin({
  id: 'platform',
  package: '@linli/server',
  entries: [],
  title: '系统管理',
  summary: '账号、岗位、角色、辖区、模块和操作记录。',
  order: 1000,
  resources: [accounts, posts, roles, places, audit, views, calendarYears],
  settings: UPKEEP_SETTINGS,
  actions: [resetPassword, openAccount],
  events: [calendarChanged, notifyRequested],
  permissions: {
    'platform.modules.manage': '启停和设置模块',
    'platform.background.manage': '查看和重试后台任务',
    'platform.audit.verify': '校验操作记录',
  },
  english: ENGLISH,
})

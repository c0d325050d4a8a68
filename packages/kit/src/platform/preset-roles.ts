import type { Role } from '@linli/core/access'
import type { PrivacyClass } from '@linli/core/privacy'

const WRITING = [
  '*.*.create',
  '*.*.update',
  '*.*.delete',
  '*.*.import',
  '*.*.reveal',
  'platform.modules.manage',
  'platform.accounts.reset-password',
  'platform.posts.open-account',
]

function role(
  name: string,
  title: string,
  show: PrivacyClass,
  reveal: PrivacyClass,
  allow: readonly string[] = [],
  deny: readonly string[] = [],
): Role {
  return { name, title, allow, deny, clearance: { show, reveal } }
}

/**
 * The roles that a street starts with. What each may do in a module is said by the module's `grants`; here stands what holds for all.
 * The division of sight follows this project's matrix of roles and data: nobody sees P3 without a purpose, P4 is in no clearance.
 * A street edits its copies as data.
 */
export const PRESET_ROLES: readonly Role[] = [
  role('street-admin', '街道管理员', 'P2', 'P3', ['**']),
  role('street-leader', '街道领导', 'P1', 'P1', ['*.*.read']),
  role('community-director', '社区书记（主任）', 'P2', 'P3'),
  role('counter-clerk', '窗口工作人员', 'P1', 'P3'),
  role('grid-officer', '网格员', 'P2', 'P3'),
  role('social-worker', '社工', 'P1', 'P3'),
  role('counsellor', '咨询师', 'P1', 'P3'),
  role('day-care-staff', '日间照料人员', 'P1', 'P3'),
  role('party-clerk', '党务工作者', 'P1', 'P3'),
  role('merchant', '商户', 'P0', 'P0'),
  role('ngo-officer', '社会组织负责人', 'P0', 'P0'),
  role('resident', '居民', 'P0', 'P0'),
  role('volunteer', '志愿者', 'P0', 'P0'),
  role('auditor', '审计监督', 'P1', 'P0', ['*.*.read', 'platform.audit.verify'], WRITING),
]

import { creditCodeCheckCharacter } from '@linli/core/identifier'
import { COMMUNITY_NAMES } from './estates.ts'

/** An organisation of the demo street. Names are invented; credit codes carry the division 999999, which does not exist. */
export interface DemoOrganisation {
  readonly name: string
  readonly kind: 'property' | 'school' | 'office' | 'committee' | 'enterprise' | 'social'
  readonly community: string
  readonly address: string
  readonly creditCode: string | null
  /** The office that a resident of the community holds in it. */
  readonly role: string
}

type Line = readonly [name: string, kind: DemoOrganisation['kind'], address: string, role: string]

/** What registers a kind of organisation: the first two characters of its credit code (GB 32100). */
const REGISTERED: Readonly<Record<DemoOrganisation['kind'], string | null>> = {
  property: '91',
  enterprise: '91',
  school: '12',
  office: '11',
  social: '51',
  committee: '55',
}

const LINES: Readonly<Record<string, readonly Line[]>> = {
  '411402004001': [
    ['前程安居物业服务有限公司', 'property', '前程花园 1 号楼底商', '项目经理'],
    ['前程路小学', 'school', '前程路 66 号', '副校长'],
    ['前程社区卫生服务站', 'office', '前程路 18 号', '站长'],
  ],
  '411402004002': [
    ['绿苑家园物业服务有限公司', 'property', '锦绣家园南门', '项目经理'],
    ['绿苑幼儿园', 'school', '绿苑路 9 号', '园长'],
    ['绿苑纺织厂留守处', 'enterprise', '棉纺厂家属院', '留守处主任'],
  ],
  '411402004003': [
    ['清江物业管理有限公司', 'property', '滨河苑 2 号楼', '客服主管'],
    ['清江街初级中学', 'school', '清江街 120 号', '德育主任'],
    ['清江社区老年人协会', 'social', '清江街 31 号', '会长'],
  ],
  '411402004004': [
    ['大陈新居物业服务有限公司', 'property', '大陈新居北门', '项目经理'],
    ['大陈供电服务所', 'enterprise', '大陈路 77 号', '所长'],
    ['东方名城社区志愿者协会', 'social', '东方名城 3 号楼', '秘书长'],
  ],
  '411402004005': [
    ['广源物业服务有限公司', 'property', '广源小区东门', '项目经理'],
    ['广源街邮政所', 'enterprise', '广源街 5 号', '所长'],
    ['铁路家属院管理处', 'office', '铁路家属院 1 号楼', '主任'],
  ],
}

/** Three or four organisations of each community: its property firm, schools and units that stand in it, and its own committee. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = Object.entries(COMMUNITY_NAMES)
  .flatMap(([community, name]): (Omit<DemoOrganisation, 'creditCode'> & { readonly community: string })[] => [
    ...(LINES[community] ?? []).map(([own, kind, address, role]) => ({ name: own, kind, community, address, role })),
    {
      name: `${name.replace(/社区.*$/, '')}社区居民委员会`,
      kind: 'committee',
      community,
      address: `${name}党群服务中心`,
      role: '居委会委员',
    },
  ])
  .map((each, index) => ({ ...each, creditCode: codeOf(REGISTERED[each.kind], index + 1) }))

function codeOf(registered: string | null | undefined, n: number): string | null {
  if (!registered) return null
  const body = `${registered}999999MA${String(5000 + n).padStart(7, '0')}`
  return `${body}${creditCodeCheckCharacter(body)}`
}

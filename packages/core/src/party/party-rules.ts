import { NATION, type RuleSet } from '../ruleset/index.ts'
import type { Fen } from '../money/index.ts'

/** The figures of branch life: members, committees, terms. */
export interface BranchParams {
  readonly fullMembersForBranch: number
  readonly usualMembers: number
  readonly jointUnits: number
  readonly projectMonths: number
  readonly committeeFrom: number
  readonly committee: { readonly min: number; readonly usualMax: number; readonly max: number }
  readonly termYears: { readonly village_community: number; readonly other: number }
  readonly warnMonths: number
  readonly delayMonths: number
}

/** 中国共产党支部工作条例（试行）, read as excerpts on public pages. */
export const BRANCH_RULES: RuleSet<BranchParams> = {
  code: 'PARTY_BRANCH',
  title: { zh: '党支部设置与任期', en: 'Party branches' },
  jurisdiction: NATION,
  from: '2018-10-28',
  params: {
    fullMembersForBranch: 3,
    usualMembers: 50,
    jointUnits: 5,
    projectMonths: 6,
    committeeFrom: 7,
    committee: { min: 3, usualMax: 5, max: 7 },
    termYears: { village_community: 5, other: 3 },
    warnMonths: 6,
    delayMonths: 12,
  },
  citation: {
    source: '中国共产党支部工作条例（试行）',
    article: '第二章、第四章、第六章',
    note: '须核对现行文本：支部设置、委员会人数、任期；提前 6 个月提醒为本系统建议',
  },
  status: 'unverified',
}

/** One band of dues: monthly income up to and including an amount; without `upToFen` there is no upper end. */
export interface DuesBand {
  readonly upToFen?: Fen
  readonly perMille: number
}

/** The bands for those in work and for the retired, and the fixed amounts. */
export interface DuesParams {
  readonly employed: readonly DuesBand[]
  readonly retired: readonly DuesBand[]
  readonly farmer: { readonly minFen: Fen; readonly maxFen: Fen }
  readonly tokenFen: Fen
  readonly voluntaryToCentreFen: Fen
}

/** 关于中国共产党党费收缴、使用和管理的规定, read as excerpts on public pages. The rounding to fen is ours. */
export const DUES_RULES: RuleSet<DuesParams> = {
  code: 'PARTY_DUES',
  title: { zh: '党费标准', en: 'Party dues' },
  jurisdiction: NATION,
  from: '2008-04-01',
  params: {
    employed: [
      { upToFen: 300_000, perMille: 5 },
      { upToFen: 500_000, perMille: 10 },
      { upToFen: 1_000_000, perMille: 15 },
      { perMille: 20 },
    ],
    retired: [{ upToFen: 500_000, perMille: 5 }, { perMille: 10 }],
    farmer: { minFen: 20, maxFen: 100 },
    tokenFen: 20,
    voluntaryToCentreFen: 100_000,
  },
  citation: {
    source: '关于中国共产党党费收缴、使用和管理的规定',
    article: '第一至十一条',
    note: '须核对现行比例与计算基数；规定未写分以下的取舍，本系统四舍五入到分',
  },
  status: 'unverified',
}

/** The periods of the way into the party. */
export interface AdmissionParams {
  readonly minAge: number
  readonly talkMonths: number
  readonly cultivationMonths: number
  readonly reviewMonths: number
  readonly training: { readonly days: number; readonly hours: number }
  readonly introducers: number
  readonly meetingMonths: number
  readonly approvalMonths: number
  readonly approvalMaxMonths: number
  readonly probationMonths: number
  readonly extension: { readonly min: number; readonly max: number }
}

/** 中国共产党发展党员工作细则, read as excerpts on public pages. */
export const ADMISSION_RULES: RuleSet<AdmissionParams> = {
  code: 'PARTY_ADMISSION',
  title: { zh: '发展党员', en: 'Admission to the party' },
  jurisdiction: NATION,
  from: '2014-05-28',
  params: {
    minAge: 18,
    talkMonths: 1,
    cultivationMonths: 12,
    reviewMonths: 6,
    training: { days: 3, hours: 24 },
    introducers: 2,
    meetingMonths: 1,
    approvalMonths: 3,
    approvalMaxMonths: 6,
    probationMonths: 12,
    extension: { min: 6, max: 12 },
  },
  citation: { source: '中国共产党发展党员工作细则', note: '须核对现行细则的各项时限和审批超期后的处理' },
  status: 'unverified',
}

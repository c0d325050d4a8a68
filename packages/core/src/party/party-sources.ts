import type { RuleSource } from '../source/index.ts'

/** 中国共产党支部工作条例（试行）, read as excerpts on public pages. */
export const BRANCH_RULES_SOURCE: RuleSource = {
  citation: '中国共产党支部工作条例（试行）第二章、第四章、第六章',
  status: 'unverified',
  confirm: '条例现行文本：支部设置、委员会人数、任期、组织生活频次',
}

/** 关于中国共产党党费收缴、使用和管理的规定, read as excerpts on public pages. */
export const DUES_SOURCE: RuleSource = {
  citation: '关于中国共产党党费收缴、使用和管理的规定（中组发〔2008〕3号）第一至九条',
  status: 'unverified',
  confirm: '现行比例与计算基数；分以下的取舍办法（本系统四舍五入到分）',
}

/** 中国共产党发展党员工作细则, read as excerpts on public pages. */
export const ADMISSION_SOURCE: RuleSource = {
  citation: '中国共产党发展党员工作细则',
  status: 'unverified',
  confirm: '现行细则的各项时限，审批超期后的处理',
}

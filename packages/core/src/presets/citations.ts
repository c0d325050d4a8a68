import type { Citation } from '../ruleset/index.ts'

/** A starting value that nobody but this project chose. Never `verified`: there is nothing to compare it with. */
export const OURS: Citation = { source: '邻里默认值', note: '可由街道修改' }

/** The street's own paper on its residents' councils. */
export const COUNCIL_PAPER: Citation = { source: '白云街道工作汇报', note: '街道材料' }

/** Read as excerpts on public pages, never beside the current text. */
export const BRANCH_REGULATIONS: Citation = { source: '中国共产党支部工作条例（试行）', note: '据网页摘录，条文编号与现行文本待核对' }

export const HENAN_COMMITTEES = '河南省实施《城市居民委员会组织法》办法'
export const HENAN_PROPERTY = '河南省物业管理条例'

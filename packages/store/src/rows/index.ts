export type { Filter, ListQuery, Page, Total, TotalMode } from './filter.ts'
export type { ChangeOptions, Rows } from './rows.ts'

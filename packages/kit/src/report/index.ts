export { defineReport } from './report.ts'
export { percentText } from './percent-text.ts'
export type { AnyReport, Drill, Report, ReportCell, ReportChart, ReportColumn, ReportDefinition, ReportLines, ReportRow } from './report.ts'

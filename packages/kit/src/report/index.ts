export { defineReport } from './report.ts'
export { percentText } from './percent-text.ts'
export type { AnyReport, Drill, Report, ReportCell, ReportChart, ReportColumn, ReportDefinition, ReportRow } from './report.ts'

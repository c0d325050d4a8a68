export { readSheet } from './read-sheet.ts'
export { reason as sheetReason } from './reasons.ts'
export { dayOfSerial } from './serial.ts'
export type { ReadCell, ReadWorkbook, SheetRow } from './sheet-row.ts'

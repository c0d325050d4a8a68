export { columnsOf, exportColumns } from './columns.ts'
export { listLink } from './list-link.ts'

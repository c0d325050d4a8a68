export { fieldColumns, isInSearchColumn, isSearchable, standardColumns, type FieldColumn } from './columns.ts'
export { columnName, quoted, tableName } from './table-name.ts'
export { pluginSql, referenceNames, tableSql, uniqueSets } from './table-sql.ts'
export { findDrift } from './drift.ts'

export { linliStreet, moduleList } from './linli-street.ts'
export type { BrowserHalf, LinliStreetOptions } from './linli-street.ts'

export { contractSuite } from './contract-suite.ts'
export type { ContractOptions } from './contract-suite.ts'

export { DARK, LIGHT } from './theme.ts'

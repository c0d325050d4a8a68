export { street } from './street.ts'

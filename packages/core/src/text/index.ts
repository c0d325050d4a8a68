export { asText } from './as-text.ts'

export { DialogForm } from './dialog-form.tsx'
export { FormFrame, useTellProblem } from './form-frame.tsx'
export { createErrors, fieldErrors, updateErrors } from './validate.ts'
export type { ValidateOptions } from './validate.ts'

export { defineAction } from './action.ts'
export type { Action, ActionDefinition, ActionInput, ActionOutput, AnyAction } from './action.ts'

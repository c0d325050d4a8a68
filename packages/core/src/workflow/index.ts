export { checkWorkflow, stepsFrom, take } from './workflow.ts'
export type { Workflow, WorkflowState, WorkflowStep } from './workflow.ts'

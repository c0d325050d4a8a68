export { defineResource } from './define-resource.ts'
export type {
  AnyResource,
  ListDefinition,
  NewRow,
  Resource,
  ResourceDefinition,
  Row,
  RowPatch,
  StandardColumn,
  StandardValues,
  StepInput,
  StepName,
  Steps,
  WorkflowValues,
  Writable,
} from './resource.ts'
export { STANDARD_COLUMNS } from './standard-columns.ts'
export type { ResourceWorkflow, StateDefinition, StepDefinition, StepPromise } from './workflow.ts'

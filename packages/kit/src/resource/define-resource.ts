import { checkWorkflow } from '@linli/core/workflow'
import { DefinitionError } from '../definition-error.ts'
import { checkDefaults } from '../input/index.ts'
import type { ChoiceCondition, Fields } from '../field/index.ts'
import type { AnyResource, Resource, ResourceDefinition, Steps } from './resource.ts'
import { STANDARD_COLUMNS } from './standard-columns.ts'

const NAME = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/
const RESERVED_STEPS: ReadonlySet<string> = new Set([
  'read',
  'create',
  'update',
  'remove',
  'delete',
  'import',
  'export',
  'reveal',
  'timeline',
])
const FIELD = /^[a-z][A-Za-z0-9]*$/

/**
 * Declares what a module keeps. From this one definition follow the table's columns, the addresses, the validation in browser
 * and server, the screens, the permissions (`<name>.read`, `.create`, `.update`, `.delete`, `.<step>`), import and export.
 *
 * @throws DefinitionError with advice, when the definition contradicts itself.
 *
 * @example
 * const benches = defineResource({
 *   name: 'parks.benches', title: '长椅', scope: 'community', display: 'place',
 *   fields: { place: text({ title: '位置', required: true }), count: integer({ title: '数量', min: 1, default: 1 }) },
 *   list: { columns: ['place', 'count'] },
 * })
 */
export function defineResource<
  const Name extends `${string}.${string}`,
  const F extends Fields,
  const State extends string = never,
  const S extends Steps = Record<never, never>,
>(definition: ResourceDefinition<Name, F, State, S>): Resource<Name, F, State, S> {
  const resource: Resource<Name, F, State, S> = { ...definition, kind: 'resource' }
  check(resource as unknown as AnyResource)
  return resource
}

function check(resource: AnyResource): void {
  const { name, fields, list, workflow, display } = resource
  const fail = (code: string, message: string): never => {
    throw new DefinitionError(code, `${name}: ${message}`)
  }
  if (!NAME.test(name)) fail('resource.name', `name a resource "<plugin>.<plural>", in lower case with hyphens, like "registry.people".`)
  const columns = new Set([...Object.keys(fields), ...STANDARD_COLUMNS])
  for (const [key, field] of Object.entries(fields)) {
    if (!FIELD.test(key)) fail('resource.field_name', `the field "${key}" must be camelCase, starting with a small letter.`)
    if (STANDARD_COLUMNS.has(key)) fail('resource.field_reserved', `"${key}" is kept by the framework; give the field another name.`)
    for (const other of Object.keys(field.when ?? {})) {
      if (fields[other]?.kind !== 'choice')
        fail('resource.when', `"${key}" is asked for when "${other}" has a value, but "${other}" is no choice of this resource.`)
    }
    if (field.when && field.required)
      fail('resource.when_required', `"${key}" is asked for only sometimes, so it cannot be required: check() can ask for it.`)
    if (field.privacy === 'P4' && (list.columns.includes(key) || field.search))
      fail('resource.sealed_in_list', `"${key}" is P4 (sealed) and can stand neither in a list nor in a search.`)
    if (field.privacy === 'P3' && field.search) {
      fail(
        'resource.sensitive_search',
        `"${key}" is P3 (sensitive): a text search over it would find people for whoever may not see it. Drop search; filters ask for the clearance.`,
      )
    }
    if (field.hundredths && !field.readOnly)
      fail('resource.hundredths', `"${key}" is kept as hundredths, which nobody types: make it read-only, and compute it.`)
    if (field.encrypted && field.pinyin) fail('resource.encrypted_pinyin', `"${key}" is enciphered and cannot be sorted by pinyin.`)
    if (field.readOnly && field.required && field.default === undefined && resource.writable?.create !== false) {
      fail(
        'resource.readonly_required',
        `"${key}" is read-only and required, so no form could fill it: give it a default, or drop one of the two.`,
      )
    }
  }
  const [fault] = checkDefaults(fields)
  if (fault) fail('resource.default', `a default does not fit its own field: ${fault.field}: ${fault.en}.`)
  const known = (column: string, where: string): void => {
    if (!columns.has(column))
      fail('resource.unknown_column', `${where} names "${column}", which is no field. Known: ${[...columns].join(', ')}.`)
  }
  known(display, 'display')
  for (const column of list.columns) known(column, 'list.columns')
  for (const column of list.filters ?? []) known(column, 'list.filters')
  if (list.sort) known(list.sort[0], 'list.sort')
  for (const set of resource.unique ?? []) for (const column of set) known(column, 'unique')
  const checkChoices = (when: ChoiceCondition | undefined, what: string): void => {
    for (const [choice, wanted] of Object.entries(when ?? {})) {
      const options = fields[choice]?.kind === 'choice' ? fields[choice].options : undefined
      const unknown = options && wanted.find((value) => !Object.hasOwn(options, value))
      if (!options || unknown !== undefined)
        fail(
          'resource.when',
          `${what} is for rows whose "${choice}" is ${wanted.join(' or ')}, but ${options ? `"${unknown ?? ''}" is no option of it` : `"${choice}" is no choice of this resource`}.`,
        )
    }
  }
  const { hiddenFrom } = resource
  if (hiddenFrom && fields[hiddenFrom.account]?.target !== 'platform.accounts')
    fail(
      'resource.hidden_from',
      `hiddenFrom names "${hiddenFrom.account}", which is no field that points at an account (platform.accounts).`,
    )
  if (hiddenFrom && !fields[hiddenFrom.until]) fail('resource.hidden_from', `hiddenFrom names "${hiddenFrom.until}", which is no field.`)
  if (workflow) {
    for (const step of Object.keys(workflow.steps)) {
      if (!FIELD.test(step) || RESERVED_STEPS.has(step))
        fail('resource.step_name', `the step "${step}" needs a camelCase name other than ${[...RESERVED_STEPS].join(', ')}.`)
      checkChoices(workflow.steps[step]?.when, `the step "${step}"`)
      const account = workflow.steps[step]?.waitsFor
      if (workflow.steps[step]?.alone && account === undefined)
        fail('resource.alone', `the step "${step}" is for one alone and does not say whom: name the field in waitsFor.`)
      if (account !== undefined && fields[account]?.target !== 'platform.accounts')
        fail(
          'resource.waits_for',
          `the step "${step}" waits for "${account}", which is no field that points at an account (platform.accounts).`,
        )
    }
    for (const { when } of workflow.otherWays ?? []) checkChoices(when, 'otherWays')
    const fault = checkWorkflow(workflow)[0]
    if (fault) fail(fault.code, `${fault.en}.`)
  }
}

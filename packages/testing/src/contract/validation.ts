import type { AnyAction, AnyResource, Fields } from '@linli/kit'
import type { Refusal } from '@linli/core/refusal'
import { expect, it } from 'vitest'
import type { Answer } from '../street/index.ts'
import { actionPath } from '../street/index.ts'
import { type Contract, mayCreate, mayUpdate } from './contract.ts'

const WRONG = { wrong: true }

/** Forms that cannot be right are refused, each fault with its field. */
export function validationTests(contract: () => Contract, resource: AnyResource): void {
  const asked = Object.entries(resource.fields).filter(([, field]) => !field.readOnly)

  if (mayCreate(resource)) {
    it('refuses a form with a fault, and names the field', async () => {
      const { sampler, writer } = contract()
      const request = await sampler.request(resource)
      const create = (values: object): Promise<Answer> => writer(resource).create(resource, values as Record<string, unknown>)
      expectFault(await create({ ...request, noSuchField: 1 }), 'noSuchField')
      for (const [key, field] of asked) {
        if (field.kind !== 'json') expectFault(await create({ ...request, [key]: WRONG }), key)
        if (!field.required || field.default !== undefined) continue
        const { [key]: _left, ...rest } = request
        expectFault(await create(rest), key)
        expectFault(await create({ ...request, [key]: null }), key)
      }
      for (const key of Object.keys(resource.fields).filter((name) => resource.fields[name]?.readOnly))
        expectFault(await create({ ...request, [key]: '1' }), key)
    })
  }

  if (mayUpdate(resource)) {
    it('refuses a change with a fault, and names the field', async () => {
      const { sampler, writer } = contract()
      const row = await sampler.row(resource)
      const update = (values: object): Promise<Answer> => writer(resource).update(resource, row.id, values as Record<string, unknown>)
      expectFault(await update({ noSuchField: 1 }), 'noSuchField')
      for (const [key, field] of asked) if (field.kind !== 'json') expectFault(await update({ [key]: WRONG }), key)
      expect((await writer(resource).find(resource, row.id)).ok()).toMatchObject({ version: row.version })
    })
  }
}

/** The same for the input of an action. */
export function actionValidationTests(contract: () => Contract, action: AnyAction, target: AnyResource | undefined): void {
  it('refuses an input with a fault, and names the field', async () => {
    const { sampler, chief } = contract()
    const id = target ? (await sampler.row(target)).id : undefined
    const input = await sampler.input(action.name, action.input)
    const send = (values: object): Promise<Answer> => chief.post(actionPath(action, id), values)
    expectFault(await send({ ...input, noSuchField: 1 }), 'noSuchField')
    for (const [key, field] of Object.entries(action.input)) {
      if (field.kind !== 'json') expectFault(await send({ ...input, [key]: WRONG }), key)
      if (!isNeeded(action.input, key)) continue
      const { [key]: _left, ...rest } = input
      expectFault(await send(rest), key)
    }
    expect((await send([])).status).toBe(400)
  })
}

function isNeeded(fields: Fields, key: string): boolean {
  return Boolean(fields[key]?.required) && fields[key]?.default === undefined
}

function expectFault(answer: Answer, field: string): void {
  expect(answer.status, `${field}: ${JSON.stringify(answer.body)}`).toBe(400)
  const faults = (answer.body as { readonly errors: readonly Refusal[] }).errors
  expect(faults.map((fault) => fault.field)).toContain(field)
  for (const { code, zh, en } of faults)
    expect([code, zh, en]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./), expect.stringMatching(/./)])
}

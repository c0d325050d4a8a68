import type { AnyResource } from '@linli/kit'
import { expect, it } from 'vitest'
import { PLACES } from '../street/index.ts'
import { type Contract, mayCreate, mayUpdate } from './contract.ts'
import { auditOf, traceCounts } from './traces.ts'

/** What a write leaves behind, and what it leaves alone. */
export function writingTests(contract: () => Contract, resource: AnyResource): void {
  if (mayCreate(resource)) {
    it('can be made by a form, and is remembered with who made it', async () => {
      const { t, sampler, writer } = contract()
      const answer = await writer(resource).create(resource, await sampler.request(resource))
      expect([answer.status, answer.body]).toEqual([201, expect.anything()])
      const { id } = answer.body
      expect(await auditOf(t, resource.name, id)).toContainEqual({ verb: 'create', actorId: await writer(resource).accountId() })
      expect((await t.store.audit.verify(PLACES.street)).intact).toBe(true)
    })
  }

  if (mayUpdate(resource)) {
    it('is changed by whoever saw its newest version alone, and the change is remembered', async () => {
      const { t, sampler, writer } = contract()
      const row = await sampler.row(resource)
      const change = await sampler.change(resource, row)
      if (!change) return
      const stale = await writer(resource).update(resource, row.id, { ...change, version: row.version + 1 })
      expect([stale.status, stale.code]).toEqual([409, 'row.stale'])
      const changed = await writer(resource).update(resource, row.id, { ...change, version: row.version })
      expect(changed.status, `samples['${resource.name}.update'] gives a change that is allowed: ${JSON.stringify(changed.body)}`).toBe(200)
      expect(changed.body.version).toBe(row.version + 1)
      const late = await writer(resource).update(resource, row.id, { ...change, version: row.version })
      expect([late.status, late.code]).toEqual([409, 'row.stale'])
      const changes = (await auditOf(t, resource.name, row.id)).filter(({ verb }) => verb === 'update')
      expect(changes).toEqual([{ verb: 'update', actorId: await writer(resource).accountId() }])
      expect((await t.store.audit.verify(PLACES.street)).intact).toBe(true)
    })
  }

  for (const [name, step] of Object.entries(resource.workflow?.steps ?? {})) {
    if (step.automatic || !step.from.includes(resource.workflow?.initial ?? '')) continue
    it(`goes the step ${name} whole or not at all`, async () => {
      const { t, sampler, writer } = contract()
      const row = await sampler.row(resource)
      const input = await sampler.input(`${resource.name}.${name}`, step.input ?? {})
      const stale = await writer(resource).step(resource, row.id, name, input, { version: row.version + 1 })
      expect([stale.status, stale.code]).toEqual([409, 'row.stale'])
      const answer = await writer(resource).step(resource, row.id, name, input, { version: row.version })
      const after = (await writer(resource).find(resource, row.id)).ok()
      const remembered = (await auditOf(t, resource.name, row.id)).filter(({ verb }) => verb === name)
      if (answer.status === 200) {
        expect(after.status).toBe(step.to)
        expect(remembered).toEqual([{ verb: name, actorId: await writer(resource).accountId() }])
      } else {
        expect([answer.status, answer.body]).toEqual([422, expect.anything()])
        expect(after).toMatchObject({ status: resource.workflow?.initial, version: row.version })
        expect(remembered).toEqual([])
      }
    })
  }

  it('leaves nothing behind when its transaction is taken back: no row, no memory, no event', async () => {
    const { t, sampler, plugin, chief } = contract()
    const values = { ...(await sampler.row(resource)) }
    const request = await withoutFramework(contract(), resource, values)
    const before = { ...(await traceCounts(t)), rows: await countOf(contract(), resource) }
    await expect(
      t.run(plugin, async (ctx) => {
        await ctx.attempt(() => ctx.rows(resource).create(request as never)).catch(() => undefined)
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    expect({ ...(await traceCounts(t)), rows: await countOf(contract(), resource) }).toEqual(before)
    expect((await chief.find(resource, String(values.id))).status).toBe(200)
  })

  it('can be listed by its columns, filters and order', async () => {
    const { sampler, chief } = contract()
    const row = await sampler.row(resource)
    const seen = (await chief.find(resource, row.id)).ok()
    for (const filter of resource.list.filters ?? []) {
      const value = seen[filter]
      if (value === null || value === undefined || resource.fields[filter]?.encrypted) continue
      const found = await chief.list(resource, { filter: { [filter]: value, id: [row.id] } })
      expect(
        found.ok().map(({ id }) => id),
        `filter ${filter}`,
      ).toEqual([row.id])
    }
    for (const column of resource.list.columns) {
      if (resource.fields[column]?.encrypted || ['tags', 'json', 'geoPoint'].includes(resource.fields[column]?.kind ?? '')) continue
      expect((await chief.list(resource, { sort: [column, 'DESC'] })).status, `sort by ${column}`).toBe(200)
    }
  })
}

async function countOf({ t, plugin }: Contract, resource: AnyResource): Promise<number> {
  return t.run(plugin, (ctx) => ctx.rows(resource).count())
}

async function withoutFramework(
  { sampler }: Contract,
  resource: AnyResource,
  row: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const request = await sampler.request(resource)
  const readOnly = Object.entries(resource.fields).filter(([key, field]) => field.readOnly && field.required && row[key] !== undefined)
  return { ...Object.fromEntries(readOnly.map(([key]) => [key, row[key]])), ...request }
}

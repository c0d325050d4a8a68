import type { AnyPlugin } from '@linli/kit'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { PLACES } from '../street/index.ts'
import type { Contract } from './contract.ts'
import { askBlindly, operationsOf } from './operations.ts'
import { eventsOf } from './traces.ts'

interface ModulesAnswer {
  readonly modules: readonly {
    readonly id: string
    readonly enabled: boolean
    readonly version: number
    readonly tables: readonly unknown[]
  }[]
}

/** The module as a whole: off and on, started again, told truly. */
export function moduleTests(contract: () => Contract, plugin: AnyPlugin): void {
  const state = async (): Promise<ModulesAnswer['modules'][number] | undefined> =>
    (await contract().chief.get<ModulesAnswer>('/api/platform/modules')).ok().modules.find(({ id }) => id === plugin.id)

  it('vanishes when it is switched off and is as it was when it is on again', async () => {
    const { t, chief } = contract()
    const before = await state()
    ;(await chief.put(`/api/platform/modules/${plugin.id}`, { enabled: false, version: before?.version })).ok()
    const there: string[] = []
    for (const operation of await operationsOf(t, plugin.id)) {
      const { status, code } = await askBlindly(chief, operation)
      if (!operation.isPublic && (status !== 404 || code !== 'module.off'))
        there.push(`${operation.method} ${operation.path}: ${status} ${code}`)
    }
    expect(there).toEqual([])
    const off = await state()
    expect(off).toMatchObject({ enabled: false, tables: before?.tables })
    ;(await chief.put(`/api/platform/modules/${plugin.id}`, { enabled: true, version: off?.version })).ok()
    expect(await state()).toMatchObject({ enabled: true, tables: before?.tables })
  })

  it('is the same after the server was started again', async () => {
    const { t } = contract()
    const counts = async (): Promise<unknown> => {
      const { rows } = await sql`select (select count(*) from platform_roles) as roles, (select count(*) from platform_places) as places,
        (select count(*) from platform_audit) as audit`.execute(t.store.db)
      return rows
    }
    const before = { module: await state(), counts: await counts() }
    await t.restart()
    expect({ module: await state(), counts: await counts() }).toEqual(before)
    expect(await t.store.migrations.pending()).toEqual([])
  })

  it('tells only events that it declares, with ids and codes alone', async () => {
    const declared = new Map(plugin.events.map((event) => [event.name, event]))
    for (const { name, data } of await eventsOf(contract().t)) {
      if (!name.startsWith(`${plugin.id}.`)) continue
      expect([...declared.keys()]).toContain(name)
      expect(declared.get(name)?.data.safeParse(data).success, `${name} ${JSON.stringify(data)}`).toBe(true)
      for (const value of Object.values(data as object)) expect(String(value), `${name}: no names in events`).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('has the tables that its resources call for, and an unbroken record of who did what', async () => {
    const { t } = contract()
    expect(await t.store.drift(plugin.id)).toEqual([])
    expect(await t.store.audit.verify(PLACES.street)).toMatchObject({ intact: true, firstBroken: null })
  })

  it('lets its events and jobs run', async () => {
    const { t, modules } = contract()
    await t.drain()
    expect(await t.store.outbox.deadLetters(PLACES.street)).toEqual([])
    for (const job of Object.keys(modules.find((module) => module.plugin.id === plugin.id)?.server.jobs ?? {}))
      await t.store.jobs.runNow(PLACES.street, plugin.id, job)
  })
}

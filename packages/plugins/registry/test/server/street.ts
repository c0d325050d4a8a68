import { accessOf, systemAccess, type Actor, type Place } from '@linli/core/access'
import { idCheckCharacter } from '@linli/core/identifier'
import { definePlugin, defineResource, defineStreet, ref, text, use } from '@linli/kit'
import { places, platform, PRESET_ROLES } from '@linli/kit/platform'
import { definePluginServer, openStore, pluginSql, tableSql, type AnyPluginServer, type Context, type LinliStore } from '@linli/store'
import { layEmptyDatabase } from '@linli/testing'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { people, registry, units, type registry as Registry } from '../../src/index.ts'
import server from '../../src/server/index.ts'
import type { Ctx } from '../../src/server/context.ts'

export const STREET = '411402004'
export const NORTH = '411402004001'
export const SOUTH = '411402004002'
export const GRID = '411402004001001'

/** A module that the registry has never heard of, with references to people; one of them is unique. */
export const visits = defineResource({
  name: 'visiting.visits',
  title: '走访',
  scope: 'community',
  display: 'note',
  fields: {
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    note: text({ title: '记录', required: true }),
  },
  list: { columns: ['note'] },
})
export const passes = defineResource({
  name: 'visiting.passes',
  title: '通行证',
  scope: 'community',
  display: 'number',
  fields: { holderId: ref('registry.people', { title: '持证人', unique: true }), number: text({ title: '编号', required: true }) },
  list: { columns: ['number'] },
})
const visiting = definePlugin({
  id: 'visiting',
  package: '@example/visiting',
  entries: ['server'],
  title: '走访',
  summary: '',
  needs: ['registry'],
  resources: [visits, passes],
})

export const street = defineStreet({
  code: STREET,
  name: '白云街道',
  officialName: '河南省商丘市梁园区白云街道办事处',
  communities: [
    { code: NORTH, name: '前程社区居委会' },
    { code: SOUTH, name: '绿苑社区居委会' },
  ],
  modules: [use(registry as typeof Registry), use(visiting)],
})

const plugins = [
  {
    plugin: platform,
    server: { migrations: [{ name: '0001_places', up: tableSql(places) }], actions: {}, reports: {} } as unknown as AnyPluginServer,
  },
  { plugin: registry, server },
  {
    plugin: visiting,
    server: definePluginServer(visiting, { migrations: [{ name: '0001_create', up: pluginSql(visiting) }], actions: {}, reports: {} }),
  },
] as never

/** Somebody of a preset role, with what the registry grants it. */
export function actor(role: string, place: Omit<Place, 'streetId'> = {}): Actor {
  const preset = PRESET_ROLES.find(({ name }) => name === role)
  if (!preset) throw new Error(`no such role: ${role}`)
  const allow = [...preset.allow, ...(registry.grants?.[role] ?? [])]
  const post = { role, place: { streetId: STREET, ...place }, from: '2000-01-01' }
  return {
    kind: 'person',
    id: `${role}-${place.gridId ?? place.communityId ?? 'street'}`,
    name: preset.title,
    streetId: STREET,
    access: accessOf([{ ...preset, allow }], [post], '2026-11-22'),
  }
}

export const admin = actor('street-admin')
export const north = actor('community-director', { communityId: NORTH })
export const south = actor('community-director', { communityId: SOUTH })
export const officer = actor('grid-officer', { communityId: NORTH, gridId: GRID })
export const system: Actor = { kind: 'system', id: 'system', name: '系统', streetId: STREET, access: systemAccess(STREET) }

export interface TestStreet {
  readonly store: LinliStore
  /** Does something as somebody, in one transaction, on 22 November 2026 unless another moment is named. */
  as<T>(who: Actor, work: (ctx: Ctx) => Promise<T>, now?: string): Promise<T>
  close(): Promise<void>
}

/** A street with the registry on an embedded database of its own. */
export async function openStreet(): Promise<TestStreet> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-registry-'))
  await layEmptyDatabase(dataDir)
  const store = await openStore({ dataDir, streets: [street], plugins, allowTestArea: true, key: Buffer.alloc(32, 7) })
  await store.run({ actor: system, street, pluginId: 'platform' }, (ctx) =>
    ctx.rows(places).create({ code: GRID, name: '第一网格', kind: 'grid', parentCode: NORTH }),
  )
  return {
    store,
    as: (who, work, now = '2026-11-22T04:00:00.000Z') =>
      store.run({ actor: who, street, pluginId: 'registry', now }, (ctx: Context) => work(ctx as unknown as Ctx)),
    close: async () => {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A valid number of nobody: the area 99 is given to no division. */
export function numberOf(birth: string, order: number): string {
  const body = `990001${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return body + idCheckCharacter(body)
}

/** The codes with which something was refused. */
export async function refusals(work: Promise<unknown>): Promise<string[]> {
  try {
    await work
  } catch (error) {
    const refused = error as { refusals?: readonly { code: string }[] }
    if (refused.refusals) return refused.refusals.map(({ code }) => code)
    throw error
  }
  return []
}

/** A room in 幸福小区 of the northern community. */
export async function room(ctx: Ctx, name = '501', community = NORTH): Promise<string> {
  const all = ctx.elevated().rows(units)
  const find = async (kind: 'estate' | 'building' | 'unit' | 'room', parentId: string | null, called: string): Promise<string> =>
    (
      (await all.first({ kind, name: called, communityId: community, ...(parentId ? { parentId } : {}) })) ??
      (await all.create({ kind, name: called, parentId, communityId: community }))
    ).id
  const estate = await find('estate', null, '幸福小区')
  const building = await find('building', estate, '3号楼')
  const entrance = await find('unit', building, '2单元')
  return find('room', entrance, name)
}

/** A person of the northern community. */
export function person(
  ctx: Ctx,
  values: Partial<Parameters<ReturnType<typeof rowsOf>['create']>[0]> & { name: string },
): Promise<{ id: string }> {
  return rowsOf(ctx).create({ communityId: NORTH, ...values })
}

function rowsOf(ctx: Ctx): ReturnType<typeof ctx.rows<typeof people>> {
  return ctx.rows(people)
}

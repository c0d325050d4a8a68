import { type Actor, type Role, systemAccess } from '@linli/core/access'
import type { Street } from '@linli/kit'
import { PRESET_ROLES, places, roles } from '@linli/kit/platform'
import type { Context, Store } from '@linli/store'

/** The system on a street's behalf. */
export function systemActor(street: Street): Actor {
  return { kind: 'system', id: 'system', name: '系统', streetId: street.code, access: systemAccess(street.code) }
}

/** Brings a street's communities and roles up to its configuration. What the street has changed itself stays as it is. */
export async function prepareStreet(store: Store, street: Street): Promise<void> {
  await store.run({ actor: systemActor(street), street, pluginId: 'platform', from: 'start' }, async (ctx) => {
    await addCommunities(ctx)
    await offerRoles(ctx)
  })
}

async function addCommunities(ctx: Context): Promise<void> {
  const door = ctx.rows(places)
  for (const { code, name } of ctx.street.communities) {
    const known = await door.first({ code })
    if (!known) await door.create({ code, name, kind: 'community' })
    else if (known.name !== name) await door.update(known.id, { name }, { reason: '配置中的名称已改' })
  }
}

/** Presets and the grants of modules are given once: what a street takes out of a role stays out, what a module adds later comes in. */
async function offerRoles(ctx: Context): Promise<void> {
  const door = ctx.rows(roles)
  const wanted = new Map<string, Role>([...PRESET_ROLES, ...(ctx.street.roles ?? [])].map((role) => [role.name, role]))
  for (const role of wanted.values()) {
    const grants = ctx.street.modules.flatMap(({ plugin }) => plugin.grants?.[role.name] ?? [])
    const patterns = [...new Set([...role.allow, ...grants])]
    const known = await door.first({ name: role.name })
    if (!known) {
      const { name, title, deny, clearance } = role
      await door.create({ name, title, allow: patterns, deny: [...deny], ...clearanceOf(clearance), offered: patterns })
      continue
    }
    const fresh = patterns.filter((pattern) => !known.offered.includes(pattern))
    if (fresh.length === 0) continue
    const allow = [...new Set([...known.allow, ...fresh])]
    await door.update(known.id, { allow, offered: [...known.offered, ...fresh] }, { reason: '模块带来的新权限' })
  }
}

function clearanceOf({ show, reveal }: Role['clearance']): { show: 'P0' | 'P1' | 'P2' | 'P3'; reveal: 'P0' | 'P1' | 'P2' | 'P3' } {
  const most = (privacyClass: Role['clearance']['show']): 'P0' | 'P1' | 'P2' | 'P3' => (privacyClass === 'P4' ? 'P3' : privacyClass)
  return { show: most(show), reveal: most(reveal) }
}

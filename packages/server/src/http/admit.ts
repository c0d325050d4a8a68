import { type Actor, type Permission, systemAccess } from '@linli/core/access'
import type { AnyPlugin } from '@linli/kit'
import type { RunAs } from '@linli/store'
import type { FastifyRequest } from 'fastify'
import { reason, refuse } from '../problem/index.ts'
import type { Services } from '../services/index.ts'
import type { Session } from '../session/index.ts'

/** The session of a request. @throws RefusedError 401 `auth.needed`, 403 `auth.change_first` */
export function sessionOf(request: FastifyRequest): Session {
  const { session } = request
  if (!session) refuse(401, reason('auth.needed'))
  if (session.account.mustChangePassword) refuse(403, reason('auth.change_first'))
  return session
}

/**
 * Who does what, once it is certain that they may: signed in, the module on, the permission held.
 *
 * @throws RefusedError 401, 403 `access.*`, 404 `module.off`
 */
export async function admit(services: Services, request: FastifyRequest, plugin: AnyPlugin, permission?: Permission): Promise<RunAs> {
  const { street, actor } = sessionOf(request)
  if (plugin.id !== 'platform' && !(await services.store.modules.isOn(street.code, plugin.id)))
    refuse(404, reason('module.off', { title: plugin.title }))
  if (permission !== undefined) {
    const decision = actor.access.decide(permission)
    if (!decision.allowed) refuse(403, decision.refusal)
  }
  return { actor, street, pluginId: plugin.id, permission, from: originOf(request) }
}

/**
 * Somebody who is not signed in, at a public action: the street's system on their behalf.
 *
 * @throws RefusedError 400 `auth.street`, 404 `module.off`
 */
export async function admitVisitor(services: Services, request: FastifyRequest, plugin: AnyPlugin): Promise<RunAs> {
  const { street: code } = request.query as { readonly street?: unknown }
  const [only] = services.streets.size === 1 ? services.streets.values() : []
  const street = typeof code === 'string' ? services.streets.get(code) : only
  if (!street) return refuse(400, reason('auth.street', undefined, 'street'))
  if (!(await services.store.modules.isOn(street.code, plugin.id))) refuse(404, reason('module.off', { title: plugin.title }))
  const actor: Actor = { kind: 'system', id: 'visitor', name: '未登录的群众', streetId: street.code, access: systemAccess(street.code) }
  return { actor, street, pluginId: plugin.id, from: originOf(request) }
}

const LONGEST_DEVICE = 120

/** Where a request came from, for the audit: address and device, no more. */
export function originOf(request: FastifyRequest): string {
  const agent = request.headers['user-agent'] ?? ''
  return `${request.ip} ${agent.slice(0, LONGEST_DEVICE)}`.trimEnd()
}

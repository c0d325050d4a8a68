import { narrowAccess } from '@linli/core/access'
import type { JsonSchema } from '@linli/kit'
import type { RunAs } from '@linli/store'
import type { FastifyRequest } from 'fastify'
import { reason, refuse } from '../problem/index.ts'

/** How `place` is told in the document. */
export const PLACE_QUERY: Readonly<Record<string, JsonSchema>> = {
  place: {
    type: 'string',
    description: '只看一个社区（12 位代码）或网格（15 位代码） / one community or grid alone',
    example: '411402004001',
  },
}

/**
 * The same person, looking at the community or grid that the address names in `place`; whoever names none looks at all that is theirs.
 *
 * @throws RefusedError 400 `query.place`
 */
export function narrowed(as: RunAs, request: FastifyRequest): RunAs {
  const { place } = request.query as { readonly place?: unknown }
  if (place === undefined || place === '') return as
  if (typeof place !== 'string' || !/^\d{12}(\d{3})?$/.test(place)) return refuse(400, reason('query.place', undefined, 'place'))
  return { ...as, actor: { ...as.actor, access: narrowAccess(as.actor.access, place) } }
}

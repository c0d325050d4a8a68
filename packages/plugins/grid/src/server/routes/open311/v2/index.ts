import { type Actor, systemAccess } from '@linli/core/access'
import type { Street } from '@linli/kit'
import { type LinliStore, RefusedError, type RunAs } from '@linli/store'
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../../../context.ts'
import { keyHolder } from '../../../open311/keys.ts'
import type { Fault } from '../../../open311/fault.ts'
import { type Given, receiveRequest } from '../../../open311/receive.ts'
import { findRequests, type RequestsQuery } from '../../../open311/requests.ts'
import { definitionAnswer, servicesAnswer } from '../../../open311/services.ts'
import { type Answer, toXml } from '../../../open311/xml.ts'

/** The part of the server that these routes use; a module's server half knows the store alone. */
interface Linli {
  readonly store: LinliStore
  readonly streets: ReadonlyMap<string, Street>
}

/** The jurisdiction of a request: a street, or one of its communities. */
interface Jurisdiction {
  readonly street: Street
  readonly communities: readonly string[]
}

/** A public route, told in the document as one. */
const open = (operationId: string, summary: string): object => ({
  config: { public: true },
  schema: { operationId: `grid.open311.${operationId}`, summary, description: 'Open311 GeoReport v2', tags: ['一张网'], security: [] },
})

/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2): services, definitions, requests to read and to send, as JSON and as XML.
 * It is an adapter: what the office works with is the event.
 */
const routes: FastifyPluginAsync = (app) => {
  const linli = (app as FastifyInstance & { readonly linli: Linli }).linli
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })
  // Whoever reads XML is refused in XML. What the server itself did wrong is for its own log.
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error instanceof RefusedError ? error.status : (error.statusCode ?? 500)
    if (status >= 500) throw error
    const words = error instanceof RefusedError ? error.refusals.map(({ en }) => en).join('; ') : error.message
    return refused(reply, formatOf(request), [{ code: status === 403 || status === 404 ? status : 400, description: words }])
  })

  for (const format of ['json', 'xml'] as const) {
    app.get(`/discovery.${format}`, open(`discovery-${format}`, '接口说明'), (request, reply) =>
      served(linli, request, reply, 'read', () => Promise.resolve({ root: 'discovery', answer: discovery(request) })),
    )
    app.get(`/services.${format}`, open(`services-${format}`, '可以反映的事项'), (request, reply) =>
      served(linli, request, reply, 'read', () => Promise.resolve({ root: 'services', answer: servicesAnswer() })),
    )
    app.get(`/requests.${format}`, open(`requests-${format}`, '事件办理进度'), (request, reply) =>
      served(linli, request, reply, 'read', async (ctx, { communities }, query) => {
        const found = await findRequests(ctx, query as RequestsQuery, communities)
        return 'faults' in found ? found : { root: 'service_requests', answer: found.answer }
      }),
    )
    app.post(`/requests.${format}`, open(`report-${format}`, '上报事件'), (request, reply) =>
      served(linli, request, reply, 'report', async (ctx, { communities }, given) => {
        const sender = given.api_key ? await keyHolder(ctx, given.api_key) : undefined
        if (!sender) return { faults: [{ code: 403, description: given.api_key ? 'api_key is not valid' : 'api_key was not provided' }] }
        const received = await receiveRequest(ctx, given, sender, communities)
        return 'faults' in received ? received : { root: 'service_requests', answer: received.answer, status: 201 }
      }),
    )
  }
  app.get('/services/:name', open('definition', '一个事项要填什么'), (request, reply) =>
    served(linli, request, reply, 'read', () => {
      const answer = definitionAnswer(nameOf(request))
      return Promise.resolve(answer === undefined ? missing('service_code was not found') : { root: 'service_definition', answer })
    }),
  )
  app.get('/requests/:name', open('request', '一件事件的进度'), (request, reply) =>
    served(linli, request, reply, 'read', async (ctx, { communities }) => {
      const found = await findRequests(ctx, { service_request_id: nameOf(request).replaceAll(',', ' ') }, communities)
      return 'faults' in found || found.answer.length === 0
        ? missing('service_request_id was not found')
        : { root: 'service_requests', answer: found.answer }
    }),
  )
  // Every report is answered with its number at once, so that there never was a token.
  app.get('/tokens/:name', open('token', '凭令牌查编号'), (request, reply) =>
    served(linli, request, reply, 'read', () => Promise.resolve(missing('token was not found'))),
  )
  return Promise.resolve()
}
export default routes

type Format = 'json' | 'xml'
type Served = { readonly root: string; readonly answer: Answer; readonly status?: number } | { readonly faults: readonly Fault[] }

/** Serves a jurisdiction whose module is on and whose street has opened the adapter that far. */
async function served(
  { store, streets }: Linli,
  request: FastifyRequest,
  reply: FastifyReply,
  need: 'read' | 'report',
  work: (ctx: Ctx, jurisdiction: Jurisdiction, given: Given) => Promise<Served>,
): Promise<FastifyReply> {
  const format = formatOf(request)
  const given = { ...flat(request.query), ...flat(request.body) }
  const jurisdiction = jurisdictionOf(streets, given.jurisdiction_id)
  if (!jurisdiction) {
    const fault: Fault = given.jurisdiction_id
      ? { code: 404, description: 'jurisdiction_id was not found' }
      : { code: 400, description: 'jurisdiction_id was not provided' }
    return refused(reply, format, [fault])
  }
  if (!(await store.modules.isOn(jurisdiction.street.code, 'grid'))) return refused(reply, format, [closed])
  const inside = async (ctx: Ctx): Promise<Served> => {
    const { open311 } = ctx.settings
    const isOpen = need === 'read' ? open311 !== 'off' : open311 === 'report'
    return isOpen ? work(ctx, jurisdiction, given) : { faults: [closed] }
  }
  const as = runAs(jurisdiction.street, request.ip)
  const result = await (need === 'read' ? store.read(as, (ctx) => inside(ctx as Ctx)) : store.run(as, (ctx) => inside(ctx as Ctx)))
  return 'faults' in result
    ? refused(reply, format, result.faults)
    : send(reply.code(result.status ?? 200), format, result.root, result.answer)
}

/** Names and texts: what was said twice is read as a list, with commas. */
function flat(given: unknown): Given {
  if (given === null || typeof given !== 'object') return {}
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value ?? '')]),
  )
}

const closed: Fault = { code: 404, description: 'Open311 is not open here' }

function missing(description: string): Served {
  return { faults: [{ code: 404, description }] }
}

function refused(reply: FastifyReply, format: Format, faults: readonly Fault[]): FastifyReply {
  return send(
    reply.code(faults[0]?.code ?? 400),
    format,
    'errors',
    faults.map(({ code, description }) => ({ code, description })),
  )
}

function send(reply: FastifyReply, format: Format, root: string, answer: Answer): FastifyReply {
  if (format === 'xml') return reply.type('text/xml; charset=utf-8').send(toXml(root, answer))
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
}

/** The system acts for whoever holds the key; the audit says by which way it came. */
function runAs(street: Street, address: string): RunAs {
  const actor: Actor = { kind: 'system', id: 'open311', name: 'Open311', streetId: street.code, access: systemAccess(street.code) }
  return { actor, street, pluginId: 'grid', from: `open311 ${address}` }
}

/** The street of a code of nine digits, or a community of twelve. A server of one street may be asked without. */
function jurisdictionOf(streets: ReadonlyMap<string, Street>, id: string | undefined): Jurisdiction | undefined {
  const all = (street: Street | undefined): Jurisdiction | undefined =>
    street && { street, communities: street.communities.map(({ code }) => code) }
  if (!id) return streets.size === 1 ? all([...streets.values()][0]) : undefined
  const street = streets.get(id.slice(0, 9))
  if (id.length === 9) return all(street)
  return street?.communities.some(({ code }) => code === id) ? { street, communities: [id] } : undefined
}

/** XML is the format that the specification requires; JSON where it is asked for. */
function formatOf({ url }: FastifyRequest): Format {
  return /\.json(\?|$)/.test(url) ? 'json' : 'xml'
}

function nameOf(request: FastifyRequest): string {
  return (request.params as { readonly name: string }).name.replace(/\.(json|xml)$/, '')
}

function discovery({ protocol, host, url }: FastifyRequest): Answer {
  return {
    changeset: '2026-11-23T00:00:00Z',
    contact: '请联系街道办事处',
    key_service: '由街道管理员在「对接密钥」发放',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${protocol}://${host}${url.replace(/\/discovery\.(json|xml).*$/, '')}`,
        changeset: '2026-11-23T00:00:00Z',
        type: 'production',
        formats: ['application/json', 'text/xml'],
      },
    ],
  }
}

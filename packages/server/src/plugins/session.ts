import fp from 'fastify-plugin'
import { reason, refuse } from '../problem/index.ts'

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Who asks, and from which page. */
export default fp(async (app) => {
  const { sessions } = app.linli
  const api = `${app.prefix}/api/`
  app.decorateRequest('session', null)

  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith(api)) return
    if (!SAFE.has(request.method)) checkOrigin(request.headers, request.host)
    if (request.routeOptions.config.public) return
    const { headers, cookies, ip, protocol } = request
    request.session = (await sessions.of({ headers, cookies, ip, secure: protocol === 'https' })) ?? null
  })
})

/**
 * A request that changes something and carries cookies must come from a page of ours: browsers send `Origin` or `Sec-Fetch-Site` and let no page forge them.
 *
 * @throws RefusedError 403 `auth.origin`
 */
function checkOrigin(headers: Readonly<Record<string, string | readonly string[] | undefined>>, host: string): void {
  const { origin, 'sec-fetch-site': site, cookie } = headers
  if (typeof origin === 'string') {
    if (hostOf(origin) !== host.toLowerCase()) refuse(403, reason('auth.origin'))
    return
  }
  if (typeof site === 'string' ? site !== 'same-origin' && site !== 'none' : cookie !== undefined) refuse(403, reason('auth.origin'))
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host.toLowerCase()
  } catch {
    return undefined
  }
}

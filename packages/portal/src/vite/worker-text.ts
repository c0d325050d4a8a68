/** The service worker of a build: the first page from the network when it answers soon, every other file as it was installed. */
export function workerText({
  version,
  base,
  files,
}: {
  readonly version: string
  readonly base: string
  readonly files: readonly string[]
}): string {
  return `const NAME = 'linli-${version}'
const BASE = ${JSON.stringify(base)}
const FILES = ${JSON.stringify(files.map((file) => `${base}${file}`))}
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('linli-') && name !== NAME)
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(BASE)) return
  event.respondWith(request.mode === 'navigate' ? firstPage(request) : kept(request))
})
async function kept(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request)
}
async function firstPage(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(4000) })
  } catch {
    return (await caches.match(BASE)) ?? Response.error()
  }
}
`
}

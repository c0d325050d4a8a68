/** Lets the phone keep the pages, where the app was built with a service worker: its manifest stands in the page. */
export function keepPages(): void {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')
  if (!manifest || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register(new URL('sw.js', manifest.href), { scope: new URL('.', manifest.href).pathname }).catch(() => undefined)
}

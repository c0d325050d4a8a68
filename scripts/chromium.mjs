import { existsSync } from 'node:fs'

/** The first is the same browser without what only a window needs: a walk takes a seventh less. */
const usual = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser for the browser tests: LINLI_CHROMIUM, else the one of this machine, if there is one. */
export function findChromium() {
  return process.env.LINLI_CHROMIUM || usual.find((path) => existsSync(path))
}

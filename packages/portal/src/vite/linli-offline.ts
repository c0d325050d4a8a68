import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'
import { ICON } from './icon.ts'
import { workerText } from './worker-text.ts'

export interface LinliOfflineOptions {
  /** Under the icon on the phone. */
  readonly name: string
  /** @default the name */
  readonly shortName?: string
}

/**
 * Makes the phone pages installable and usable without network: a manifest, an icon, and a service worker that keeps every file of the build.
 * What the server answers is never kept by it.
 *
 * @example
 * export default defineConfig({ base: '/m/', plugins: [react(), linliOffline({ name: '邻里' })] })
 */
export function linliOffline({ name, shortName = name }: LinliOfflineOptions): Plugin {
  let base = '/'
  return {
    name: 'linli-offline',
    apply: 'build',
    configResolved: (config) => {
      base = config.base
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: `${base}manifest.webmanifest` }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'icon', href: `${base}icon.svg`, type: 'image/svg+xml' }, injectTo: 'head' },
    ],
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle).map(({ fileName }) => fileName)
        const texts = Object.values(bundle).map((file) => (file.type === 'chunk' ? file.code : String(file.source)))
        const version = createHash('sha256').update(texts.join('')).digest('hex').slice(0, 12)
        const emit = (fileName: string, source: string): void => void this.emitFile({ type: 'asset', fileName, source })
        emit('icon.svg', ICON)
        emit('manifest.webmanifest', JSON.stringify(manifestOf(base, name, shortName)))
        emit(
          'sw.js',
          workerText({ version, base, files: ['', ...files.filter((file) => file !== 'index.html'), 'icon.svg', 'manifest.webmanifest'] }),
        )
      },
    },
  }
}

function manifestOf(base: string, name: string, shortName: string): object {
  return {
    name,
    short_name: shortName,
    lang: 'zh-CN',
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#f6f4f1',
    theme_color: '#9c1c1c',
    icons: [{ src: `${base}icon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  }
}

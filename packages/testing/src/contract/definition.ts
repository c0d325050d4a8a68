import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { matches } from '@linli/core/access'
import { type AnyPlugin, missingEnglish, pluginPermissions } from '@linli/kit'
import { platform } from '@linli/kit/platform'
import { expect, it } from 'vitest'
import type { TestModule } from '../street/index.ts'

/** What can be said of a module without starting it. */
export function definitionTests({ plugin, server }: TestModule, needs: readonly AnyPlugin[], root: string): void {
  it('has every title in English', () => {
    expect(missingEnglish(plugin).map(({ path, zh }) => `${path} ${zh}`)).toEqual([])
  })

  it('stands in the package that it names, which exports the halves that it names', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly name: string; readonly exports?: object }
    expect(manifest.name).toBe(plugin.package)
    expect(Object.keys(manifest.exports ?? {})).toEqual(expect.arrayContaining(['.', ...plugin.entries.map((entry) => `./${entry}`)]))
  })

  it('grants permissions that exist', () => {
    const known = [plugin, platform, ...needs].flatMap(pluginPermissions).map(({ name }) => name)
    const patterns = Object.entries(plugin.grants ?? {}).flatMap(([role, list]) => list.map((pattern) => ({ role, pattern })))
    expect(patterns.filter(({ pattern }) => !known.some((permission) => matches(pattern, permission)))).toEqual([])
  })

  it('listens only to modules that it names', () => {
    const named = [plugin.id, 'platform', ...plugin.needs, ...plugin.listens]
    expect(Object.keys(server.on ?? {}).filter((event) => !named.includes(event.split('.')[0] ?? ''))).toEqual([])
  })
}

import { pluginPermissions, type AnyPlugin } from '@linli/kit'
import { expect, it } from 'vitest'
import { askBlindly, operationsOf } from './operations.ts'
import type { Contract } from './contract.ts'

/** No endpoint without a permission, and no permission by accident. */
export function permissionTests(contract: () => Contract, plugin: AnyPlugin): void {
  it('answers nobody who is not signed in', async () => {
    const { t } = contract()
    const open: string[] = []
    for (const operation of await operationsOf(t, plugin.id)) {
      if (operation.isPublic) continue
      if ((await askBlindly(t.anonymous, operation)).status !== 401) open.push(`${operation.method} ${operation.path}`)
    }
    expect(open).toEqual([])
  })

  it('answers nobody without a role, at any endpoint of the document', async () => {
    const { t, nobody } = contract()
    const operations = (await operationsOf(t, plugin.id)).filter(({ isPublic }) => !isPublic)
    expect(operations.length).toBeGreaterThan(0)
    const open: string[] = []
    for (const operation of operations) {
      const { status, code } = await askBlindly(nobody, operation)
      if (status !== 403 || !code?.startsWith('access.')) open.push(`${operation.method} ${operation.path}: ${status} ${code}`)
    }
    expect(open).toEqual([])
  })

  it('asks for a declared permission at every endpoint', async () => {
    const { t } = contract()
    // Whoever may everything but what is declared gets through exactly where something undeclared is asked for.
    const rest = t.as({ role: { allow: ['**'], deny: pluginPermissions(plugin).map(({ name }) => name) } })
    const undeclared: string[] = []
    for (const operation of await operationsOf(t, plugin.id)) {
      if (operation.isPublic) continue
      const { code } = await askBlindly(rest, operation)
      if (code !== 'access.denied') undeclared.push(`${operation.method} ${operation.path} (${operation.operationId})`)
    }
    expect(undeclared).toEqual([])
  })
}

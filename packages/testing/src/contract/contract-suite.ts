import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { Samples } from '../sample/index.ts'
import { type TestModule, testStores } from '../street/index.ts'
import { browserTests } from './browser.ts'
import { type Contract, openContract } from './contract.ts'
import { definitionTests } from './definition.ts'
import { moduleTests } from './modules.ts'
import { permissionTests } from './permissions.ts'
import { providerTests } from './provider.ts'
import { reportTests } from './reports.ts'
import { scopeTests } from './scope.ts'
import { snapshotTests } from './snapshots.ts'
import { actionValidationTests, validationTests } from './validation.ts'
import { writingTests } from './writing.ts'

export interface ContractOptions {
  /** The modules that this one needs, each after those it needs itself. @default none */
  readonly needs?: readonly TestModule[]
  /** What cannot be guessed from the fields: {@link Samples}. */
  readonly samples?: Samples
  /** The module's package. @default the folder above the test file that holds a package.json */
  readonly root?: string
}

/**
 * Makes the tests that every module passes, from its definitions: scope, permissions, validation, optimistic lock, audit, events, the stock
 * provider of react-admin, off and on,
 * tables, document, browser bundle, English. On the embedded database, and on PostgreSQL where `LINLI_TEST_PG` names a server; there alone with
 * `LINLI_TEST_STORE=postgres`.
 *
 * Call it at the top of a test file. It keeps the module's document and tables in `__contract__` beside that file.
 *
 * @example
 * contractSuite({ plugin: parks, server: parksServer }, { samples: { 'parks.keepers': { name: '张三' } } })
 */
export function contractSuite(module: TestModule, { needs = [], samples = {}, root }: ContractOptions = {}): void {
  const { plugin } = module
  const testFile = expect.getState().testPath ?? join(process.cwd(), 'test')
  const folder = root ?? packageRoot(dirname(testFile))
  const actionsOn = (resource: string | undefined) => plugin.actions.filter((action) => action.resource === resource)

  describe(`${plugin.id} (${plugin.title}), by its definition`, () => {
    definitionTests(
      module,
      needs.map((need) => need.plugin),
      folder,
    )
    browserTests(folder)
  })

  for (const database of testStores) {
    describe(`${plugin.id} (${plugin.title}) on ${database}`, () => {
      let opened: Contract | undefined
      const contract = (): Contract => {
        if (!opened) throw new Error('The test street is not open.')
        return opened
      }
      beforeAll(async () => {
        opened = await openContract([...needs, module], plugin, samples, database === 'postgres')
      }, 180_000)
      afterAll(() => opened?.t.close())

      for (const resource of plugin.resources) {
        describe(`${resource.name} (${resource.title})`, () => {
          scopeTests(contract, resource, actionsOn(resource.name))
          validationTests(contract, resource)
          writingTests(contract, resource)
          // What a provider says over HTTP does not hang on the database behind.
          if (database === testStores[0]) providerTests(contract, resource)
        })
      }
      for (const action of plugin.actions) {
        const target = plugin.resources.find(({ name }) => name === action.resource)
        if (action.resource === undefined || target)
          describe(`${action.name} (${action.title})`, () => {
            actionValidationTests(contract, action, target)
          })
      }
      describe('reports', () => {
        reportTests(contract, plugin)
      })
      describe('permissions', () => {
        permissionTests(contract, plugin)
      })
      describe('contract', () => {
        snapshotTests(contract, plugin, join(dirname(testFile), '__contract__'))
      })
      describe('module', () => {
        moduleTests(contract, plugin)
      })
    })
  }
}

function packageRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (dirname(folder) === folder)
      throw new Error(`No package.json was found above ${from}: give contractSuite the folder of the module as "root".`)
  }
}

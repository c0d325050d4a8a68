import type { LoadedPlugin } from '@linli/store'

/** A module with its server half, and the settings with which the test streets use it. */
export interface TestModule extends LoadedPlugin {
  readonly settings?: Readonly<Record<string, unknown>>
}

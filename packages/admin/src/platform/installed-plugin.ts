import type { AnyPlugin } from '@linli/kit'
import { useAdminInfo } from '../model/index.ts'

/** The manifest of a module that is switched on. */
export function useInstalledPlugin(id: string): AnyPlugin | undefined {
  const { model } = useAdminInfo()
  return model.plugins.find((plugin) => plugin.id === id)
}

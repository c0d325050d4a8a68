import { platform } from '@linli/kit/platform'
import type { LoadedPlugin } from '@linli/store'
import type { Instance } from '../instance/index.ts'
import { type PlatformServices, platformServer } from '../platform/index.ts'
import { type Load, loadPlugins } from '../services/index.ts'

/**
 * The modules of an instance, the platform first, as the store wants them. Without services their code cannot run; that is enough for whoever
 * needs their migrations and definitions alone, such as a restore.
 *
 * @throws DefinitionError with what to do
 */
export async function installedPlugins(
  { streets }: Pick<Instance, 'streets'>,
  load: Load,
  services: () => PlatformServices = notOpen,
): Promise<readonly LoadedPlugin[]> {
  return [{ plugin: platform, server: platformServer(services) }, ...(await loadPlugins(streets, load))]
}

function notOpen(): never {
  throw new Error('the platform was asked, but no system is open')
}

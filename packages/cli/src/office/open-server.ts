import type { Instance, LinliServer, Load } from '@linli/server'

/** Opens the server. It is loaded here and not before, so that help and scaffolds answer at once. */
export async function openServer(instance: Instance, load: Load): Promise<LinliServer> {
  const { createServer } = await import('@linli/server')
  return createServer(instance, load)
}

import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'

/**
 * Holds what is sent on a connection until the work at hand waits for something, so that several statements travel in one write.
 * A write to the socket costs more than everything else that this side does for a statement.
 */
export function sendTogether(client: PoolClient): void {
  const { connection } = client as unknown as { readonly connection?: { readonly stream?: Partial<Writable> } }
  const stream = connection?.stream
  if (!stream?.cork || !stream.uncork) return
  stream.cork()
  process.nextTick(() => stream.uncork?.())
}

import * as z from 'zod'

/** The form of the archive. A program refuses what is newer than it knows. */
export const BACKUP_FORMAT = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.object({ name: z.string(), rows: z.int(), sha256: hash })
const table = z.object({ columns: z.array(z.string()), rows: z.int(), parts: z.array(part) })

export const backupHead = z.object({ linli: z.literal('backup'), format: z.int(), createdAt: z.string() })

/** What an archive says of itself, in its last entry. */
export const backupManifest = z.object({
  format: z.int(),
  /** Moment, ISO in UTC. */
  createdAt: z.string(),
  /** Version of the program that wrote it. */
  program: z.string(),
  database: z.object({ kind: z.enum(['embedded', 'postgres']), version: z.string() }),
  streets: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Names the key under which personal fields are enciphered. */
  keyId: z.string(),
  migrations: z.array(z.object({ plugin: z.string(), name: z.string(), checksum: hash, appliedAt: z.string() })),
  /** Where each street's audit ended. */
  auditHeads: z.array(z.object({ street: z.string(), no: z.int(), hash: z.string() })),
  tables: z.record(z.string(), table),
  /** Tables whose rows were left out because they are only passing through. */
  omitted: z.array(z.string()),
  files: z.object({ count: z.int(), bytes: z.int() }),
  /** Files of which the folder had no whole content. */
  missingFiles: z.array(z.string()),
  /** Which of the secrets lie in the archive. */
  secrets: z.array(z.enum(['key', 'secret'])),
})

export type BackupManifest = z.infer<typeof backupManifest>
export type BackupTable = z.infer<typeof table>

import type { Context } from '../context/context.ts'

/** Something to be remembered besides the writes of the doors, which are remembered anyway: exports, sign-ins, prints. */
export interface AuditEntry {
  /** camelCase: `export`, `signIn`. */
  readonly verb: string
  /** The resource it is about, or what else it is about: `platform.sessions`. */
  readonly resource: string
  readonly subjectId?: string | null
  readonly communityId?: string | null
  readonly gridId?: string | null
  /** Never personal data in clear. */
  readonly before?: Readonly<Record<string, unknown>> | null
  readonly after?: Readonly<Record<string, unknown>> | null
  readonly reason?: string | null
}

export interface AuditVerdict {
  readonly intact: boolean
  readonly entries: number
  /** The number of the first entry that does not follow from those before it. */
  readonly firstBroken: number | null
}

/** The record of who did what, chained per street by hashes and never changed. */
export interface Audit {
  /** Writes an entry in the transaction of the context. */
  append(ctx: Context, entry: AuditEntry): void
  /** Walks the chain of a street: content, order, gaps and end. */
  verify(streetId: string): Promise<AuditVerdict>
}

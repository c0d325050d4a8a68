const MOST = 8
const HOUR = 3_600_000

/** How often somebody may be wrong about the four characters of one row within an hour. */
export class TriesLeft {
  readonly #now: string
  readonly #fails: number

  constructor(now: string, { queryFails, queryFailedAt }: { readonly queryFails: number | null; readonly queryFailedAt: string | null }) {
    const isRecent = queryFailedAt !== null && Date.parse(now) - Date.parse(queryFailedAt) < HOUR
    this.#now = now
    this.#fails = isRecent ? (queryFails ?? 0) : 0
  }

  get isOver(): boolean {
    return this.#fails >= MOST
  }

  /** What the row keeps of one more wrong try. */
  failed(): { readonly queryFails: number; readonly queryFailedAt: string } {
    return { queryFails: this.#fails + 1, queryFailedAt: this.#now }
  }
}

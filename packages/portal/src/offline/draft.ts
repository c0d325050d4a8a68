/** Something written on the phone that the server has not taken yet. Its id goes along as `offlineId`, so that sending it twice counts once. */
export interface Draft {
  readonly id: string
  readonly account: string
  /** The action that it becomes. */
  readonly action: string
  /** What the list of drafts calls it. */
  readonly title: string
  readonly at: string
  readonly input: Readonly<Record<string, unknown>>
  /** Pictures by the input's field, `answers.front` for one within a field; uploaded before the action is called. */
  readonly files: Readonly<Record<string, Blob>>
  /** Why the server refused it; it then waits for a person. */
  readonly fault: string | null
}

/** A key that no other phone makes. `crypto.randomUUID` is missing where a page is opened over plain http. */
export function newDraftId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

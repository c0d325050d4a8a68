/** Why the store cannot work: said to whoever runs the program, in both languages, with what to do. Never shown to a client as it is. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  /** Stable code: `database.unreachable`, `folder.in_use`, `key.changed`, `migrations.pending`. */
  readonly code: string
  readonly zh: string
  readonly en: string

  constructor(code: string, text: { readonly zh: string; readonly en: string }, options?: ErrorOptions) {
    super(`${text.zh}\n${text.en}`, options)
    this.code = code
    this.zh = text.zh
    this.en = text.en
  }
}

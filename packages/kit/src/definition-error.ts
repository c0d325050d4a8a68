/** An author's mistake in a definition. It is thrown when the module is read, never while serving, and says what to do. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError'
  /** Stable code: `resource.unknown_column`. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** The parameters of a statement that is being written. */
export class Params {
  readonly values: unknown[] = []

  /** Adds a value; its placeholder. */
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

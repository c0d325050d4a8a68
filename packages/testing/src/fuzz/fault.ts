/** A rule that must always hold did not. */
export class MachineFault extends Error {
  /** The row that it was seen on. */
  readonly rowId: string | undefined

  constructor(message: string, rowId?: string) {
    super(message)
    this.name = 'MachineFault'
    this.rowId = rowId
  }
}

/** @throws MachineFault */
export function must(holds: boolean, message: () => string, rowId?: string): asserts holds {
  if (!holds) throw new MachineFault(message(), rowId)
}

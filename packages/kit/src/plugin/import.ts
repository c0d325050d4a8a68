import type { Field } from '../field/index.ts'

/** A column of a spreadsheet as offices keep it, found by any of its headings. */
export interface ImportColumn {
  readonly field: Field
  /** Headings besides the field's title. */
  readonly aliases?: readonly string[]
}

/** A spreadsheet whose rows become more than one record; a resource's own import is derived without this. */
export interface ImportDefinition {
  /** `<plugin>.<noun>`; also its permission. */
  readonly name: string
  readonly title: string
  readonly help?: string
  readonly columns: Readonly<Record<string, ImportColumn>>
  /** The resource whose list shows the button. */
  readonly resource: string
}

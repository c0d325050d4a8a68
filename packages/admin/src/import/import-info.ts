import type { Fault } from '../http/index.ts'

/** An import as the server keeps it. */
export interface ImportInfo {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly fileName: string
  readonly state: 'reading' | 'preview' | 'applying' | 'done' | 'failed'
  readonly total: number
  readonly good: number
  readonly bad: number
  readonly duplicates: number
  readonly applied: number
  /** Rows of which a cell was changed on the way in. */
  readonly remarked: number
  readonly columns: readonly { readonly heading: string; readonly field: string | null; readonly title: string | null }[]
  /** Titles of required columns that the sheet lacks. */
  readonly missing: readonly string[]
  readonly jobId: string | null
  readonly message?: string | null
}

export type RowState = 'good' | 'bad' | 'duplicate' | 'applied' | 'skipped'

/** The rows that a tab of the preview shows. */
export type RowChoice = RowState | 'remarked'

export interface ImportRow {
  readonly id: string
  readonly no: number
  readonly state: RowState
  readonly values: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]
  /** What was done to its cells: no fault, but worth a look. */
  readonly remarks: readonly Fault[]
  readonly candidates: readonly ImportCandidate[] | null
  /** What somebody decided about a duplicate: `new`, or the id of a candidate. */
  readonly decision?: string | null
  readonly outcome: string | null
}

/** An existing record that a row may be the same as. */
export interface ImportCandidate {
  readonly id: string
  readonly label?: string
  readonly [further: string]: unknown
}

/** What a candidate is called. */
export function candidateName(candidate: ImportCandidate): string {
  if (candidate.label) return candidate.label
  const texts = Object.entries(candidate).filter(([key, value]) => key !== 'id' && (typeof value === 'string' || typeof value === 'number'))
  return texts.map(([, value]) => String(value)).join(' ') || candidate.id
}

import type { Refusal } from '@linli/core/refusal'
import { parseInput } from '@linli/kit'
import type { Context } from '@linli/store'
import type { ReadCell } from '../workbook/index.ts'
import { normalise } from './normalise.ts'
import type { ImportSpec } from './spec.ts'

export type LineState = 'good' | 'bad' | 'duplicate' | 'applied' | 'skipped'

/** A line of an import, checked. */
export interface Line {
  readonly no: number
  readonly state: LineState
  /** Values by field; where a cell could not be understood, the text as it was written. */
  readonly values: Readonly<Record<string, unknown>>
  readonly faults: readonly Refusal[]
  /** What was done to cells on their way to values; no fault, but worth a look. */
  readonly remarks: readonly Refusal[]
}

const MOST_FAULTS = 20

/** Brings the cells of a line to values and says everything that is wrong with them. */
export function checkLine(
  ctx: Context,
  spec: ImportSpec,
  no: number,
  cells: Readonly<Record<string, ReadCell>>,
  allowTestArea: boolean,
): Promise<Line> {
  return askRules(ctx, spec, readLine(spec, no, cells, allowTestArea))
}

/** Brings the cells of a line to values; its faults are those of the columns alone. */
export function readLine(spec: ImportSpec, no: number, cells: Readonly<Record<string, ReadCell>>, allowTestArea: boolean): Line {
  const values: Record<string, unknown> = {}
  const faults: Refusal[] = []
  const remarks: Refusal[] = []
  for (const [name, { field }] of Object.entries(spec.columns)) {
    const normalised = normalise(name, field, Object.hasOwn(cells, name) ? (cells[name] ?? null) : null)
    if ('fault' in normalised) {
      values[name] = normalised.raw
      faults.push(normalised.fault)
      continue
    }
    if (normalised.remark) remarks.push(normalised.remark)
    if (normalised.value === null && !field.required) {
      values[name] = null
      continue
    }
    const parsed = parseInput({ [name]: field } as never, { [name]: normalised.value }, { allowTestArea })
    values[name] = parsed.ok ? (parsed.value as Record<string, unknown>)[name] : normalised.value
    if (!parsed.ok) faults.push(...parsed.faults)
  }
  return { no, state: faults.length > 0 ? 'bad' : 'good', values, faults: faults.slice(0, MOST_FAULTS), remarks }
}

/** Asks the module's further rules; only of a line that is right by itself, because they may rely on it. */
export async function askRules(ctx: Context, spec: ImportSpec, line: Line): Promise<Line> {
  if (line.state === 'bad') return line
  const faults = (await spec.handler.check?.(ctx, line.values)) ?? []
  return faults.length > 0 ? { ...line, state: 'bad', faults: faults.slice(0, MOST_FAULTS) } : line
}

/** By which lines are known to be the same: an identifier where there is one, else everything that they say. */
export function lineKey(spec: ImportSpec, { values }: Line): string {
  for (const [name, { field }] of Object.entries(spec.columns)) {
    const value = values[name]
    if ((field.unique || field.kind === 'idNumber' || field.kind === 'creditCode') && typeof value === 'string') return `${name}=${value}`
  }
  return JSON.stringify(values)
}

/** A figure of the dashboard with the rows behind it. */
export interface FigureValue {
  readonly name: string
  readonly title: string
  readonly help: string | null
  readonly value: number
  readonly kind: 'count' | 'money'
  readonly resource: string
  readonly filter: Readonly<Record<string, unknown>>
  readonly groups: readonly { readonly value: string | null; readonly label: string; readonly count: number }[] | null
}

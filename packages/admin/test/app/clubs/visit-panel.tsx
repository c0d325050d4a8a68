import type { ReactElement } from 'react'
import type { PanelProps } from '../../../src/index.ts'

export default function VisitPanel({ record }: PanelProps): ReactElement {
  return <p>走访 {String(record.name)} 前请先电话联系。</p>
}

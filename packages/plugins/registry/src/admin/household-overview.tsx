import type { PanelProps } from '@linli/admin'
import type { ReactElement } from 'react'
import { Members } from './members.tsx'

/** Who lives together. */
export default function HouseholdOverview({ record }: PanelProps): ReactElement {
  return <Members householdId={record.id} />
}

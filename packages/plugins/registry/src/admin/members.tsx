import { FieldValue, ReferenceValue, useDefinition } from '@linli/admin'
import { Chip, Stack } from '@mui/material'
import type { ReactElement } from 'react'
import { RowList } from './row-list.tsx'
import { useTexts } from './texts.ts'

/** Who belongs to a household now, each opening the person's page. */
export function Members({ householdId }: { readonly householdId: string }): ReactElement {
  const text = useTexts()
  const resource = useDefinition('registry.household-members')
  return (
    <RowList
      resource="registry.household-members"
      filter={{ householdId, to_empty: true }}
      opens={(row) => ({ resource: 'registry.people', id: String(row.personId) })}
      primary={(row) => (
        <Stack component="span" direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <ReferenceValue target="registry.people" id={String(row.personId)} plain />
          <FieldValue resource={resource} column="relation" record={row} plain />
          {row.livesHere === false ? <Chip component="span" size="small" label={text('household.away')} /> : null}
        </Stack>
      )}
    />
  )
}

import { FieldValue, type PanelProps, ReferenceValue, useDefinition, useMay } from '@linli/admin'
import { Stack, Typography } from '@mui/material'
import type { ReactElement, ReactNode } from 'react'
import { useGetList, type RaRecord } from 'react-admin'
import { Members } from './members.tsx'
import { RowList } from './row-list.tsx'
import { useTexts } from './texts.ts'

/** With whom somebody lives, where, which tags she carries and why, and whether the record stands twice. */
export default function PersonOverview({ record }: PanelProps): ReactElement {
  const text = useTexts()
  const may = useMay()
  const { id } = record
  return (
    <Stack sx={{ gap: 3 }}>
      {may('registry.person-tags.read') ? (
        <Part title={text('person.tags')}>
          <Tags personId={id} />
        </Part>
      ) : null}
      {may('registry.household-members.read') ? (
        <Part title={text('person.households')}>
          <Households personId={id} />
        </Part>
      ) : null}
      {may('registry.residences.read') ? (
        <Part title={text('person.homes')}>
          <Homes personId={id} />
        </Part>
      ) : null}
      {may('registry.duplicates.read') ? (
        <Part title={text('person.duplicates')}>
          <Twins personId={id} />
        </Part>
      ) : null}
    </Stack>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section aria-label={title}>
      <Typography variant="subtitle1" component="h2" gutterBottom>
        {title}
      </Typography>
      {children}
    </section>
  )
}

interface OfPerson {
  readonly personId: string
}

function usePeriod(): (row: RaRecord) => string {
  const text = useTexts()
  return ({ from, to }) => (to ? text('person.until', { from: from ?? '', to }) : from ? text('person.since', { from }) : '')
}

function Tags({ personId }: OfPerson): ReactElement {
  const text = useTexts()
  const period = usePeriod()
  const resource = useDefinition('registry.person-tags')
  return (
    <RowList
      resource="registry.person-tags"
      filter={{ personId, status: 'active' }}
      primary={(row) => <FieldValue resource={resource} column="label" record={row} plain />}
      secondary={(row) => (
        <>
          <FieldValue resource={resource} column="basis" record={row} plain /> · {row.openBasis ?? text('person.protected')} · {period(row)}
        </>
      )}
    />
  )
}

function Households({ personId }: OfPerson): ReactElement | null {
  const { data } = useGetList('registry.household-members', {
    filter: { personId, to_empty: true },
    pagination: { page: 1, perPage: 5 },
    sort: { field: 'id', order: 'DESC' },
  })
  const text = useTexts()
  if (!data) return null
  if (data.length === 0) return <Typography color="textSecondary">{text('person.none')}</Typography>
  return (
    <Stack sx={{ gap: 2 }}>
      {data.map((row: RaRecord) => (
        <div key={row.id}>
          <ReferenceValue target="registry.households" id={String(row.householdId)} />
          <Members householdId={String(row.householdId)} />
        </div>
      ))}
    </Stack>
  )
}

function Homes({ personId }: OfPerson): ReactElement {
  const period = usePeriod()
  const resource = useDefinition('registry.residences')
  return (
    <RowList
      resource="registry.residences"
      filter={{ personId }}
      opens={(row) => ({ resource: 'registry.units', id: String(row.unitId) })}
      primary={(row) => <ReferenceValue target="registry.units" id={String(row.unitId)} plain />}
      secondary={(row) => (
        <>
          <FieldValue resource={resource} column="kind" record={row} plain /> {period(row)}
        </>
      )}
    />
  )
}

/** Pairs name two people, so the person may stand on either side. */
function Twins({ personId }: OfPerson): ReactElement {
  const text = useTexts()
  const resource = useDefinition('registry.duplicates')
  const pairs = (side: 'personAId' | 'personBId', other: 'personAId' | 'personBId'): ReactElement => (
    <RowList
      resource="registry.duplicates"
      filter={{ [side]: personId }}
      primary={(row) => <ReferenceValue target="registry.people" id={String(row[other])} plain />}
      secondary={(row) => (
        <>
          {row.reasonText} · <FieldValue resource={resource} column="status" record={row} plain />
        </>
      )}
    />
  )
  return (
    <Stack sx={{ gap: 1 }}>
      {pairs('personAId', 'personBId')}
      {pairs('personBId', 'personAId')}
      <RowList
        resource="registry.merges"
        filter={{ keptId: personId }}
        primary={(row) => row.reason}
        secondary={() => text('person.merged')}
      />
    </Stack>
  )
}

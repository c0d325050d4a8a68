import { FieldValue, type PanelProps, recordName, useDefinition, useTitles } from '@linli/admin'
import { Box, Link as MuiLink, Skeleton, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { useCreatePath, useGetMany, type RaRecord } from 'react-admin'
import { Link } from 'react-router'
import { useTexts } from './texts.ts'

/** What tells two records of one person, or two persons, apart. */
const COLUMNS = [
  'name',
  'idNumber',
  'sex',
  'birthDate',
  'phone',
  'address',
  'residenceKind',
  'openTags',
  'source',
  'verifiedAt',
  'createdAt',
]

/** The two records side by side; what differs stands out. */
export default function DuplicateOverview({ record }: PanelProps): ReactElement {
  const title = useTitles()
  const text = useTexts()
  const path = useCreatePath()
  const pair = useDefinition('registry.duplicates')
  const people = useDefinition('registry.people')
  const ids = [String(record.personAId), String(record.personBId)]
  const { data } = useGetMany('registry.people', { ids })
  if (!data || data.some((one: RaRecord | undefined) => !one)) return <Skeleton variant="rounded" height={240} />
  const titleOf = (resource: typeof people, column: string): string =>
    title(`${resource.name}.${column}`, resource.fields[column]?.title ?? '')
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        borderCollapse: 'collapse',
        '& th, & td': { p: 1, textAlign: 'left', borderBottom: 1, borderColor: 'divider', overflowWrap: 'anywhere', verticalAlign: 'top' },
      }}
    >
      <thead>
        <tr>
          <th scope="col">{text('pair.column')}</th>
          {['personAId', 'personBId'].map((column) => (
            <th key={column} scope="col">
              {titleOf(pair, column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COLUMNS.filter((column) => data.some((one: RaRecord) => one[column] != null)).map((column) => {
          const isSame = new Set(data.map((one: RaRecord) => JSON.stringify(one[column] ?? null))).size === 1
          return (
            <tr key={column}>
              <Typography component="th" scope="row" variant="body2" color="textSecondary">
                {column === 'createdAt' ? text('pair.createdAt') : titleOf(people, column)}
              </Typography>
              {data.map((one: RaRecord) => (
                <Box component="td" key={one.id} sx={isSame ? {} : { fontWeight: 600 }}>
                  {column === people.display ? (
                    <MuiLink component={Link} to={path({ resource: people.name, id: one.id, type: 'show' })}>
                      {recordName(people, one)}
                    </MuiLink>
                  ) : (
                    <FieldValue resource={people} column={column} record={one} plain />
                  )}
                </Box>
              ))}
            </tr>
          )
        })}
      </tbody>
    </Box>
  )
}

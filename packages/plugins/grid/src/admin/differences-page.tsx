import { FieldValue, recordName, request, StepButtons, useDefinition, useMay } from '@linli/admin'
import { Accordion, AccordionDetails, AccordionSummary, Alert, Button, Card, CardContent, Chip, Stack, Typography } from '@mui/material'
import ExpandIcon from '@mui/icons-material/ExpandMore'
import { type ReactElement, type ReactNode, useState } from 'react'
import { type RaRecord, Title, useCreatePath, useGetList, useRefresh } from 'react-admin'
import { Link } from 'react-router'
import ComparePanel from './compare-panel.tsx'
import { useTexts } from './texts.ts'

const PAGE = { page: 1, perPage: 50 } as const

/** Everything that officers collected and that differs from what is recorded, to be decided in one place. */
export default function DifferencesPage(): ReactElement {
  const text = useTexts()
  const may = useMay()
  return (
    <Stack sx={{ gap: 2, pb: 4, maxWidth: 1000 }}>
      <Title title={text('differences.title')} />
      <div>
        <Typography variant="h5" component="h1">
          {text('differences.title')}
        </Typography>
        <Typography color="textSecondary">{text('differences.help')}</Typography>
      </div>
      <Waiting
        title={text('differences.waiting')}
        resource="grid.submissions"
        filter={{ status: 'conflict' }}
        body={(record) => <ComparePanel record={record} />}
      />
      {may('registry.change-proposals.accept') ? (
        <Waiting
          title={text('differences.people')}
          resource="registry.change-proposals"
          filter={{ status: 'open', source: 'officer' }}
          body={(record) => (
            <Values
              resource="registry.change-proposals"
              columns={['personId', 'field', 'oldValue', 'newValue', 'newPhone', 'proposedAt']}
              record={record}
            />
          )}
        />
      ) : null}
      <Waiting
        title={text('differences.homes')}
        resource="grid.proposals"
        filter={{ status: 'open' }}
        body={(record) => (
          <Values resource="grid.proposals" columns={['unitId', 'organisationId', 'oldValue', 'newValue']} record={record} />
        )}
      />
      {may('grid.candidates.accept') ? (
        <Waiting
          title={text('differences.unknown')}
          resource="grid.candidates"
          filter={{ status: 'open' }}
          body={(record) => (
            <Values
              resource="grid.candidates"
              columns={['kind', 'name', 'sex', 'birthDate', 'idNumber', 'unitId', 'room', 'residenceKind', 'likelyId']}
              record={record}
            />
          )}
        />
      ) : null}
      <Ready />
    </Stack>
  )
}

interface WaitingProps {
  readonly title: string
  readonly resource: string
  readonly filter: Readonly<Record<string, unknown>>
  readonly body: (record: RaRecord & { id: string }) => ReactNode
}

function Waiting({ title, resource: name, filter, body }: WaitingProps): ReactElement {
  const text = useTexts()
  const path = useCreatePath()
  const resource = useDefinition(name)
  const { data, total, error } = useGetList(name, { filter, pagination: PAGE, sort: { field: 'createdAt', order: 'ASC' } })
  return (
    <Card>
      <CardContent>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', mb: 1 }}>
          <Typography variant="h6" component="h2">
            {title}
          </Typography>
          <Chip size="small" label={total ?? '…'} color={total ? 'warning' : 'default'} />
        </Stack>
        {error ? <Alert severity="error">{text('failed')}</Alert> : null}
        {data?.length === 0 ? <Typography color="textSecondary">{text('differences.none')}</Typography> : null}
        {data?.map((record: RaRecord) => (
          <Accordion key={record.id} disableGutters variant="outlined" slotProps={{ transition: { unmountOnExit: true } }}>
            <AccordionSummary expandIcon={<ExpandIcon />}>
              <Typography component="span" sx={{ fontWeight: 600 }}>
                <FieldValue resource={resource} column={resource.display} record={record} plain />
              </Typography>
            </AccordionSummary>
            <AccordionDetails>
              {body({ ...record, id: String(record.id) })}
              <Stack direction="row" sx={{ gap: 1, mt: 2, flexWrap: 'wrap' }}>
                <StepButtons resource={resource} record={record} />
                <Button
                  component={Link}
                  to={path({ resource: name, id: record.id, type: 'show' })}
                  aria-label={`${text('open')} ${recordName(resource, record)}`}
                >
                  {text('open')}
                </Button>
              </Stack>
            </AccordionDetails>
          </Accordion>
        ))}
      </CardContent>
    </Card>
  )
}

function Values({
  resource: name,
  columns,
  record,
}: {
  readonly resource: string
  readonly columns: readonly string[]
  readonly record: RaRecord
}): ReactElement {
  const resource = useDefinition(name)
  return (
    <Stack component="dl" sx={{ m: 0, gap: 0.5 }}>
      {columns
        .filter((column) => record[column] !== null && record[column] !== undefined)
        .map((column) => (
          <Stack key={column} direction="row" sx={{ gap: 1 }}>
            <Typography component="dt" color="textSecondary" sx={{ minWidth: 110 }}>
              {resource.fields[column]?.title}
            </Typography>
            <Typography component="dd" sx={{ m: 0 }}>
              <FieldValue resource={resource} column={column} record={record} plain />
            </Typography>
          </Stack>
        ))}
    </Stack>
  )
}

/** What agrees with the record can be merged at a stroke. */
function Ready(): ReactElement {
  const text = useTexts()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const { data, total } = useGetList('grid.submissions', {
    filter: { status: 'validated' },
    pagination: PAGE,
    sort: { field: 'createdAt', order: 'ASC' },
  })
  async function mergeAll(): Promise<void> {
    setBusy(true)
    setFault('')
    try {
      for (const { id, version } of data ?? [])
        await request(`/grid/submissions/${String(id)}/merge`, {
          method: 'POST',
          body: { input: { how: 'propose' }, version: version as number },
        })
    } catch (error) {
      setFault(error instanceof Error ? error.message : text('failed'))
    } finally {
      setBusy(false)
      refresh()
    }
  }
  return (
    <Card>
      <CardContent>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', mb: 1 }}>
          <Typography variant="h6" component="h2">
            {text('differences.ready')}
          </Typography>
          <Chip size="small" label={total ?? '…'} />
        </Stack>
        {fault ? <Alert severity="error">{fault}</Alert> : null}
        {data && data.length > 0 ? (
          <Button variant="contained" disabled={busy} onClick={() => void mergeAll()}>
            {text('differences.ready.all', { n: data.length })}
          </Button>
        ) : (
          <Typography color="textSecondary">{text('differences.none')}</Typography>
        )}
      </CardContent>
    </Card>
  )
}

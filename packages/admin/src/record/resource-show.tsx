import { Box, Card, CardContent, Stack, Tab, Tabs, Typography, Button } from '@mui/material'
import EditIcon from '@mui/icons-material/EditOutlined'
import type { AnyResource } from '@linli/kit'
import { useId, useState, type ReactElement, type ReactNode } from 'react'
import { DeleteWithConfirmButton, Show, useRecordContext, useResourceContext, type RaRecord } from 'react-admin'
import { Link } from 'react-router'
import { FieldValue, recordName, StatusChip } from '../field/index.ts'
import { Summary } from '../field/summary.tsx'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useDefinition, useMay, useTitles } from '../model/index.ts'
import { ActionButtons, StepButtons, WorkflowStepper } from '../step/index.ts'
import { Clock, ProvisionalNote } from './clock.tsx'
import { Details } from './details.tsx'
import { Part } from './panel.tsx'
import { Handovers } from './handovers.tsx'
import { Related } from './related.tsx'
import { Timeline } from './timeline.tsx'

interface RecordTab {
  readonly key: string
  readonly label: string
  readonly content: () => ReactNode
}

interface ResourceShowProps {
  /** Fields that the children show better. */
  readonly hiddenFields?: readonly string[]
  /** Below the tabs. */
  readonly children?: (record: RaRecord) => ReactNode
}

/** The page of a row: what it is, where it stands, what can be done, what belongs to it, what happened. */
export default function ResourceShow({ hiddenFields = [], children }: ResourceShowProps): ReactElement {
  const resource = useDefinition(useResourceContext())
  const title = useTitles()
  return (
    <Show
      component="div"
      actions={false}
      sx={{ '& .RaShow-main, & .RaShow-card': { minWidth: 0 } }}
      title={<ShowTitle resource={resource} name={title(resource.name, resource.title)} />}
    >
      <RecordPage resource={resource} hiddenFields={hiddenFields} extra={children} />
    </Show>
  )
}

function ShowTitle({ resource, name }: { readonly resource: AnyResource; readonly name: string }): ReactElement {
  const record = useRecordContext()
  const own = record ? recordName(resource, record) : ''
  return <span>{own && own !== resource.title ? `${name} ${own}` : name}</span>
}

interface RecordPageProps {
  readonly resource: AnyResource
  readonly hiddenFields: readonly string[]
  readonly extra: ResourceShowProps['children']
}

function RecordPage({ resource, hiddenFields, extra }: RecordPageProps): ReactElement | null {
  const record = useRecordContext()
  if (!record) return null
  return (
    <Stack sx={{ gap: 2, pb: 4, minWidth: 0, '& > *': { minWidth: 0, maxWidth: '100%' } }}>
      <Head resource={resource} record={record} />
      <Handovers resource={resource} record={record} />
      <RecordTabs resource={resource} record={record} hiddenFields={hiddenFields} />
      {extra?.(record)}
    </Stack>
  )
}

interface RowProps {
  readonly resource: AnyResource
  readonly record: RaRecord
}

function Head({ resource, record }: RowProps): ReactElement {
  const words = useWords()
  const may = useMay()
  const status = typeof record.status === 'string' ? record.status : null
  const canEdit = (resource.writable?.update ?? true) && may(`${resource.name}.update`)
  const canDelete = (resource.writable?.delete ?? false) && may(`${resource.name}.delete`)
  return (
    <Card>
      <CardContent>
        <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="h5" component="h1" sx={{ overflowWrap: 'anywhere' }}>
            <FieldValue resource={resource} column={resource.display} record={record} plain />
          </Typography>
          {status ? <StatusChip resource={resource} status={status} /> : null}
          {typeof record.dueAt === 'string' ? <Clock dueAt={record.dueAt} provisional={record.dueProvisional} /> : null}
        </Stack>
        {typeof record.dueAt === 'string' && record.dueProvisional === true ? <ProvisionalNote /> : null}
        <Box sx={{ mt: 1 }}>
          <Summary resource={resource} values={record} />
        </Box>
        {status ? (
          <Box sx={{ my: 2 }}>
            <WorkflowStepper resource={resource} record={record} />
          </Box>
        ) : null}
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mt: 2 }}>
          <StepButtons resource={resource} record={record} />
          <ActionButtons resource={resource} record={record} />
          {canEdit ? (
            <Button component={Link} to={`/${resource.name}/${String(record.id)}`} startIcon={<EditIcon />}>
              {words('record.edit')}
            </Button>
          ) : null}
          {canDelete ? (
            <DeleteWithConfirmButton
              mutationMode="pessimistic"
              confirmContent={words('record.deleteConfirm', { name: recordName(resource, record) })}
            />
          ) : null}
        </Stack>
      </CardContent>
    </Card>
  )
}

function RecordTabs({ resource, record, hiddenFields }: RowProps & { readonly hiddenFields: readonly string[] }): ReactElement {
  const words = useWords()
  const tabs = useRecordTabs(resource, record, hiddenFields)
  const [chosen, setChosen] = useState('details')
  const id = useId()
  const active = tabs.find(({ key }) => key === chosen) ?? tabs[0]
  return (
    <Card>
      <Tabs
        value={active?.key ?? 'details'}
        onChange={(_event, key: string) => setChosen(key)}
        variant="scrollable"
        scrollButtons="auto"
        allowScrollButtonsMobile
        aria-label={words('record.details')}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map(({ key, label }) => (
          <Tab key={key} value={key} label={label} id={`${id}-${key}`} aria-controls={`${id}-panel`} />
        ))}
      </Tabs>
      <CardContent role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active?.key ?? 'details'}`}>
        {active?.content()}
      </CardContent>
    </Card>
  )
}

function useRecordTabs(resource: AnyResource, record: RaRecord, hiddenFields: readonly string[]): RecordTab[] {
  const { model } = useAdminInfo()
  const may = useMay()
  const title = useTitles()
  const words = useWords()
  const refs = (model.reverse.get(resource.name) ?? []).filter((ref) => may(`${ref.resource.name}.read`))
  const shown = record as RaRecord & { id: string }
  const panels = (model.panels.get(resource.name) ?? []).filter(({ permission }) => !permission || may(permission))
  const isAlone = (name: string): boolean => refs.filter((ref) => ref.resource.name === name).length === 1
  return [
    {
      key: 'details',
      label: words('record.details'),
      content: () => <Details resource={resource} record={record} hidden={hiddenFields} />,
    },
    ...panels.map((panel, index) => ({
      key: `panel-${index}`,
      label: title(`${panel.resource}.panel.${panel.title}`, panel.title),
      content: () => <Part load={panel.load} props={{ record: shown, resource: resource.name }} />,
    })),
    ...refs.map((ref) => {
      const name = title(ref.resource.name, ref.resource.title)
      const field = title(`${ref.resource.name}.${ref.field}`, ref.resource.fields[ref.field]?.title ?? '')
      return {
        key: `${ref.resource.name}-${ref.field}`,
        label: ref.resource.name === resource.name ? field : isAlone(ref.resource.name) ? name : `${name}（${field}）`,
        content: () => <Related from={ref} record={record} />,
      }
    }),
    { key: 'timeline', label: words('record.timeline'), content: () => <Timeline resource={resource} record={record} /> },
  ]
}

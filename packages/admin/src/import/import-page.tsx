import { Alert, Button, Card, CardContent, LinearProgress, Skeleton, Stack, Tab, Tabs, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Title } from 'react-admin'
import { Link, useParams } from 'react-router'
import { useOnce, useTellProblem } from '../form/index.ts'
import { download, request } from '../http/index.ts'
import { JobProgress, useJob } from '../job/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useTitles } from '../model/index.ts'
import { ImportRows } from './import-rows.tsx'
import type { ImportInfo, RowChoice } from './import-info.ts'
import { importSource, type ImportSource } from './import-source.ts'

const BUSY = new Set(['reading', 'applying'])

/** An import from its reading to its end; the address can be left and come back to. */
export default function ImportPage(): ReactElement {
  const { id = '' } = useParams()
  const words = useWords()
  const title = useTitles()
  const { model } = useAdminInfo()
  const key = ['linli', 'import', id]
  const { data: info, error } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request<ImportInfo>(`/platform/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && BUSY.has(state.data.state) ? 1000 : false),
  })
  const source = info ? importSource(model, info.name) : null
  if (error) return <Alert severity="error">{error.message}</Alert>
  if (!info) return <Skeleton variant="rounded" height={240} />
  const heading = words('import.title', { name: title(info.name, info.title).replace(/^导入/, '') })
  return (
    <Stack sx={{ gap: 2, pb: 10 }}>
      <Title title={heading} />
      <div>
        <Typography variant="h5" component="h1">
          {heading}
        </Typography>
        <Typography color="textSecondary">
          {info.fileName} · {words('import.total', { n: info.total })}
        </Typography>
      </div>
      {info.state === 'reading' ? <Reading info={info} /> : null}
      {info.state === 'done' ? <Done info={info} source={source} /> : null}
      {info.state === 'preview' || (info.state === 'done' && info.good + info.bad + info.duplicates > 0) ? (
        <Review key={info.state} info={info} source={source} />
      ) : null}
      {info.state === 'applying' ? <Applying info={info} /> : null}
      {info.state === 'failed' ? <Failed info={info} /> : null}
    </Stack>
  )
}

function Reading({ info }: { readonly info: ImportInfo }): ReactElement {
  const words = useWords()
  return (
    <Card>
      <CardContent>
        <Typography aria-live="polite">
          {words('import.reading')} {info.total > 0 ? words('import.readSoFar', { n: info.total }) : ''}
        </Typography>
        <LinearProgress aria-label={words('import.reading')} sx={{ mt: 1 }} />
      </CardContent>
    </Card>
  )
}

interface StepProps {
  readonly info: ImportInfo
  readonly source: ImportSource | null
}

/** The rows that wait for a word or for the confirmation; after an import those that are left over. */
function Review({ info, source }: StepProps): ReactElement {
  const words = useWords()
  const tell = useTellProblem()
  const queries = useQueryClient()
  const once = useOnce()
  const [chosen, setChosen] = useState<RowChoice>(info.bad > 0 ? 'bad' : info.duplicates > 0 ? 'duplicate' : 'good')
  const skipped = info.total - info.good - info.bad - info.duplicates - info.applied
  const unknown = info.columns.filter(({ field }) => field === null || field === undefined).map(({ heading }) => heading)
  const apply = async (): Promise<void> => {
    const { jobId } = await request<{ jobId: string }>(`/platform/imports/${info.id}/apply`, { method: 'POST', body: { rows: 'good' } })
    // Said before the server is asked again: it may be too busy with these very rows to answer soon.
    queries.setQueryData<ImportInfo>(['linli', 'import', info.id], { ...info, state: 'applying', jobId })
    await queries.invalidateQueries({ queryKey: ['linli', 'import', info.id] })
  }
  return (
    <>
      {info.missing.length > 0 ? <Alert severity="warning">{words('import.missing', { titles: info.missing.join('、') })}</Alert> : null}
      {unknown.length > 0 ? <Alert severity="info">{words('import.unknownColumns', { titles: unknown.join('、') })}</Alert> : null}
      <Card>
        <Tabs
          value={chosen}
          onChange={(_event, state: RowChoice) => setChosen(state)}
          variant="scrollable"
          allowScrollButtonsMobile
          aria-label={words('import.preview')}
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          <Tab value="bad" label={words('import.bad', { n: info.bad })} />
          <Tab value="duplicate" label={words('import.duplicates', { n: info.duplicates })} />
          <Tab value="good" label={words('import.good', { n: info.good })} />
          {skipped > 0 ? <Tab value="skipped" label={words('import.skipped', { n: skipped })} /> : null}
          {info.remarked > 0 ? <Tab value="remarked" label={words('import.remarked', { n: info.remarked })} /> : null}
        </Tabs>
        <CardContent>
          {chosen === 'bad' && info.bad > 0 ? (
            <Button variant="outlined" sx={{ mb: 2 }} onClick={() => void download(`/platform/imports/${info.id}/bad.xlsx`).catch(tell)}>
              {words('import.downloadBad')}
            </Button>
          ) : null}
          <ImportRows key={chosen} info={info} source={source} state={chosen} />
        </CardContent>
      </Card>
      <Card sx={{ position: 'sticky', bottom: 8, zIndex: 2 }}>
        <CardContent>
          <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
            <Button variant="contained" disabled={info.good + info.duplicates === 0} onClick={() => void once(apply).catch(tell)}>
              {info.good > 0 ? words('import.apply', { n: info.good }) : words('import.applyRest')}
            </Button>
            <Typography color="textSecondary" sx={{ flex: '1 1 260px' }}>
              {words('import.applyHelp')}
            </Typography>
          </Stack>
        </CardContent>
      </Card>
    </>
  )
}

function Applying({ info }: { readonly info: ImportInfo }): ReactElement {
  const words = useWords()
  const job = useJob(info.jobId)
  return (
    <Card>
      <CardContent>
        <Typography gutterBottom>{words('import.applying')}</Typography>
        {job && job.state !== 'done' ? <JobProgress job={job} /> : <LinearProgress aria-label={words('import.applying')} />}
      </CardContent>
    </Card>
  )
}

function Done({ info, source }: StepProps): ReactElement {
  const words = useWords()
  const job = useJob(info.jobId)
  return (
    <Card>
      <CardContent>
        <Alert severity="success">
          {words('import.done')} {words('import.doneText', { n: info.applied })} {job?.message ? `${job.message}。` : ''}
          {info.bad + info.duplicates > 0 ? words('import.left', { n: info.bad + info.duplicates }) : ''}
        </Alert>
        <Stack direction="row" sx={{ gap: 1, mt: 2, flexWrap: 'wrap' }}>
          {source?.resource ? (
            <Button variant="contained" component={Link} to={`/${source.resource.name}`}>
              {words('import.toList')}
            </Button>
          ) : null}
          <Button component={Link} to={`/imports/new/${info.name}`}>
            {words('import.again')}
          </Button>
        </Stack>
      </CardContent>
    </Card>
  )
}

function Failed({ info }: { readonly info: ImportInfo }): ReactElement {
  const words = useWords()
  const job = useJob(info.jobId)
  return (
    <Card>
      <CardContent>
        <Alert severity="error">{info.message ?? job?.message ?? words('import.failed')}</Alert>
        <Button component={Link} to={`/imports/new/${info.name}`} sx={{ mt: 1 }}>
          {words('import.again')}
        </Button>
      </CardContent>
    </Card>
  )
}

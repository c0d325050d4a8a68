import { Alert, Box, Button, Card, CardContent, Chip, Skeleton, Stack, Typography } from '@mui/material'
import { text, type AnyPlugin } from '@linli/kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Title, useNotify } from 'react-admin'
import { Link } from 'react-router'
import { DialogForm, useTellProblem } from '../form/index.ts'
import { request } from '../http/index.ts'
import { listLink } from '../list/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { useInstalledPlugin } from './installed-plugin.ts'

/** A module as the street has it. */
export interface ModuleInfo {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly needs: readonly string[]
  readonly neededBy: readonly string[]
  readonly enabled: boolean
  readonly settings: Readonly<Record<string, unknown>>
  readonly defaults: Readonly<Record<string, unknown>>
  readonly version: number
  readonly tables: readonly { readonly resource: string; readonly title: string; readonly rows: number }[]
}

const KEY = ['linli', 'modules']

/** Which modules are on, what that means, and how they are tuned. */
export default function ModulesPage(): ReactElement {
  const words = useWords()
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => request<{ modules: ModuleInfo[] }>('/platform/modules', { signal }),
  })
  return (
    <Stack sx={{ gap: 2, maxWidth: 960, pb: 4 }}>
      <Title title={words('modules.title')} />
      <Typography variant="h5" component="h1">
        {words('modules.title')}
      </Typography>
      {error ? <Alert severity="error">{error.message}</Alert> : null}
      {data || error ? null : <Skeleton variant="rounded" height={200} />}
      {data?.modules.map((info) => (
        <ModuleCard key={info.id} info={info} all={data.modules} />
      ))}
    </Stack>
  )
}

interface ModuleCardProps {
  readonly info: ModuleInfo
  readonly all: readonly ModuleInfo[]
}

function ModuleCard({ info, all }: ModuleCardProps): ReactElement {
  const words = useWords()
  const title = useTitles()
  const may = useMay()
  const notify = useNotify()
  const tell = useTellProblem()
  const queries = useQueryClient()
  const { reload } = useAdminInfo()
  const [asked, setAsked] = useState<'disable' | 'settings' | null>(null)
  const names = (ids: readonly string[]): string => ids.map((id) => all.find((one) => one.id === id)?.title ?? id).join('、')
  const isOn = (id: string): boolean => all.find((one) => one.id === id)?.enabled ?? true
  const blockers = info.enabled ? info.neededBy.filter(isOn) : info.needs.filter((id) => !isOn(id))
  const canManage = may('platform.modules.manage')

  const change = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    await request(`/platform/modules/${info.id}`, { method: 'PUT', body: { ...body, version: info.version } })
    await queries.invalidateQueries({ queryKey: KEY })
    setAsked(null)
    reload()
    const message = words('modules.saved')
    notify(message, { type: 'success', messageArgs: { _: message } })
  }

  return (
    <Card component="section" aria-label={info.title}>
      <CardContent>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="h6" component="h2">
            {title(info.id, info.title)}
          </Typography>
          <Chip
            color={info.enabled ? 'success' : 'default'}
            variant={info.enabled ? 'filled' : 'outlined'}
            label={words(info.enabled ? 'modules.on' : 'modules.off')}
          />
        </Stack>
        <Typography gutterBottom sx={{ mt: 1 }}>
          {title(`${info.id}.summary`, info.summary)}
        </Typography>
        {info.needs.length > 0 ? (
          <Typography color="textSecondary">{words('modules.needs', { names: names(info.needs) })}</Typography>
        ) : null}
        {info.neededBy.length > 0 ? (
          <Typography color="textSecondary">{words('modules.neededBy', { names: names(info.neededBy) })}</Typography>
        ) : null}
        {info.tables.length > 0 ? (
          <Typography color="textSecondary">
            {info.tables.map(({ resource, title: zh, rows }) => words('modules.rows', { title: title(resource, zh), n: rows })).join(' · ')}
          </Typography>
        ) : null}
        {canManage && blockers.length > 0 ? (
          <Alert severity="info" sx={{ mt: 1 }}>
            {words(info.enabled ? 'modules.blocked' : 'modules.missing', { names: names(blockers) })}
          </Alert>
        ) : null}
        {canManage ? (
          <Stack direction="row" sx={{ gap: 1, mt: 2, flexWrap: 'wrap' }}>
            {info.id === 'platform' ? null : info.enabled ? (
              <Button variant="outlined" color="error" disabled={blockers.length > 0} onClick={() => setAsked('disable')}>
                {words('modules.disable')}
              </Button>
            ) : (
              <Button variant="contained" disabled={blockers.length > 0} onClick={() => void change({ enabled: true }).catch(tell)}>
                {words('modules.enable')}
              </Button>
            )}
            {info.enabled ? (
              <Button variant="outlined" onClick={() => setAsked('settings')}>
                {words('modules.settings')}
              </Button>
            ) : null}
            <Button component={Link} to={listLink('platform.audit', { resource: 'platform.modules', subjectId: info.id })}>
              {words('modules.audit')}
            </Button>
          </Stack>
        ) : null}
        {asked === 'disable' ? (
          <DialogForm
            title={words('modules.disableTitle', { title: info.title })}
            text={[words('modules.disableHelp'), ...keptLines(info, words)].join('\n')}
            fields={{ reason: text({ title: words('modules.reason'), max: 200 }) }}
            path="linli.modules"
            submitLabel={words('modules.disable')}
            onSubmit={(given) => change({ enabled: false, ...given })}
            onClose={() => setAsked(null)}
          />
        ) : null}
        {asked === 'settings' ? (
          <SettingsDialog info={info} onClose={() => setAsked(null)} onSave={(settings) => change({ settings })} />
        ) : null}
      </CardContent>
    </Card>
  )
}

interface SettingsDialogProps {
  readonly info: ModuleInfo
  readonly onSave: (settings: Readonly<Record<string, unknown>>) => Promise<void>
  readonly onClose: () => void
}

function SettingsDialog({ info, onSave, onClose }: SettingsDialogProps): ReactElement {
  const words = useWords()
  const title = useTitles()
  const [values, setValues] = useState(info.settings)
  const [round, setRound] = useState(0)
  const plugin: AnyPlugin | undefined = useInstalledPlugin(info.id)
  const fields = plugin?.settings ?? {}
  const isEmpty = Object.keys(fields).length === 0
  return (
    <DialogForm
      key={round}
      title={words('modules.settingsTitle', { title: title(info.id, info.title) })}
      {...(isEmpty ? { text: words('modules.noSettings') } : {})}
      fields={fields}
      path={`${info.id}.settings`}
      values={values}
      submitLabel={words('common.confirm')}
      onSubmit={isEmpty ? () => Promise.resolve(onClose()) : onSave}
      onClose={onClose}
    >
      {isEmpty ? null : (
        <Box>
          <Button
            onClick={() => {
              setValues(info.defaults)
              setRound(round + 1)
            }}
          >
            {words('modules.restore')}
          </Button>
        </Box>
      )}
    </DialogForm>
  )
}

function keptLines(info: ModuleInfo, words: ReturnType<typeof useWords>): string[] {
  const kept = info.tables.filter(({ rows }) => rows > 0)
  if (kept.length === 0) return []
  return [`${words('modules.keeps')}：${kept.map(({ title, rows }) => words('modules.rows', { title, n: rows })).join('，')}`]
}

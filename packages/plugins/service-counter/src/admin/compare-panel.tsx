import { instantText, type PanelProps, request } from '@linli/admin'
import { Alert, Card, CardContent, Chip, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { type ReactElement, useEffect, useState } from 'react'
import type { VersionDiff } from '../actions/index.ts'
import { sentence } from './use-action.ts'
import { useSay } from './use-say.ts'

interface Compared {
  readonly versions: readonly VersionDiff[]
  readonly problems: readonly string[]
}

const WORDS: Readonly<Record<string, readonly [string, 'success' | 'error' | 'warning']>> = {
  added: ['新增', 'success'],
  removed: ['删去', 'error'],
  changed: ['修改', 'warning'],
}

/** Every version of an item against the one before, what waits to be published on top. */
export default function ComparePanel({ record }: PanelProps): ReactElement {
  const say = useSay()
  const [compared, setCompared] = useState<Compared>()
  const [fault, setFault] = useState('')
  useEffect(() => {
    request<Compared>(`/counter/items/${record.id}/actions/compare`, { method: 'POST', body: {} })
      .then(setCompared)
      .catch((error: unknown) => setFault(sentence(error)))
  }, [record.id, record.version])
  if (fault) return <Alert severity="error">{fault}</Alert>
  return (
    <Stack sx={{ gap: 2 }}>
      {compared?.problems.map((problem) => (
        <Alert key={problem} severity="warning">
          {say('发布前要改：{what}', { what: problem })}
        </Alert>
      ))}
      {compared?.versions.map(({ no, title, at, changes }) => (
        <Card key={no} variant="outlined">
          <CardContent>
            <Typography variant="h6" component="h3">
              {title}
            </Typography>
            <Typography color="textSecondary">
              {at ? say('{at} 发布', { at: instantText(at) }) : say('还没有发布，发布后才按它办理')}
            </Typography>
            {changes.length === 0 ? <Typography sx={{ mt: 1 }}>{say('和上一版没有不同。')}</Typography> : <Changes changes={changes} />}
          </CardContent>
        </Card>
      ))}
    </Stack>
  )
}

function Changes({ changes }: Pick<VersionDiff, 'changes'>): ReactElement {
  const say = useSay()
  return (
    <Table size="small" sx={{ mt: 1 }}>
      <TableHead>
        <TableRow>
          <TableCell>{say('内容')}</TableCell>
          <TableCell>{say('原来')}</TableCell>
          <TableCell>{say('现在')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(({ kind, what, before, after }) => (
          <TableRow key={what}>
            <TableCell>
              <Chip size="small" label={say(WORDS[kind]?.[0] ?? kind)} color={WORDS[kind]?.[1] ?? 'default'} sx={{ mr: 1 }} />
              {what}
            </TableCell>
            <TableCell>{before ? <del>{before}</del> : say('无')}</TableCell>
            <TableCell>{after || say('无')}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

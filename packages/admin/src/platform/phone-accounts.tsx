import { Alert, Button, List, ListItem, ListItemText, Skeleton, Stack, Typography } from '@mui/material'
import { openAccount } from '@linli/kit/platform'
import { useState, type ReactElement } from 'react'
import { useGetList, useGetMany, useRefresh, type RaRecord } from 'react-admin'
import { StatusChip } from '../field/index.ts'
import { instantText } from '../field/format.ts'
import { DialogForm } from '../form/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { useDefinition, useMay } from '../model/index.ts'
import type { PanelProps } from '../modules/index.ts'
import { ActionButtons, StepButtons } from '../step/index.ts'

interface Given {
  readonly username: string
  readonly password: string
}

interface PhoneAccountsProps extends PanelProps {
  /** The name of the role that the account is given. */
  readonly role: string
  /** The field of the record with the name of whom the account is for. */
  readonly nameField: string
}

const { username, name } = openAccount.input

/** Who can sign in on a phone for this record: opening an account with a first password, giving a new one, blocking it. */
export function PhoneAccounts({ record, resource, role, nameField }: PhoneAccountsProps): ReactElement {
  const words = useWords()
  const may = useMay()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const [given, setGiven] = useState<Given>()
  const posts = useGetList<RaRecord & { accountId: string }>('platform.posts', {
    filter: { subjectResource: resource, subjectId: record.id },
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'createdAt', order: 'DESC' },
  })
  const ids = [...new Set((posts.data ?? []).map(({ accountId }) => accountId))]
  const accounts = useGetMany<RaRecord>('platform.accounts', { ids })
  const suggested = record[nameField]

  async function open(values: Readonly<Record<string, unknown>>): Promise<void> {
    const body = { ...values, role, subjectResource: resource, subjectId: record.id }
    setGiven(await request<Given>('/platform/actions/open-account', { method: 'POST', body }))
    setOpen(false)
    refresh()
  }

  return (
    <Stack sx={{ gap: 2 }}>
      {given ? (
        <Alert severity="success" onClose={() => setGiven(undefined)}>
          <p style={{ margin: 0 }}>{words('phoneAccounts.given', { address: `${window.location.origin}/m/` })}</p>
          <p style={{ margin: '4px 0' }}>
            {words('phoneAccounts.username')} <strong>{given.username}</strong>　{words('phoneAccounts.password')}{' '}
            <strong>{given.password}</strong>
          </p>
          <p style={{ margin: 0 }}>{words('phoneAccounts.once')}</p>
        </Alert>
      ) : null}
      {posts.error ? <Alert severity="error">{posts.error.message}</Alert> : null}
      {posts.isPending ? <Skeleton variant="rounded" height={64} /> : null}
      {posts.data && ids.length === 0 ? <Typography>{words('phoneAccounts.none')}</Typography> : null}
      {ids.length > 0 ? (
        <List disablePadding>
          {(accounts.data ?? []).flatMap((account) => (account ? [<AccountLine key={account.id} account={account} />] : []))}
        </List>
      ) : null}
      {may('platform.posts.open-account') ? (
        <Button variant="contained" onClick={() => setOpen(true)} sx={{ alignSelf: 'flex-start' }}>
          {words('phoneAccounts.open')}
        </Button>
      ) : null}
      {isOpen ? (
        <DialogForm
          title={words('phoneAccounts.open')}
          text={words('phoneAccounts.text')}
          fields={{ username, name }}
          path={openAccount.name}
          values={typeof suggested === 'string' ? { name: suggested } : {}}
          submitLabel={words('phoneAccounts.open')}
          onSubmit={open}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Stack>
  )
}

function AccountLine({ account }: { readonly account: RaRecord }): ReactElement {
  const words = useWords()
  const resource = useDefinition('platform.accounts')
  const lastSignInAt: unknown = account.lastSignInAt
  const seen =
    typeof lastSignInAt === 'string' ? words('phoneAccounts.seen', { at: instantText(lastSignInAt) }) : words('phoneAccounts.never')
  return (
    <ListItem divider disableGutters sx={{ flexWrap: 'wrap', gap: 1 }}>
      <ListItemText
        primary={
          <>
            {String(account.name)}（{String(account.username)}）
          </>
        }
        secondary={seen}
      />
      <StatusChip resource={resource} status={String(account.status)} />
      <StepButtons resource={resource} record={account} />
      <ActionButtons resource={resource} record={account} />
    </ListItem>
  )
}

import { DialogForm, type PanelProps, request } from '@linli/admin'
import { text } from '@linli/kit'
import { Alert, Button, List, ListItem, ListItemText, Stack, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { useGetList, useGetMany, useRefresh } from 'react-admin'

const FIELDS = {
  username: text({ title: '登录名', required: true, min: 2, max: 40, help: '建议用联系电话，商户容易记住。' }),
  name: text({ title: '使用人姓名', required: true, max: 40 }),
}

interface Account {
  readonly id: string
  readonly username: string
  readonly name: string
}

/** Who can redeem for this shop on a phone, and giving somebody access: account, post and first password in one go. */
export default function TillAccounts({ record }: PanelProps): ReactElement {
  const [isOpen, setOpen] = useState(false)
  const [given, setGiven] = useState<{ readonly username: string; readonly password: string }>()
  const refresh = useRefresh()
  const posts = useGetList<{ id: string; accountId: string }>('platform.posts', {
    filter: { subjectResource: 'merchants.merchants', subjectId: record.id },
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'createdAt', order: 'DESC' },
  })
  const accounts = useGetMany<Account>('platform.accounts', { ids: (posts.data ?? []).map(({ accountId }) => accountId) })

  async function open(values: Readonly<Record<string, unknown>>): Promise<void> {
    const roles = await request<readonly { id: string }[]>('/platform/roles', { query: { filter: { name: 'merchant' } } })
    const account = await request<Account>('/platform/accounts', { method: 'POST', body: values })
    await request('/platform/posts', {
      method: 'POST',
      body: {
        accountId: account.id,
        roleId: roles[0]?.id,
        from: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
        communityId: record.communityId,
        subjectResource: 'merchants.merchants',
        subjectId: record.id,
      },
    })
    const reset = await request<{ password: string }>(`/platform/accounts/${account.id}/actions/reset-password`, {
      method: 'POST',
      body: {},
    })
    setGiven({ username: account.username, password: reset.password })
    setOpen(false)
    refresh()
  }

  return (
    <Stack sx={{ gap: 2 }}>
      {given ? (
        <Alert severity="success">
          请当面告诉商户：手机打开 {window.location.origin}/m/ ，登录名 <strong>{given.username}</strong>，初始密码{' '}
          <strong>{given.password}</strong>
          。密码只显示这一次，首次登录须修改。
        </Alert>
      ) : null}
      {accounts.data && accounts.data.length > 0 ? (
        <List>
          {accounts.data.map((account) => (
            <ListItem key={account.id} divider>
              <ListItemText primary={account.name} secondary={account.username} />
            </ListItem>
          ))}
        </List>
      ) : (
        <Typography>还没有人能用手机为这家商户核销。</Typography>
      )}
      <Button variant="contained" onClick={() => setOpen(true)} sx={{ alignSelf: 'flex-start' }}>
        开通手机核销
      </Button>
      {isOpen ? (
        <DialogForm
          title="开通手机核销"
          text="为商户建立手机登录账号。"
          fields={FIELDS}
          path="merchants.till-account"
          values={{ name: record.contactName }}
          submitLabel="开通"
          onSubmit={open}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Stack>
  )
}

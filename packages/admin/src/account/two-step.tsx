import { Alert, Box, Button, Link, Skeleton, Stack, TextField, Typography } from '@mui/material'
import { lazy, Suspense, useState, type ReactElement } from 'react'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { BackupCodes } from './backup-codes.tsx'
import { secretOf } from './secret.ts'

const QrCode = lazy(() => import('./qr-code.tsx'))

interface Started {
  readonly uri: string
  readonly backupCodes: readonly string[]
}

/** Turning the two-step sign-in on and off. */
export function TwoStep(): ReactElement {
  const words = useWords()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [started, setStarted] = useState<Started | null>(null)
  const [message, setMessage] = useState<{ readonly severity: 'success' | 'error'; readonly text: string } | null>(null)

  const run = async (work: () => Promise<void>): Promise<void> => {
    setMessage(null)
    try {
      await work()
    } catch (error) {
      setMessage({ severity: 'error', text: error instanceof Error ? error.message : String(error) })
    }
  }
  const start = (): Promise<void> =>
    run(async () => {
      setStarted(await request<Started>('/auth/totp/start', { method: 'POST', body: { password } }))
      setPassword('')
    })
  const confirm = (): Promise<void> =>
    run(async () => {
      await request('/auth/totp/confirm', { method: 'POST', body: { code: code.trim() } })
      setStarted(null)
      setCode('')
      setMessage({ severity: 'success', text: words('account.totpOn') })
    })
  const stop = (): Promise<void> =>
    run(async () => {
      await request('/auth/totp/stop', { method: 'POST', body: { password } })
      setPassword('')
      setMessage({ severity: 'success', text: words('account.totpOff') })
    })

  return (
    <Stack sx={{ gap: 1, alignItems: 'flex-start' }}>
      <Typography color="textSecondary">{words('account.totpHelp')}</Typography>
      {message ? <Alert severity={message.severity}>{message.text}</Alert> : null}
      {started ? (
        <>
          <Typography>{words('account.totpScan')}</Typography>
          <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
            <Box sx={{ width: 202, height: 202, bgcolor: '#fff', border: 1, borderColor: 'divider' }}>
              <Suspense fallback={<Skeleton variant="rectangular" width={200} height={200} />}>
                <QrCode text={started.uri} label={words('account.totpQr')} />
              </Suspense>
            </Box>
            <Box sx={{ flex: '1 1 220px' }}>
              <Typography color="textSecondary">{words('account.totpByHand')}</Typography>
              <Link href={started.uri} sx={{ overflowWrap: 'anywhere', fontFamily: 'monospace', fontSize: '1.2rem' }}>
                {secretOf(started.uri)}
              </Link>
            </Box>
          </Stack>
          <BackupCodes codes={started.backupCodes} />
          <TextField
            label={words('account.totpCode')}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'one-time-code' } }}
          />
          <Button variant="contained" disabled={code.trim().length < 6} onClick={() => void confirm()}>
            {words('common.confirm')}
          </Button>
        </>
      ) : (
        <>
          <TextField
            type="password"
            fullWidth
            label={words('account.current')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            <Button variant="contained" disabled={password === ''} onClick={() => void start()}>
              {words('account.totpStart')}
            </Button>
            <Button variant="outlined" disabled={password === ''} onClick={() => void stop()}>
              {words('account.totpStop')}
            </Button>
          </Stack>
        </>
      )}
    </Stack>
  )
}

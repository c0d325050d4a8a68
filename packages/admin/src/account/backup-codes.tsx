import { Box, Button, Stack, Typography } from '@mui/material'
import { dayOf } from '@linli/core/date'
import { useState, type ReactElement } from 'react'
import { useWords } from '../messages/index.ts'
import { useAdminInfo } from '../model/index.ts'

/** The codes that stand in for a lost phone. They are seen this once, so they can be printed, and they alone. */
export function BackupCodes({ codes }: { readonly codes: readonly string[] }): ReactElement {
  const words = useWords()
  const { me } = useAdminInfo()
  const [day] = useState(() => dayOf(new Date().toISOString()))
  return (
    <Stack sx={{ gap: 1, alignItems: 'flex-start', width: '100%' }}>
      <style>{'@media print { body * { visibility: hidden; } @page { margin: 20mm; } }'}</style>
      <Box sx={{ width: '100%', '@media print': { position: 'fixed', inset: 0, '&, & *': { visibility: 'visible' } } }}>
        <Typography sx={{ display: 'none', '@media print': { display: 'block', fontSize: '14pt' } }}>
          {words('account.totpPaper', { name: me.account.name, username: me.account.username, day })}
        </Typography>
        <Typography>{words('account.totpBackup')}</Typography>
        <Box
          component="ul"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
            gap: 0.5,
            fontFamily: 'monospace',
            fontSize: '1.1rem',
            m: 0,
            mt: 1,
            pl: 3,
          }}
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </Box>
      </Box>
      <Button variant="outlined" onClick={() => window.print()} sx={{ '@media print': { display: 'none' } }}>
        {words('account.totpPrint')}
      </Button>
    </Stack>
  )
}

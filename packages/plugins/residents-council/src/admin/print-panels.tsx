import type { PanelProps } from '@linli/admin'
import { Button, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { printForm } from './print.ts'

const BY: Readonly<Record<string, readonly ['resolution' | 'meeting' | 'sheet', string]>> = {
  'council.publications': ['resolution', '打印公示单'],
  'council.meetings': ['meeting', '打印纪要与签到表'],
  'council.appraisals': ['sheet', '打印评比考评表'],
}

/** The printed form of a record. */
export default function PrintPanel({ record, resource }: PanelProps): ReactElement {
  const [form, label] = BY[resource] ?? (['meeting', '打印'] as const)
  return (
    <Stack sx={{ gap: 1, alignItems: 'flex-start' }}>
      <Typography>在新窗口打开一页，自动出现打印对话框。</Typography>
      <Button variant="contained" onClick={() => void printForm(form, record.id)}>
        {label}
      </Button>
    </Stack>
  )
}

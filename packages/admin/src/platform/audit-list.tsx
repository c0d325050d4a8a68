import { Alert, Button, Stack } from '@mui/material'
import VerifyIcon from '@mui/icons-material/VerifiedUserOutlined'
import { useState, type ReactElement } from 'react'
import { request } from '../http/index.ts'
import ResourceList from '../list/resource-list.tsx'
import { useWords } from '../messages/index.ts'
import { useMay } from '../model/index.ts'
import { useAuditCells } from './audit-cells.tsx'
import { useAuditFilters } from './audit-filters.tsx'

interface Verified {
  readonly intact: boolean
  readonly entries: number
  readonly firstBroken: number | null
}

/** The audit, with the proof that nobody has changed it. */
export default function AuditList(): ReactElement {
  const words = useWords()
  const may = useMay()
  const [verified, setVerified] = useState<Verified | null>(null)
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const cells = useAuditCells()
  const filters = useAuditFilters()
  const verify = async (): Promise<void> => {
    setBusy(true)
    setFault(undefined)
    try {
      setVerified(await request<Verified>('/platform/audit/verify'))
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        {may('platform.audit.verify') ? (
          <Button variant="outlined" startIcon={<VerifyIcon />} disabled={isBusy} onClick={() => void verify()}>
            {words('audit.verify')}
          </Button>
        ) : null}
        {fault ? <Alert severity="error">{fault}</Alert> : null}
        {verified ? (
          <Alert severity={verified.intact ? 'success' : 'error'}>
            {verified.intact
              ? words('audit.intact', { entries: verified.entries })
              : words('audit.broken', { no: verified.firstBroken ?? 0 })}
          </Alert>
        ) : null}
      </Stack>
      <ResourceList cells={cells} filters={filters} />
    </>
  )
}

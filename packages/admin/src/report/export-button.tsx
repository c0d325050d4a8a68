import { Button } from '@mui/material'
import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import { useState, type ReactElement } from 'react'
import { useTellProblem } from '../form/index.ts'
import { download } from '../http/index.ts'
import { useWords } from '../messages/index.ts'

interface ExportButtonProps {
  /** The report's address. */
  readonly path: string
  readonly params: Readonly<Record<string, unknown>>
  readonly disabled: boolean
}

/** Fetches the report's spreadsheet; while it is counted and fetched the button says so and takes no second press. */
export function ExportButton({ path, params, disabled }: ExportButtonProps): ReactElement {
  const words = useWords()
  const tell = useTellProblem()
  const [isRunning, setRunning] = useState(false)
  const start = async (): Promise<void> => {
    setRunning(true)
    try {
      await download(`${path}/export.xlsx`, { params })
    } catch (error) {
      tell(error)
    } finally {
      setRunning(false)
    }
  }
  return (
    <Button
      variant="outlined"
      startIcon={<ExportIcon />}
      loading={isRunning}
      loadingPosition="start"
      disabled={disabled}
      aria-live="polite"
      onClick={() => void start()}
    >
      {words(isRunning ? 'export.preparing' : 'report.export')}
    </Button>
  )
}

import { Alert, Box, Button, Card, CardContent, LinearProgress, Stack, Typography } from '@mui/material'
import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import { useState, type DragEvent, type ReactElement } from 'react'
import { Title } from 'react-admin'
import { useNavigate, useParams } from 'react-router'
import { useTellProblem } from '../form/index.ts'
import { download, request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useTitles } from '../model/index.ts'
import type { ImportInfo } from './import-info.ts'
import { importSource } from './import-source.ts'
import { NotFoundPage } from '../shell/message-page.tsx'

/** The first step of an import: the spreadsheet. */
export default function NewImportPage(): ReactElement {
  const { name = '' } = useParams()
  const words = useWords()
  const title = useTitles()
  const tell = useTellProblem()
  const navigate = useNavigate()
  const { model } = useAdminInfo()
  const [fault, setFault] = useState<string>()
  const [isSending, setSending] = useState(false)
  const source = importSource(model, name)
  if (!source) return <NotFoundPage />
  const heading = words('import.title', { name: title(name, source.title).replace(/^导入/, '') })

  const send = async (file: File): Promise<void> => {
    setSending(true)
    setFault(undefined)
    try {
      const form = new FormData()
      form.append('file', file)
      const info = await request<ImportInfo>(source.path, { method: 'POST', form })
      await navigate(`/imports/${info.id}`)
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
      setSending(false)
    }
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    const file = event.dataTransfer.files[0]
    if (file) void send(file)
  }

  return (
    <Stack sx={{ gap: 2, maxWidth: 720 }}>
      <Title title={heading} />
      <Typography variant="h5" component="h1">
        {heading}
      </Typography>
      <Typography color="textSecondary">{source.help ? title(`${name}.help`, source.help) : words('import.help')}</Typography>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      <Card>
        <CardContent>
          <Box
            component="label"
            onDragOver={(event: DragEvent) => event.preventDefault()}
            onDrop={drop}
            sx={{
              display: 'flex',
              flexDirection: 'column',
              alignItems: 'center',
              gap: 1,
              p: 4,
              border: 2,
              borderStyle: 'dashed',
              borderColor: 'divider',
              borderRadius: 2,
              cursor: 'pointer',
              '&:focus-within': { borderColor: 'primary.main' },
            }}
          >
            <UploadIcon sx={{ fontSize: 48 }} color="primary" />
            <Typography variant="subtitle1" component="span">
              {words('import.chooseFile')}
            </Typography>
            <Typography color="textSecondary">{words('import.drop')}</Typography>
            <input
              type="file"
              accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              disabled={isSending}
              style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) void send(file)
                event.target.value = ''
              }}
            />
          </Box>
          {isSending ? <LinearProgress aria-label={words('import.uploading')} sx={{ mt: 1 }} /> : null}
          <Button sx={{ mt: 1 }} onClick={() => void download(`${source.path}/template.xlsx`).catch(tell)}>
            {words('import.template')}
          </Button>
        </CardContent>
      </Card>
    </Stack>
  )
}

import { Box, Button, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Title, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { useWords } from '../messages/index.ts'

interface MessageProps {
  readonly title: string
  readonly text: string
  /** What went wrong exactly, for whoever is asked for help. */
  readonly detail?: string
}

function Message({ title, text, detail }: MessageProps): ReactElement {
  const words = useWords()
  const translate = useTranslate()
  return (
    <Box role="alert" sx={{ textAlign: 'center', py: 8, px: 2 }}>
      <Title title={translate(title)} />
      <Typography variant="h5" component="h1" gutterBottom>
        {translate(title)}
      </Typography>
      <Typography gutterBottom>{translate(text)}</Typography>
      {detail ? (
        <Typography color="textSecondary" gutterBottom sx={{ overflowWrap: 'anywhere' }}>
          {detail}
        </Typography>
      ) : null}
      <Button variant="contained" component={Link} to="/">
        {words('common.home')}
      </Button>
    </Box>
  )
}

export function NotFoundPage(): ReactElement {
  return <Message title="ra.page.not_found" text="ra.message.not_found" />
}

export function DeniedPage(): ReactElement {
  return <Message title="ra.page.access_denied" text="ra.message.access_denied" />
}

interface BrokenPageProps {
  readonly error?: unknown
  readonly resetErrorBoundary?: (...args: unknown[]) => void
}

/** A fault of ours: said as such, with a way on. */
export function BrokenPage({ error }: BrokenPageProps): ReactElement {
  return <Message title="ra.page.error" text="ra.message.error" {...(error instanceof Error ? { detail: error.message } : {})} />
}

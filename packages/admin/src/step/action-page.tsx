import { Card, CardContent, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Title } from 'react-admin'
import { useParams } from 'react-router'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { ActionButton, actionPath } from './action-buttons.tsx'
import { NotFoundPage } from '../shell/message-page.tsx'

/** An action that belongs to no row. */
export default function ActionPage(): ReactElement {
  const { name = '' } = useParams()
  const { model } = useAdminInfo()
  const may = useMay()
  const title = useTitles()
  const action = model.actions.get(name)
  if (!action || !may(name)) return <NotFoundPage />
  return (
    <Card sx={{ maxWidth: 720 }}>
      <Title title={title(name, action.title)} />
      <CardContent>
        <Typography variant="h5" component="h1" gutterBottom>
          {title(name, action.title)}
        </Typography>
        {action.help ? (
          <Typography color="textSecondary" sx={{ mb: 2 }}>
            {title(`${name}.help`, action.help)}
          </Typography>
        ) : null}
        <ActionButton action={action} path={actionPath(action)} />
      </CardContent>
    </Card>
  )
}

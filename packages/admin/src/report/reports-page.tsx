import { Card, List, ListItemButton, ListItemText, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Title } from 'react-admin'
import { Link } from 'react-router'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'

/** All reports that the person may see, by module. */
export default function ReportsPage(): ReactElement {
  const words = useWords()
  const title = useTitles()
  const may = useMay()
  const { model } = useAdminInfo()
  const groups = model.plugins
    .map((plugin) => ({ plugin, reports: plugin.reports.filter(({ name }) => may(name)) }))
    .filter(({ reports }) => reports.length > 0)
  return (
    <Stack sx={{ gap: 2, maxWidth: 960, pb: 4 }}>
      <Title title={words('report.title')} />
      <Typography variant="h5" component="h1">
        {words('report.title')}
      </Typography>
      {groups.length === 0 ? <Typography color="textSecondary">{words('report.empty')}</Typography> : null}
      {groups.map(({ plugin, reports }) => (
        <section key={plugin.id} aria-label={title(plugin.id, plugin.title)}>
          <Typography variant="subtitle1" component="h2" gutterBottom>
            {title(plugin.id, plugin.title)}
          </Typography>
          <Card>
            <List component="div" disablePadding>
              {reports.map((report) => (
                <ListItemButton key={report.name} divider component={Link} to={`/reports/${report.name}`}>
                  <ListItemText
                    primary={`${title(report.name, report.title)}（${words(`report.${report.form}`)}）`}
                    secondary={`${title(`${report.name}.definition`, report.definition)} ${words('report.consumer', { consumer: report.consumer })}`}
                  />
                </ListItemButton>
              ))}
            </List>
          </Card>
        </section>
      ))}
    </Stack>
  )
}

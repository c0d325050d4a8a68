import { Box, Divider, List, ListItem, Typography } from '@mui/material'
import FiguresIcon from '@mui/icons-material/InsightsOutlined'
import InboxIcon from '@mui/icons-material/InboxOutlined'
import BackgroundIcon from '@mui/icons-material/AutorenewOutlined'
import ModulesIcon from '@mui/icons-material/ExtensionOutlined'
import PageIcon from '@mui/icons-material/WebOutlined'
import ReportsIcon from '@mui/icons-material/AssessmentOutlined'
import ActionIcon from '@mui/icons-material/BoltOutlined'
import type { AnyPlugin } from '@linli/kit'
import type { ComponentType, ReactElement } from 'react'
import { useSidebarState } from 'react-admin'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { MenuLink } from './menu-link.tsx'
import { resourceIcon } from './resource-icon.ts'

interface Entry {
  readonly to: string
  readonly text: string
  readonly icon: ComponentType
}

/** The menu: what waits, the figures, then each module with its lists and pages. What somebody may not open is not there. */
export function ShellMenu(): ReactElement {
  const words = useWords()
  const may = useMay()
  const { model } = useAdminInfo()
  const [isOpen] = useSidebarState()
  const hasReports = [...model.reports.keys()].some(may)
  return (
    <Box
      component="nav"
      aria-label={words('menu.title')}
      sx={{ width: isOpen ? 232 : 56, pt: 1, pb: 4, '@media print': { display: 'none' } }}
    >
      <Entries
        entries={[
          { to: '/', text: words('menu.inbox'), icon: InboxIcon },
          { to: '/figures', text: words('menu.dashboard'), icon: FiguresIcon },
          ...(hasReports ? [{ to: '/reports', text: words('menu.reports'), icon: ReportsIcon }] : []),
        ]}
      />
      {model.plugins.map((plugin) => (
        <ModuleGroup key={plugin.id} plugin={plugin} />
      ))}
    </Box>
  )
}

function Entries({ entries }: { readonly entries: readonly Entry[] }): ReactElement {
  return (
    <List disablePadding>
      {entries.map((entry) => (
        <ListItem key={entry.to} disablePadding>
          <MenuLink {...entry} />
        </ListItem>
      ))}
    </List>
  )
}

function ModuleGroup({ plugin }: { readonly plugin: AnyPlugin }): ReactElement | null {
  const words = useWords()
  const may = useMay()
  const title = useTitles()
  const { model } = useAdminInfo()
  const [isOpen] = useSidebarState()
  const pages = model.halves
    .filter((half) => half.plugin === plugin.id)
    .flatMap((half) => half.pages.filter((page) => may(page.permission)))
  const resources = plugin.resources.filter((resource) => resource.menu !== false && may(`${resource.name}.read`))
  const actions = plugin.actions.filter((action) => !action.resource && !action.hidden && may(action.name))
  const entries: Entry[] = [
    ...pages.map(({ path, title: zh, icon = PageIcon }) => ({
      to: `/${path.replace(/^\//, '')}`,
      text: title(`${plugin.id}.page.${path}`, zh),
      icon,
    })),
    ...resources.map((resource) => ({ to: `/${resource.name}`, text: title(resource.name, resource.title), icon: resourceIcon(resource) })),
    ...actions.map((action) => ({ to: `/actions/${action.name}`, text: title(action.name, action.title), icon: ActionIcon })),
    ...(plugin.id === 'platform' && may('platform.modules.manage')
      ? [{ to: '/modules', text: words('menu.modules'), icon: ModulesIcon }]
      : []),
    ...(plugin.id === 'platform' && may('platform.background.manage')
      ? [{ to: '/background', text: words('background.title'), icon: BackgroundIcon }]
      : []),
  ]
  if (entries.length === 0) return null
  return (
    <>
      {isOpen ? (
        <Typography component="h2" variant="body2" color="textSecondary" sx={{ px: 2, pt: 2, pb: 0.5, fontWeight: 600 }}>
          {title(plugin.id, plugin.title)}
        </Typography>
      ) : (
        <Divider sx={{ my: 1 }} />
      )}
      <Entries entries={entries} />
    </>
  )
}

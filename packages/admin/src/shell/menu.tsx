import { Divider, Typography } from '@mui/material'
import FiguresIcon from '@mui/icons-material/InsightsOutlined'
import InboxIcon from '@mui/icons-material/InboxOutlined'
import ModulesIcon from '@mui/icons-material/ExtensionOutlined'
import PageIcon from '@mui/icons-material/WebOutlined'
import ReportsIcon from '@mui/icons-material/AssessmentOutlined'
import ActionIcon from '@mui/icons-material/BoltOutlined'
import type { AnyPlugin } from '@linli/kit'
import type { ReactElement } from 'react'
import { Menu, useSidebarState } from 'react-admin'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { resourceIcon } from './resource-icon.ts'

/** The menu: what waits, the figures, then each module with its lists and pages. What somebody may not open is not there. */
export function ShellMenu(): ReactElement {
  const words = useWords()
  const may = useMay()
  const { model } = useAdminInfo()
  const hasReports = [...model.reports.keys()].some(may)
  return (
    <Menu component="nav" aria-label={words('menu.inbox')} sx={{ '& .RaMenuItemLink-icon': { minWidth: 40 }, pb: 4 }}>
      <Menu.Item to="/" primaryText={words('menu.inbox')} leftIcon={<InboxIcon />} />
      <Menu.Item to="/figures" primaryText={words('menu.dashboard')} leftIcon={<FiguresIcon />} />
      {hasReports ? <Menu.Item to="/reports" primaryText={words('menu.reports')} leftIcon={<ReportsIcon />} /> : null}
      {model.plugins.map((plugin) => (
        <ModuleGroup key={plugin.id} plugin={plugin} />
      ))}
    </Menu>
  )
}

function ModuleGroup({ plugin }: { readonly plugin: AnyPlugin }): ReactElement | null {
  const words = useWords()
  const may = useMay()
  const title = useTitles()
  const { model } = useAdminInfo()
  const [isOpen] = useSidebarState()
  const resources = plugin.resources.filter((resource) => resource.menu !== false && may(`${resource.name}.read`))
  const pages = model.halves
    .filter((half) => half.plugin === plugin.id)
    .flatMap((half) => half.pages.filter((page) => may(page.permission)))
  const actions = plugin.actions.filter((action) => !action.resource && !action.hidden && may(action.name))
  const managesModules = plugin.id === 'platform' && may('platform.modules.manage')
  if (resources.length + pages.length + actions.length === 0 && !managesModules) return null
  return (
    <>
      {isOpen ? (
        <Typography component="h2" variant="body2" color="textSecondary" sx={{ px: 2, pt: 2, pb: 0.5, fontWeight: 600 }}>
          {title(plugin.id, plugin.title)}
        </Typography>
      ) : (
        <Divider sx={{ my: 1 }} />
      )}
      {pages.map(({ path, title: zh, icon: Icon = PageIcon }) => (
        <Menu.Item key={path} to={`/${path.replace(/^\//, '')}`} primaryText={title(`${plugin.id}.page.${path}`, zh)} leftIcon={<Icon />} />
      ))}
      {resources.map((resource) => {
        const Icon = resourceIcon(resource)
        return (
          <Menu.Item key={resource.name} to={`/${resource.name}`} primaryText={title(resource.name, resource.title)} leftIcon={<Icon />} />
        )
      })}
      {actions.map((action) => (
        <Menu.Item
          key={action.name}
          to={`/actions/${action.name}`}
          primaryText={title(action.name, action.title)}
          leftIcon={<ActionIcon />}
        />
      ))}
      {managesModules ? <Menu.Item to="/modules" primaryText={words('menu.modules')} leftIcon={<ModulesIcon />} /> : null}
    </>
  )
}

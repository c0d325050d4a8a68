import { ListItemButton, ListItemIcon, ListItemText, Tooltip, useMediaQuery, type Theme } from '@mui/material'
import type { ComponentType, ReactElement } from 'react'
import { useSidebarState } from 'react-admin'
import { Link, useLocation } from 'react-router'

interface MenuLinkProps {
  readonly to: string
  readonly text: string
  readonly icon: ComponentType
}

/** A line of the menu; on a phone the menu closes behind it. */
export function MenuLink({ to, text, icon: Icon }: MenuLinkProps): ReactElement {
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useSidebarState()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const isHere = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
  const link = (
    <ListItemButton
      component={Link}
      to={to}
      selected={isHere}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
      {...(isOpen ? {} : { 'aria-label': text })}
      onClick={() => {
        if (isPhone) setOpen(false)
      }}
      sx={{ px: 2, py: 0.5 }}
    >
      <ListItemIcon sx={{ minWidth: 40 }}>
        <Icon />
      </ListItemIcon>
      {isOpen ? <ListItemText primary={text} slotProps={{ primary: { sx: { fontWeight: isHere ? 600 : 400 } } }} /> : null}
    </ListItemButton>
  )
  return isOpen ? (
    link
  ) : (
    <Tooltip title={text} placement="right">
      {link}
    </Tooltip>
  )
}

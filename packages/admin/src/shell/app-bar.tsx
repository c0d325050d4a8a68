import { Divider, ListItemIcon, ListItemText, MenuItem } from '@mui/material'
import AccountIcon from '@mui/icons-material/AccountCircleOutlined'
import LogoutIcon from '@mui/icons-material/LogoutOutlined'
import TranslateIcon from '@mui/icons-material/TranslateOutlined'
import { forwardRef, type ReactElement, type Ref } from 'react'
import { AppBar, RefreshIconButton, TitlePortal, ToggleThemeButton, useLocaleState, useTranslate, useUserMenu, UserMenu } from 'react-admin'
import { Link } from 'react-router'
import { useTellProblem } from '../form/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo } from '../model/index.ts'
import { PlaceSwitch } from './place-switch.tsx'

/** The bar: where one is, for which place everything is shown, and one's own menu. */
export function ShellBar({ alwaysOn }: { readonly alwaysOn?: boolean }): ReactElement {
  return (
    <AppBar
      {...(alwaysOn === undefined ? {} : { alwaysOn })}
      color="secondary"
      toolbar={
        <>
          <PlaceSwitch />
          <ToggleThemeButton />
          <RefreshIconButton color="inherit" sx={{ display: { xs: 'none', sm: 'flex' } }} />
        </>
      }
      userMenu={<OwnMenu />}
      sx={{ '& .RaAppBar-toolbar': { pr: 1, gap: { xs: 0, sm: 1 } }, '& .RaAppBar-menuButton': { color: 'inherit' } }}
    >
      <TitlePortal variant="h6" component="p" sx={{ minWidth: 0 }} />
    </AppBar>
  )
}

function OwnMenu(): ReactElement {
  const { me, signOut } = useAdminInfo()
  const translate = useTranslate()
  const tell = useTellProblem()
  return (
    <UserMenu label={`${me.account.name} ${translate('ra.auth.user_menu')}`}>
      <AccountItem />
      <LocaleItem />
      <Divider />
      <MenuItem onClick={() => void signOut().catch(tell)}>
        <ListItemIcon>
          <LogoutIcon />
        </ListItemIcon>
        <ListItemText>{translate('ra.auth.logout')}</ListItemText>
      </MenuItem>
    </UserMenu>
  )
}

const AccountItem = forwardRef(function AccountItem(_props: object, ref: Ref<HTMLAnchorElement>): ReactElement {
  const words = useWords()
  const menu = useUserMenu()
  return (
    <MenuItem ref={ref} component={Link} to="/account" onClick={menu?.onClose}>
      <ListItemIcon>
        <AccountIcon />
      </ListItemIcon>
      <ListItemText>{words('menu.account')}</ListItemText>
    </MenuItem>
  )
})

function LocaleItem(): ReactElement {
  const [locale, setLocale] = useLocaleState()
  const menu = useUserMenu()
  const other = locale === 'en' ? { code: 'zh', name: '简体中文' } : { code: 'en', name: 'English' }
  return (
    <MenuItem
      lang={other.code}
      onClick={() => {
        setLocale(other.code)
        menu?.onClose()
      }}
    >
      <ListItemIcon>
        <TranslateIcon />
      </ListItemIcon>
      <ListItemText>{other.name}</ListItemText>
    </MenuItem>
  )
}

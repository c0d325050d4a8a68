import { Alert } from '@mui/material'
import { useSyncExternalStore, type ReactElement, type ReactNode } from 'react'
import { Layout, Sidebar, type SidebarProps } from 'react-admin'
import { useWords } from '../messages/index.ts'
import { ShellBar } from './app-bar.tsx'
import { ShellMenu } from './menu.tsx'

/** The frame of every page: the bar, the menu, and a word when the network is gone. */
export function Shell({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Layout
      appBar={ShellBar}
      menu={ShellMenu}
      sidebar={ShellSidebar}
      appBarAlwaysOn
      sx={{
        minWidth: 0,
        '& .RaLayout-content': { minWidth: 0, p: { xs: 1, sm: 2 } },
        '& .RaLayout-contentWithSidebar': { minWidth: 0 },
        '@media print': {
          '& header, & .RaSidebar-root, & nav': { display: 'none !important' },
          '& .RaLayout-appFrame': { mt: '0 !important' },
        },
      }}
    >
      <OfflineNote />
      {children}
    </Layout>
  )
}

function ShellSidebar(props: SidebarProps): ReactElement {
  const words = useWords()
  return <Sidebar {...props} slotProps={{ paper: { 'aria-label': words('menu.title') } }} />
}

function OfflineNote(): ReactElement | null {
  const words = useWords()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return isOnline ? null : (
    <Alert severity="warning" sx={{ mb: 1 }}>
      {words('common.offline')}
    </Alert>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

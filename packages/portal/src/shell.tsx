import Button from 'antd-mobile/es/components/button'
import { type ComponentType, lazy, type ReactElement, Suspense, useMemo } from 'react'
import { Link, Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { PortalModules } from './define-portal.ts'
import { OfflineNote } from './offline-note.tsx'
import { type AddressedPage, pagesFor } from './pages.ts'
import { PortalProvider, type Portal } from './session.tsx'
import { Shown } from './shown.tsx'
import { useLoaded } from './use-loaded.ts'

/** The pages of a signed-in person: straight to the only one, or a choice. */
export function Shell({ portal, modules }: { portal: Portal; modules: PortalModules }): ReactElement {
  const [pages, retry] = useLoaded(() => pagesFor(portal.me, modules))
  return (
    <PortalProvider value={portal}>
      <OfflineNote />
      <Shown loaded={pages} retry={retry}>
        {(known) => <Pages pages={known} portal={portal} />}
      </Shown>
    </PortalProvider>
  )
}

function Pages({ pages, portal }: { pages: readonly AddressedPage[]; portal: Portal }): ReactElement {
  const routes = useMemo(() => pages.map((page) => ({ page, View: lazy(page.load) as ComponentType })), [pages])
  const only = pages.length === 1 ? pages[0] : undefined
  return (
    <Router hook={useHashLocation}>
      <Switch>
        {routes.map(({ page, View }) => (
          <Route key={page.address} path={page.address}>
            <Bar title={page.title} portal={portal} home={only === undefined} />
            <Suspense
              fallback={
                <p role="status" className="portal-note">
                  正在打开…
                </p>
              }
            >
              <main className="portal-page">
                <View />
              </main>
            </Suspense>
          </Route>
        ))}
        <Route>{only ? <Redirect to={only.address} /> : <Choice pages={pages} portal={portal} />}</Route>
      </Switch>
    </Router>
  )
}

function Bar({ title, portal, home }: { title: string; portal: Portal; home: boolean }): ReactElement {
  return (
    <header className="portal-bar">
      <h1>{title}</h1>
      {home ? (
        <Link href="/" asChild>
          <button type="button">返回</button>
        </Link>
      ) : (
        <button type="button" onClick={() => void portal.signOut()}>
          退出
        </button>
      )}
    </header>
  )
}

function Choice({ pages, portal }: { pages: readonly AddressedPage[]; portal: Portal }): ReactElement {
  return (
    <>
      <header className="portal-bar">
        <h1>{portal.me.street.name}</h1>
        <button type="button" onClick={() => void portal.signOut()}>
          退出
        </button>
      </header>
      <main className="portal-page">
        {pages.length === 0 && <p className="portal-note">这个账号没有可用的手机页面。工作人员请用电脑登录管理端；如有疑问请联系社区。</p>}
        {pages.map((page) => (
          <div key={page.address} className="portal-card">
            <Link href={page.address} asChild>
              <Button block size="large" color="primary">
                {page.title}
              </Button>
            </Link>
          </div>
        ))}
      </main>
    </>
  )
}

import Button from 'antd-mobile/es/components/button'
import { type ComponentType, lazy, type ReactElement, Suspense, useEffect, useMemo, useState } from 'react'
import type { PortalModules, PortalPage } from './define-portal.ts'
import { isHalf } from './pages.ts'
import { request } from './request.ts'
import { Shown } from './shown.tsx'
import { streetInAddress } from './street-in-address.ts'
import { useLoaded } from './use-loaded.ts'

/** The address after `#`, as it changes. */
function useHash(): string {
  const [hash, setHash] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    const changed = (): void => setHash(window.location.hash.slice(1))
    window.addEventListener('hashchange', changed)
    return () => window.removeEventListener('hashchange', changed)
  }, [])
  return hash
}

/** A page that anybody may open by its address (`/counter/rate/<code>`), without signing in; whatever else, the children. */
export function PublicOr({ modules, children }: { modules: PortalModules; children: ReactElement }): ReactElement | null {
  const [, pluginId = '', path = ''] = useHash().split('/')
  return modules[pluginId]?.portal && path ? (
    <Found key={`${pluginId}/${path}`} modules={modules} pluginId={pluginId} path={path}>
      {children}
    </Found>
  ) : (
    children
  )
}

interface FoundProps {
  readonly modules: PortalModules
  readonly pluginId: string
  readonly path: string
  readonly children: ReactElement
}

function Found({ modules, pluginId, path, children }: FoundProps): ReactElement | null {
  const [page] = useLoaded(async () => {
    const half = (await modules[pluginId]?.portal?.())?.default
    return isHalf(half) ? half.pages.find((each) => each.permission === 'public' && each.path === path) : undefined
  })
  if (page.state === 'loading') return null
  return page.state === 'ready' && page.value ? <Open page={page.value} /> : children
}

interface Streets {
  readonly streets: readonly { readonly code: string; readonly name: string }[]
}

/** Where several streets share the system and the address names none, the visitor says which. */
async function streetsToChoose(): Promise<Streets['streets']> {
  if (streetInAddress(window.location.search) !== undefined) return []
  const { streets } = await request<Streets>('GET', '/api/street')
  return streets.length > 1 ? streets : []
}

function Open({ page }: { page: PortalPage }): ReactElement {
  const [streets, retry] = useLoaded(streetsToChoose)
  return (
    <Shown loaded={streets} retry={retry}>
      {(choice) => (choice.length > 0 ? <ChooseStreet streets={choice} /> : <OpenPage page={page} />)}
    </Shown>
  )
}

function ChooseStreet({ streets }: Streets): ReactElement {
  return (
    <>
      <header className="portal-bar">
        <h1>请选择街道</h1>
      </header>
      <main className="portal-page">
        {streets.map(({ code, name }) => (
          <div key={code} className="portal-card">
            <Button
              block
              size="large"
              color="primary"
              onClick={() => window.location.assign(`${window.location.pathname}?street=${code}${window.location.hash}`)}
            >
              {name}
            </Button>
          </div>
        ))}
      </main>
    </>
  )
}

function OpenPage({ page }: { page: PortalPage }): ReactElement {
  const View = useMemo(() => lazy(page.load) as ComponentType, [page])
  return (
    <>
      <header className="portal-bar">
        <h1>{page.title}</h1>
      </header>
      <main className="portal-page">
        <Suspense
          fallback={
            <p role="status" className="portal-note">
              正在打开…
            </p>
          }
        >
          <View />
        </Suspense>
      </main>
    </>
  )
}

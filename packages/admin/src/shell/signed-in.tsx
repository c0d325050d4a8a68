import { useQueryClient } from '@tanstack/react-query'
import { lazy, use, useEffect, useMemo, useState, type ComponentType, type ReactElement } from 'react'
import {
  AdminContext,
  AdminUI,
  CustomRoutes,
  localStorageStore,
  Resource,
  useLocaleState,
  type AuthProvider,
  type RaRecord,
} from 'react-admin'
import { Route } from 'react-router'
import type { AnyResource } from '@linli/kit'
import { recordName } from '../field/index.ts'
import { i18nProvider } from '../messages/index.ts'
import { AdminInfoProvider, modelOf, type AdminInfo, type Model } from '../model/index.ts'
import { loadModules, type LazyPart, type LoadedModule, type ResourceViews, type StreetModules } from '../modules/index.ts'
import { useChosenPlace } from '../place/index.ts'
import { dataProvider } from '../provider/index.ts'
import { lazyPart } from '../record/index.ts'
import { may, type Me } from '../session/index.ts'
import { rememberLocale } from '../sign-in/index.ts'
import { DARK, LIGHT } from '../theme/index.ts'
import { platformViews } from '../platform/views.ts'
import { Shell } from './shell.tsx'
import { resourceIcon } from './resource-icon.ts'
import { BrokenPage, DeniedPage, NotFoundPage } from './message-page.tsx'
import { ShellNotification } from './notification.tsx'

const ResourceList = lazy(() => import('../list/resource-list.tsx'))
const ResourceShow = lazy(() => import('../record/resource-show.tsx'))
const ResourceEdit = lazy(() => import('../form/resource-edit.tsx'))
const ResourceCreate = lazy(() => import('../form/resource-create.tsx'))
const Home = lazy(() => import('../home/home-page.tsx'))

/** The kit's own pages, each a chunk. */
const PAGES: readonly (readonly [path: string, page: ComponentType])[] = [
  ['/figures', lazy(() => import('../figures/figures-page.tsx'))],
  ['/modules', lazy(() => import('../platform/modules-page.tsx'))],
  ['/background', lazy(() => import('../platform/background-page.tsx'))],
  ['/account', lazy(() => import('../account/account-page.tsx'))],
  ['/reports', lazy(() => import('../report/reports-page.tsx'))],
  ['/reports/:name', lazy(() => import('../report/report-page.tsx'))],
  ['/imports/new/:name', lazy(() => import('../import/new-import-page.tsx'))],
  ['/imports/:id', lazy(() => import('../import/import-page.tsx'))],
  ['/actions/:name', lazy(() => import('../step/action-page.tsx'))],
]

/** Signing in and out, and what may be done, are kept by the gate around the app; react-admin only asks. */
const AUTH: AuthProvider = {
  login: () => Promise.resolve(),
  logout: () => Promise.resolve(false),
  checkAuth: () => Promise.resolve(),
  checkError: () => Promise.resolve(),
}

export interface SignedInProps {
  readonly me: Me
  readonly modules: StreetModules
  readonly reload: () => Promise<void>
  readonly signOut: () => Promise<void>
}

const loading = new Map<string, Promise<LoadedModule[]>>()

/** The modules that the person's street has switched on; asked for once a set of them. */
function loaded(modules: StreetModules, ids: readonly string[]): Promise<LoadedModule[]> {
  const key = ids.join(' ')
  let promise = loading.get(key)
  if (!promise) loading.set(key, (promise = loadModules(modules, ids)))
  return promise
}

/** The app of somebody who is signed in. */
export default function SignedIn({ me, modules, reload, signOut }: SignedInProps): ReactElement {
  const fetched = use(
    loaded(
      modules,
      me.modules.map(({ id }) => id),
    ),
  )
  const model = useMemo(() => modelOf(fetched), [fetched])
  const info = useMemo<AdminInfo>(() => ({ model, me, reload: () => void reload(), signOut }), [model, me, reload, signOut])
  const provider = useMemo(() => dataProvider(model), [model])
  const i18n = useMemo(() => i18nProvider(model), [model])
  const [store] = useState(() => localStorageStore('1', `linli.${me.street.code}.${me.account.id}`))
  const auth = useMemo<AuthProvider>(
    () => ({
      ...AUTH,
      getIdentity: () => Promise.resolve({ id: me.account.id, fullName: me.account.name }),
      getPermissions: () => Promise.resolve(me.permissions),
      canAccess: ({ action, resource }) => Promise.resolve(may(me, `${resource}.${VERBS[action] ?? action}`)),
    }),
    [me],
  )
  return (
    <AdminInfoProvider value={info}>
      <AdminContext dataProvider={provider} authProvider={auth} i18nProvider={i18n} store={store} lightTheme={LIGHT} darkTheme={DARK}>
        <Follow />
        <AdminUI
          layout={Shell}
          dashboard={Home}
          disableTelemetry
          title={me.street.name}
          notification={ShellNotification}
          catchAll={NotFoundPage}
          accessDenied={DeniedPage}
          error={BrokenPage}
        >
          {[...model.resources.values()]
            .filter((resource) => may(me, `${resource.name}.read`))
            .map((resource) => (
              <Resource key={resource.name} {...resourceProps(resource, model)} />
            ))}
          <CustomRoutes>
            {[...PAGES, ...modulePages(model, me)].map(([path, Page]) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
          </CustomRoutes>
        </AdminUI>
      </AdminContext>
    </AdminInfoProvider>
  )
}

const VERBS: Readonly<Record<string, string>> = { list: 'read', show: 'read', edit: 'update' }

/** Remembers the language, and asks again for everything when another place is chosen. */
function Follow(): null {
  const [locale] = useLocaleState()
  const place = useChosenPlace()
  const queries = useQueryClient()
  useEffect(() => rememberLocale(locale), [locale])
  useEffect(() => {
    void queries.invalidateQueries()
  }, [place, queries])
  return null
}

interface ResourceProps {
  readonly name: string
  readonly icon: ComponentType
  readonly list: ComponentType
  readonly show: ComponentType
  readonly create?: ComponentType
  readonly edit?: ComponentType
  readonly recordRepresentation: (record: RaRecord) => string
}

function resourceProps(resource: AnyResource, model: Model): ResourceProps {
  const { create = true, update = true } = resource.writable ?? {}
  const views = [...model.halves.map((half) => half.views[resource.name]), platformViews[resource.name]].find((own) => own) ?? {}
  const view = (name: keyof ResourceViews, derived: ComponentType): ComponentType => {
    const own: LazyPart | undefined = views[name]
    return own ? lazyPart(own) : derived
  }
  return {
    name: resource.name,
    icon: resourceIcon(resource),
    list: view('list', ResourceList),
    show: view('show', ResourceShow),
    ...(create || views.create ? { create: view('create', ResourceCreate) } : {}),
    ...(update || views.edit ? { edit: view('edit', ResourceEdit) } : {}),
    recordRepresentation: (record) => recordName(resource, record),
  }
}

function modulePages(model: Model, me: Me): (readonly [string, ComponentType])[] {
  return model.halves.flatMap((half) =>
    half.pages
      .filter(({ permission }) => may(me, permission))
      .map((page) => [`/${page.path.replace(/^\//, '')}`, placedPage(page.load)] as const),
  )
}

const placedPages = new Map<LazyPart, ComponentType>()

/** A module's page begins again when another place is chosen: it need not know of the switch. */
function placedPage(load: LazyPart): ComponentType {
  const known = placedPages.get(load)
  if (known) return known
  const Page = lazyPart(load)
  const Placed = (): ReactElement => <Page key={useChosenPlace()} />
  placedPages.set(load, Placed)
  return Placed
}

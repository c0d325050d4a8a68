import { Component, lazy, Suspense, useCallback, useEffect, useState, type ReactElement, type ReactNode } from 'react'
import { onSessionLost, ProblemError } from './http/index.ts'
import type { StreetModules } from './modules/index.ts'
import { fetchMe, signOut, type Me } from './session/index.ts'
import { FirstPasswordPage, Frame, rememberedLocale, rememberLocale, SignInPage, signInTexts } from './sign-in/index.ts'

/** The app proper, apart from the sign-in so that nobody downloads it before they need it; fetched while the password is typed. */
const fetchApp = (): Promise<typeof import('./shell/signed-in.tsx')> => import('./shell/signed-in.tsx')
const SignedIn = lazy(fetchApp)

type State =
  | { readonly at: 'asking' }
  | { readonly at: 'out' }
  | { readonly at: 'unreachable'; readonly fault: string }
  | { readonly at: 'password'; readonly me: Me }
  | { readonly at: 'in'; readonly me: Me; readonly isLost: boolean }

export interface LinliAdminProps {
  /** From `virtual:linli/modules`. */
  readonly modules: StreetModules
}

/**
 * The admin app of a street: sign-in, then the screens of the modules that are switched on.
 *
 * @example
 * import modules from 'virtual:linli/modules'
 * createRoot(document.getElementById('root')!).render(<LinliAdmin modules={modules} />)
 */
export function LinliAdmin({ modules }: LinliAdminProps): ReactElement {
  const [state, setState] = useState<State>({ at: 'asking' })
  const texts = signInTexts()

  const enter = useCallback(async () => {
    try {
      const me = await fetchMe()
      setState((before) => {
        if (before.at === 'in' && before.me.account.id !== me.account.id) location.reload()
        return me.account.mustChangePassword ? { at: 'password', me } : { at: 'in', me, isLost: false }
      })
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401)
        setState((before) => (before.at === 'in' ? { ...before, isLost: true } : { at: 'out' }))
      else setState((before) => (before.at === 'in' ? before : { at: 'unreachable', fault: error instanceof Error ? error.message : '' }))
    }
  }, [])

  const leave = useCallback(async () => {
    await signOut()
    location.hash = ''
    location.reload()
  }, [])

  useEffect(() => {
    rememberLocale(rememberedLocale())
    void enter()
    return onSessionLost(() => setState((before) => (before.at === 'in' ? { ...before, isLost: true } : before)))
  }, [enter])

  useEffect(() => {
    if (state.at === 'out') void fetchApp().catch(() => undefined)
  }, [state.at])

  switch (state.at) {
    case 'asking':
      return <Frame title={texts.opening}>{null}</Frame>
    case 'unreachable':
      return (
        <Frame title={texts.title}>
          <p className="ll-fault" role="alert">
            {state.fault}
          </p>
          <button type="submit" onClick={() => void enter()}>
            {texts.retry}
          </button>
        </Frame>
      )
    case 'out':
      return <SignInPage onSignedIn={() => void enter()} />
    case 'password':
      return <FirstPasswordPage onChanged={() => void enter()} onSignOut={() => void leave()} />
    case 'in':
      return (
        <>
          <div inert={state.isLost}>
            <DownloadBoundary>
              <Suspense fallback={<Frame title={texts.opening}>{null}</Frame>}>
                <SignedIn me={state.me} modules={modules} reload={enter} signOut={leave} />
              </Suspense>
            </DownloadBoundary>
          </div>
          {state.isLost ? <SignInPage again onSignedIn={() => void enter()} /> : null}
        </>
      )
  }
}

/** What went wrong while the app was fetched or started, with a way on. */
class DownloadBoundary extends Component<{ readonly children: ReactNode }, { readonly fault: string | null }> {
  override state: { readonly fault: string | null } = { fault: null }

  static getDerivedStateFromError(error: unknown): { readonly fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children
    const texts = signInTexts()
    return (
      <Frame title={texts.chunk}>
        <p className="ll-fault">{this.state.fault}</p>
        <button type="submit" onClick={() => location.reload()}>
          {texts.retry}
        </button>
      </Frame>
    )
  }
}

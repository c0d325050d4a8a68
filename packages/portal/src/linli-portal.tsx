import 'antd-mobile/es/global'
import { type ReactElement, useEffect, useMemo } from 'react'
import { ChangePassword } from './change-password.tsx'
import type { PortalModules } from './define-portal.ts'
import { emptyAnswers, keepPages, rememberedMe, rememberMe } from './offline/index.ts'
import { Problem } from './problem.ts'
import { PublicOr } from './public-page.tsx'
import { request } from './request.ts'
import { callAction, type Me, type Portal } from './session.tsx'
import { Shell } from './shell.tsx'
import { Shown } from './shown.tsx'
import { SignIn } from './sign-in.tsx'
import { STYLE } from './style.ts'
import { useLoaded } from './use-loaded.ts'

/** The phone pages of a street: sign-in, then the pages of the modules that are on. */
export function LinliPortal({ modules }: { modules: PortalModules }): ReactElement {
  const [me, reload] = useLoaded(whoAmI)
  useEffect(keepPages, [])
  return (
    <>
      <style>{STYLE}</style>
      <PublicOr modules={modules}>
        <Shown loaded={me} retry={reload}>
          {(found) => {
            if (!found) return <SignIn onSignedIn={reload} />
            if (found.account.mustChangePassword) return <ChangePassword onChanged={reload} />
            return <SignedIn me={found} modules={modules} reload={reload} />
          }}
        </Shown>
      </PublicOr>
    </>
  )
}

function SignedIn({ me, modules, reload }: { me: Me; modules: PortalModules; reload: () => void }): ReactElement {
  const portal = useMemo<Portal>(
    () => ({
      me,
      call: async <T,>(action: string, input: Readonly<Record<string, unknown>>) => {
        try {
          return await callAction<T>(action, input, me.street.code)
        } catch (error) {
          if (error instanceof Problem && error.status === 401) reload()
          throw error
        }
      },
      signOut: async () => {
        await request('POST', '/api/auth/sign-out')
        rememberMe(null)
        await emptyAnswers(me.account.id).catch(() => undefined)
        reload()
      },
    }),
    [me, reload],
  )
  return <Shell portal={portal} modules={modules} />
}

async function whoAmI(): Promise<Me | null> {
  try {
    const me = await request<Me>('GET', '/api/me')
    rememberMe(me)
    return me
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.status === 401) return null
    const remembered = error.status === 0 ? rememberedMe() : null
    if (!remembered) throw error
    return remembered
  }
}

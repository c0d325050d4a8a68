import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Problem, sentenceOf } from './problem.ts'
import { request } from './request.ts'
import { useLoaded } from './use-loaded.ts'

interface Streets {
  readonly streets: readonly { readonly code: string; readonly name: string }[]
}

/** Signing in with the name and password that the community gave. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }): ReactElement {
  const [streets] = useLoaded(() => request<Streets>('GET', '/api/street'))
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const [needsCode, setNeedsCode] = useState(false)
  const known = streets.state === 'ready' ? streets.value.streets : []

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string): string | undefined => given.get(name)?.toString().trim() || undefined
    setBusy(true)
    setFault('')
    try {
      await request('POST', '/api/auth/sign-in', {
        street: text('street'),
        username: text('username'),
        password: given.get('password')?.toString(),
        code: text('code'),
      })
      onSignedIn()
    } catch (error) {
      if (error instanceof Problem && error.code === 'auth.code_needed') setNeedsCode(true)
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="portal-page">
      <div className="portal-card">
        <h2>{known.length === 1 ? `${known[0]?.name ?? ''} · 登录` : '登录'}</h2>
        <form className="portal-form" onSubmit={(event) => void submit(event)}>
          {known.length > 1 && (
            <label>
              街道
              <select name="street">
                {known.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            登录名
            <input name="username" autoComplete="username" autoCapitalize="none" required maxLength={60} />
          </label>
          <label>
            密码
            <input name="password" type="password" autoComplete="current-password" required maxLength={128} />
          </label>
          {needsCode && (
            <label>
              动态验证码
              <input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
            </label>
          )}
          {fault && (
            <p role="alert" className="portal-fault">
              {fault}
            </p>
          )}
          <Button type="submit" block color="primary" size="large" loading={busy} disabled={busy}>
            登录
          </Button>
          <small>忘记密码，请联系社区重新设置。</small>
        </form>
      </div>
    </main>
  )
}

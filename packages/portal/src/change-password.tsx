import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import { sentenceOf } from './problem.ts'
import { request } from './request.ts'

/** The first sign-in: the password that somebody else knows is replaced. */
export function ChangePassword({ onChanged }: { onChanged: () => void }): ReactElement {
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [current, next, again] = ['current', 'next', 'again'].map((name) => given.get(name)?.toString() ?? '')
    if (next !== again) {
      setFault('两次输入的新密码不一样，请重新输入')
      return
    }
    setBusy(true)
    setFault('')
    try {
      await request('POST', '/api/auth/password', { current, next })
      onChanged()
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="portal-page">
      <div className="portal-card">
        <h2>请先设置自己的密码</h2>
        <form className="portal-form" onSubmit={(event) => void submit(event)}>
          <label>
            现在的密码
            <input name="current" type="password" autoComplete="current-password" required maxLength={128} />
          </label>
          <label>
            新密码
            <input
              name="next"
              type="password"
              autoComplete="new-password"
              required
              minLength={8}
              maxLength={128}
              aria-describedby="password-help"
            />
            <small id="password-help">至少 8 位，字母和数字都要有。</small>
          </label>
          <label>
            再输入一次新密码
            <input name="again" type="password" autoComplete="new-password" required maxLength={128} />
          </label>
          {fault && (
            <p role="alert" className="portal-fault">
              {fault}
            </p>
          )}
          <Button type="submit" block color="primary" size="large" loading={busy} disabled={busy}>
            保存并继续
          </Button>
        </form>
      </div>
    </main>
  )
}

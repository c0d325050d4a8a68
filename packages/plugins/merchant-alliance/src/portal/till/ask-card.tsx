import { sentenceOf, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, lazy, type ReactElement, Suspense, useState } from 'react'
import type { TillCard } from '../../actions/index.ts'

const Scanner = lazy(() => import('./scanner.tsx'))

/** Recognises a card by scanning it or by its number. Of its holder nothing is shown. */
export function AskCard({ onUsable }: { onUsable: (card: TillCard) => void }): ReactElement {
  const { call } = usePortal()
  const [scanning, setScanning] = useState(false)
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function check(input: { readonly token?: string; readonly number?: string }): Promise<void> {
    setScanning(false)
    setBusy(true)
    setFault('')
    try {
      const card = await call<TillCard>('merchants.check-card', input)
      if (card.usable) onUsable(card)
      else setFault(card.message)
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    void check({ number: new FormData(event.currentTarget).get('number')?.toString() ?? '' })
  }

  return (
    <section className="portal-card">
      {scanning ? (
        <Suspense fallback={<p role="status">正在打开相机…</p>}>
          <Scanner onRead={(token) => void check({ token })} onCancel={() => setScanning(false)} />
        </Suspense>
      ) : (
        <Button block color="primary" size="large" disabled={busy} onClick={() => setScanning(true)}>
          扫爱心卡
        </Button>
      )}
      <form className="portal-form" style={{ marginTop: 20 }} onSubmit={submit}>
        <label>
          或输入卡号
          <input name="number" required autoCapitalize="characters" autoComplete="off" maxLength={20} placeholder="例如 A2345678" />
        </label>
        <Button block type="submit" size="large" loading={busy} disabled={busy}>
          核对卡号
        </Button>
      </form>
      {fault && (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      )}
    </section>
  )
}

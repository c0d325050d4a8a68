import { sentenceOf, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { Till } from '../../actions/index.ts'

/** The shop's own offers; what is not yet signed is signed here. */
export function OfferList({ offers, onChanged }: { offers: Till['offers']; onChanged: () => void }): ReactElement {
  if (offers.length === 0) return <p className="portal-note">还没有优惠，请联系社区一起拟定。</p>
  return (
    <>
      {offers.map((offer) => (
        <section key={offer.id} className="portal-card">
          <h2>{offer.title}</h2>
          <p style={{ margin: '0 0 4px' }}>{offer.text}</p>
          <p style={{ margin: 0 }}>
            {offer.statusTitle}
            {offer.left === null ? '' : ` · 还剩 ${offer.left} 份`}
          </p>
          {offer.needsSignature && <Sign offerId={offer.id} onSigned={onChanged} />}
        </section>
      ))}
    </>
  )
}

function Sign({ offerId, onSigned }: { offerId: string; onSigned: () => void }): ReactElement {
  const { call } = usePortal()
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    setBusy(true)
    setFault('')
    try {
      await call('merchants.sign-offer', { offerId, name: given.get('name')?.toString() ?? '', agree: 'yes' })
      onSigned()
    } catch (error) {
      setFault(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <form className="portal-form" style={{ marginTop: 12 }} onSubmit={(event) => void submit(event)}>
      <label>
        签字人姓名
        <input name="name" required maxLength={30} autoComplete="name" />
      </label>
      <label style={{ display: 'flex', gap: 12, alignItems: 'center', fontWeight: 400 }}>
        <input type="checkbox" required style={{ minHeight: 0, width: 24, height: 24, flex: 'none' }} />
        我已看清优惠内容并同意
      </label>
      {fault && (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      )}
      <Button block type="submit" color="primary" size="large" loading={busy} disabled={busy}>
        签字
      </Button>
    </form>
  )
}

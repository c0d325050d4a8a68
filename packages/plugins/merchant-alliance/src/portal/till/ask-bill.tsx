import { parseYuan } from '@linli/core/money'
import { sentenceOf, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useRef, useState } from 'react'
import type { Reservation, TillCard } from '../../actions/index.ts'
import { newKey } from './new-key.ts'

/** Asks which offer and how much, and has the server compute. */
export function AskBill({
  card,
  onReserved,
  onCancel,
}: {
  card: TillCard
  onReserved: (reservation: Reservation) => void
  onCancel: () => void
}): ReactElement {
  const { call } = usePortal()
  const key = useRef(newKey())
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const bill = parseYuan(given.get('bill')?.toString() ?? '')
    if (!bill.ok) {
      setFault(bill.refusal.zh)
      return
    }
    setBusy(true)
    setFault('')
    try {
      onReserved(
        await call<Reservation>('merchants.reserve', {
          ticket: card.ticket,
          offerId: given.get('offer')?.toString(),
          bill: bill.value,
          key: key.current,
        }),
      )
    } catch (error) {
      setFault(sentenceOf(error))
      key.current = newKey()
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="portal-card">
      <p role="status" style={{ color: '#135200', fontWeight: 700, fontSize: '1.2rem', margin: '0 0 12px' }}>
        ✓ {card.message}
      </p>
      <form className="portal-form" onSubmit={(event) => void submit(event)}>
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend style={{ fontWeight: 600 }}>使用哪项优惠</legend>
          {card.offers.map((offer, index) => (
            <label key={offer.id} style={{ display: 'flex', gap: 12, alignItems: 'flex-start', padding: '10px 0', fontWeight: 400 }}>
              <input
                type="radio"
                name="offer"
                value={offer.id}
                defaultChecked={index === 0}
                required
                style={{ minHeight: 0, width: 24, height: 24, flex: 'none' }}
              />
              <span>
                <strong>{offer.title}</strong>
                <br />
                {offer.text}
              </span>
            </label>
          ))}
        </fieldset>
        <label>
          账单金额（元）
          <input name="bill" inputMode="decimal" autoComplete="off" required maxLength={12} placeholder="例如 123.45" />
        </label>
        {fault && (
          <p role="alert" className="portal-fault">
            {fault}
          </p>
        )}
        <Button block type="submit" color="primary" size="large" loading={busy} disabled={busy}>
          计算优惠
        </Button>
        <Button block size="large" onClick={onCancel}>
          取消
        </Button>
      </form>
    </section>
  )
}

import { formatFen } from '@linli/core/money'
import { sentenceOf, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type ReactElement, useEffect, useState } from 'react'
import type { Receipt, Reservation } from '../../actions/index.ts'

/** What the customer pays, to be confirmed before the time runs out. */
export function ConfirmUse({
  reservation,
  onConfirmed,
  onCancel,
}: {
  reservation: Reservation
  onConfirmed: (receipt: Receipt) => void
  onCancel: () => void
}): ReactElement {
  const { call } = usePortal()
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const left = useSecondsUntil(reservation.expiresAt)

  async function confirm(): Promise<void> {
    setBusy(true)
    setFault('')
    try {
      onConfirmed(await call<Receipt>('merchants.confirm', { redemptionId: reservation.redemptionId }))
    } catch (error) {
      setFault(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <section className="portal-card">
      <p style={{ margin: 0 }}>应付</p>
      <p className="portal-figure" style={{ margin: '4px 0 12px', color: '#9c1c1c' }}>
        {formatFen(reservation.payable)} 元
      </p>
      <p>{reservation.text}</p>
      {fault && (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      )}
      {left > 0 ? (
        <Button block color="primary" size="large" loading={busy} disabled={busy} onClick={() => void confirm()}>
          确认核销（{left} 秒内）
        </Button>
      ) : (
        <p className="portal-fault">时间已到，这次优惠已放弃，请重新核对爱心卡。</p>
      )}
      <Button block size="large" style={{ marginTop: 12 }} onClick={onCancel}>
        {left > 0 ? '取消' : '重新开始'}
      </Button>
    </section>
  )
}

function useSecondsUntil(moment: string): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((Date.parse(moment) - now) / 1000))
}

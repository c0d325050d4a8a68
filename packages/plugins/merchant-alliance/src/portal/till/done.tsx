import Button from 'antd-mobile/es/components/button'
import type { ReactElement } from 'react'
import type { Receipt } from '../../actions/index.ts'

/** The receipt. */
export function Done({ receipt, onNext }: { receipt: Receipt; onNext: () => void }): ReactElement {
  return (
    <section className="portal-card" style={{ textAlign: 'center' }}>
      <p role="status" style={{ fontSize: '1.4rem', fontWeight: 700, color: '#135200', margin: 0 }}>
        ✓ 核销成功
      </p>
      <p>{receipt.text}</p>
      <p>
        凭证号 <strong>{receipt.receipt}</strong>
      </p>
      <Button block color="primary" size="large" onClick={onNext}>
        下一位
      </Button>
    </section>
  )
}

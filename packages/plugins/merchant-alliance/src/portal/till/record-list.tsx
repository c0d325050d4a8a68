import { formatFen } from '@linli/core/money'
import { sentenceOf, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { Till } from '../../actions/index.ts'

const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** The shop's uses of the last days; those of today can be taken back with a reason. */
export function RecordList({ records, onChanged }: { records: Till['recent']; onChanged: () => void }): ReactElement {
  const [open, setOpen] = useState('')
  if (records.length === 0) return <p className="portal-note">最近 7 天没有核销。</p>
  return (
    <>
      {records.map((record) => (
        <section key={record.id} className="portal-card">
          <h2>{record.offer}</h2>
          <p style={{ margin: 0 }}>
            {time.format(new Date(record.at))} · {record.statusTitle}
          </p>
          <p style={{ margin: '4px 0' }}>
            账单 {formatFen(record.bill)} 元，优惠 {formatFen(record.discount)} 元，应付 {formatFen(record.payable)} 元
          </p>
          <small>凭证号 {record.receipt}</small>
          {record.reversible && open !== record.id && (
            <Button block style={{ marginTop: 8 }} onClick={() => setOpen(record.id)}>
              撤销这一笔
            </Button>
          )}
          {open === record.id && <TakeBack id={record.id} onDone={onChanged} onCancel={() => setOpen('')} />}
        </section>
      ))}
    </>
  )
}

function TakeBack({ id, onDone, onCancel }: { id: string; onDone: () => void; onCancel: () => void }): ReactElement {
  const { call } = usePortal()
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    setBusy(true)
    try {
      await call('merchants.take-back', { redemptionId: id, reason: new FormData(event.currentTarget).get('reason')?.toString() ?? '' })
      onDone()
    } catch (error) {
      setFault(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <form className="portal-form" style={{ marginTop: 12 }} onSubmit={(event) => void submit(event)}>
      <label>
        撤销原因
        <input name="reason" required maxLength={100} placeholder="例如：顾客退货" />
      </label>
      {fault && (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      )}
      <Button block type="submit" color="danger" size="large" loading={busy} disabled={busy}>
        确定撤销
      </Button>
      <Button block size="large" onClick={onCancel}>
        不撤销
      </Button>
    </form>
  )
}

import { callAction, sentenceOf } from '@linli/portal'
import { type ReactElement, useState } from 'react'
import type { booking } from '../actions/index.ts'

type Told = (typeof booking)['example']

/** Looks at the own booking or takes it back, by its number and four digits. */
export function OwnBooking(): ReactElement {
  const [no, setNo] = useState('')
  const [tail, setTail] = useState('')
  const [told, setTold] = useState<Told>()
  const [fault, setFault] = useState('')
  const send = (does: 'look' | 'cancel'): void => {
    setFault('')
    callAction<Told>('counter.booking', { no, tail, does })
      .then((answer) => {
        setTold(answer.found ? answer : undefined)
        setFault(answer.found ? '' : answer.message)
      })
      .catch((error: unknown) => setFault(sentenceOf(error)))
  }
  return (
    <details className="portal-card">
      <summary style={{ minHeight: 44, fontWeight: 600 }}>查看或取消我的预约</summary>
      <form
        className="portal-form"
        onSubmit={(event) => {
          event.preventDefault()
          send('look')
        }}
      >
        <label>
          预约号
          <input value={no} onChange={(event) => setNo(event.target.value)} placeholder="Y20260506-0001" required />
        </label>
        <label>
          手机后四位
          <input value={tail} onChange={(event) => setTail(event.target.value)} maxLength={4} inputMode="numeric" required />
        </label>
        {fault ? (
          <p className="portal-fault" role="alert">
            {fault}
          </p>
        ) : null}
        <button type="submit" style={{ minHeight: 48 }}>
          查看
        </button>
      </form>
      {told ? (
        <div aria-live="polite">
          <p>
            {told.state}：{told.day} {told.from}—{told.to}，{told.where}
          </p>
          {told.canCancel ? (
            <button type="button" onClick={() => send('cancel')} style={{ minHeight: 48 }}>
              取消这个预约
            </button>
          ) : null}
        </div>
      ) : null}
    </details>
  )
}

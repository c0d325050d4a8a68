import { callAction, sentenceOf } from '@linli/portal'
import { type ReactElement, useState } from 'react'
import type { precheckAnswer } from '../actions/index.ts'

type Told = (typeof precheckAnswer)['example']

/** What was answered, by the number and four digits. */
export function PrecheckAnswer(): ReactElement {
  const [no, setNo] = useState('')
  const [tail, setTail] = useState('')
  const [told, setTold] = useState<Told>()
  const [fault, setFault] = useState('')
  const send = (): void => {
    setFault('')
    callAction<Told>('counter.precheck-answer', { no, tail })
      .then((answer) => {
        setTold(answer.found ? answer : undefined)
        setFault(answer.found ? '' : answer.message)
      })
      .catch((error: unknown) => setFault(sentenceOf(error)))
  }
  return (
    <details className="portal-card">
      <summary style={{ minHeight: 44, fontWeight: 600 }}>查看预审答复</summary>
      <form
        className="portal-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <label>
          预审号
          <input value={no} onChange={(event) => setNo(event.target.value)} placeholder="Q20260430-0001" required />
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
            {told.item}：{told.state}
            {told.verdict ? `，${told.verdict}。` : ''}
            {told.answer}
          </p>
          {told.materials.length > 0 ? (
            <ul>
              {told.materials.map(({ name, state, words }) => (
                <li key={name}>
                  {name}：<strong>{state}</strong>
                  {words ? `，${words}` : ''}
                </li>
              ))}
            </ul>
          ) : null}
          {told.materials.some(({ state }) => state !== '齐全') ? <p>补好以后可以再提交一次预审，也可以带着材料直接来。</p> : null}
        </div>
      ) : null}
    </details>
  )
}

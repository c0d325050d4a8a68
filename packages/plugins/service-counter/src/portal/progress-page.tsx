import { callAction, sentenceOf } from '@linli/portal'
import { type ReactElement, useState } from 'react'
import type { progress } from '../actions/index.ts'
import { Standing } from './standing.tsx'

type Told = (typeof progress)['example']

/** How far a case is, by the slip's number and four characters. */
export default function ProgressPage(): ReactElement {
  const [no, setNo] = useState('')
  const [tail, setTail] = useState('')
  const [told, setTold] = useState<Told>()
  const [fault, setFault] = useState('')
  const send = (): void => {
    setFault('')
    callAction<Told>('counter.progress', { no, tail })
      .then((answer) => {
        setTold(answer.found ? answer : undefined)
        setFault(answer.found ? '' : answer.message)
      })
      .catch((error: unknown) => setFault(sentenceOf(error)))
  }
  return (
    <>
      <form
        className="portal-card portal-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <label>
          回执编号
          <input value={no} placeholder="B20260430-0001" onChange={(event) => setNo(event.target.value)} required />
        </label>
        <label>
          证件或电话后四位
          <input value={tail} maxLength={4} onChange={(event) => setTail(event.target.value)} required />
        </label>
        {fault ? (
          <p className="portal-fault" role="alert">
            {fault}
          </p>
        ) : null}
        <button
          type="submit"
          style={{ minHeight: 56, fontSize: '1.1rem', border: 0, borderRadius: 8, background: '#9c1c1c', color: '#fff' }}
        >
          查进度
        </button>
      </form>
      {told ? (
        <section className="portal-card" aria-live="polite">
          <h2>{told.item}</h2>
          <Standing standing={told} />
          <ul>
            {told.steps.map(({ at, what }) => (
              <li key={what}>
                {at} {what}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

import { callAction, sentenceOf } from '@linli/portal'
import { type ReactElement, useEffect, useState } from 'react'
import type { pad, padRate } from '../actions/index.ts'
import { GRADES } from '../rules/options.ts'
import { Face } from './face.tsx'
import { raterKey } from './rater-key.ts'

type Shown = (typeof pad)['example']

/** How often the pad asks what it shows: eight pads behind one address stay within the 60 calls a minute that it has. */
const EVERY_MS = 8000
const THANKS_MS = 6000

/** The tablet at a window: five faces for the client whose case was just decided. */
export default function PadPage(): ReactElement {
  const [key] = useState(() => raterKey('pad'))
  const [shown, setShown] = useState<Shown>()
  const [tail, setTail] = useState('')
  const [thanks, setThanks] = useState('')
  const [fault, setFault] = useState('')
  useEffect(() => {
    let here = true
    const ask = (): void => {
      callAction<Shown>('counter.pad', { key })
        .then((answer) => {
          if (!here) return
          setShown(answer)
          setFault('')
        })
        .catch((error: unknown) => here && setFault(sentenceOf(error)))
    }
    ask()
    const timer = setInterval(ask, EVERY_MS)
    return () => {
      here = false
      clearInterval(timer)
    }
  }, [key])
  useEffect(() => {
    if (!thanks) return undefined
    const timer = setTimeout(() => setThanks(''), THANKS_MS)
    return () => clearTimeout(timer)
  }, [thanks])
  const send = (grade: number): void => {
    callAction<(typeof padRate)['example']>('counter.pad-rate', { key, no: shown?.no, grade, tail: tail || null })
      .then((answer) => {
        setThanks(answer.thanks)
        setTail('')
        setFault('')
        setShown(undefined)
      })
      .catch((error: unknown) => setFault(sentenceOf(error)))
  }
  return (
    <section className="portal-card" style={{ textAlign: 'center' }}>
      {fault ? (
        <p className="portal-fault" role="alert">
          {fault}
        </p>
      ) : null}
      {thanks ? <h2>{thanks}</h2> : null}
      {!thanks && shown?.state === 'unpaired' ? (
        <>
          <h2>这台评价器还没有配对</h2>
          <p>请社区工作人员在后台「窗口」里点「配对评价器」，填下面的配对码：</p>
          <p style={{ fontSize: 'clamp(1.6rem, 9vw, 3rem)', fontWeight: 700, whiteSpace: 'nowrap' }}>{shown.code}</p>
        </>
      ) : null}
      {!thanks && shown?.state === 'idle' ? (
        <>
          <h2>{shown.window}</h2>
          <p>办完事以后，请在这里评价。</p>
        </>
      ) : null}
      {!thanks && shown?.state === 'ask' ? (
        <>
          <h2>{shown.item}</h2>
          <p>回执 {shown.no}。这次办事您满意吗？请按一个。</p>
          <div style={{ display: 'grid', gap: 12 }}>
            {Object.entries(GRADES)
              .toReversed()
              .map(([value, word]) => (
                <button
                  key={value}
                  type="button"
                  onClick={() => send(Number(value))}
                  style={{
                    display: 'flex',
                    gap: 16,
                    alignItems: 'center',
                    justifyContent: 'center',
                    minHeight: 72,
                    fontSize: '1.4rem',
                    border: '1px solid #8c8c8c',
                    borderRadius: 8,
                    background: '#fff',
                    color: 'inherit',
                  }}
                >
                  <Face grade={value} size={40} />
                  {word}
                </button>
              ))}
          </div>
          <label style={{ display: 'block', marginTop: 16 }}>
            证件或电话后四位（想有人联系您才填）
            <input
              value={tail}
              maxLength={4}
              onChange={(event) => setTail(event.target.value)}
              style={{ display: 'block', width: '100%', minHeight: 48, fontSize: '1.2rem', textAlign: 'center' }}
            />
          </label>
        </>
      ) : null}
    </section>
  )
}

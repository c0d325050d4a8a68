import { callAction, sentenceOf, Shown, useLoaded } from '@linli/portal'
import { type ReactElement, useState } from 'react'
import type { rate, ratingPage } from '../actions/index.ts'
import { GRADES } from '../rules/options.ts'
import { Face } from './face.tsx'
import { raterKey } from './rater-key.ts'
import { Standing } from './standing.tsx'

/** The client's own page behind the QR of the slip: how far the case is and, once it is decided, one rating by the client's hand. */
export default function RatePage(): ReactElement {
  const code = decodeURIComponent(window.location.hash.split('/').at(-1) ?? '')
  const [key] = useState(() => raterKey())
  const [page, retry] = useLoaded(() => callAction<(typeof ratingPage)['example']>('counter.rating-page', { code, key }))
  const [grade, setGrade] = useState<number>()
  const [comment, setComment] = useState('')
  const [tail, setTail] = useState('')
  const [thanks, setThanks] = useState('')
  const [fault, setFault] = useState('')
  const send = (): void => {
    callAction<(typeof rate)['example']>('counter.rate', { code, key, grade, comment: comment || null, tail: tail || null })
      .then((answer) => setThanks(answer.thanks))
      .catch((error: unknown) => setFault(sentenceOf(error)))
  }
  return (
    <Shown loaded={page} retry={retry}>
      {({ item, no, state, street, message, standing }) => (
        <section className="portal-card">
          <h2>{item}</h2>
          <p>
            {street} · 回执 {no}
          </p>
          {standing ? <Standing standing={standing} /> : null}
          {state === 'elsewhere' ? (
            <p className="portal-fault" role="alert">
              {message}
            </p>
          ) : null}
          {state === 'early' ? <p className="portal-note">这件事已经和您的手机绑定。还没有办结，办结后再扫这个码评价。</p> : null}
          {state === 'rated' && !thanks ? <p className="portal-note">已经评价过了，谢谢您。每件事评价一次。</p> : null}
          {thanks ? <p className="portal-note">{thanks}</p> : null}
          {state === 'open' && !thanks ? (
            <form
              className="portal-form"
              onSubmit={(event) => {
                event.preventDefault()
                send()
              }}
            >
              <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: 10 }}>
                <legend style={{ fontWeight: 600, padding: 0 }}>这次办事您满意吗？</legend>
                {Object.entries(GRADES)
                  .toReversed()
                  .map(([value, word]) => (
                    <label
                      key={value}
                      style={{
                        display: 'flex',
                        gap: 12,
                        alignItems: 'center',
                        border: '1px solid #8c8c8c',
                        borderRadius: 8,
                        padding: '10px 14px',
                      }}
                    >
                      <input
                        type="radio"
                        name="grade"
                        checked={grade === Number(value)}
                        onChange={() => setGrade(Number(value))}
                        style={{ width: 24, minHeight: 24 }}
                      />
                      <Face grade={value} />
                      {word}
                    </label>
                  ))}
              </fieldset>
              <label>
                想说的话（可以不填）
                <input value={comment} maxLength={500} onChange={(event) => setComment(event.target.value)} />
              </label>
              <label>
                证件或电话后四位（实名评价才填）
                <input value={tail} maxLength={4} inputMode="text" onChange={(event) => setTail(event.target.value)} />
                <small>实名的不满意评价，一个工作日内会有人联系您。公布前经办人看不到您的评价。</small>
              </label>
              {fault ? (
                <p className="portal-fault" role="alert">
                  {fault}
                </p>
              ) : null}
              <button
                type="submit"
                disabled={!grade}
                style={{
                  minHeight: 56,
                  fontSize: '1.1rem',
                  border: 0,
                  borderRadius: 8,
                  background: grade ? '#9c1c1c' : '#6b6b6b',
                  color: '#fff',
                }}
              >
                提交评价
              </button>
            </form>
          ) : null}
          <p>
            <a href="#/counter/progress">查办事进度</a> · <a href="#/counter/guide">办事指南</a> · <a href="#/counter/ratings">评价公示</a>
          </p>
        </section>
      )}
    </Shown>
  )
}

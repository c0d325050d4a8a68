import { Shown, useLoaded, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type ReactElement, type SubmitEvent, useState } from 'react'
import type { MyCouncil, TrackedProposal } from '../actions/index.ts'
import { TOPICS } from '../rules/options.ts'
import { useAct } from './use-act.ts'
import { Neighbour } from './neighbour.tsx'
import { Wording } from './wording.tsx'

/** A resident's own page: propose, support, and see what became of it. */
export default function MinePage(): ReactElement {
  const { call } = usePortal()
  const [mine, again] = useLoaded(() => call<MyCouncil>('council.my-council', {}))
  return (
    <Shown loaded={mine} retry={again}>
      {(council) => (
        <>
          {council.mine.length === 0 ? null : (
            <section className="portal-card">
              <h2>我的提议</h2>
              {council.mine.map((proposal) => (
                <Tracked key={proposal.id} proposal={proposal} done={again} />
              ))}
            </section>
          )}
          <ProposeForm council={council} done={again} />
          <section className="portal-card">
            <h2>邻居的提议</h2>
            {council.open.length === 0 ? <p>现在没有征集附议的提议。</p> : null}
            {council.open.map((proposal) => (
              <Neighbour key={proposal.id} proposal={proposal} done={again} />
            ))}
          </section>
        </>
      )}
    </Shown>
  )
}

function ProposeForm({ council, done }: { readonly council: MyCouncil; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const [sent, setSent] = useState(false)
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const values = Object.fromEntries(new FormData(form).entries())
    if (await act('council.propose', values)) {
      form.reset()
      setSent(true)
      done()
    }
  }
  if (council.councils.length === 0) return <p className="portal-note">您所在的社区还没有成立议事会，请联系社区居委会。</p>
  return (
    <section className="portal-card">
      <h2>我要提议</h2>
      <form className="portal-form" onSubmit={(event) => void submit(event)}>
        <label>
          提给
          <select name="councilId">
            {council.councils.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          题目
          <input name="title" required minLength={2} maxLength={60} placeholder="如：楼后装路灯" />
        </label>
        <label>
          类别
          <select name="topic">
            {Object.entries(TOPICS).map(([value, title]) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          说说情况
          <textarea
            name="text"
            required
            minLength={4}
            maxLength={2000}
            rows={4}
            style={{ font: 'inherit', padding: 12, borderRadius: 8, border: '1px solid #8c8c8c' }}
          />
          <small>会公布给邻居看，不要写个人隐私。</small>
        </label>
        {fault ? (
          <p role="alert" className="portal-fault">
            {fault}
          </p>
        ) : null}
        {sent && !fault ? <p role="status">已提交。社区 3 个工作日内初审，在「我的提议」里看进展。</p> : null}
        <Button block size="large" color="primary" type="submit" loading={busy}>
          提交
        </Button>
      </form>
    </section>
  )
}

function Tracked({ proposal, done }: { readonly proposal: TrackedProposal; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const [words, setWords] = useState('')
  const [rating, setRating] = useState('')
  const { matter } = proposal
  const confirm = (matterId: string, satisfied: 'yes' | 'no'): void =>
    void act('council.confirm-result', {
      matterId,
      satisfied,
      rating: Number(rating),
      ...(words.trim() ? { words: words.trim() } : {}),
    }).then((ok) => ok && done())
  return (
    <article style={{ borderTop: '1px solid #ddd', padding: '12px 0' }}>
      <strong>{proposal.title}</strong>
      <p>
        {matter ? `${matter.no}　${matter.statusTitle}` : proposal.statusTitle}　附议 {proposal.supporters}
        {matter ? '' : `（需要 ${proposal.needed}）`}
      </p>
      <Wording {...proposal} />
      {proposal.answer ? <p>答复：{proposal.answer}</p> : null}
      {matter ? (
        <ol aria-label="进展" style={{ display: 'flex', flexWrap: 'wrap', gap: 6, listStyle: 'none', padding: 0 }}>
          {matter.stages.map(({ title, at }) => (
            <li
              key={title}
              aria-current={at === 'here' ? 'step' : undefined}
              style={{
                padding: '2px 10px',
                borderRadius: 12,
                background: at === 'ahead' ? '#e6e2dc' : '#9c1c1c',
                color: at === 'ahead' ? '#1c1c1c' : '#fff',
              }}
            >
              {title}
            </li>
          ))}
        </ol>
      ) : null}
      {matter?.steps.map(({ at, title, why }) => (
        <p key={`${at}${title}`} style={{ margin: '4px 0' }}>
          {at} {title}
          {why ? `：${why}` : ''}
        </p>
      ))}
      {matter?.result ? <p>办理结果：{matter.result}</p> : null}
      {matter?.feedback ? (
        <p>
          您的评价：{matter.feedback.satisfied ? '满意' : '不满意'}
          {matter.feedback.words ? `，${matter.feedback.words}` : ''}
        </p>
      ) : null}
      {matter?.feedback && !matter.feedback.satisfied ? <p>社区答复：{matter.feedback.answer ?? '已转给社区，等待答复'}</p> : null}
      {matter?.canConfirm ? (
        <>
          <p>事情办得怎么样？</p>
          {fault ? (
            <p role="alert" className="portal-fault">
              {fault}
            </p>
          ) : null}
          <label className="portal-form">
            打几分
            <select value={rating} onChange={({ target }) => setRating(target.value)}>
              <option value="">请选择</option>
              {[5, 4, 3, 2, 1].map((points) => (
                <option key={points} value={points}>
                  {points} 分
                </option>
              ))}
            </select>
          </label>
          <label className="portal-form">
            说几句（可不填）
            <input value={words} maxLength={300} onChange={({ target }) => setWords(target.value)} />
          </label>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8, marginTop: 8 }}>
            <Button size="large" color="primary" loading={busy} disabled={rating === ''} onClick={() => confirm(matter.id, 'yes')}>
              满意
            </Button>
            <Button size="large" loading={busy} disabled={rating === ''} onClick={() => confirm(matter.id, 'no')}>
              不满意
            </Button>
          </div>
        </>
      ) : null}
    </article>
  )
}

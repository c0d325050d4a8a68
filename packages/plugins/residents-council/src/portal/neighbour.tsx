import Button from 'antd-mobile/es/components/button'
import type { ReactElement } from 'react'
import type { MyCouncil } from '../actions/index.ts'
import { useAct } from './use-act.ts'
import { Wording } from './wording.tsx'

/** A neighbour's proposal that looks for support. Whoever supported an earlier wording is told, and confirms or withdraws. */
export function Neighbour({ proposal, done }: { readonly proposal: MyCouncil['open'][number]; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const { supported, changedSince } = proposal
  const wish = (what: 'support' | 'withdraw'): void =>
    void act('council.support', { proposalId: proposal.id, wish: what }).then((ok) => ok && done())
  return (
    <article style={{ borderTop: '1px solid #ddd', padding: '12px 0' }}>
      <strong>{proposal.title}</strong>（{proposal.topic}）
      <Wording {...proposal} />
      <p>
        附议 {proposal.supporters}，需要 {proposal.needed}
      </p>
      {changedSince === null ? null : (
        <p className="portal-note">
          您附议的是第 {changedSince} 版，之后内容改过。请看现在的第 {proposal.versionNo} 版，再决定是否继续附议。
        </p>
      )}
      {fault ? (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      ) : null}
      {supported ? (
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
          <Button
            size="large"
            color="primary"
            fill={changedSince === null ? 'outline' : 'solid'}
            disabled={changedSince === null}
            loading={busy}
            onClick={() => wish('support')}
          >
            {changedSince === null ? '已附议' : '继续附议'}
          </Button>
          <Button size="large" loading={busy} onClick={() => wish('withdraw')}>
            撤回附议
          </Button>
        </div>
      ) : (
        <Button block size="large" color="primary" loading={busy} onClick={() => wish('support')}>
          我附议
        </Button>
      )}
    </article>
  )
}

import { type Drafts, sentenceOf } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type ReactElement, useState } from 'react'
import { timeText } from './time-text.ts'

/** What the phone still holds, and why. */
export function DraftList({ drafts: { drafts, drop, send } }: { readonly drafts: Drafts }): ReactElement {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const sendNow = async (): Promise<void> => {
    setBusy(true)
    setFault('')
    try {
      await send()
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  if (drafts.length === 0) return <p className="portal-note">没有等着发送的内容，全部已送达。</p>
  return (
    <>
      <p className="portal-note" style={{ padding: '12px 0' }}>
        有 {drafts.length} 份存在手机里，联网后自动发送，不会重复。
      </p>
      {drafts.map((draft) => (
        <section key={draft.id} className="portal-card">
          <strong>{draft.title}</strong>
          <div>
            <small>{timeText(draft.at)} 填写</small>
          </div>
          {draft.fault ? (
            <>
              <p className="portal-fault">没有被接收：{draft.fault}</p>
              <Button block onClick={() => void drop(draft.id)}>
                删除这一份
              </Button>
            </>
          ) : null}
        </section>
      ))}
      {fault && (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      )}
      <Button block color="primary" size="large" loading={busy} disabled={busy} onClick={() => void sendNow()}>
        现在发送
      </Button>
    </>
  )
}

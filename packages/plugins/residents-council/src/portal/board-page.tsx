import { Shown, useLoaded, usePortal } from '@linli/portal'
import type { ActionOutput } from '@linli/kit'
import Button from 'antd-mobile/es/components/button'
import { type ReactElement, type SubmitEvent, useState } from 'react'
import type { publicBoard } from '../actions/index.ts'
import { useAct } from './use-act.ts'

type Board = ActionOutput<typeof publicBoard>

/** What is posted, and what the community is dealing with. */
export default function BoardPage(): ReactElement {
  const { call } = usePortal()
  const [board, again] = useLoaded(() => call<Board>('council.public-board', {}))
  return (
    <Shown loaded={board} retry={again}>
      {({ posted, matters }) => (
        <>
          {posted.length === 0 ? <p className="portal-note">现在没有公示。</p> : null}
          {posted.map((row) => (
            <Posted key={row.id} row={row} done={again} />
          ))}
          <section className="portal-card">
            <h2>正在办的议题</h2>
            {matters.map(({ title, statusTitle, since }) => (
              <p key={`${title}${since}`}>
                {title}：{statusTitle}（{since} 起）
              </p>
            ))}
          </section>
        </>
      )}
    </Shown>
  )
}

function Posted({ row, done }: { readonly row: Board['posted'][number]; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const [open, setOpen] = useState(false)
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (await act('council.object', { publicationId: row.id, text: String(new FormData(event.currentTarget).get('text') ?? '') })) {
      setOpen(false)
      done()
    }
  }
  return (
    <section className="portal-card">
      <h2>{row.title}</h2>
      <p>
        {row.kind}　{row.from} 至 {row.until}　{row.place}
        <br />
        {row.status}
      </p>
      <p style={{ whiteSpace: 'pre-wrap' }}>{row.content}</p>
      {row.running && !open ? <Button onClick={() => setOpen(true)}>我有异议</Button> : null}
      {open ? (
        <form className="portal-form" onSubmit={(event) => void submit(event)}>
          <label>
            异议内容
            <textarea
              name="text"
              required
              minLength={4}
              maxLength={1000}
              rows={3}
              style={{ font: 'inherit', padding: 12, borderRadius: 8, border: '1px solid #8c8c8c' }}
            />
            <small>5 个工作日内答复；答复前公示天数暂停计算。</small>
          </label>
          {fault ? (
            <p role="alert" className="portal-fault">
              {fault}
            </p>
          ) : null}
          <Button block size="large" color="primary" type="submit" loading={busy}>
            提交异议
          </Button>
        </form>
      ) : null}
    </section>
  )
}

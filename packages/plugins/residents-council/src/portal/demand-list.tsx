import { Shown, useLoaded, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type ReactElement, type SubmitEvent, useState } from 'react'
import type { MyDemand } from '../actions/index.ts'
import { useAct } from './use-act.ts'

/** The bodies that I may ask to meet; enough who ask oblige the convener. */
export function DemandList(): ReactElement {
  const { call } = usePortal()
  const [loaded, again] = useLoaded(() => call<{ bodies: readonly MyDemand[] }>('council.my-demands', {}))
  return (
    <Shown loaded={loaded} retry={again}>
      {({ bodies }) =>
        bodies.length === 0 ? null : (
          <section className="portal-card">
            <h2>要求开会</h2>
            {bodies.map((body) => (
              <Body key={body.councilId} body={body} done={again} />
            ))}
          </section>
        )
      }
    </Shown>
  )
}

function Body({ body, done }: { readonly body: MyDemand; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const { running } = body
  return (
    <article style={{ borderTop: '1px solid #ddd', padding: '12px 0' }}>
      <strong>{body.council}</strong>
      {running ? (
        <>
          <p>
            {running.why}
            <br />
            {running.statusTitle}
            {'　'}已联名 {running.backers}，需要 {running.needed}
            {running.dueOn ? `，最迟 ${running.dueOn} 召开` : ''}
          </p>
          {fault ? (
            <p role="alert" className="portal-fault">
              {fault}
            </p>
          ) : null}
          {running.backed ? (
            <p role="status">您已联名。</p>
          ) : (
            <Button
              block
              size="large"
              color="primary"
              loading={busy}
              onClick={() => void act('council.back-demand', { demandId: running.id }).then((ok) => ok && done())}
            >
              我联名
            </Button>
          )}
        </>
      ) : (
        <Ask body={body} done={done} />
      )}
    </article>
  )
}

function Ask({ body, done }: { readonly body: MyDemand; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const [open, setOpen] = useState(false)
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const why = String(new FormData(event.currentTarget).get('why') ?? '')
    if (await act('council.demand-meeting', { councilId: body.councilId, why })) done()
  }
  if (!open)
    return (
      <Button block size="large" style={{ marginTop: 8 }} onClick={() => setOpen(true)}>
        提出开会要求
      </Button>
    )
  return (
    <form className="portal-form" onSubmit={(event) => void submit(event)}>
      <label>
        要议什么
        <input name="why" required minLength={4} maxLength={200} />
        <small>{body.basis}</small>
      </label>
      {fault ? (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      ) : null}
      <Button block size="large" color="primary" type="submit" loading={busy}>
        提出并联名
      </Button>
    </form>
  )
}

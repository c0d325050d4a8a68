import { Shown, useLoaded, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type ReactElement, useState } from 'react'
import type { MyElection } from '../actions/index.ts'
import { useAct } from './use-act.ts'

/** The elections in which a resident has a vote. */
export default function ElectionPage(): ReactElement {
  const { call } = usePortal()
  const [loaded, again] = useLoaded(() => call<{ elections: readonly MyElection[] }>('council.my-elections', {}))
  return (
    <Shown loaded={loaded} retry={again}>
      {({ elections }) => (
        <>
          {elections.length === 0 ? <p className="portal-note">现在没有您参加的选举。候选人公布后会出现在这里。</p> : null}
          {elections.map((election) => (
            <Election key={election.id} election={election} done={again} />
          ))}
        </>
      )}
    </Shown>
  )
}

function Election({ election, done }: { readonly election: MyElection; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const [picked, setPicked] = useState<readonly string[]>([])
  const isOpen = election.status === 'voting' && !election.voted
  const isFull = picked.length >= election.seats
  const toggle = (id: string): void => setPicked((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]))
  return (
    <section className="portal-card">
      <h2>{election.title}</h2>
      <p>
        {election.statusTitle}　应选 {election.seats} 人　投票日 {election.voteOn}
      </p>
      {election.status === 'paper' ? <p>这次用纸质选票，请到投票点投票。</p> : null}
      {election.status === 'voting' ? <p>无记名：谁投了谁，谁也查不到。已投 {election.cast} 人。</p> : null}
      {election.voted ? <p role="status">您已投票。</p> : null}
      <ul style={{ listStyle: 'none', padding: 0, display: 'grid', gap: 10 }}>
        {election.candidates.map(({ id, name, words, votes, statusTitle }) => (
          <li key={id}>
            {isOpen ? (
              <Button
                block
                size="large"
                color="primary"
                fill={picked.includes(id) ? 'solid' : 'outline'}
                aria-pressed={picked.includes(id)}
                disabled={isFull && !picked.includes(id)}
                onClick={() => toggle(id)}
              >
                {name}
              </Button>
            ) : (
              <strong>
                {name}
                {votes === null ? '' : `　${votes} 票　${statusTitle}`}
              </strong>
            )}
            {words ? <p>{words}</p> : null}
          </li>
        ))}
      </ul>
      {fault ? (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      ) : null}
      {isOpen ? (
        <Button
          block
          size="large"
          color="danger"
          loading={busy}
          onClick={() => void act('council.elect', { electionId: election.id, picks: picked }).then((ok) => ok && done())}
        >
          {picked.length === 0 ? '弃权，投空白票' : `确认选 ${picked.length} 人，投出后不能改`}
        </Button>
      ) : null}
      {election.sentence ? <p>{election.sentence}</p> : null}
    </section>
  )
}

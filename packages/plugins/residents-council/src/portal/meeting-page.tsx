import { Shown, useLoaded, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type ReactElement, type SubmitEvent, useEffect, useState } from 'react'
import type { MyCouncil, MyMeeting } from '../actions/index.ts'
import { DemandList } from './demand-list.tsx'
import { useAct } from './use-act.ts'

/** A member at a meeting: signs in by the code of the hall, votes, raises a hand, signs the minutes. */
export default function MeetingPage(): ReactElement {
  const { call } = usePortal()
  const [chosen, setChosen] = useState<string>()
  const [mine, again] = useLoaded(() => call<MyCouncil>('council.my-council', {}))
  if (chosen) return <Hall id={chosen} back={() => setChosen(undefined)} />
  return (
    <Shown loaded={mine} retry={again}>
      {({ meetings, ownerVotes }) => (
        <>
          <SignIn done={again} />
          {ownerVotes.map((vote) => (
            <OwnerVote key={vote.id} vote={vote} done={again} />
          ))}
          <section className="portal-card">
            <h2>我的会议</h2>
            {meetings.length === 0 ? <p>近期没有您参加的会议。</p> : null}
            {meetings.map((meeting) => (
              <article key={meeting.id} style={{ borderTop: '1px solid #ddd', padding: '12px 0' }}>
                <strong>{meeting.title}</strong>
                <p>
                  {new Date(meeting.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' })}
                  {'　'}
                  {meeting.place}
                  <br />
                  {meeting.status}　{meeting.signedIn ? '已签到' : meeting.onLeave ? '已请假' : '未签到'}
                </p>
                <Button block size="large" color="primary" onClick={() => setChosen(meeting.id)}>
                  进入
                </Button>
                {meeting.signedIn || meeting.onLeave || !meeting.canLeave ? null : <AskLeave id={meeting.id} done={again} />}
              </article>
            ))}
          </section>
          <DemandList />
        </>
      )}
    </Shown>
  )
}

/** Says that I cannot come, so that the absence is excused. */
function AskLeave({ id, done }: { readonly id: string; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const [open, setOpen] = useState(false)
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (await act('council.ask-leave', { meetingId: id, why: String(new FormData(event.currentTarget).get('why') ?? '') })) done()
  }
  if (!open)
    return (
      <Button block size="large" style={{ marginTop: 8 }} onClick={() => setOpen(true)}>
        来不了，请假
      </Button>
    )
  return (
    <form className="portal-form" onSubmit={(event) => void submit(event)}>
      <label>
        为什么来不了
        <input name="why" required minLength={2} maxLength={200} />
      </label>
      {fault ? (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      ) : null}
      <Button block size="large" color="primary" type="submit" loading={busy}>
        提交请假
      </Button>
    </form>
  )
}

/** An owners' vote on the phone: one ballot for all homes of one owner. */
function OwnerVote({ vote, done }: { readonly vote: MyCouncil['ownerVotes'][number]; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  return (
    <section className="portal-card">
      <h2>业主表决：{vote.title}</h2>
      <p>
        您名下 {vote.homes} 套{vote.area ? `，专有面积 ${vote.area}` : ''}，合计一票。记名表决。
      </p>
      {fault ? (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      ) : null}
      {vote.voted ? (
        <p role="status">您已投票。</p>
      ) : (
        <Choices busy={busy} cast={(choice) => void act('council.cast', { voteId: vote.id, choice }).then((ok) => ok && done())} />
      )}
    </section>
  )
}

function SignIn({ done }: { readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    if (await act('council.join-meeting', { code: String(new FormData(form).get('code') ?? ''), mode: 'inPerson' })) {
      form.reset()
      done()
    }
  }
  return (
    <section className="portal-card">
      <h2>签到</h2>
      <form className="portal-form" onSubmit={(event) => void submit(event)}>
        <label>
          会场大屏上的签到码
          <input
            name="code"
            inputMode="numeric"
            autoComplete="off"
            required
            minLength={4}
            maxLength={8}
            style={{ fontSize: '1.6rem', letterSpacing: 6 }}
          />
        </label>
        {fault ? (
          <p role="alert" className="portal-fault">
            {fault}
          </p>
        ) : null}
        <Button block size="large" color="primary" type="submit" loading={busy}>
          签到
        </Button>
      </form>
    </section>
  )
}

function Hall({ id, back }: { readonly id: string; readonly back: () => void }): ReactElement {
  const { call } = usePortal()
  const [loaded, again] = useLoaded(() => call<MyMeeting>('council.my-meeting', { meetingId: id }))
  const { act, fault, busy } = useAct()
  useEffect(() => {
    const timer = setInterval(again, 5000)
    return () => clearInterval(timer)
  }, [again])
  const go = (action: string, input: Readonly<Record<string, unknown>>): void => void act(action, input).then(again)
  return (
    <Shown loaded={loaded} retry={again}>
      {({ meeting, signedIn, hand, ballots, maySign }) => (
        <>
          <section className="portal-card">
            <h2>{meeting.title}</h2>
            <p>
              {meeting.statusTitle}　应到 {meeting.due}，实到 {meeting.present}
              {'　'}
              {meeting.quorum.reached ? '人数够' : `人数不够，至少 ${meeting.quorum.needed}`}
            </p>
            <p>{signedIn ? '您已签到。' : '您还没有签到，请返回输入签到码。'}</p>
            {fault ? (
              <p role="alert" className="portal-fault">
                {fault}
              </p>
            ) : null}
            {signedIn && meeting.status === 'open' ? (
              <Button
                block
                size="large"
                disabled={hand !== 'none'}
                loading={busy}
                onClick={() => go('council.raise-hand', { meetingId: id })}
              >
                {hand === 'speaking' ? '请您发言' : hand === 'raised' ? '已举手，请等主持人' : '举手发言'}
              </Button>
            ) : null}
          </section>
          {meeting.votes.map((vote) => {
            const mine = ballots.find(({ voteId }) => voteId === vote.id)
            return (
              <section key={vote.id} className="portal-card">
                <h2>{vote.title}</h2>
                <p>
                  {vote.secret ? '无记名：谁投了什么，谁也查不到。' : '记名表决。'}
                  {vote.counts
                    ? `　赞成 ${vote.counts.for}，反对 ${vote.counts.against}，弃权 ${vote.counts.abstain}`
                    : `　已投 ${vote.cast} 人`}
                </p>
                {vote.outcome ? <p className="portal-figure">{vote.outcome}</p> : null}
                {mine?.recused ? <p>您已登记回避，不参加这次表决。</p> : null}
                {mine?.voted ? <p>您已投票。</p> : null}
                {mine && !mine.voted && !mine.recused && signedIn ? (
                  <Choices busy={busy} cast={(choice) => go('council.cast', { voteId: vote.id, choice })} />
                ) : null}
                {mine?.principals
                  .filter(({ voted }) => !voted)
                  .map((principal) => (
                    <div key={principal.id}>
                      <p>替 {principal.name} 投：</p>
                      <Choices busy={busy} cast={(choice) => go('council.cast', { voteId: vote.id, choice, principalId: principal.id })} />
                    </div>
                  ))}
              </section>
            )
          })}
          <section className="portal-card">
            <h2>议程</h2>
            <ol>
              {meeting.items.map((item) => (
                <li key={item.id} style={{ fontWeight: item.state === 'current' ? 700 : 400 }}>
                  {item.title}
                  {item.conclusion ? `：${item.conclusion}` : ''}
                </li>
              ))}
            </ol>
          </section>
          {maySign && meeting.minutes ? (
            <section className="portal-card">
              <h2>会议纪要</h2>
              <p style={{ whiteSpace: 'pre-wrap' }}>{meeting.minutes}</p>
              <Button block size="large" color="primary" loading={busy} onClick={() => go('council.sign-my-minutes', { meetingId: id })}>
                签字确认
              </Button>
            </section>
          ) : null}
          <Button block size="large" onClick={back}>
            返回会议列表
          </Button>
        </>
      )}
    </Shown>
  )
}

function Choices({ cast, busy }: { readonly cast: (choice: 'for' | 'against' | 'abstain') => void; readonly busy: boolean }): ReactElement {
  const [picked, setPicked] = useState<'for' | 'against' | 'abstain'>()
  const words = { for: '赞成', against: '反对', abstain: '弃权' } as const
  return (
    <div style={{ display: 'grid', gap: 10 }}>
      {(['for', 'against', 'abstain'] as const).map((choice) => (
        <Button
          key={choice}
          block
          size="large"
          color="primary"
          fill={picked === choice ? 'solid' : 'outline'}
          onClick={() => setPicked(choice)}
        >
          {words[choice]}
        </Button>
      ))}
      {picked ? (
        <Button block size="large" color="danger" loading={busy} onClick={() => cast(picked)}>
          确认投「{words[picked]}」，投出后不能改
        </Button>
      ) : null}
    </div>
  )
}

import type { Drafts } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useEffect, useState } from 'react'
import type { MyArea } from '../../actions/index.ts'
import { isOnShift } from '../../rules/track.ts'
import { timeText } from '../shared/time-text.ts'
import { PatrolPoint } from './patrol-point.tsx'
import { type SentPatrols, sentPatrols } from './sent-patrols.ts'
import { takeTrack, useTrack } from './track.ts'

type Patrol = MyArea['patrols'][number]

/** Today's patrols, also without network. While one is under way and this page is open, the way is recorded; never outside the shift. */
export function PatrolList({ patrols, drafts }: { readonly patrols: readonly Patrol[]; readonly drafts: Drafts }): ReactElement {
  const sent = sentPatrols(drafts.drafts)
  // Told by the phone's own clock: without network it may have been kept since the morning.
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 60_000)
    return () => clearInterval(timer)
  }, [])
  const open = patrols.filter(({ id }) => !sent.finished.has(id))
  const walking = open.find(({ id, status }) => status === 'walking' || sent.started.has(id))
  useTrack(walking && isOnShift(walking.shift, now) ? walking.id : undefined)
  if (open.length === 0) return <p className="portal-note">今天没有要走的巡查。</p>
  return (
    <>
      {open.map((patrol) => (
        <PatrolCard key={patrol.id} patrol={patrol} onDuty={isOnShift(patrol.shift, now)} sent={sent} drafts={drafts} />
      ))}
      <small>巡查轨迹只在当班和巡查期间记录，到期自动删除。</small>
    </>
  )
}

function PatrolCard({
  patrol,
  onDuty,
  sent,
  drafts,
}: {
  readonly patrol: Patrol
  readonly onDuty: boolean
  readonly sent: SentPatrols
  readonly drafts: Drafts
}): ReactElement {
  const startedAt = patrol.startedAt ?? sent.started.get(patrol.id) ?? null
  const isWalking = patrol.status === 'walking' || startedAt !== null
  const isReached = ({ id, status }: Patrol['points'][number]): boolean => status === 'reached' || sent.reached.has(id)
  const left = patrol.points.filter((point) => !isReached(point)).length
  const [isEnding, setEnding] = useState(false)
  const tell = (does: 'start' | 'finish', more: object = {}): Promise<void> =>
    drafts.add({
      action: 'grid.walk',
      title: `${does === 'start' ? '开始巡查' : '结束巡查'}：${patrol.route}`,
      input: { patrolId: patrol.id, does, at: new Date().toISOString(), ...more },
    })
  async function finish(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    // The way goes first: a patrol that is over takes none.
    const points = takeTrack(patrol.id)
    if (points.length > 0)
      await drafts.add({ action: 'grid.add-track', title: `巡查轨迹：${patrol.route}`, input: { patrolId: patrol.id, points } })
    await tell('finish', { note: given.get('note')?.toString() || null, found: Number(given.get('found') ?? 0) })
  }
  return (
    <section className="portal-card">
      <div className="grid-row">
        <h2>{patrol.route}</h2>
        <span className="grid-tag">{startedAt ? `${timeText(startedAt)} 开始` : '待巡查'}</span>
      </div>
      {onDuty ? null : (
        <p className="portal-fault">
          现在不在当班时间（{patrol.shift.from}—{patrol.shift.to}），不记录位置，也不能记到点。
        </p>
      )}
      {patrol.points.length > 0 ? (
        <p style={{ margin: '0 0 8px' }}>
          {patrol.points.length} 个点位，已到 {patrol.points.length - left} 个
        </p>
      ) : null}
      {isWalking ? null : (
        <Button block color="primary" size="large" onClick={() => void tell('start')} aria-label={`开始巡查 ${patrol.route}`}>
          开始巡查
        </Button>
      )}
      {isWalking
        ? patrol.points.map((point) => (
            <PatrolPoint key={point.id} point={point} isReached={isReached(point)} onDuty={onDuty} drafts={drafts} />
          ))
        : null}
      {isWalking && !isEnding ? (
        <Button block size="large" onClick={() => setEnding(true)} aria-label={`结束巡查 ${patrol.route}`}>
          结束巡查
        </Button>
      ) : null}
      {isWalking && isEnding ? (
        <form className="portal-form" onSubmit={(event) => void finish(event)}>
          {left > 0 ? <p className="portal-fault">还有 {left} 个点位没有到，结束后记为没有到。</p> : null}
          <label>
            巡查情况
            <textarea name="note" required maxLength={1000} defaultValue="未发现问题。" />
          </label>
          <label>
            发现问题（件）
            <input name="found" type="number" inputMode="numeric" min={0} max={100} defaultValue={0} required />
          </label>
          <Button type="submit" block color="primary" size="large">
            结束巡查
          </Button>
          <Button block size="large" onClick={() => setEnding(false)}>
            继续巡查
          </Button>
        </form>
      ) : null}
    </section>
  )
}

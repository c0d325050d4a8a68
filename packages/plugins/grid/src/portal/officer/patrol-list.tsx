import { sentenceOf, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useEffect, useState } from 'react'
import type { MyArea } from '../../actions/index.ts'
import type { TrackPoint } from '../../rules/track.ts'
import { timeText } from '../shared/time-text.ts'
import { rounded } from '../shared/where-am-i.ts'

type Patrol = MyArea['patrols'][number]

/** Today's patrols. While one is under way and this page is open, the way is recorded; never outside the shift. */
export function PatrolList({ patrols, onChanged }: { readonly patrols: readonly Patrol[]; readonly onChanged: () => void }): ReactElement {
  const walking = patrols.find(({ status }) => status === 'walking')
  useTrack(walking?.id)
  if (patrols.length === 0) return <p className="portal-note">今天没有安排巡查。</p>
  return (
    <>
      {patrols.map((patrol) => (
        <PatrolCard key={patrol.id} patrol={patrol} onChanged={onChanged} />
      ))}
      <small>巡查轨迹只在当班和巡查期间记录，到期自动删除。</small>
    </>
  )
}

function PatrolCard({ patrol, onChanged }: { readonly patrol: Patrol; readonly onChanged: () => void }): ReactElement {
  const { call } = usePortal()
  const [fault, setFault] = useState('')
  const isWalking = patrol.status === 'walking'
  async function walk(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    setFault('')
    try {
      await call('grid.walk', {
        patrolId: patrol.id,
        does: isWalking ? 'finish' : 'start',
        note: given.get('note')?.toString() || null,
        found: Number(given.get('found') ?? 0),
      })
      onChanged()
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  return (
    <section className="portal-card">
      <div className="grid-row">
        <h2>{patrol.route}</h2>
        <span className="grid-tag">{isWalking && patrol.startedAt ? `${timeText(patrol.startedAt)} 开始` : '待巡查'}</span>
      </div>
      <form className="portal-form" onSubmit={(event) => void walk(event)}>
        {isWalking ? (
          <>
            <label>
              巡查情况
              <textarea name="note" required maxLength={1000} defaultValue="未发现问题。" />
            </label>
            <label>
              发现问题（件）
              <input name="found" type="number" inputMode="numeric" min={0} max={100} defaultValue={0} required />
            </label>
          </>
        ) : null}
        <Button type="submit" block color="primary" size="large">
          {isWalking ? '结束巡查' : '开始巡查'}
        </Button>
        {fault && (
          <p role="alert" className="portal-fault">
            {fault}
          </p>
        )}
      </form>
    </section>
  )
}

const EVERY = 30_000

/** Sends where the phone is while a patrol is under way; what could not be sent goes with the next. */
function useTrack(patrolId: string | undefined): void {
  const { call } = usePortal()
  useEffect(() => {
    if (!patrolId || !('geolocation' in navigator)) return undefined
    let points: TrackPoint[] = []
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) =>
        points.push({ at: new Date(timestamp).toISOString(), lat: rounded(coords.latitude), lng: rounded(coords.longitude) }),
      () => undefined,
      { enableHighAccuracy: true },
    )
    const timer = setInterval(() => {
      if (points.length === 0) return
      const sent = points
      points = []
      call('grid.add-track', { patrolId, points: sent }).catch(() => void (points = [...sent, ...points]))
    }, EVERY)
    return () => {
      navigator.geolocation.clearWatch(watch)
      clearInterval(timer)
    }
  }, [patrolId, call])
}

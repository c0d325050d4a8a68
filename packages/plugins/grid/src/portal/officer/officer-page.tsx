import { Shown, useDrafts, useKept } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import Tabs from 'antd-mobile/es/components/tabs'
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import type { MyArea } from '../../actions/index.ts'
import { cutText } from '../../rules/phone-lists.ts'
import { DraftList } from '../shared/draft-list.tsx'
import { GRID_STYLE } from '../shared/style.ts'
import { timeText } from '../shared/time-text.ts'
import { CollectForm } from './collect-form.tsx'
import { EventList } from './event-list.tsx'
import { PatrolList } from './patrol-list.tsx'
import { QuickEvent } from './quick-event.tsx'
import { alarmIsDecided, allowAlarm, useAlarm } from './use-alarm.ts'
import { VisitList } from './visit-list.tsx'

/** The officer's day: what is due, a quick report, collection and patrols; everything works without network and is sent afterwards. */
export default function OfficerPage(): ReactElement {
  const [area, reload] = useKept<MyArea>('grid.my-area', {})
  const drafts = useDrafts()
  const waiting = drafts.drafts.length
  const before = useRef(waiting)
  useEffect(() => {
    // What was sent is known to the server now: its lists are read anew.
    if (waiting < before.current) reload()
    before.current = waiting
  }, [waiting, reload])
  const [tab, setTab] = useState('visits')
  const known = area.state === 'ready' ? area.value.value.events : undefined
  const ringing = useMemo(() => (known ?? []).filter(({ rings }) => rings), [known])
  useAlarm(ringing, reload)
  const pending = new Set(drafts.drafts.flatMap(({ input }) => [String(input.visitId ?? ''), String(input.eventId ?? '')]))
  return (
    <>
      <style>{GRID_STYLE}</style>
      <Shown loaded={area} retry={reload}>
        {({ value, keptAt }) => {
          const visits = value.visits.filter(({ id }) => !pending.has(id))
          const events = value.events.filter(({ id }) => !pending.has(id))
          return (
            <>
              {events.some(({ rings }) => rings) ? (
                <Alarm count={events.filter(({ rings }) => rings).length} onOpen={() => setTab('events')} />
              ) : null}
              <Head area={value} keptAt={keptAt} />
              <Tabs stretch={false} activeKey={tab} onChange={setTab}>
                <Tabs.Tab title={`走访 ${visits.length}`} key="visits">
                  <VisitList visits={visits} drafts={drafts} />
                </Tabs.Tab>
                <Tabs.Tab title={`事件 ${events.length}`} key="events">
                  <EventList events={events} drafts={drafts} />
                </Tabs.Tab>
                <Tabs.Tab title="快速上报" key="report">
                  <QuickEvent cells={value.cells} drafts={drafts} />
                </Tabs.Tab>
                <Tabs.Tab title="采集" key="collect">
                  <CollectForm area={value} drafts={drafts} />
                </Tabs.Tab>
                <Tabs.Tab title="巡查" key="patrol">
                  <PatrolList patrols={value.patrols} drafts={drafts} />
                </Tabs.Tab>
                <Tabs.Tab title={waiting > 0 ? `待发送 ${waiting}` : '待发送'} key="drafts">
                  <DraftList drafts={drafts} />
                </Tabs.Tab>
              </Tabs>
            </>
          )
        }}
      </Shown>
    </>
  )
}

function Alarm({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }): ReactElement {
  return (
    <section className="portal-card grid-alarm" role="alert">
      <strong>{count} 件紧急事件还没有人响应</strong>
      <Button block color="danger" size="large" onClick={onOpen}>
        去响应
      </Button>
    </section>
  )
}

function Head({ area, keptAt }: { readonly area: MyArea; readonly keptAt: string | null }): ReactElement {
  const { cells, shifts, cut } = area
  const [isAsked, setAsked] = useState(alarmIsDecided)
  const sum = (pick: (cell: MyArea['cells'][number]) => number | null): number =>
    cells.reduce((total, cell) => total + (pick(cell) ?? 0), 0)
  return (
    <section className="portal-card">
      <h2>{cells.map(({ name }) => name).join('、') || '还没有安排网格，请联系社区'}</h2>
      <div className="grid-counts">
        <span>
          <strong>{sum(({ homes }) => homes)}</strong>房屋
        </span>
        <span>
          <strong>{sum(({ people }) => people)}</strong>居民
        </span>
        <span>
          <strong>{area.visits.filter(({ overdue }) => overdue).length}</strong>逾期走访
        </span>
      </div>
      {shifts.map(({ cell, name, from, to }) => (
        <small key={`${cell} ${from}`} style={{ display: 'block' }}>
          {shifts.length > 1 && cell ? `${cell}：` : ''}
          {name}，当班 {from}—{to}
        </small>
      ))}
      {cut.length > 0 ? <p className="portal-fault">{cutText(cut)}</p> : null}
      {isAsked || cells.length === 0 ? null : (
        <button
          type="button"
          className="grid-quiet"
          style={{ display: 'block', marginTop: 8 }}
          onClick={() => void allowAlarm().then(() => setAsked(true))}
        >
          打开紧急事件提醒
        </button>
      )}
      {keptAt ? <p className="portal-fault">没有网络，显示的是 {timeText(keptAt)} 的内容；填写的会在联网后自动发送。</p> : null}
    </section>
  )
}

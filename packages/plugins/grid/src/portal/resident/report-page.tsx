import type { GeoPointValue } from '@linli/kit'
import { sentenceOf, Shown, smallerPhoto, useDrafts, useLoaded, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import Tabs from 'antd-mobile/es/components/tabs'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { MyEvent } from '../../actions/index.ts'
import { EVENT_TYPES } from '../../rules/options.ts'
import { DraftList } from '../shared/draft-list.tsx'
import { Choose, Photo, Where } from '../shared/fields.tsx'
import { GRID_STYLE } from '../shared/style.ts'
import { dueText, timeText } from '../shared/time-text.ts'

/** A resident reports something and sees what became of it. */
export default function ReportPage(): ReactElement {
  const drafts = useDrafts()
  return (
    <>
      <style>{GRID_STYLE}</style>
      <Tabs>
        <Tabs.Tab title="我要反映" key="report">
          <Report add={drafts.add} />
          {drafts.drafts.length > 0 ? <DraftList drafts={drafts} /> : null}
        </Tabs.Tab>
        <Tabs.Tab title="我反映的事" key="mine" destroyOnClose>
          <Mine />
        </Tabs.Tab>
      </Tabs>
    </>
  )
}

function Report({ add }: { readonly add: ReturnType<typeof useDrafts>['add'] }): ReactElement {
  const [spot, setSpot] = useState<GeoPointValue | null>(null)
  const [told, setTold] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const text = (name: string): string | null => given.get(name)?.toString().trim() || null
    const photo = given.get('photo')
    await add({
      action: 'grid.report-event',
      title: text('title') ?? '',
      input: { title: text('title'), type: text('type'), place: text('place'), description: text('description'), spot },
      files: { photo: photo instanceof File && photo.size > 0 ? await smallerPhoto(photo) : null },
    })
    form.reset()
    setSpot(null)
    setTold(true)
  }
  return (
    <section className="portal-card">
      <p style={{ margin: '0 0 12px' }}>火灾、急救、治安紧急情况请直接拨打 119、120、110。</p>
      <form className="portal-form" onSubmit={(event) => void submit(event)} onInput={() => setTold(false)}>
        <label>
          什么事
          <input name="title" required maxLength={60} placeholder="例如：楼道灯坏了" />
        </label>
        <Choose label="类别" name="type" options={EVENT_TYPES} />
        <label>
          地点
          <input name="place" required maxLength={120} placeholder="例如：向阳小区 3 号楼 2 单元" />
        </label>
        <Where onFound={setSpot} />
        <label>
          详细情况（可不填）
          <textarea name="description" maxLength={2000} />
        </label>
        <Photo label="照片（可不拍）" />
        <Button type="submit" block color="primary" size="large">
          提交
        </Button>
        {told && (
          <p role="status" className="portal-good">
            已提交。办理进度在「我反映的事」里看。
          </p>
        )}
      </form>
    </section>
  )
}

function Mine(): ReactElement {
  const { call } = usePortal()
  const [mine, reload] = useLoaded(() => call<{ events: readonly MyEvent[] }>('grid.my-events', {}))
  return (
    <Shown loaded={mine} retry={reload}>
      {({ events }) =>
        events.length === 0 ? (
          <p className="portal-note">您还没有反映过问题。</p>
        ) : (
          <>
            {events.map((event) => (
              <MyEventCard key={event.id} event={event} onChanged={reload} />
            ))}
          </>
        )
      }
    </Shown>
  )
}

const ANSWERS = { solved: '已解决', partly: '部分解决', explained: '没解决，但理由我认可', no: '没有解决，请再办' } as const

function MyEventCard({ event, onChanged }: { readonly event: MyEvent; readonly onChanged: () => void }): ReactElement {
  const { call } = usePortal()
  const [fault, setFault] = useState('')
  async function answer(value: string): Promise<void> {
    setFault('')
    try {
      await call('grid.confirm-event', { eventId: event.id, answer: value })
      onChanged()
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  return (
    <section className="portal-card">
      <div className="grid-row">
        <h2>{event.title}</h2>
        <span className="grid-tag">{event.statusTitle}</span>
      </div>
      <small>
        {event.no} · {timeText(event.at)} 反映
      </small>
      {event.handlerName ? <p style={{ margin: '8px 0 0' }}>承办：{event.handlerName}</p> : null}
      {event.dueAt ? <p style={{ margin: '8px 0 0' }}>{dueText(event.dueAt)}答复</p> : null}
      {event.elsewhere.map(({ where, state }) => (
        <p key={where} style={{ margin: '8px 0 0' }}>
          {where}：{state}
        </p>
      ))}
      {event.result ? <p style={{ margin: '8px 0 0' }}>结果：{event.result}</p> : null}
      {event.asksMe ? (
        <div className="portal-form" style={{ marginTop: 12 }}>
          <strong>请您说说，解决了吗？</strong>
          {Object.entries(ANSWERS).map(([value, title]) => (
            <Button key={value} block size="large" color={value === 'solved' ? 'primary' : 'default'} onClick={() => void answer(value)}>
              {title}
            </Button>
          ))}
        </div>
      ) : null}
      {fault && (
        <p role="alert" className="portal-fault">
          {fault}
        </p>
      )}
    </section>
  )
}

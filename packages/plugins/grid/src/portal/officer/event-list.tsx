import { type Drafts, smallerPhoto } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { MyArea } from '../../actions/index.ts'
import { EVENT_LEVELS, type EventLevel } from '../../rules/options.ts'
import { Photo } from '../shared/fields.tsx'
import { dueText } from '../shared/time-text.ts'

type Event = MyArea['events'][number]

/** What an officer does next about an event, by where it stands. */
const NEXT: Readonly<Record<string, { readonly does: string; readonly title: string; readonly asks: boolean }>> = {
  verified: { does: 'solve', title: '就地解决', asks: true },
  reopened: { does: 'solve', title: '就地解决', asks: true },
  dispatched: { does: 'accept', title: '接单', asks: false },
  accepted: { does: 'begin', title: '开始办理', asks: false },
  handling: { does: 'finish', title: '办理完成', asks: true },
}

const GIVE_BACK = { does: 'giveBack', title: '退回', asks: true }

/** The events of the area that are not finished. */
export function EventList({ events, drafts }: { readonly events: readonly Event[]; readonly drafts: Drafts }): ReactElement {
  const [open, setOpen] = useState<string>()
  const [isBack, setIsBack] = useState(false)
  const openFor = (id: string, back: boolean): void => {
    setOpen(id)
    setIsBack(back)
  }
  if (events.length === 0) return <p className="portal-note">本网格没有未办结的事件。</p>
  return (
    <>
      {events.map((event) => {
        const next =
          isBack && open === event.id
            ? GIVE_BACK
            : event.rings
              ? { does: 'acknowledge', title: '马上响应', asks: true }
              : NEXT[event.status]
        return (
          <section key={event.id} className="portal-card">
            <div className="grid-row">
              <h2>{event.title}</h2>
              {event.level === 'normal' ? null : <span className="grid-tag is-urgent">{EVENT_LEVELS[event.level as EventLevel]}</span>}
            </div>
            <p style={{ margin: '0 0 4px' }}>{event.place ?? '没有写地点'}</p>
            <p style={{ margin: '0 0 8px' }} className="grid-row">
              <span className="grid-tag">{event.statusTitle}</span>
              {event.dueAt ? (
                <span className={`grid-tag ${event.overdue ? 'is-late' : ''}`}>{event.overdue ? '已超期' : dueText(event.dueAt)}</span>
              ) : null}
            </p>
            {next && open === event.id ? (
              <StepForm event={event} next={next} drafts={drafts} onDone={() => setOpen(undefined)} />
            ) : event.inHandsOf !== null ? (
              <small>已派给{event.inHandsOf}</small>
            ) : next ? (
              <>
                <Button block color="primary" onClick={() => openFor(event.id, false)} aria-label={`${next.title} ${event.title}`}>
                  {next.title}
                </Button>
                {event.status === 'dispatched' ? (
                  <Button block style={{ marginTop: 8 }} onClick={() => openFor(event.id, true)} aria-label={`退回 ${event.title}`}>
                    退回
                  </Button>
                ) : null}
              </>
            ) : (
              <small>等社区处理</small>
            )}
          </section>
        )
      })}
    </>
  )
}

function StepForm({
  event,
  next: { does, title, asks },
  drafts,
  onDone,
}: {
  readonly event: Event
  readonly next: { readonly does: string; readonly title: string; readonly asks: boolean }
  readonly drafts: Drafts
  readonly onDone: () => void
}): ReactElement {
  async function submit(submitted: FormEvent<HTMLFormElement>): Promise<void> {
    submitted.preventDefault()
    const given = new FormData(submitted.currentTarget)
    const photo = given.get('photo')
    await drafts.add({
      action: 'grid.handle-event',
      title: `${title}：${event.title}`,
      input: { eventId: event.id, does, text: given.get('text') || null },
      files: { photo: photo instanceof File && photo.size > 0 ? await smallerPhoto(photo) : null },
    })
    onDone()
  }
  return (
    <form className="portal-form" onSubmit={(submitted) => void submit(submitted)}>
      <label>
        {does === 'acknowledge'
          ? '谁去处理、怎么处理'
          : does === 'giveBack'
            ? '为什么退回'
            : does === 'finish' || does === 'solve'
              ? '怎么解决的'
              : '说明（可不填）'}
        <textarea name="text" required={asks} maxLength={does === 'acknowledge' || does === 'giveBack' ? 200 : 1000} />
      </label>
      {does === 'solve' || does === 'finish' ? <Photo label="处理后的照片（隐患、环境、设施必须有）" /> : null}
      <Button type="submit" block color="primary" size="large">
        {title}
      </Button>
      <Button block size="large" onClick={onDone}>
        取消
      </Button>
    </form>
  )
}

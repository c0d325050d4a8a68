import { callAction, sentenceOf, Shown, useLoaded } from '@linli/portal'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { book, FreeSlot, freeSlots } from '../actions/index.ts'
import { OwnBooking } from './own-booking.tsx'

type Free = (typeof freeSlots)['example']
type Booked = (typeof book)['example']

/** Choose a time, leave a name and a telephone, keep the number. Whoever would rather telephone is told where. */
export default function BookPage(): ReactElement {
  const [loaded, retry] = useLoaded(() => callAction<Free>('counter.free-slots', {}))
  const [chosen, setChosen] = useState<FreeSlot>()
  const [booked, setBooked] = useState<Booked>()
  return (
    <Shown loaded={loaded} retry={retry}>
      {({ street, phone, slots }) => (
        <>
          <section className="portal-card">
            <h2>{street}预约办理</h2>
            <p>老年人和不用手机的居民，打电话 {phone} 就能约，也可以不预约直接来，按现场取号办理。</p>
          </section>
          {booked ? (
            <section className="portal-card" role="status">
              <h2>约好了</h2>
              <p style={{ fontSize: '1.4rem', fontWeight: 700 }}>{booked.no}</p>
              <p>
                {booked.day} {booked.from}—{booked.to}，{booked.where}。到了先报预约号取号。
              </p>
              <p>请记下预约号：查看和取消都要用。</p>
            </section>
          ) : chosen ? (
            <BookForm
              slot={chosen}
              onDone={(done) => {
                setBooked(done)
                setChosen(undefined)
                retry()
              }}
              onBack={() => setChosen(undefined)}
            />
          ) : (
            <Days slots={slots} onChoose={setChosen} />
          )}
          <OwnBooking />
        </>
      )}
    </Shown>
  )
}

function Days({ slots, onChoose }: { readonly slots: readonly FreeSlot[]; readonly onChoose: (slot: FreeSlot) => void }): ReactElement {
  const days = [...Map.groupBy(slots, ({ day }) => day)]
  if (days.length === 0) return <p className="portal-note">现在没有可以网上预约的时段，请打电话或直接来窗口。</p>
  return (
    <>
      {days.map(([day, own]) => (
        <details key={day} className="portal-card">
          <summary style={{ minHeight: 44, fontWeight: 600 }}>{day}</summary>
          {own.map((slot) => (
            <button
              key={slot.id}
              type="button"
              onClick={() => onChoose(slot)}
              style={{ display: 'block', width: '100%', minHeight: 48, margin: '8px 0', textAlign: 'left' }}
            >
              {slot.from}—{slot.to} · {slot.community} {slot.window} · 还有 {slot.free} 个号
            </button>
          ))}
        </details>
      ))}
    </>
  )
}

function BookForm({
  slot,
  onDone,
  onBack,
}: {
  readonly slot: FreeSlot
  readonly onDone: (booked: Booked) => void
  readonly onBack: () => void
}): ReactElement {
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    setBusy(true)
    setFault('')
    callAction<Booked>('counter.book', { slotId: slot.id, name: given.get('name'), phone: given.get('phone') })
      .then(onDone)
      .catch((error: unknown) => setFault(sentenceOf(error)))
      .finally(() => setBusy(false))
  }
  return (
    <form className="portal-card portal-form" onSubmit={submit}>
      <h2>
        {slot.day} {slot.from}—{slot.to}
      </h2>
      <p>
        {slot.community} {slot.window}
      </p>
      <label>
        姓名
        <input name="name" required maxLength={40} autoComplete="name" />
      </label>
      <label>
        手机号码
        <input name="phone" type="tel" required maxLength={11} autoComplete="tel" />
      </label>
      {fault ? (
        <p className="portal-fault" role="alert">
          {fault}
        </p>
      ) : null}
      <button
        type="submit"
        disabled={isBusy}
        style={{ minHeight: 56, fontSize: '1.1rem', border: 0, borderRadius: 8, background: '#9c1c1c', color: '#fff' }}
      >
        约这个时段
      </button>
      <button type="button" onClick={onBack} style={{ minHeight: 48 }}>
        换一个时段
      </button>
    </form>
  )
}

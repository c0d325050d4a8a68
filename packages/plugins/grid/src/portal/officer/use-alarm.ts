import { usePortal } from '@linli/portal'
import { useEffect, useRef } from 'react'

interface Ringing {
  readonly id: string
  readonly title: string
}

const EVERY = 60_000
const TITLE = document.title

/** Asks the phone whether it may ring outside of the page. */
export async function allowAlarm(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted'
}

/** Whether the phone has been asked already, or cannot be. */
export function alarmIsDecided(): boolean {
  return !('Notification' in window) || Notification.permission !== 'default'
}

/**
 * Rings for urgent events that nobody has answered: a number on the icon and in the page's title, and once for each event a notification
 * and a buzz, where the phone allows them. Looks again every minute while the page is open.
 */
export function useAlarm(ringing: readonly Ringing[], onChanged: () => void): void {
  const { call } = usePortal()
  const rung = useRef(new Set<string>())
  const count = ringing.length
  const known = ringing.map(({ id }) => id).join(' ')
  useEffect(() => {
    const look = async (): Promise<void> => {
      const { events } = await call<{ events: readonly Ringing[] }>('grid.my-alarms', {})
      if (
        events
          .map(({ id }) => id)
          .toSorted()
          .join(' ') !== known.split(' ').toSorted().join(' ')
      )
        onChanged()
    }
    const timer = setInterval(() => void look().catch(() => undefined), EVERY)
    return () => clearInterval(timer)
  }, [call, known, onChanged])
  useEffect(() => {
    document.title = count > 0 ? `（${count}）紧急事件` : TITLE
    const badge = navigator as Navigator & { setAppBadge?: (n: number) => Promise<void>; clearAppBadge?: () => Promise<void> }
    void (count > 0 ? badge.setAppBadge?.(count) : badge.clearAppBadge?.())?.catch(() => undefined)
    return () => {
      document.title = TITLE
    }
  }, [count])
  useEffect(() => {
    for (const { id, title } of ringing) {
      if (rung.current.has(id)) continue
      rung.current.add(id)
      navigator.vibrate?.([400, 200, 400])
      void notify(id, title)
    }
  }, [ringing])
}

/** Phones want a notification to come from the service worker; desks take one from the page. */
async function notify(id: string, title: string): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const words = { body: '还没有人响应，请马上处理。', tag: id, requireInteraction: true }
  try {
    const worker = await navigator.serviceWorker?.getRegistration()
    if (worker) await worker.showNotification(`紧急事件：${title}`, words)
    else new Notification(`紧急事件：${title}`, words)
  } catch {
    // The page itself shows it, red and on top.
  }
}

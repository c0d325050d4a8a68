import { type ReactElement, useSyncExternalStore } from 'react'

/** Says that the phone has no network, as long as it has none. */
export function OfflineNote(): ReactElement | null {
  const online = useSyncExternalStore(listen, () => navigator.onLine)
  if (online) return null
  return (
    <p role="status" className="portal-offline">
      手机没有网络：草稿存在手机里，联网后自动发送；其他操作请联网后再做
    </p>
  )
}

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

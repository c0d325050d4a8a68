import type { ReactElement } from 'react'
import { Notification } from 'react-admin'

/** Messages stand long enough to be read at leisure. */
export function ShellNotification(): ReactElement {
  return <Notification autoHideDuration={6000} />
}

import type { ReactElement } from 'react'
export default function Stub(): ReactElement {
  return <p>…</p>
}

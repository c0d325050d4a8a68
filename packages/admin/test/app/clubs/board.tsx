import type { ReactElement } from 'react'

export default function Board(): ReactElement {
  return <h1>活动看板</h1>
}

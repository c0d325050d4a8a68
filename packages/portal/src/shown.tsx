import Button from 'antd-mobile/es/components/button'
import type { ReactElement, ReactNode } from 'react'
import { sentenceOf } from './problem.ts'
import type { Loaded } from './use-loaded.ts'

/** Shows what was loaded; while loading says so, and on failure says what to do. */
export function Shown<T>({
  loaded,
  retry,
  children,
}: {
  loaded: Loaded<T>
  retry: () => void
  children: (value: T) => ReactNode
}): ReactElement {
  if (loaded.state === 'ready') return <>{children(loaded.value)}</>
  if (loaded.state === 'loading') {
    return (
      <p role="status" className="portal-note">
        正在打开…
      </p>
    )
  }
  return (
    <div role="alert" className="portal-note">
      <p>{sentenceOf(loaded.error)}</p>
      <Button color="primary" size="large" onClick={retry}>
        重试
      </Button>
    </div>
  )
}

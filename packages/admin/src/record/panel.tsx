import { Skeleton } from '@mui/material'
import { createElement, lazy, Suspense, type ComponentType, type ReactElement } from 'react'
import type { LazyPart } from '../modules/index.ts'

const known = new WeakMap<LazyPart<never>, ComponentType<object>>()

/** The component behind a lazy part, the same one each time so that it is not fetched and mounted anew. */
export function lazyPart<Props extends object>(load: LazyPart<Props>): ComponentType<Props> {
  const key = load as unknown as LazyPart<never>
  let component = known.get(key)
  if (!component) known.set(key, (component = lazy(load as unknown as LazyPart) as unknown as ComponentType<object>))
  return component as unknown as ComponentType<Props>
}

/** A part of a module, with its place held while it is fetched. */
export function Part<Props extends object>({ load, props }: { readonly load: LazyPart<Props>; readonly props: Props }): ReactElement {
  return <Suspense fallback={<Skeleton variant="rounded" height={120} />}>{createElement(lazyPart(load), props)}</Suspense>
}

import type { ReactNode } from 'react'
import { ValidationError } from 'react-admin'

interface Faulty {
  readonly error?: { readonly message?: unknown } | undefined
}

/** The fault of an input as react-admin keeps it, to be shown; `undefined` when there is none. */
export function faultOf({ error }: Faulty): ReactNode {
  const message = error?.message
  return message ? <ValidationError error={message as string} /> : undefined
}

import { useTitles } from '@linli/admin'
import { useCallback } from 'react'

/** Says a Chinese sentence of this module's own pages in the language of the page; `{name}` stands for a value. */
export type Say = (zh: string, values?: Readonly<Record<string, string | number>>) => string

export function useSay(): Say {
  const titles = useTitles()
  return useCallback(
    (zh, values = {}) =>
      Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), titles('counter.pages', zh)),
    [titles],
  )
}

import type { ListQuery } from './list-query.ts'

/** Remembers the cursor that leads to a page, so that turning pages costs the same at the end of a long list as at its start. */
export interface CursorMemory {
  before(resource: string, query: ListQuery): string | undefined
  remember(resource: string, query: ListQuery, next: string | null): void
  forget(resource: string): void
}

const LIMIT = 200

export function cursorMemory(): CursorMemory {
  const cursors = new Map<string, string>()
  const key = (resource: string, { filter, sort, range }: ListQuery, start: number): string =>
    `${resource} ${JSON.stringify([filter, sort, range[1] - range[0], start])}`
  return {
    before: (resource, query) => (query.range[0] === 0 ? undefined : cursors.get(key(resource, query, query.range[0]))),
    remember: (resource, query, next) => {
      if (next === null) return
      if (cursors.size >= LIMIT) cursors.clear()
      cursors.set(key(resource, query, query.range[1] + 1), next)
    },
    forget: (resource) => {
      for (const known of cursors.keys()) if (known.startsWith(`${resource} `)) cursors.delete(known)
    },
  }
}

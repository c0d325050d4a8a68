import type { AnyResource, Row } from '@linli/kit'
import type { ListQuery, Rows } from '@linli/store'

const PAGE = 1000

/** What of a list fits on a phone, and how many there are. */
export interface Fitting<R extends AnyResource> {
  readonly rows: readonly Row<R>[]
  readonly all: number
}

/** The first rows of a list, up to so many, read a thousand at a time; what is left out is counted. */
export async function fitting<R extends AnyResource>(
  door: Rows<R>,
  query: Pick<ListQuery<R>, 'filter' | 'sort'>,
  most: number,
): Promise<Fitting<R>> {
  const rows: Row<R>[] = []
  let after: string | undefined
  do {
    const limit = Math.min(PAGE, most - rows.length)
    const page = await door.list({ ...query, limit, total: 'none', ...(after === undefined ? {} : { after }) })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined && rows.length < most)
  return { rows, all: after === undefined ? rows.length : await door.count(query.filter) }
}

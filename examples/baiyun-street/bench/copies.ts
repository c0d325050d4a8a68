/** How copies of a table's first row differ from it. */
export interface Spread {
  readonly table: string
  /** The column that no two rows share, if the table has one. */
  readonly unique?: string
  readonly open: readonly string[]
  readonly over: readonly string[]
  /** SQL of further columns, by name; `n` is the number of the copy, `due` its moment. */
  readonly more?: Readonly<Record<string, string>>
}

export const SPREADS: readonly Spread[] = [
  {
    table: 'council_matters',
    unique: 'no',
    open: [
      'collected',
      'proposed',
      'underReview',
      'inConsultation',
      'voting',
      'acting',
      'publicised',
      'effective',
      'inExecution',
      'resultPublicised',
      'evaluated',
    ],
    over: ['closed', 'closed', 'closed', 'rejected', 'shelved'],
  },
  {
    table: 'counter_applications',
    unique: 'no',
    open: ['submitted', 'noticed', 'supplemented', 'in_review', 'deferred', 'paused', 'decided'],
    over: ['delivered', 'rated', 'archived', 'archived', 'rejected', 'withdrawn'],
    // The clerk of the bench handles every open case in four: far more than anybody can, so that a page of one's own is measured full, too.
    more: {
      clock: `jsonb_set(first.clock, '{dueAt}', to_jsonb(to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))`,
      handler_id: `case when n % 20 = 0 then first.handler_id else ('01900000-0000-7000-8000-' || lpad((n % 40)::text, 12, '0'))::uuid end`,
    },
  },
  {
    table: 'counter_hotline_orders',
    unique: 'no',
    open: ['received', 'accepted', 'returned', 'handled', 'replied', 'revisited'],
    over: ['closed'],
    more: { clock: `jsonb_set(first.clock, '{dueAt}', to_jsonb(to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))` },
  },
  { table: 'counter_inquiries', unique: 'no', open: ['owned', 'handed'], over: ['closed'] },
  {
    table: 'grid_events',
    unique: 'no',
    open: [
      'reported',
      'verified',
      'returned',
      'reopened',
      'dispatched',
      'accepted',
      'handling',
      'selfSolved',
      'done',
      'checked',
      'confirmed',
    ],
    over: ['closed', 'closed', 'void'],
  },
]

/** Forty colleagues, to whom cases belong. */
export const COLLEAGUES = `
  insert into platform_accounts select copy.* from generate_series(0, 39) n, platform_accounts first,
    lateral jsonb_populate_record(first, jsonb_build_object('id', ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'username', 'colleague' || n)) copy
  where first.username = 'clerk'`

/**
 * Copies `from`–`to` of the first row: a fifth open, its states in turn, over the five communities in turn; due between a hundred days ago and in
 * a hundred days.
 */
export function copySql({ table, unique, open, over, more = {} }: Spread, from: number, to: number): string {
  const states = (each: readonly string[]): string =>
    `(array[${each.map((state) => `'${state}'`).join(', ')}])[1 + (n / 5) % ${each.length}]`
  const columns = {
    id: `('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`,
    community_id: `'41140200400' || (1 + (n / 25) % 5)`,
    status: `case when n % 5 = 0 then ${states(open)} else ${states(over)} end`,
    due_at: 'case when n % 5 = 0 then due end',
    status_since: `due - interval '10 days'`,
    created_at: `due - interval '20 days'`,
    ...(unique === undefined ? {} : { [unique]: `'N' || n` }),
    ...more,
  }
  const changed = Object.entries(columns).map(([name, sql]) => `'${name}', ${sql}`)
  return `
    insert into ${table}
    select copy.* from generate_series(${from}, ${to}) n, lateral (select now() + (n::bigint * 7919 % 288000 - 144000) * interval '1 minute' as due) dated,
      ${table} first, lateral jsonb_populate_record(first, jsonb_build_object(${changed.join(', ')})) copy
    where first.id = (select max(id::text)::uuid from ${table})`
}

import { choice, date, definePlugin, defineResource, defineStreet, phone, text, use } from '@linli/kit'
import { definePluginServer, tableSql } from '@linli/store'

/** What both servers keep: a table of people as the registry has one, with everything of ours on it. */
export const people = defineResource({
  name: 'bench.people',
  title: '居民',
  scope: 'community',
  display: 'name',
  fields: {
    name: text({ title: '姓名', required: true, max: 60, search: true, pinyin: true, privacy: 'P1' }),
    sex: choice({ title: '性别', required: true, options: { male: '男', female: '女' } }),
    birthDate: date({ title: '出生日期', required: true }),
    phone: phone({ title: '电话' }),
    address: text({ title: '住址', max: 200, privacy: 'P1' }),
    note: text({ title: '备注', max: 200 }),
  },
  list: { columns: ['name', 'sex', 'birthDate', 'communityId'], filters: ['sex'], sort: ['name', 'asc'] },
})

export const bench = definePlugin({
  id: 'bench',
  package: '@linli/bench',
  entries: ['server'],
  title: '测速',
  summary: '测速用',
  resources: [people],
  grants: { 'street-admin': ['bench.**'], 'community-director': ['bench.**'] },
})

export const benchServer = definePluginServer(bench, {
  migrations: [{ name: '0001_create', up: tableSql(people) }],
  actions: {},
  reports: {},
})

export const STREET = '411402004'
/** The large community, and one of a hundred people among the rest. */
export const LARGE = '411402004001'
export const SMALL = '411402004005'

export const street = defineStreet({
  code: STREET,
  name: '白云街道',
  officialName: '白云街道办事处',
  communities: [
    { code: LARGE, name: '前程社区' },
    { code: SMALL, name: '广源社区' },
  ],
  modules: [use(bench)],
})

/** The pinyin of the people is spread over this many places, whatever their number. */
const PLACES = 1_000_003

/** Under which the person at a place stands in the order of names. */
export function pinyinOf(place: number): string {
  return `jumin${String(place).padStart(7, '0')}`
}

/** Rows `from`–`to`: all in the large community but for every hundredth of the first ten thousand. */
export function fillSql(from: number, to: number): string {
  return `
    insert into bench_people (street_id, id, community_id, version, created_at, created_by, updated_at, updated_by, name, name_pinyin, sex, birth_date, phone_mask, address, search)
    select '${STREET}', (lpad(to_hex(n), 32, '0'))::uuid, case when n <= 10000 and n % 100 = 0 then '${SMALL}' else '${LARGE}' end, 1, now(), 'bench', now(), 'bench',
      '居民' || n, 'jumin' || lpad((n::bigint * 7919 % ${PLACES})::text, 7, '0'), case when n % 2 = 0 then 'male' else 'female' end, date '1940-01-01' + n % 30000, '138****' || lpad((n % 10000)::text, 4, '0'),
      '前程路' || n % 500 || '号', '居民' || n || ' jumin' || n
    from generate_series(${from}, ${to}) n`
}

import { definePlugin, defineResource, defineStreet, text, use } from '@linli/kit'
import { definePluginServer } from '@linli/store'

/** A module of somebody else's program: books that are lent from a community's shelf. */
export const books = defineResource({
  name: 'library.books',
  title: '图书',
  scope: 'community',
  display: 'title',
  fields: { title: text({ title: '书名', required: true, max: 100, search: true, pinyin: true }) },
  list: { columns: ['title', 'status'], sort: ['title', 'asc'] },
  workflow: {
    initial: 'here',
    states: { here: { title: '在架' }, lent: { title: '已借出' } },
    steps: {
      lend: { title: '借出', from: ['here'], to: 'lent', promise: { n: 30, unit: 'calendarDays' } },
      giveBack: { title: '归还', from: ['lent'], to: 'here' },
    },
  },
})

export const library = definePlugin({
  id: 'library',
  package: 'book-shelf',
  entries: ['server'],
  title: '图书角',
  summary: '社区图书角的借阅',
  resources: [books],
  grants: { 'community-director': ['library.**'] },
})

export const libraryServer = definePluginServer(library, {
  migrations: [
    {
      name: '0001_create',
      up: `
create table library_books (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  status text collate "C" not null,
  status_since timestamptz(3) not null,
  due_at timestamptz(3),
  due_provisional boolean not null default false,
  "title" text collate "C" not null,
  "title_pinyin" text collate "C" not null,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint library_books_status_check check (status in ('here', 'lent'))
);
create index library_books_title_pinyin_id_idx on library_books (street_id, "title_pinyin", "id");
create index library_books_community_id_title_pinyin_id_idx on library_books (street_id, "community_id", "title_pinyin", "id");
create index library_books_status_due_at_id_idx on library_books (street_id, "status", "due_at", "id");
create index library_books_community_id_status_due_at_id_idx on library_books (street_id, "community_id", "status", "due_at", "id");
create index library_books_search_trgm on library_books using gin (search gin_trgm_ops);
`,
    },
  ],
  actions: {},
  reports: {},
})

export const street = defineStreet({
  code: '990100001',
  name: '试验街道',
  officialName: '试验市试验区试验街道办事处',
  communities: [
    { code: '990100001001', name: '东社区' },
    { code: '990100001002', name: '西社区' },
  ],
  modules: [use(library)],
})

/** How the runtime finds the server half of a module: here it is part of the same program. */
export const load = (id: string): Promise<unknown> => Promise.resolve(id === 'book-shelf/server' ? { default: libraryServer } : undefined)

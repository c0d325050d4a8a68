/** Spreadsheets on their way in. What their lines say is kept enciphered, because it is personal data of the rawest kind. Frozen. */
export const IMPORTS = `
create table platform_imports (
  street_id text collate "C" not null,
  id uuid not null,
  name text collate "C" not null,
  file_name text collate "C" not null,
  state text collate "C" not null check (state in ('reading', 'preview', 'applying', 'done', 'failed')),
  message text collate "C",
  headings jsonb not null default '[]',
  columns jsonb not null default '[]',
  missing jsonb not null default '[]',
  job_id text collate "C",
  account_id text collate "C" not null,
  created_at timestamptz(3) not null,
  primary key (street_id, id)
);
create index platform_imports_account_idx on platform_imports (street_id, account_id, created_at);
create table platform_import_rows (
  street_id text collate "C" not null,
  import_id uuid not null,
  no integer not null,
  state text collate "C" not null check (state in ('good', 'bad', 'duplicate', 'applied', 'skipped')),
  sealed bytea not null,
  faults jsonb not null default '[]',
  remarks jsonb not null default '[]',
  candidates jsonb not null default '[]',
  decision text collate "C",
  outcome text collate "C",
  fingerprint text collate "C",
  primary key (street_id, import_id, no),
  foreign key (street_id, import_id) references platform_imports (street_id, id) on delete cascade
);
create index platform_import_rows_state_idx on platform_import_rows (street_id, import_id, state, no);
create table platform_imported (
  street_id text collate "C" not null,
  name text collate "C" not null,
  fingerprint text collate "C" not null,
  row_id uuid,
  primary key (street_id, name, fingerprint)
);
`

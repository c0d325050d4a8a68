import type { Migration } from '../plugin-server/index.ts'

/** The store's own tables. Frozen text: a change is a new migration. */
export const ownMigrations: readonly Migration[] = [
  {
    name: '0001_create',
    up: `
create extension if not exists pg_trgm;

create table platform_keys (
  id text primary key,
  since timestamptz not null default now(),
  state text not null default 'current' check (state in ('current', 'next', 'past')),
  past_audit bytea
);
create unique index platform_keys_state_key on platform_keys (state) where state <> 'past';

create table platform_audit (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  no bigint not null,
  at timestamptz(3) not null,
  created_at timestamptz(3) not null generated always as (at) stored,
  updated_at timestamptz(3) not null generated always as (at) stored,
  actor_id text collate "C" not null,
  created_by text collate "C" not null generated always as (actor_id) stored,
  updated_by text collate "C" not null generated always as (actor_id) stored,
  actor_name text collate "C" not null,
  verb text collate "C" not null,
  resource text collate "C" not null,
  subject_id text collate "C",
  before jsonb,
  after jsonb,
  reason text collate "C",
  origin text collate "C",
  digest text collate "C" not null,
  hash bytea not null,
  primary key (street_id, id)
);
create unique index platform_audit_no_key on platform_audit (street_id, no);
create index platform_audit_subject_idx on platform_audit (street_id, resource, subject_id, no);
create index platform_audit_at_idx on platform_audit (street_id, at, id);
create index platform_audit_community_at_idx on platform_audit (street_id, community_id, at, id);

create table platform_audit_heads (
  street_id text collate "C" primary key,
  no bigint not null,
  hash bytea not null
) with (fillfactor = 20);

create function platform_audit_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'platform_audit is insert-only' using errcode = '42501';
end $$;
create trigger platform_audit_is_final before update or delete or truncate on platform_audit
  for each statement execute function platform_audit_is_final();

create table platform_outbox (
  street_id text collate "C" not null,
  id uuid not null,
  name text collate "C" not null,
  at timestamptz(3) not null,
  community_id text collate "C",
  actor_id text collate "C" not null,
  subject_resource text collate "C" not null,
  subject_id text collate "C" not null,
  data jsonb not null,
  causation_id uuid,
  primary key (street_id, id)
);
create index platform_outbox_subject_idx on platform_outbox (street_id, subject_resource, subject_id);

create table platform_deliveries (
  street_id text collate "C" not null,
  event_id uuid not null,
  consumer text collate "C" not null,
  state text collate "C" not null default 'pending' check (state in ('pending', 'done', 'skipped', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz(3) not null,
  error text,
  primary key (street_id, event_id, consumer),
  foreign key (street_id, event_id) references platform_outbox (street_id, id)
);
create index platform_deliveries_pending_idx on platform_deliveries (next_at, event_id) where state = 'pending';
create index platform_deliveries_dead_idx on platform_deliveries (street_id, event_id) where state = 'dead';

create table platform_modules (
  street_id text collate "C" not null,
  plugin_id text collate "C" not null,
  enabled boolean not null,
  settings jsonb not null,
  version integer not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  primary key (street_id, plugin_id)
);

create table platform_files (
  street_id text collate "C" not null,
  id text collate "C" not null,
  name text collate "C" not null,
  media_type text collate "C" not null,
  size bigint not null,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  primary key (street_id, id)
);

create table platform_jobs (
  street_id text collate "C" not null,
  id uuid not null,
  name text collate "C" not null,
  title text not null,
  payload jsonb not null,
  state text collate "C" not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done bigint not null default 0,
  total bigint,
  message text,
  file text collate "C",
  answer jsonb,
  actor_id text collate "C" not null,
  actor_name text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (street_id, id)
);

create table platform_calendar_years (
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
  "year" integer not null,
  "days" text collate "C" not null,
  "source" text collate "C" not null,
  "complete" boolean not null,
  "read_as" text collate "C",
  primary key (street_id, id),
  constraint platform_calendar_years_status_check check (status in ('entered', 'checked')),
  constraint platform_calendar_years_year_key unique (street_id, "year")
);
create index platform_calendar_years_year_id_idx on platform_calendar_years (street_id, "year", "id");
create index platform_calendar_years_status_due_at_id_idx on platform_calendar_years (street_id, "status", "due_at", "id");

create table platform_clock_runs (
  street_id text collate "C" not null,
  plugin text collate "C" not null,
  job text collate "C" not null,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3) not null,
  error text,
  succeeded_at timestamptz(3),
  primary key (street_id, plugin, job)
);

create function platform_append(p_street text, p_events jsonb, p_deliveries jsonb, p_audit jsonb) returns void language plpgsql as $$
declare
  last_no bigint;
  last_hash bytea;
  hashes bytea[] := '{}';
  entry_digest text;
begin
  if p_events is not null then
    insert into platform_outbox (street_id, id, name, at, community_id, actor_id, subject_resource, subject_id, data, causation_id)
    select p_street, e.id, e.name, e.at, e.community_id, e.actor_id, e.subject_resource, e.subject_id, e.data, e.causation_id
    from jsonb_to_recordset(p_events) as e (
      id uuid, name text, at timestamptz, community_id text, actor_id text,
      subject_resource text, subject_id text, data jsonb, causation_id uuid);
    if p_deliveries is not null then
      insert into platform_deliveries (street_id, event_id, consumer, next_at)
      select p_street, d.event_id, d.consumer, d.next_at
      from jsonb_to_recordset(p_deliveries) as d (event_id uuid, consumer text, next_at timestamptz);
    end if;
  end if;
  if p_audit is null then
    return;
  end if;
  select no, hash into last_no, last_hash from platform_audit_heads where street_id = p_street for update;
  if not found then
    insert into platform_audit_heads (street_id, no, hash) values (p_street, 0, '') on conflict do nothing;
    select no, hash into last_no, last_hash from platform_audit_heads where street_id = p_street for update;
  end if;
  for entry_digest in select value ->> 'digest' from jsonb_array_elements(p_audit) loop
    last_no := last_no + 1;
    last_hash := sha256(last_hash || int8send(last_no) || decode(entry_digest, 'hex'));
    hashes := hashes || last_hash;
  end loop;
  insert into platform_audit (
    street_id, id, community_id, grid_id, no, at, actor_id, actor_name, verb, resource, subject_id,
    before, after, reason, origin, digest, hash)
  select p_street, e.id, e."communityId", e."gridId", last_no - cardinality(hashes) + e.n, e.at, e."actorId", e."actorName", e.verb, e.resource,
    e."subjectId", e.before, e.after, e.reason, e.origin, e.digest, e.hash
  from rows from (
    jsonb_to_recordset(p_audit) as (
      id uuid, "communityId" text, "gridId" text, at timestamptz, "actorId" text, "actorName" text, verb text, resource text,
      "subjectId" text, before jsonb, after jsonb, reason text, origin text, digest text),
    unnest(hashes)
  ) with ordinality as e (
    id, "communityId", "gridId", at, "actorId", "actorName", verb, resource, "subjectId", before, after, reason, origin, digest, hash, n);
  update platform_audit_heads set no = last_no, hash = last_hash where street_id = p_street;
end $$;
`,
  },
]

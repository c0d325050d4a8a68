/** Accounts, posts, roles, places and saved lists. Frozen. */
export const CREATE = `
create table platform_accounts (
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
  "username" text collate "C" not null,
  "name" text collate "C" not null,
  "name_pinyin" text collate "C" not null,
  "phone_cipher" bytea,
  "phone_hash" text collate "C",
  "phone_mask" text collate "C",
  "must_change_password" boolean not null,
  "last_sign_in_at" timestamptz(3),
  "demo" boolean not null,
  "locked_until" timestamptz(3),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint platform_accounts_status_check check (status in ('active', 'disabled')),
  constraint platform_accounts_username_key unique (street_id, "username")
);
create index platform_accounts_created_at_id_idx on platform_accounts (street_id, "created_at", "id");
create index platform_accounts_status_created_at_id_idx on platform_accounts (street_id, "status", "created_at", "id");
create index platform_accounts_phone_hash_idx on platform_accounts (street_id, "phone_hash");
create index platform_accounts_search_trgm on platform_accounts using gin (search gin_trgm_ops);
create table platform_posts (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "account_id" uuid not null,
  "role_id" uuid not null,
  "from" date not null,
  "to" date,
  "subject_resource" text collate "C",
  "subject_id" text collate "C",
  primary key (street_id, id)
);
create index platform_posts_created_at_id_idx on platform_posts (street_id, "created_at", "id");
create index platform_posts_community_id_created_at_id_idx on platform_posts (street_id, "community_id", "created_at", "id");
create index platform_posts_grid_id_created_at_id_idx on platform_posts (street_id, "grid_id", "created_at", "id");
create index platform_posts_account_id_created_at_id_idx on platform_posts (street_id, "account_id", "created_at", "id");
create index platform_posts_community_id_account_id_created_at_id_idx on platform_posts (street_id, "community_id", "account_id", "created_at", "id");
create index platform_posts_role_id_created_at_id_idx on platform_posts (street_id, "role_id", "created_at", "id");
create index platform_posts_community_id_role_id_created_at_id_idx on platform_posts (street_id, "community_id", "role_id", "created_at", "id");
create index platform_posts_subject_id_idx on platform_posts (street_id, "subject_id");
create table platform_roles (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "name" text collate "C" not null,
  "title" text collate "C" not null,
  "title_pinyin" text collate "C" not null,
  "allow" jsonb not null,
  "deny" jsonb not null,
  "show" text collate "C" not null,
  constraint platform_roles_show_check check ("show" in ('P0', 'P1', 'P2', 'P3')),
  "reveal" text collate "C" not null,
  constraint platform_roles_reveal_check check ("reveal" in ('P0', 'P1', 'P2', 'P3')),
  "offered" jsonb not null,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint platform_roles_name_key unique (street_id, "name")
);
create index platform_roles_created_at_id_idx on platform_roles (street_id, "created_at", "id");
create index platform_roles_search_trgm on platform_roles using gin (search gin_trgm_ops);
create table platform_places (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "code" text collate "C" not null,
  "name" text collate "C" not null,
  "name_pinyin" text collate "C" not null,
  "kind" text collate "C" not null,
  constraint platform_places_kind_check check ("kind" in ('community', 'grid')),
  "parent_code" text collate "C",
  "valid_from" date,
  "valid_to" date,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint platform_places_code_key unique (street_id, "code")
);
create index platform_places_code_id_idx on platform_places (street_id, "code", "id");
create index platform_places_kind_code_id_idx on platform_places (street_id, "kind", "code", "id");
create index platform_places_parent_code_code_id_idx on platform_places (street_id, "parent_code", "code", "id");
create index platform_places_search_trgm on platform_places using gin (search gin_trgm_ops);
create table platform_views (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "resource" text collate "C" not null,
  "title" text collate "C" not null,
  "filter" jsonb not null,
  "sort" jsonb,
  "columns" jsonb,
  "shared" boolean not null,
  primary key (street_id, id)
);
create index platform_views_created_at_id_idx on platform_views (street_id, "created_at", "id");
create index platform_views_resource_idx on platform_views (street_id, "resource");
alter table platform_posts add constraint platform_posts_account_id_fkey foreign key (street_id, "account_id") references platform_accounts (street_id, id);
alter table platform_posts add constraint platform_posts_role_id_fkey foreign key (street_id, "role_id") references platform_roles (street_id, id);
`

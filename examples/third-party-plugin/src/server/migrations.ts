import type { Migration } from '@linli/store'

/** Frozen text: a released migration is never edited; a change is the next one. */
export const migrations: readonly Migration[] = [
  {
    name: '0001_create',
    up: `
create table lost_and_found_items (
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
  "what" text collate "C" not null,
  "what_pinyin" text collate "C" not null,
  "kind" text collate "C" not null,
  constraint lost_and_found_items_kind_check check ("kind" in ('papers', 'purse', 'phone', 'keys', 'other')),
  "place" text collate "C" not null,
  "day" date not null,
  "finder_id" uuid,
  "claimant" text collate "C",
  "claimant_phone_cipher" bytea,
  "claimant_phone_hash" text collate "C",
  "claimant_phone_mask" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint lost_and_found_items_status_check check (status in ('kept', 'claimed', 'handedOver'))
);
create index lost_and_found_items_day_id_idx on lost_and_found_items (street_id, "day", "id");
create index lost_and_found_items_community_id_day_id_idx on lost_and_found_items (street_id, "community_id", "day", "id");
create index lost_and_found_items_status_day_id_idx on lost_and_found_items (street_id, "status", "day", "id");
create index lost_and_found_items_community_id_status_day_id_idx on lost_and_found_items (street_id, "community_id", "status", "day", "id");
create index lost_and_found_items_kind_day_id_idx on lost_and_found_items (street_id, "kind", "day", "id");
create index lost_and_found_items_community_id_kind_day_id_idx on lost_and_found_items (street_id, "community_id", "kind", "day", "id");
create index lost_and_found_items_finder_id_idx on lost_and_found_items (street_id, "finder_id");
create index lost_and_found_items_claimant_phone_hash_idx on lost_and_found_items (street_id, "claimant_phone_hash");
create index lost_and_found_items_search_trgm on lost_and_found_items using gin (search gin_trgm_ops);
alter table lost_and_found_items add constraint lost_and_found_items_finder_id_fkey foreign key (street_id, "finder_id") references registry_people (street_id, id);
`,
  },
]

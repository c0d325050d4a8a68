table parks_benches (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  status text not null,
  status_since timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone,
  due_provisional boolean not null default false,
  place text not null,
  seats integer not null,
  keeper uuid not null,
  is_covered boolean not null,
  photo text,
  since date not null,
  search text not null default ''::text,
  constraint parks_benches_keeper_fkey FOREIGN KEY (street_id, keeper) REFERENCES parks_keepers(street_id, id),
  constraint parks_benches_pkey PRIMARY KEY (street_id, id),
  constraint parks_benches_status_check CHECK ((status = ANY (ARRAY['sound'::text, 'broken'::text, 'gone'::text])))
)
CREATE INDEX parks_benches_community_id_is_covered_place_id_idx ON public.parks_benches USING btree (street_id, community_id, is_covered, place, id)
CREATE INDEX parks_benches_community_id_place_id_idx ON public.parks_benches USING btree (street_id, community_id, place, id)
CREATE INDEX parks_benches_community_id_status_due_at_id_idx ON public.parks_benches USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX parks_benches_community_id_status_place_id_idx ON public.parks_benches USING btree (street_id, community_id, status, place, id)
CREATE INDEX parks_benches_grid_id_place_id_idx ON public.parks_benches USING btree (street_id, grid_id, place, id)
CREATE INDEX parks_benches_is_covered_place_id_idx ON public.parks_benches USING btree (street_id, is_covered, place, id)
CREATE INDEX parks_benches_keeper_idx ON public.parks_benches USING btree (street_id, keeper)
CREATE INDEX parks_benches_photo_idx ON public.parks_benches USING btree (street_id, photo)
CREATE INDEX parks_benches_place_id_idx ON public.parks_benches USING btree (street_id, place, id)
CREATE INDEX parks_benches_search_trgm ON public.parks_benches USING gin (search gin_trgm_ops)
CREATE INDEX parks_benches_status_due_at_id_idx ON public.parks_benches USING btree (street_id, status, due_at, id)
CREATE INDEX parks_benches_status_place_id_idx ON public.parks_benches USING btree (street_id, status, place, id)

table parks_counts (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  day date not null,
  benches integer not null,
  constraint parks_counts_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX parks_counts_community_id_day_id_idx ON public.parks_counts USING btree (street_id, community_id, day, id)
CREATE INDEX parks_counts_day_id_idx ON public.parks_counts USING btree (street_id, day, id)

table parks_keepers (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  name text not null,
  name_pinyin text not null,
  id_number_cipher bytea not null,
  id_number_hash text not null,
  id_number_mask text not null,
  phone_cipher bytea,
  phone_hash text,
  phone_mask text,
  skills text[],
  search text not null default ''::text,
  constraint parks_keepers_id_number_hash_key UNIQUE (street_id, id_number_hash),
  constraint parks_keepers_pkey PRIMARY KEY (street_id, id),
  constraint parks_keepers_skills_check CHECK ((skills <@ ARRAY['pruning'::text, 'repair'::text]))
)
CREATE INDEX parks_keepers_community_id_name_pinyin_id_idx ON public.parks_keepers USING btree (street_id, community_id, name_pinyin, id)
CREATE INDEX parks_keepers_name_pinyin_id_idx ON public.parks_keepers USING btree (street_id, name_pinyin, id)
CREATE INDEX parks_keepers_phone_hash_idx ON public.parks_keepers USING btree (street_id, phone_hash)
CREATE INDEX parks_keepers_search_trgm ON public.parks_keepers USING gin (search gin_trgm_ops)
CREATE INDEX parks_keepers_skills_gin ON public.parks_keepers USING gin (skills)

table parks_rules (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  title text not null,
  constraint parks_rules_pkey PRIMARY KEY (street_id, id),
  constraint parks_rules_title_key UNIQUE (street_id, title)
)

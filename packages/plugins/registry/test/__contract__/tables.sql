table registry_affiliations (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  person_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  "from" date,
  "to" date,
  constraint registry_affiliations_organisation_id_fkey FOREIGN KEY (street_id, organisation_id) REFERENCES registry_organisations(street_id, id),
  constraint registry_affiliations_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint registry_affiliations_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX registry_affiliations_community_id_id_idx ON public.registry_affiliations USING btree (street_id, community_id, id)
CREATE INDEX registry_affiliations_grid_id_id_idx ON public.registry_affiliations USING btree (street_id, grid_id, id)
CREATE INDEX registry_affiliations_organisation_id_idx ON public.registry_affiliations USING btree (street_id, organisation_id)
CREATE INDEX registry_affiliations_person_id_idx ON public.registry_affiliations USING btree (street_id, person_id)

table registry_change_proposals (
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
  person_id uuid not null,
  field text not null,
  old_value text,
  new_value text,
  new_id_number_cipher bytea,
  new_id_number_hash text,
  new_id_number_mask text,
  new_phone_cipher bytea,
  new_phone_hash text,
  new_phone_mask text,
  source text not null,
  recorded_source text,
  proposed_at date not null,
  seen_on date,
  decision_note text,
  constraint registry_change_proposals_field_check CHECK ((field = ANY (ARRAY['name'::text, 'idType'::text, 'idNumber'::text, 'otherDocument'::text, 'sex'::text, 'birthDate'::text, 'phone'::text, 'ethnicity'::text, 'maritalStatus'::text, 'childrenLiving'::text, 'note'::text]))),
  constraint registry_change_proposals_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint registry_change_proposals_pkey PRIMARY KEY (street_id, id),
  constraint registry_change_proposals_recorded_source_check CHECK ((recorded_source = ANY (ARRAY['official'::text, 'counter'::text, 'officer'::text, 'self'::text]))),
  constraint registry_change_proposals_source_check CHECK ((source = ANY (ARRAY['official'::text, 'counter'::text, 'officer'::text, 'self'::text]))),
  constraint registry_change_proposals_status_check CHECK ((status = ANY (ARRAY['open'::text, 'accepted'::text, 'rejected'::text])))
)
CREATE INDEX registry_change_proposals_community_id_field_id_idx ON public.registry_change_proposals USING btree (street_id, community_id, field, id)
CREATE INDEX registry_change_proposals_community_id_id_idx ON public.registry_change_proposals USING btree (street_id, community_id, id)
CREATE INDEX registry_change_proposals_community_id_status_due_at_id_idx ON public.registry_change_proposals USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX registry_change_proposals_community_id_status_id_idx ON public.registry_change_proposals USING btree (street_id, community_id, status, id)
CREATE INDEX registry_change_proposals_field_id_idx ON public.registry_change_proposals USING btree (street_id, field, id)
CREATE INDEX registry_change_proposals_grid_id_id_idx ON public.registry_change_proposals USING btree (street_id, grid_id, id)
CREATE INDEX registry_change_proposals_new_id_number_hash_idx ON public.registry_change_proposals USING btree (street_id, new_id_number_hash)
CREATE INDEX registry_change_proposals_new_phone_hash_idx ON public.registry_change_proposals USING btree (street_id, new_phone_hash)
CREATE INDEX registry_change_proposals_person_id_idx ON public.registry_change_proposals USING btree (street_id, person_id)
CREATE INDEX registry_change_proposals_status_due_at_id_idx ON public.registry_change_proposals USING btree (street_id, status, due_at, id)
CREATE INDEX registry_change_proposals_status_id_idx ON public.registry_change_proposals USING btree (street_id, status, id)

table registry_duplicates (
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
  person_a_id uuid not null,
  person_b_id uuid not null,
  reason text not null,
  reason_text text not null,
  decision_note text,
  merge_id uuid,
  constraint registry_duplicates_merge_id_fkey FOREIGN KEY (street_id, merge_id) REFERENCES registry_merges(street_id, id),
  constraint registry_duplicates_person_a_id_fkey FOREIGN KEY (street_id, person_a_id) REFERENCES registry_people(street_id, id),
  constraint registry_duplicates_person_a_id_person_b_id_key UNIQUE (street_id, person_a_id, person_b_id),
  constraint registry_duplicates_person_b_id_fkey FOREIGN KEY (street_id, person_b_id) REFERENCES registry_people(street_id, id),
  constraint registry_duplicates_pkey PRIMARY KEY (street_id, id),
  constraint registry_duplicates_reason_check CHECK ((reason = ANY (ARRAY['id'::text, 'name_birth_place'::text, 'phone'::text]))),
  constraint registry_duplicates_status_check CHECK ((status = ANY (ARRAY['open'::text, 'unsure'::text, 'merged'::text, 'different'::text])))
)
CREATE INDEX registry_duplicates_community_id_id_idx ON public.registry_duplicates USING btree (street_id, community_id, id)
CREATE INDEX registry_duplicates_community_id_reason_id_idx ON public.registry_duplicates USING btree (street_id, community_id, reason, id)
CREATE INDEX registry_duplicates_community_id_status_due_at_id_idx ON public.registry_duplicates USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX registry_duplicates_community_id_status_id_idx ON public.registry_duplicates USING btree (street_id, community_id, status, id)
CREATE INDEX registry_duplicates_grid_id_id_idx ON public.registry_duplicates USING btree (street_id, grid_id, id)
CREATE INDEX registry_duplicates_merge_id_idx ON public.registry_duplicates USING btree (street_id, merge_id)
CREATE INDEX registry_duplicates_person_a_id_idx ON public.registry_duplicates USING btree (street_id, person_a_id)
CREATE INDEX registry_duplicates_person_b_id_idx ON public.registry_duplicates USING btree (street_id, person_b_id)
CREATE INDEX registry_duplicates_reason_id_idx ON public.registry_duplicates USING btree (street_id, reason, id)
CREATE INDEX registry_duplicates_status_due_at_id_idx ON public.registry_duplicates USING btree (street_id, status, due_at, id)
CREATE INDEX registry_duplicates_status_id_idx ON public.registry_duplicates USING btree (street_id, status, id)

table registry_household_members (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  household_id uuid not null,
  person_id uuid not null,
  relation text not null,
  lives_here boolean not null,
  "from" date,
  "to" date,
  constraint registry_household_members_household_id_fkey FOREIGN KEY (street_id, household_id) REFERENCES registry_households(street_id, id),
  constraint registry_household_members_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint registry_household_members_pkey PRIMARY KEY (street_id, id),
  constraint registry_household_members_relation_check CHECK ((relation = ANY (ARRAY['head'::text, 'spouse'::text, 'son'::text, 'daughter'::text, 'child_in_law'::text, 'grandchild'::text, 'parent'::text, 'parent_in_law'::text, 'grandparent'::text, 'sibling'::text, 'other_relative'::text, 'non_relative'::text])))
)
CREATE INDEX registry_household_members_community_id_id_idx ON public.registry_household_members USING btree (street_id, community_id, id)
CREATE INDEX registry_household_members_grid_id_id_idx ON public.registry_household_members USING btree (street_id, grid_id, id)
CREATE INDEX registry_household_members_household_id_idx ON public.registry_household_members USING btree (street_id, household_id)
CREATE INDEX registry_household_members_person_id_idx ON public.registry_household_members USING btree (street_id, person_id)

table registry_household_tags (
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
  household_id uuid not null,
  tag text not null,
  difficulty text not null,
  basis_text text not null,
  evidence text,
  "from" date not null,
  "to" date,
  end_reason text,
  constraint registry_household_tags_difficulty_check CHECK ((difficulty = ANY (ARRAY['subsistence'::text, 'destitute'::text, 'low_income'::text, 'temporary'::text]))),
  constraint registry_household_tags_household_id_fkey FOREIGN KEY (street_id, household_id) REFERENCES registry_households(street_id, id),
  constraint registry_household_tags_pkey PRIMARY KEY (street_id, id),
  constraint registry_household_tags_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text]))),
  constraint registry_household_tags_tag_check CHECK ((tag = 'hardship'::text))
)
CREATE INDEX registry_household_tags_community_id_id_idx ON public.registry_household_tags USING btree (street_id, community_id, id)
CREATE INDEX registry_household_tags_community_id_status_id_idx ON public.registry_household_tags USING btree (street_id, community_id, status, id)
CREATE INDEX registry_household_tags_evidence_idx ON public.registry_household_tags USING btree (street_id, evidence)
CREATE INDEX registry_household_tags_grid_id_id_idx ON public.registry_household_tags USING btree (street_id, grid_id, id)
CREATE INDEX registry_household_tags_household_id_idx ON public.registry_household_tags USING btree (street_id, household_id)
CREATE INDEX registry_household_tags_status_id_idx ON public.registry_household_tags USING btree (street_id, status, id)

table registry_households (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  name text,
  name_pinyin text,
  unit_id uuid not null,
  head_person_id uuid,
  number text,
  category text not null,
  difficulty text,
  member_count integer,
  estate_id uuid,
  address text,
  ended_at date,
  search text not null default ''::text,
  constraint registry_households_category_check CHECK ((category = ANY (ARRAY['family'::text, 'collective'::text, 'tenants'::text]))),
  constraint registry_households_difficulty_check CHECK ((difficulty = ANY (ARRAY['subsistence'::text, 'destitute'::text, 'low_income'::text, 'temporary'::text]))),
  constraint registry_households_estate_id_fkey FOREIGN KEY (street_id, estate_id) REFERENCES registry_units(street_id, id),
  constraint registry_households_head_person_id_fkey FOREIGN KEY (street_id, head_person_id) REFERENCES registry_people(street_id, id),
  constraint registry_households_pkey PRIMARY KEY (street_id, id),
  constraint registry_households_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id)
)
CREATE INDEX registry_households_category_id_idx ON public.registry_households USING btree (street_id, category, id)
CREATE INDEX registry_households_community_id_category_id_idx ON public.registry_households USING btree (street_id, community_id, category, id)
CREATE INDEX registry_households_community_id_estate_id_id_idx ON public.registry_households USING btree (street_id, community_id, estate_id, id)
CREATE INDEX registry_households_community_id_id_idx ON public.registry_households USING btree (street_id, community_id, id)
CREATE INDEX registry_households_estate_id_id_idx ON public.registry_households USING btree (street_id, estate_id, id)
CREATE INDEX registry_households_grid_id_id_idx ON public.registry_households USING btree (street_id, grid_id, id)
CREATE INDEX registry_households_head_person_id_idx ON public.registry_households USING btree (street_id, head_person_id)
CREATE INDEX registry_households_search_trgm ON public.registry_households USING gin (search gin_trgm_ops)
CREATE INDEX registry_households_unit_id_idx ON public.registry_households USING btree (street_id, unit_id)

table registry_merges (
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
  kept_id uuid not null,
  gone_id uuid not null,
  reason text not null,
  moved jsonb,
  filled jsonb,
  moved_count text,
  undo_reason text,
  constraint registry_merges_gone_id_fkey FOREIGN KEY (street_id, gone_id) REFERENCES registry_people(street_id, id),
  constraint registry_merges_kept_id_fkey FOREIGN KEY (street_id, kept_id) REFERENCES registry_people(street_id, id),
  constraint registry_merges_pkey PRIMARY KEY (street_id, id),
  constraint registry_merges_status_check CHECK ((status = ANY (ARRAY['merged'::text, 'undone'::text])))
)
CREATE INDEX registry_merges_community_id_id_idx ON public.registry_merges USING btree (street_id, community_id, id)
CREATE INDEX registry_merges_community_id_status_id_idx ON public.registry_merges USING btree (street_id, community_id, status, id)
CREATE INDEX registry_merges_gone_id_idx ON public.registry_merges USING btree (street_id, gone_id)
CREATE INDEX registry_merges_grid_id_id_idx ON public.registry_merges USING btree (street_id, grid_id, id)
CREATE INDEX registry_merges_kept_id_idx ON public.registry_merges USING btree (street_id, kept_id)
CREATE INDEX registry_merges_status_id_idx ON public.registry_merges USING btree (street_id, status, id)

table registry_organisations (
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
  credit_code text,
  kind text not null,
  unit_id uuid,
  address text,
  contact_name text,
  contact_phone_cipher bytea,
  contact_phone_hash text,
  contact_phone_mask text,
  closed_at date,
  search text not null default ''::text,
  constraint registry_organisations_credit_code_key UNIQUE (street_id, credit_code),
  constraint registry_organisations_kind_check CHECK ((kind = ANY (ARRAY['enterprise'::text, 'individual'::text, 'social'::text, 'office'::text, 'school'::text, 'committee'::text, 'property'::text, 'filed'::text, 'other'::text]))),
  constraint registry_organisations_pkey PRIMARY KEY (street_id, id),
  constraint registry_organisations_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id)
)
CREATE INDEX registry_organisations_community_id_id_idx ON public.registry_organisations USING btree (street_id, community_id, id)
CREATE INDEX registry_organisations_community_id_kind_id_idx ON public.registry_organisations USING btree (street_id, community_id, kind, id)
CREATE INDEX registry_organisations_contact_phone_hash_idx ON public.registry_organisations USING btree (street_id, contact_phone_hash)
CREATE INDEX registry_organisations_grid_id_id_idx ON public.registry_organisations USING btree (street_id, grid_id, id)
CREATE INDEX registry_organisations_kind_id_idx ON public.registry_organisations USING btree (street_id, kind, id)
CREATE INDEX registry_organisations_search_trgm ON public.registry_organisations USING gin (search gin_trgm_ops)
CREATE INDEX registry_organisations_unit_id_idx ON public.registry_organisations USING btree (street_id, unit_id)

table registry_people (
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
  id_type text not null,
  id_number_cipher bytea,
  id_number_hash text,
  id_number_mask text,
  other_document text,
  sex text,
  birth_date date,
  phone_cipher bytea,
  phone_hash text,
  phone_mask text,
  ethnicity text,
  marital_status text,
  children_living integer,
  residence_kind text,
  home_id uuid,
  estate_id uuid,
  address text,
  open_tags text[],
  deceased_at date,
  source text,
  source_trust integer,
  verified_at date,
  merged_into uuid,
  note text,
  search text not null default ''::text,
  constraint registry_people_estate_id_fkey FOREIGN KEY (street_id, estate_id) REFERENCES registry_units(street_id, id),
  constraint registry_people_home_id_fkey FOREIGN KEY (street_id, home_id) REFERENCES registry_units(street_id, id),
  constraint registry_people_id_number_hash_key UNIQUE (street_id, id_number_hash),
  constraint registry_people_id_type_check CHECK ((id_type = ANY (ARRAY['resident'::text, 'permit'::text, 'other'::text, 'none'::text]))),
  constraint registry_people_marital_status_check CHECK ((marital_status = ANY (ARRAY['single'::text, 'married'::text, 'widowed'::text, 'divorced'::text]))),
  constraint registry_people_merged_into_fkey FOREIGN KEY (street_id, merged_into) REFERENCES registry_people(street_id, id),
  constraint registry_people_open_tags_check CHECK ((open_tags <@ ARRAY['aged'::text, 'empty_nest'::text, 'living_alone'::text, 'veteran'::text])),
  constraint registry_people_pkey PRIMARY KEY (street_id, id),
  constraint registry_people_residence_kind_check CHECK ((residence_kind = ANY (ARRAY['registered'::text, 'permanent'::text, 'floating'::text, 'separated'::text]))),
  constraint registry_people_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text]))),
  constraint registry_people_source_check CHECK ((source = ANY (ARRAY['official'::text, 'counter'::text, 'officer'::text, 'self'::text])))
)
CREATE INDEX registry_people_birth_date_idx ON public.registry_people USING btree (street_id, birth_date)
CREATE INDEX registry_people_community_id_estate_id_id_idx ON public.registry_people USING btree (street_id, community_id, estate_id, id)
CREATE INDEX registry_people_community_id_id_idx ON public.registry_people USING btree (street_id, community_id, id)
CREATE INDEX registry_people_community_id_residence_kind_id_idx ON public.registry_people USING btree (street_id, community_id, residence_kind, id)
CREATE INDEX registry_people_estate_id_id_idx ON public.registry_people USING btree (street_id, estate_id, id)
CREATE INDEX registry_people_grid_id_id_idx ON public.registry_people USING btree (street_id, grid_id, id)
CREATE INDEX registry_people_home_id_idx ON public.registry_people USING btree (street_id, home_id)
CREATE INDEX registry_people_merged_into_idx ON public.registry_people USING btree (street_id, merged_into)
CREATE INDEX registry_people_open_tags_gin ON public.registry_people USING gin (open_tags)
CREATE INDEX registry_people_phone_hash_idx ON public.registry_people USING btree (street_id, phone_hash)
CREATE INDEX registry_people_residence_kind_id_idx ON public.registry_people USING btree (street_id, residence_kind, id)
CREATE INDEX registry_people_search_trgm ON public.registry_people USING gin (search gin_trgm_ops)

table registry_person_tags (
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
  person_id uuid not null,
  tag text not null,
  label text,
  basis text not null,
  rule_version text,
  basis_text text,
  open_basis text,
  evidence text,
  "from" date not null,
  "to" date,
  end_reason text,
  household_tag_id uuid,
  constraint registry_person_tags_basis_check CHECK ((basis = ANY (ARRAY['rule'::text, 'manual'::text, 'import'::text]))),
  constraint registry_person_tags_household_tag_id_fkey FOREIGN KEY (street_id, household_tag_id) REFERENCES registry_household_tags(street_id, id),
  constraint registry_person_tags_label_check CHECK ((label = ANY (ARRAY['aged'::text, 'empty_nest'::text, 'living_alone'::text, 'veteran'::text, 'protected'::text]))),
  constraint registry_person_tags_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint registry_person_tags_pkey PRIMARY KEY (street_id, id),
  constraint registry_person_tags_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text]))),
  constraint registry_person_tags_tag_check CHECK ((tag = ANY (ARRAY['aged'::text, 'empty_nest'::text, 'living_alone'::text, 'no_kin'::text, 'hardship'::text, 'disabled'::text, 'disabled_ability'::text, 'veteran'::text, 'left_behind_child'::text, 'bereaved_parent'::text, 'key_care'::text])))
)
CREATE INDEX registry_person_tags_basis_id_idx ON public.registry_person_tags USING btree (street_id, basis, id)
CREATE INDEX registry_person_tags_community_id_basis_id_idx ON public.registry_person_tags USING btree (street_id, community_id, basis, id)
CREATE INDEX registry_person_tags_community_id_id_idx ON public.registry_person_tags USING btree (street_id, community_id, id)
CREATE INDEX registry_person_tags_community_id_label_id_idx ON public.registry_person_tags USING btree (street_id, community_id, label, id)
CREATE INDEX registry_person_tags_community_id_status_id_idx ON public.registry_person_tags USING btree (street_id, community_id, status, id)
CREATE INDEX registry_person_tags_evidence_idx ON public.registry_person_tags USING btree (street_id, evidence)
CREATE INDEX registry_person_tags_grid_id_id_idx ON public.registry_person_tags USING btree (street_id, grid_id, id)
CREATE INDEX registry_person_tags_household_tag_id_idx ON public.registry_person_tags USING btree (street_id, household_tag_id)
CREATE INDEX registry_person_tags_label_id_idx ON public.registry_person_tags USING btree (street_id, label, id)
CREATE INDEX registry_person_tags_person_id_idx ON public.registry_person_tags USING btree (street_id, person_id)
CREATE INDEX registry_person_tags_status_id_idx ON public.registry_person_tags USING btree (street_id, status, id)
CREATE INDEX registry_person_tags_tag_idx ON public.registry_person_tags USING btree (street_id, tag)

table registry_residences (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  person_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  "from" date,
  "to" date,
  constraint registry_residences_kind_check CHECK ((kind = ANY (ARRAY['registered'::text, 'permanent'::text, 'floating'::text, 'separated'::text]))),
  constraint registry_residences_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint registry_residences_pkey PRIMARY KEY (street_id, id),
  constraint registry_residences_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id)
)
CREATE INDEX registry_residences_community_id_id_idx ON public.registry_residences USING btree (street_id, community_id, id)
CREATE INDEX registry_residences_grid_id_id_idx ON public.registry_residences USING btree (street_id, grid_id, id)
CREATE INDEX registry_residences_person_id_idx ON public.registry_residences USING btree (street_id, person_id)
CREATE INDEX registry_residences_unit_id_idx ON public.registry_residences USING btree (street_id, unit_id)

table registry_units (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  kind text not null,
  name text not null,
  name_pinyin text not null,
  parent_id uuid,
  code text,
  area text,
  use text,
  full_name text,
  estate_id uuid,
  building_id uuid,
  sort_key text,
  search text not null default ''::text,
  constraint registry_units_building_id_fkey FOREIGN KEY (street_id, building_id) REFERENCES registry_units(street_id, id),
  constraint registry_units_community_id_full_name_key UNIQUE (street_id, community_id, full_name),
  constraint registry_units_estate_id_fkey FOREIGN KEY (street_id, estate_id) REFERENCES registry_units(street_id, id),
  constraint registry_units_kind_check CHECK ((kind = ANY (ARRAY['estate'::text, 'building'::text, 'unit'::text, 'room'::text]))),
  constraint registry_units_parent_id_fkey FOREIGN KEY (street_id, parent_id) REFERENCES registry_units(street_id, id),
  constraint registry_units_pkey PRIMARY KEY (street_id, id),
  constraint registry_units_use_check CHECK ((use = ANY (ARRAY['home'::text, 'shop'::text, 'office'::text, 'other'::text])))
)
CREATE INDEX registry_units_building_id_idx ON public.registry_units USING btree (street_id, building_id)
CREATE INDEX registry_units_community_id_estate_id_sort_key_id_idx ON public.registry_units USING btree (street_id, community_id, estate_id, sort_key, id)
CREATE INDEX registry_units_community_id_kind_sort_key_id_idx ON public.registry_units USING btree (street_id, community_id, kind, sort_key, id)
CREATE INDEX registry_units_community_id_sort_key_id_idx ON public.registry_units USING btree (street_id, community_id, sort_key, id)
CREATE INDEX registry_units_estate_id_sort_key_id_idx ON public.registry_units USING btree (street_id, estate_id, sort_key, id)
CREATE INDEX registry_units_grid_id_sort_key_id_idx ON public.registry_units USING btree (street_id, grid_id, sort_key, id)
CREATE INDEX registry_units_kind_sort_key_id_idx ON public.registry_units USING btree (street_id, kind, sort_key, id)
CREATE INDEX registry_units_parent_id_idx ON public.registry_units USING btree (street_id, parent_id)
CREATE INDEX registry_units_search_trgm ON public.registry_units USING gin (search gin_trgm_ops)
CREATE INDEX registry_units_sort_key_id_idx ON public.registry_units USING btree (street_id, sort_key, id)

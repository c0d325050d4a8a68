/** The registry's first tables. Frozen: a change is a new migration. */
export const CREATE = `
create table registry_people (
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
  "name_pinyin" text collate "C" not null,
  "id_type" text collate "C" not null,
  constraint registry_people_id_type_check check ("id_type" in ('resident', 'permit', 'other', 'none')),
  "id_number_cipher" bytea,
  "id_number_hash" text collate "C",
  "id_number_mask" text collate "C",
  "other_document" text collate "C",
  "sex" text collate "C",
  constraint registry_people_sex_check check ("sex" in ('male', 'female', 'unknown')),
  "birth_date" date,
  "phone_cipher" bytea,
  "phone_hash" text collate "C",
  "phone_mask" text collate "C",
  "ethnicity" text collate "C",
  "marital_status" text collate "C",
  constraint registry_people_marital_status_check check ("marital_status" in ('single', 'married', 'widowed', 'divorced')),
  "children_living" integer,
  "residence_kind" text collate "C",
  constraint registry_people_residence_kind_check check ("residence_kind" in ('registered', 'permanent', 'floating', 'separated')),
  "home_id" uuid,
  "estate_id" uuid,
  "address" text collate "C",
  "open_tags" text[],
  constraint registry_people_open_tags_check check ("open_tags" <@ array['aged', 'empty_nest', 'living_alone', 'veteran']::text[]),
  "deceased_at" date,
  "source" text collate "C",
  constraint registry_people_source_check check ("source" in ('official', 'counter', 'officer', 'self')),
  "source_trust" integer,
  "verified_at" date,
  "merged_into" uuid,
  "note" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint registry_people_id_number_hash_key unique (street_id, "id_number_hash")
);
create index registry_people_community_id_id_idx on registry_people (street_id, "community_id", "id");
create index registry_people_grid_id_id_idx on registry_people (street_id, "grid_id", "id");
create index registry_people_estate_id_id_idx on registry_people (street_id, "estate_id", "id");
create index registry_people_community_id_estate_id_id_idx on registry_people (street_id, "community_id", "estate_id", "id");
create index registry_people_residence_kind_id_idx on registry_people (street_id, "residence_kind", "id");
create index registry_people_community_id_residence_kind_id_idx on registry_people (street_id, "community_id", "residence_kind", "id");
create index registry_people_birth_date_idx on registry_people (street_id, "birth_date");
create index registry_people_phone_hash_idx on registry_people (street_id, "phone_hash");
create index registry_people_home_id_idx on registry_people (street_id, "home_id");
create index registry_people_merged_into_idx on registry_people (street_id, "merged_into");
create index registry_people_open_tags_gin on registry_people using gin ("open_tags");
create index registry_people_search_trgm on registry_people using gin (search gin_trgm_ops);
create table registry_households (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "name" text collate "C",
  "name_pinyin" text collate "C",
  "unit_id" uuid not null,
  "head_person_id" uuid,
  "number" text collate "C",
  "category" text collate "C" not null,
  constraint registry_households_category_check check ("category" in ('family', 'collective', 'tenants')),
  "difficulty" text collate "C",
  constraint registry_households_difficulty_check check ("difficulty" in ('subsistence', 'destitute', 'low_income', 'temporary')),
  "member_count" integer,
  "estate_id" uuid,
  "address" text collate "C",
  "ended_at" date,
  search text collate "C" not null default '',
  primary key (street_id, id)
);
create index registry_households_community_id_id_idx on registry_households (street_id, "community_id", "id");
create index registry_households_grid_id_id_idx on registry_households (street_id, "grid_id", "id");
create index registry_households_estate_id_id_idx on registry_households (street_id, "estate_id", "id");
create index registry_households_community_id_estate_id_id_idx on registry_households (street_id, "community_id", "estate_id", "id");
create index registry_households_category_id_idx on registry_households (street_id, "category", "id");
create index registry_households_community_id_category_id_idx on registry_households (street_id, "community_id", "category", "id");
create index registry_households_unit_id_idx on registry_households (street_id, "unit_id");
create index registry_households_head_person_id_idx on registry_households (street_id, "head_person_id");
create index registry_households_search_trgm on registry_households using gin (search gin_trgm_ops);
create table registry_units (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "kind" text collate "C" not null,
  constraint registry_units_kind_check check ("kind" in ('estate', 'building', 'unit', 'room')),
  "name" text collate "C" not null,
  "name_pinyin" text collate "C" not null,
  "parent_id" uuid,
  "code" text collate "C",
  "area" text collate "C",
  "use" text collate "C",
  constraint registry_units_use_check check ("use" in ('home', 'shop', 'office', 'other')),
  "full_name" text collate "C",
  "estate_id" uuid,
  "building_id" uuid,
  "sort_key" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint registry_units_community_id_full_name_key unique (street_id, "community_id", "full_name")
);
create index registry_units_sort_key_id_idx on registry_units (street_id, "sort_key", "id");
create index registry_units_community_id_sort_key_id_idx on registry_units (street_id, "community_id", "sort_key", "id");
create index registry_units_grid_id_sort_key_id_idx on registry_units (street_id, "grid_id", "sort_key", "id");
create index registry_units_kind_sort_key_id_idx on registry_units (street_id, "kind", "sort_key", "id");
create index registry_units_community_id_kind_sort_key_id_idx on registry_units (street_id, "community_id", "kind", "sort_key", "id");
create index registry_units_estate_id_sort_key_id_idx on registry_units (street_id, "estate_id", "sort_key", "id");
create index registry_units_community_id_estate_id_sort_key_id_idx on registry_units (street_id, "community_id", "estate_id", "sort_key", "id");
create index registry_units_parent_id_idx on registry_units (street_id, "parent_id");
create index registry_units_building_id_idx on registry_units (street_id, "building_id");
create index registry_units_search_trgm on registry_units using gin (search gin_trgm_ops);
create table registry_organisations (
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
  "name_pinyin" text collate "C" not null,
  "credit_code" text collate "C",
  "kind" text collate "C" not null,
  constraint registry_organisations_kind_check check ("kind" in ('enterprise', 'individual', 'social', 'office', 'school', 'committee', 'property', 'filed', 'other')),
  "unit_id" uuid,
  "address" text collate "C",
  "contact_name" text collate "C",
  "contact_phone_cipher" bytea,
  "contact_phone_hash" text collate "C",
  "contact_phone_mask" text collate "C",
  "closed_at" date,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint registry_organisations_credit_code_key unique (street_id, "credit_code")
);
create index registry_organisations_community_id_id_idx on registry_organisations (street_id, "community_id", "id");
create index registry_organisations_grid_id_id_idx on registry_organisations (street_id, "grid_id", "id");
create index registry_organisations_kind_id_idx on registry_organisations (street_id, "kind", "id");
create index registry_organisations_community_id_kind_id_idx on registry_organisations (street_id, "community_id", "kind", "id");
create index registry_organisations_unit_id_idx on registry_organisations (street_id, "unit_id");
create index registry_organisations_contact_phone_hash_idx on registry_organisations (street_id, "contact_phone_hash");
create index registry_organisations_search_trgm on registry_organisations using gin (search gin_trgm_ops);
create table registry_person_tags (
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
  "person_id" uuid not null,
  "tag" text collate "C" not null,
  constraint registry_person_tags_tag_check check ("tag" in ('aged', 'empty_nest', 'living_alone', 'no_kin', 'hardship', 'disabled', 'disabled_ability', 'veteran', 'left_behind_child', 'bereaved_parent', 'key_care')),
  "label" text collate "C",
  constraint registry_person_tags_label_check check ("label" in ('aged', 'empty_nest', 'living_alone', 'veteran', 'protected')),
  "basis" text collate "C" not null,
  constraint registry_person_tags_basis_check check ("basis" in ('rule', 'manual', 'import')),
  "rule_version" text collate "C",
  "basis_text" text collate "C",
  "open_basis" text collate "C",
  "evidence" text collate "C",
  "from" date not null,
  "to" date,
  "end_reason" text collate "C",
  "household_tag_id" uuid,
  primary key (street_id, id),
  constraint registry_person_tags_status_check check (status in ('active', 'ended'))
);
create index registry_person_tags_community_id_id_idx on registry_person_tags (street_id, "community_id", "id");
create index registry_person_tags_grid_id_id_idx on registry_person_tags (street_id, "grid_id", "id");
create index registry_person_tags_status_id_idx on registry_person_tags (street_id, "status", "id");
create index registry_person_tags_community_id_status_id_idx on registry_person_tags (street_id, "community_id", "status", "id");
create index registry_person_tags_label_id_idx on registry_person_tags (street_id, "label", "id");
create index registry_person_tags_community_id_label_id_idx on registry_person_tags (street_id, "community_id", "label", "id");
create index registry_person_tags_basis_id_idx on registry_person_tags (street_id, "basis", "id");
create index registry_person_tags_community_id_basis_id_idx on registry_person_tags (street_id, "community_id", "basis", "id");
create index registry_person_tags_person_id_idx on registry_person_tags (street_id, "person_id");
create index registry_person_tags_tag_idx on registry_person_tags (street_id, "tag");
create index registry_person_tags_evidence_idx on registry_person_tags (street_id, "evidence");
create index registry_person_tags_household_tag_id_idx on registry_person_tags (street_id, "household_tag_id");
create table registry_household_tags (
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
  "household_id" uuid not null,
  "tag" text collate "C" not null,
  constraint registry_household_tags_tag_check check ("tag" in ('hardship')),
  "difficulty" text collate "C" not null,
  constraint registry_household_tags_difficulty_check check ("difficulty" in ('subsistence', 'destitute', 'low_income', 'temporary')),
  "basis_text" text collate "C" not null,
  "evidence" text collate "C",
  "from" date not null,
  "to" date,
  "end_reason" text collate "C",
  primary key (street_id, id),
  constraint registry_household_tags_status_check check (status in ('active', 'ended'))
);
create index registry_household_tags_community_id_id_idx on registry_household_tags (street_id, "community_id", "id");
create index registry_household_tags_grid_id_id_idx on registry_household_tags (street_id, "grid_id", "id");
create index registry_household_tags_status_id_idx on registry_household_tags (street_id, "status", "id");
create index registry_household_tags_community_id_status_id_idx on registry_household_tags (street_id, "community_id", "status", "id");
create index registry_household_tags_household_id_idx on registry_household_tags (street_id, "household_id");
create index registry_household_tags_evidence_idx on registry_household_tags (street_id, "evidence");
create table registry_duplicates (
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
  "person_a_id" uuid not null,
  "person_b_id" uuid not null,
  "reason" text collate "C" not null,
  constraint registry_duplicates_reason_check check ("reason" in ('id', 'name_birth_place', 'phone')),
  "reason_text" text collate "C" not null,
  "decision_note" text collate "C",
  "merge_id" uuid,
  primary key (street_id, id),
  constraint registry_duplicates_status_check check (status in ('open', 'unsure', 'merged', 'different')),
  constraint registry_duplicates_person_a_id_person_b_id_key unique (street_id, "person_a_id", "person_b_id")
);
create index registry_duplicates_community_id_id_idx on registry_duplicates (street_id, "community_id", "id");
create index registry_duplicates_grid_id_id_idx on registry_duplicates (street_id, "grid_id", "id");
create index registry_duplicates_status_id_idx on registry_duplicates (street_id, "status", "id");
create index registry_duplicates_community_id_status_id_idx on registry_duplicates (street_id, "community_id", "status", "id");
create index registry_duplicates_reason_id_idx on registry_duplicates (street_id, "reason", "id");
create index registry_duplicates_community_id_reason_id_idx on registry_duplicates (street_id, "community_id", "reason", "id");
create index registry_duplicates_status_due_at_id_idx on registry_duplicates (street_id, "status", "due_at", "id");
create index registry_duplicates_community_id_status_due_at_id_idx on registry_duplicates (street_id, "community_id", "status", "due_at", "id");
create index registry_duplicates_person_a_id_idx on registry_duplicates (street_id, "person_a_id");
create index registry_duplicates_person_b_id_idx on registry_duplicates (street_id, "person_b_id");
create index registry_duplicates_merge_id_idx on registry_duplicates (street_id, "merge_id");
create table registry_change_proposals (
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
  "person_id" uuid not null,
  "field" text collate "C" not null,
  constraint registry_change_proposals_field_check check ("field" in ('name', 'idType', 'idNumber', 'otherDocument', 'sex', 'birthDate', 'phone', 'ethnicity', 'maritalStatus', 'childrenLiving', 'note')),
  "old_value" text collate "C",
  "new_value" text collate "C",
  "new_id_number_cipher" bytea,
  "new_id_number_hash" text collate "C",
  "new_id_number_mask" text collate "C",
  "new_phone_cipher" bytea,
  "new_phone_hash" text collate "C",
  "new_phone_mask" text collate "C",
  "source" text collate "C" not null,
  constraint registry_change_proposals_source_check check ("source" in ('official', 'counter', 'officer', 'self')),
  "recorded_source" text collate "C",
  constraint registry_change_proposals_recorded_source_check check ("recorded_source" in ('official', 'counter', 'officer', 'self')),
  "proposed_at" date not null,
  "seen_on" date,
  "decision_note" text collate "C",
  primary key (street_id, id),
  constraint registry_change_proposals_status_check check (status in ('open', 'accepted', 'rejected'))
);
create index registry_change_proposals_community_id_id_idx on registry_change_proposals (street_id, "community_id", "id");
create index registry_change_proposals_grid_id_id_idx on registry_change_proposals (street_id, "grid_id", "id");
create index registry_change_proposals_status_id_idx on registry_change_proposals (street_id, "status", "id");
create index registry_change_proposals_community_id_status_id_idx on registry_change_proposals (street_id, "community_id", "status", "id");
create index registry_change_proposals_field_id_idx on registry_change_proposals (street_id, "field", "id");
create index registry_change_proposals_community_id_field_id_idx on registry_change_proposals (street_id, "community_id", "field", "id");
create index registry_change_proposals_status_due_at_id_idx on registry_change_proposals (street_id, "status", "due_at", "id");
create index registry_change_proposals_community_id_status_due_at_id_idx on registry_change_proposals (street_id, "community_id", "status", "due_at", "id");
create index registry_change_proposals_person_id_idx on registry_change_proposals (street_id, "person_id");
create index registry_change_proposals_new_id_number_hash_idx on registry_change_proposals (street_id, "new_id_number_hash");
create index registry_change_proposals_new_phone_hash_idx on registry_change_proposals (street_id, "new_phone_hash");
create table registry_household_members (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "household_id" uuid not null,
  "person_id" uuid not null,
  "relation" text collate "C" not null,
  constraint registry_household_members_relation_check check ("relation" in ('head', 'spouse', 'son', 'daughter', 'child_in_law', 'grandchild', 'parent', 'parent_in_law', 'grandparent', 'sibling', 'other_relative', 'non_relative')),
  "lives_here" boolean not null,
  "from" date,
  "to" date,
  primary key (street_id, id)
);
create index registry_household_members_community_id_id_idx on registry_household_members (street_id, "community_id", "id");
create index registry_household_members_grid_id_id_idx on registry_household_members (street_id, "grid_id", "id");
create index registry_household_members_household_id_idx on registry_household_members (street_id, "household_id");
create index registry_household_members_person_id_idx on registry_household_members (street_id, "person_id");
create table registry_residences (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "person_id" uuid not null,
  "unit_id" uuid not null,
  "kind" text collate "C" not null,
  constraint registry_residences_kind_check check ("kind" in ('registered', 'permanent', 'floating', 'separated')),
  "from" date,
  "to" date,
  primary key (street_id, id)
);
create index registry_residences_community_id_id_idx on registry_residences (street_id, "community_id", "id");
create index registry_residences_grid_id_id_idx on registry_residences (street_id, "grid_id", "id");
create index registry_residences_person_id_idx on registry_residences (street_id, "person_id");
create index registry_residences_unit_id_idx on registry_residences (street_id, "unit_id");
create table registry_affiliations (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "person_id" uuid not null,
  "organisation_id" uuid not null,
  "role" text collate "C" not null,
  "from" date,
  "to" date,
  primary key (street_id, id)
);
create index registry_affiliations_community_id_id_idx on registry_affiliations (street_id, "community_id", "id");
create index registry_affiliations_grid_id_id_idx on registry_affiliations (street_id, "grid_id", "id");
create index registry_affiliations_person_id_idx on registry_affiliations (street_id, "person_id");
create index registry_affiliations_organisation_id_idx on registry_affiliations (street_id, "organisation_id");
create table registry_merges (
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
  "kept_id" uuid not null,
  "gone_id" uuid not null,
  "reason" text collate "C" not null,
  "moved" jsonb,
  "filled" jsonb,
  "moved_count" text collate "C",
  "undo_reason" text collate "C",
  primary key (street_id, id),
  constraint registry_merges_status_check check (status in ('merged', 'undone'))
);
create index registry_merges_community_id_id_idx on registry_merges (street_id, "community_id", "id");
create index registry_merges_grid_id_id_idx on registry_merges (street_id, "grid_id", "id");
create index registry_merges_status_id_idx on registry_merges (street_id, "status", "id");
create index registry_merges_community_id_status_id_idx on registry_merges (street_id, "community_id", "status", "id");
create index registry_merges_kept_id_idx on registry_merges (street_id, "kept_id");
create index registry_merges_gone_id_idx on registry_merges (street_id, "gone_id");
alter table registry_people add constraint registry_people_home_id_fkey foreign key (street_id, "home_id") references registry_units (street_id, id);
alter table registry_people add constraint registry_people_estate_id_fkey foreign key (street_id, "estate_id") references registry_units (street_id, id);
alter table registry_people add constraint registry_people_merged_into_fkey foreign key (street_id, "merged_into") references registry_people (street_id, id);
alter table registry_households add constraint registry_households_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table registry_households add constraint registry_households_head_person_id_fkey foreign key (street_id, "head_person_id") references registry_people (street_id, id);
alter table registry_households add constraint registry_households_estate_id_fkey foreign key (street_id, "estate_id") references registry_units (street_id, id);
alter table registry_units add constraint registry_units_parent_id_fkey foreign key (street_id, "parent_id") references registry_units (street_id, id);
alter table registry_units add constraint registry_units_estate_id_fkey foreign key (street_id, "estate_id") references registry_units (street_id, id);
alter table registry_units add constraint registry_units_building_id_fkey foreign key (street_id, "building_id") references registry_units (street_id, id);
alter table registry_organisations add constraint registry_organisations_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table registry_person_tags add constraint registry_person_tags_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table registry_person_tags add constraint registry_person_tags_household_tag_id_fkey foreign key (street_id, "household_tag_id") references registry_household_tags (street_id, id);
alter table registry_household_tags add constraint registry_household_tags_household_id_fkey foreign key (street_id, "household_id") references registry_households (street_id, id);
alter table registry_duplicates add constraint registry_duplicates_person_a_id_fkey foreign key (street_id, "person_a_id") references registry_people (street_id, id);
alter table registry_duplicates add constraint registry_duplicates_person_b_id_fkey foreign key (street_id, "person_b_id") references registry_people (street_id, id);
alter table registry_duplicates add constraint registry_duplicates_merge_id_fkey foreign key (street_id, "merge_id") references registry_merges (street_id, id);
alter table registry_change_proposals add constraint registry_change_proposals_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table registry_household_members add constraint registry_household_members_household_id_fkey foreign key (street_id, "household_id") references registry_households (street_id, id);
alter table registry_household_members add constraint registry_household_members_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table registry_residences add constraint registry_residences_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table registry_residences add constraint registry_residences_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table registry_affiliations add constraint registry_affiliations_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table registry_affiliations add constraint registry_affiliations_organisation_id_fkey foreign key (street_id, "organisation_id") references registry_organisations (street_id, id);
alter table registry_merges add constraint registry_merges_kept_id_fkey foreign key (street_id, "kept_id") references registry_people (street_id, id);
alter table registry_merges add constraint registry_merges_gone_id_fkey foreign key (street_id, "gone_id") references registry_people (street_id, id);
`

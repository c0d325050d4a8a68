/** The net's first tables. Frozen: a change is a new migration. */
export const CREATE = `
create table grid_events (
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
  "no" text collate "C",
  "title" text collate "C" not null,
  "type" text collate "C" not null,
  constraint grid_events_type_check check ("type" in ('hazard', 'dispute', 'environment', 'facility', 'order', 'livelihood', 'special', 'other')),
  "level" text collate "C" not null,
  constraint grid_events_level_check check ("level" in ('normal', 'larger', 'major', 'urgent')),
  "description" text collate "C",
  "place" text collate "C",
  "unit_id" uuid,
  "spot" jsonb,
  "found_by" text collate "C" not null,
  constraint grid_events_found_by_check check ("found_by" in ('officer', 'resident', 'staff', 'hotline', 'system')),
  "reporter" text collate "C",
  "reporter_phone_cipher" bytea,
  "reporter_phone_hash" text collate "C",
  "reporter_phone_mask" text collate "C",
  "reporter_id" uuid,
  "reporter_dropped_at" timestamptz(3),
  "photo" text collate "C",
  "offline_id" text collate "C",
  "likely_repeat_of" uuid,
  "parent_id" uuid,
  "handler" text collate "C",
  constraint grid_events_handler_check check ("handler" in ('officer', 'community', 'property', 'street', 'department')),
  "handler_name" text collate "C",
  "handler_id" uuid,
  "respond_due" timestamptz(3),
  "finish_due" timestamptz(3),
  "acknowledged_at" timestamptz(3),
  "ack_missed" text collate "C",
  constraint grid_events_ack_missed_check check ("ack_missed" in ('yes', 'no')),
  "answer_raised_to" text collate "C",
  constraint grid_events_answer_raised_to_check check ("answer_raised_to" in ('community', 'street')),
  "result" text collate "C",
  "result_photo" text collate "C",
  "handled_at" timestamptz(3),
  "handled_by" uuid,
  "on_time" text collate "C",
  constraint grid_events_on_time_check check ("on_time" in ('yes', 'no')),
  "returns" integer not null,
  "reopens" integer not null,
  "raised_to" text collate "C",
  constraint grid_events_raised_to_check check ("raised_to" in ('community', 'street', 'department')),
  "confirmation" text collate "C",
  constraint grid_events_confirmation_check check ("confirmation" in ('solved', 'partly', 'explained', 'unreachable')),
  "council_state" text collate "C",
  constraint grid_events_council_state_check check ("council_state" in ('sent', 'accepted', 'resolved', 'returned', 'closed')),
  "service_state" text collate "C",
  constraint grid_events_service_state_check check ("service_state" in ('sent', 'answered')),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint grid_events_status_check check (status in ('reported', 'verified', 'void', 'joined', 'dispatched', 'returned', 'accepted', 'handling', 'selfSolved', 'done', 'checked', 'confirmed', 'reopened', 'closed')),
  constraint grid_events_no_key unique (street_id, "no"),
  constraint grid_events_offline_id_key unique (street_id, "offline_id")
);
create index grid_events_created_at_id_idx on grid_events (street_id, "created_at", "id");
create index grid_events_community_id_created_at_id_idx on grid_events (street_id, "community_id", "created_at", "id");
create index grid_events_grid_id_created_at_id_idx on grid_events (street_id, "grid_id", "created_at", "id");
create index grid_events_status_created_at_id_idx on grid_events (street_id, "status", "created_at", "id");
create index grid_events_community_id_status_created_at_id_idx on grid_events (street_id, "community_id", "status", "created_at", "id");
create index grid_events_type_created_at_id_idx on grid_events (street_id, "type", "created_at", "id");
create index grid_events_community_id_type_created_at_id_idx on grid_events (street_id, "community_id", "type", "created_at", "id");
create index grid_events_level_created_at_id_idx on grid_events (street_id, "level", "created_at", "id");
create index grid_events_community_id_level_created_at_id_idx on grid_events (street_id, "community_id", "level", "created_at", "id");
create index grid_events_found_by_created_at_id_idx on grid_events (street_id, "found_by", "created_at", "id");
create index grid_events_community_id_found_by_created_at_id_idx on grid_events (street_id, "community_id", "found_by", "created_at", "id");
create index grid_events_handler_created_at_id_idx on grid_events (street_id, "handler", "created_at", "id");
create index grid_events_community_id_handler_created_at_id_idx on grid_events (street_id, "community_id", "handler", "created_at", "id");
create index grid_events_status_due_at_id_idx on grid_events (street_id, "status", "due_at", "id");
create index grid_events_community_id_status_due_at_id_idx on grid_events (street_id, "community_id", "status", "due_at", "id");
create index grid_events_unit_id_idx on grid_events (street_id, "unit_id");
create index grid_events_reporter_phone_hash_idx on grid_events (street_id, "reporter_phone_hash");
create index grid_events_reporter_id_idx on grid_events (street_id, "reporter_id");
create index grid_events_photo_idx on grid_events (street_id, "photo");
create index grid_events_likely_repeat_of_idx on grid_events (street_id, "likely_repeat_of");
create index grid_events_parent_id_idx on grid_events (street_id, "parent_id");
create index grid_events_handler_id_status_due_at_id_idx on grid_events (street_id, "handler_id", "status", "due_at", "id");
create index grid_events_respond_due_idx on grid_events (street_id, "respond_due");
create index grid_events_finish_due_idx on grid_events (street_id, "finish_due");
create index grid_events_result_photo_idx on grid_events (street_id, "result_photo");
create index grid_events_handled_by_idx on grid_events (street_id, "handled_by");
create index grid_events_search_trgm on grid_events using gin (search gin_trgm_ops);
create table grid_visits (
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
  "title" text collate "C",
  "person_id" uuid not null,
  "kind" text collate "C" not null,
  constraint grid_visits_kind_check check ("kind" in ('alone', 'review', 'other')),
  "due_on" date not null,
  "why" text collate "C",
  "visited_at" timestamptz(3),
  "result" text collate "C",
  constraint grid_visits_result_check check ("result" in ('fine', 'need', 'absent', 'moved')),
  "spot" jsonb,
  "photo" text collate "C",
  "offline_id" text collate "C",
  "findings" text collate "C",
  "needs" text[],
  constraint grid_visits_needs_check check ("needs" <@ array['economic', 'care', 'medical', 'work', 'education', 'mind', 'housing', 'legal', 'safety']::text[]),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint grid_visits_status_check check (status in ('due', 'done', 'missed', 'cancelled')),
  constraint grid_visits_offline_id_key unique (street_id, "offline_id"),
  constraint grid_visits_person_id_kind_due_on_key unique (street_id, "person_id", "kind", "due_on")
);
create index grid_visits_due_on_id_idx on grid_visits (street_id, "due_on", "id");
create index grid_visits_community_id_due_on_id_idx on grid_visits (street_id, "community_id", "due_on", "id");
create index grid_visits_grid_id_due_on_id_idx on grid_visits (street_id, "grid_id", "due_on", "id");
create index grid_visits_status_due_on_id_idx on grid_visits (street_id, "status", "due_on", "id");
create index grid_visits_community_id_status_due_on_id_idx on grid_visits (street_id, "community_id", "status", "due_on", "id");
create index grid_visits_kind_due_on_id_idx on grid_visits (street_id, "kind", "due_on", "id");
create index grid_visits_community_id_kind_due_on_id_idx on grid_visits (street_id, "community_id", "kind", "due_on", "id");
create index grid_visits_result_due_on_id_idx on grid_visits (street_id, "result", "due_on", "id");
create index grid_visits_community_id_result_due_on_id_idx on grid_visits (street_id, "community_id", "result", "due_on", "id");
create index grid_visits_status_due_at_id_idx on grid_visits (street_id, "status", "due_at", "id");
create index grid_visits_community_id_status_due_at_id_idx on grid_visits (street_id, "community_id", "status", "due_at", "id");
create index grid_visits_person_id_idx on grid_visits (street_id, "person_id");
create index grid_visits_photo_idx on grid_visits (street_id, "photo");
create index grid_visits_search_trgm on grid_visits using gin (search gin_trgm_ops);
create table grid_key_visits (
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
  "title" text collate "C",
  "person_id" uuid not null,
  "ground" text collate "C",
  "due_on" date not null,
  "visited_at" timestamptz(3),
  "result" text collate "C",
  constraint grid_key_visits_result_check check ("result" in ('fine', 'need', 'absent', 'moved')),
  "spot" jsonb,
  "photo" text collate "C",
  "offline_id" text collate "C",
  "findings" text collate "C",
  "needs" text[],
  constraint grid_key_visits_needs_check check ("needs" <@ array['economic', 'care', 'medical', 'work', 'education', 'mind', 'housing', 'legal', 'safety']::text[]),
  primary key (street_id, id),
  constraint grid_key_visits_status_check check (status in ('due', 'done', 'missed', 'cancelled')),
  constraint grid_key_visits_offline_id_key unique (street_id, "offline_id"),
  constraint grid_key_visits_person_id_due_on_key unique (street_id, "person_id", "due_on")
);
create index grid_key_visits_due_on_id_idx on grid_key_visits (street_id, "due_on", "id");
create index grid_key_visits_community_id_due_on_id_idx on grid_key_visits (street_id, "community_id", "due_on", "id");
create index grid_key_visits_grid_id_due_on_id_idx on grid_key_visits (street_id, "grid_id", "due_on", "id");
create index grid_key_visits_status_due_on_id_idx on grid_key_visits (street_id, "status", "due_on", "id");
create index grid_key_visits_community_id_status_due_on_id_idx on grid_key_visits (street_id, "community_id", "status", "due_on", "id");
create index grid_key_visits_status_due_at_id_idx on grid_key_visits (street_id, "status", "due_at", "id");
create index grid_key_visits_community_id_status_due_at_id_idx on grid_key_visits (street_id, "community_id", "status", "due_at", "id");
create index grid_key_visits_person_id_idx on grid_key_visits (street_id, "person_id");
create index grid_key_visits_photo_idx on grid_key_visits (street_id, "photo");
create table grid_patrols (
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
  "officer_id" uuid not null,
  "account_id" uuid,
  "planned_on" date not null,
  "route" text collate "C" not null,
  "note" text collate "C",
  "found" integer,
  "points" integer,
  "reached" integer,
  "started_at" timestamptz(3),
  "ended_at" timestamptz(3),
  "metres" integer,
  "track" jsonb,
  "track_dropped_at" timestamptz(3),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint grid_patrols_status_check check (status in ('planned', 'walking', 'done', 'missed'))
);
create index grid_patrols_planned_on_id_idx on grid_patrols (street_id, "planned_on", "id");
create index grid_patrols_community_id_planned_on_id_idx on grid_patrols (street_id, "community_id", "planned_on", "id");
create index grid_patrols_grid_id_planned_on_id_idx on grid_patrols (street_id, "grid_id", "planned_on", "id");
create index grid_patrols_status_planned_on_id_idx on grid_patrols (street_id, "status", "planned_on", "id");
create index grid_patrols_community_id_status_planned_on_id_idx on grid_patrols (street_id, "community_id", "status", "planned_on", "id");
create index grid_patrols_officer_id_planned_on_id_idx on grid_patrols (street_id, "officer_id", "planned_on", "id");
create index grid_patrols_community_id_officer_id_planned_on_id_idx on grid_patrols (street_id, "community_id", "officer_id", "planned_on", "id");
create index grid_patrols_status_due_at_id_idx on grid_patrols (street_id, "status", "due_at", "id");
create index grid_patrols_community_id_status_due_at_id_idx on grid_patrols (street_id, "community_id", "status", "due_at", "id");
create index grid_patrols_account_id_status_due_at_id_idx on grid_patrols (street_id, "account_id", "status", "due_at", "id");
create index grid_patrols_search_trgm on grid_patrols using gin (search gin_trgm_ops);
create table grid_patrol_points (
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
  "look" text collate "C",
  "patrol_id" uuid not null,
  "checkpoint_id" uuid not null,
  "spot" jsonb,
  "reached_at" timestamptz(3),
  "reached_by" uuid,
  "metres" integer,
  "finding" text collate "C",
  constraint grid_patrol_points_finding_check check ("finding" in ('fine', 'problem')),
  "note" text collate "C",
  "offline_id" text collate "C",
  primary key (street_id, id),
  constraint grid_patrol_points_status_check check (status in ('planned', 'reached', 'missed')),
  constraint grid_patrol_points_offline_id_key unique (street_id, "offline_id"),
  constraint grid_patrol_points_patrol_id_checkpoint_id_key unique (street_id, "patrol_id", "checkpoint_id")
);
create index grid_patrol_points_title_id_idx on grid_patrol_points (street_id, "title", "id");
create index grid_patrol_points_community_id_title_id_idx on grid_patrol_points (street_id, "community_id", "title", "id");
create index grid_patrol_points_grid_id_title_id_idx on grid_patrol_points (street_id, "grid_id", "title", "id");
create index grid_patrol_points_status_title_id_idx on grid_patrol_points (street_id, "status", "title", "id");
create index grid_patrol_points_community_id_status_title_id_idx on grid_patrol_points (street_id, "community_id", "status", "title", "id");
create index grid_patrol_points_patrol_id_title_id_idx on grid_patrol_points (street_id, "patrol_id", "title", "id");
create index grid_patrol_points_community_id_patrol_id_title_id_idx on grid_patrol_points (street_id, "community_id", "patrol_id", "title", "id");
create index grid_patrol_points_finding_title_id_idx on grid_patrol_points (street_id, "finding", "title", "id");
create index grid_patrol_points_community_id_finding_title_id_idx on grid_patrol_points (street_id, "community_id", "finding", "title", "id");
create index grid_patrol_points_checkpoint_id_idx on grid_patrol_points (street_id, "checkpoint_id");
create index grid_patrol_points_reached_by_idx on grid_patrol_points (street_id, "reached_by");
create table grid_checkpoints (
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
  "look" text collate "C" not null,
  "spot" jsonb,
  "in_use" boolean not null,
  search text collate "C" not null default '',
  primary key (street_id, id)
);
create index grid_checkpoints_name_id_idx on grid_checkpoints (street_id, "name", "id");
create index grid_checkpoints_community_id_name_id_idx on grid_checkpoints (street_id, "community_id", "name", "id");
create index grid_checkpoints_grid_id_name_id_idx on grid_checkpoints (street_id, "grid_id", "name", "id");
create index grid_checkpoints_in_use_name_id_idx on grid_checkpoints (street_id, "in_use", "name", "id");
create index grid_checkpoints_community_id_in_use_name_id_idx on grid_checkpoints (street_id, "community_id", "in_use", "name", "id");
create index grid_checkpoints_search_trgm on grid_checkpoints using gin (search gin_trgm_ops);
create table grid_submissions (
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
  "about" text collate "C" not null,
  "form_id" uuid not null,
  "form_version" integer not null,
  "person_id" uuid,
  "unit_id" uuid,
  "organisation_id" uuid,
  "checkpoint_id" uuid,
  "event_id" uuid,
  "answers" jsonb not null,
  "taken_at" timestamptz(3) not null,
  "spot" jsonb,
  "photo" text collate "C",
  "offline_id" text collate "C" not null,
  "conflicts" integer,
  "compared" jsonb,
  "outcome" text collate "C",
  primary key (street_id, id),
  constraint grid_submissions_status_check check (status in ('uploaded', 'validated', 'conflict', 'unknown', 'merged', 'rejected')),
  constraint grid_submissions_offline_id_key unique (street_id, "offline_id")
);
create index grid_submissions_taken_at_id_idx on grid_submissions (street_id, "taken_at", "id");
create index grid_submissions_community_id_taken_at_id_idx on grid_submissions (street_id, "community_id", "taken_at", "id");
create index grid_submissions_grid_id_taken_at_id_idx on grid_submissions (street_id, "grid_id", "taken_at", "id");
create index grid_submissions_status_taken_at_id_idx on grid_submissions (street_id, "status", "taken_at", "id");
create index grid_submissions_community_id_status_taken_at_id_idx on grid_submissions (street_id, "community_id", "status", "taken_at", "id");
create index grid_submissions_form_id_taken_at_id_idx on grid_submissions (street_id, "form_id", "taken_at", "id");
create index grid_submissions_community_id_form_id_taken_at_id_idx on grid_submissions (street_id, "community_id", "form_id", "taken_at", "id");
create index grid_submissions_status_due_at_id_idx on grid_submissions (street_id, "status", "due_at", "id");
create index grid_submissions_community_id_status_due_at_id_idx on grid_submissions (street_id, "community_id", "status", "due_at", "id");
create index grid_submissions_person_id_idx on grid_submissions (street_id, "person_id");
create index grid_submissions_unit_id_idx on grid_submissions (street_id, "unit_id");
create index grid_submissions_organisation_id_idx on grid_submissions (street_id, "organisation_id");
create index grid_submissions_checkpoint_id_idx on grid_submissions (street_id, "checkpoint_id");
create index grid_submissions_event_id_idx on grid_submissions (street_id, "event_id");
create index grid_submissions_photo_idx on grid_submissions (street_id, "photo");
create table grid_forms (
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
  "code" text collate "C" not null,
  "edition" integer not null,
  "title" text collate "C" not null,
  "target" text collate "C" not null,
  constraint grid_forms_target_check check ("target" in ('person', 'home', 'organisation', 'facility', 'event')),
  "purpose" text collate "C" not null,
  "questions" jsonb,
  "published_on" date,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint grid_forms_status_check check (status in ('draft', 'published', 'retired')),
  constraint grid_forms_code_edition_key unique (street_id, "code", "edition")
);
create index grid_forms_code_id_idx on grid_forms (street_id, "code", "id");
create index grid_forms_status_code_id_idx on grid_forms (street_id, "status", "code", "id");
create index grid_forms_target_code_id_idx on grid_forms (street_id, "target", "code", "id");
create index grid_forms_search_trgm on grid_forms using gin (search gin_trgm_ops);
create table grid_cells (
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
  constraint grid_cells_kind_check check ("kind" in ('basic', 'dedicated')),
  "note" text collate "C",
  "area" jsonb,
  "square_metres" integer,
  "homes" integer,
  "households" integer,
  "people" integer,
  "counted_on" date,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint grid_cells_code_key unique (street_id, "code")
);
create index grid_cells_code_id_idx on grid_cells (street_id, "code", "id");
create index grid_cells_community_id_code_id_idx on grid_cells (street_id, "community_id", "code", "id");
create index grid_cells_grid_id_code_id_idx on grid_cells (street_id, "grid_id", "code", "id");
create index grid_cells_kind_code_id_idx on grid_cells (street_id, "kind", "code", "id");
create index grid_cells_community_id_kind_code_id_idx on grid_cells (street_id, "community_id", "kind", "code", "id");
create index grid_cells_search_trgm on grid_cells using gin (search gin_trgm_ops);
create table grid_officers (
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
  "account_id" uuid,
  "phone_cipher" bytea,
  "phone_hash" text collate "C",
  "phone_mask" text collate "C",
  "duty" text collate "C" not null,
  constraint grid_officers_duty_check check ("duty" in ('main', 'officer', 'assistant')),
  "days" text[],
  constraint grid_officers_days_check check ("days" <@ array['1', '2', '3', '4', '5', '6', '7']::text[]),
  "shift_from" text collate "C" not null,
  "shift_to" text collate "C" not null,
  "device" text collate "C",
  "from" date,
  "to" date,
  search text collate "C" not null default '',
  primary key (street_id, id)
);
create index grid_officers_community_id_id_idx on grid_officers (street_id, "community_id", "id");
create index grid_officers_grid_id_id_idx on grid_officers (street_id, "grid_id", "id");
create index grid_officers_duty_id_idx on grid_officers (street_id, "duty", "id");
create index grid_officers_community_id_duty_id_idx on grid_officers (street_id, "community_id", "duty", "id");
create index grid_officers_account_id_id_idx on grid_officers (street_id, "account_id", "id");
create index grid_officers_community_id_account_id_id_idx on grid_officers (street_id, "community_id", "account_id", "id");
create index grid_officers_phone_hash_idx on grid_officers (street_id, "phone_hash");
create index grid_officers_search_trgm on grid_officers using gin (search gin_trgm_ops);
create table grid_alerts (
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
  "kind" text collate "C" not null,
  constraint grid_alerts_kind_check check ("kind" in ('unanswered', 'overdue', 'unchecked', 'gap', 'visits', 'moved')),
  "summary" text collate "C" not null,
  "event_id" uuid,
  "person_id" uuid,
  "level" text collate "C",
  constraint grid_alerts_level_check check ("level" in ('community', 'street', 'department')),
  "key" text collate "C" not null,
  "answer" text collate "C",
  primary key (street_id, id),
  constraint grid_alerts_status_check check (status in ('open', 'raised', 'seen')),
  constraint grid_alerts_key_key unique (street_id, "key")
);
create index grid_alerts_created_at_id_idx on grid_alerts (street_id, "created_at", "id");
create index grid_alerts_community_id_created_at_id_idx on grid_alerts (street_id, "community_id", "created_at", "id");
create index grid_alerts_status_created_at_id_idx on grid_alerts (street_id, "status", "created_at", "id");
create index grid_alerts_community_id_status_created_at_id_idx on grid_alerts (street_id, "community_id", "status", "created_at", "id");
create index grid_alerts_kind_created_at_id_idx on grid_alerts (street_id, "kind", "created_at", "id");
create index grid_alerts_community_id_kind_created_at_id_idx on grid_alerts (street_id, "community_id", "kind", "created_at", "id");
create index grid_alerts_level_created_at_id_idx on grid_alerts (street_id, "level", "created_at", "id");
create index grid_alerts_community_id_level_created_at_id_idx on grid_alerts (street_id, "community_id", "level", "created_at", "id");
create index grid_alerts_status_due_at_id_idx on grid_alerts (street_id, "status", "due_at", "id");
create index grid_alerts_community_id_status_due_at_id_idx on grid_alerts (street_id, "community_id", "status", "due_at", "id");
create index grid_alerts_event_id_idx on grid_alerts (street_id, "event_id");
create index grid_alerts_person_id_idx on grid_alerts (street_id, "person_id");
create table grid_event_steps (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "event_id" uuid not null,
  "kind" text collate "C" not null,
  constraint grid_event_steps_kind_check check ("kind" in ('progress', 'contact', 'missed', 'urge', 'supervise', 'escalated', 'council', 'service')),
  "text" text collate "C" not null,
  "photo" text collate "C",
  primary key (street_id, id)
);
create index grid_event_steps_created_at_id_idx on grid_event_steps (street_id, "created_at", "id");
create index grid_event_steps_community_id_created_at_id_idx on grid_event_steps (street_id, "community_id", "created_at", "id");
create index grid_event_steps_grid_id_created_at_id_idx on grid_event_steps (street_id, "grid_id", "created_at", "id");
create index grid_event_steps_event_id_created_at_id_idx on grid_event_steps (street_id, "event_id", "created_at", "id");
create index grid_event_steps_community_id_event_id_created_at_id_idx on grid_event_steps (street_id, "community_id", "event_id", "created_at", "id");
create index grid_event_steps_kind_created_at_id_idx on grid_event_steps (street_id, "kind", "created_at", "id");
create index grid_event_steps_community_id_kind_created_at_id_idx on grid_event_steps (street_id, "community_id", "kind", "created_at", "id");
create index grid_event_steps_photo_idx on grid_event_steps (street_id, "photo");
create table grid_proposals (
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
  "fact" text collate "C" not null,
  "submission_id" uuid,
  "unit_id" uuid,
  "organisation_id" uuid,
  "old_value" text collate "C",
  "new_value" text collate "C",
  "decision_note" text collate "C",
  primary key (street_id, id),
  constraint grid_proposals_status_check check (status in ('open', 'accepted', 'rejected'))
);
create index grid_proposals_community_id_id_idx on grid_proposals (street_id, "community_id", "id");
create index grid_proposals_grid_id_id_idx on grid_proposals (street_id, "grid_id", "id");
create index grid_proposals_status_id_idx on grid_proposals (street_id, "status", "id");
create index grid_proposals_community_id_status_id_idx on grid_proposals (street_id, "community_id", "status", "id");
create index grid_proposals_status_due_at_id_idx on grid_proposals (street_id, "status", "due_at", "id");
create index grid_proposals_community_id_status_due_at_id_idx on grid_proposals (street_id, "community_id", "status", "due_at", "id");
create index grid_proposals_submission_id_idx on grid_proposals (street_id, "submission_id");
create index grid_proposals_unit_id_idx on grid_proposals (street_id, "unit_id");
create index grid_proposals_organisation_id_idx on grid_proposals (street_id, "organisation_id");
create table grid_candidates (
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
  "title" text collate "C",
  "kind" text collate "C" not null,
  constraint grid_candidates_kind_check check ("kind" in ('person', 'home')),
  "submission_id" uuid,
  "name" text collate "C",
  "sex" text collate "C",
  constraint grid_candidates_sex_check check ("sex" in ('male', 'female', 'unknown')),
  "birth_date" date,
  "id_number_cipher" bytea,
  "id_number_hash" text collate "C",
  "id_number_mask" text collate "C",
  "residence_kind" text collate "C",
  constraint grid_candidates_residence_kind_check check ("residence_kind" in ('registered', 'permanent', 'floating', 'separated')),
  "unit_id" uuid,
  "room" text collate "C",
  "likely_id" uuid,
  "person_id" uuid,
  "home_id" uuid,
  "decision_note" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint grid_candidates_status_check check (status in ('open', 'accepted', 'rejected'))
);
create index grid_candidates_created_at_id_idx on grid_candidates (street_id, "created_at", "id");
create index grid_candidates_community_id_created_at_id_idx on grid_candidates (street_id, "community_id", "created_at", "id");
create index grid_candidates_grid_id_created_at_id_idx on grid_candidates (street_id, "grid_id", "created_at", "id");
create index grid_candidates_status_created_at_id_idx on grid_candidates (street_id, "status", "created_at", "id");
create index grid_candidates_community_id_status_created_at_id_idx on grid_candidates (street_id, "community_id", "status", "created_at", "id");
create index grid_candidates_kind_created_at_id_idx on grid_candidates (street_id, "kind", "created_at", "id");
create index grid_candidates_community_id_kind_created_at_id_idx on grid_candidates (street_id, "community_id", "kind", "created_at", "id");
create index grid_candidates_status_due_at_id_idx on grid_candidates (street_id, "status", "due_at", "id");
create index grid_candidates_community_id_status_due_at_id_idx on grid_candidates (street_id, "community_id", "status", "due_at", "id");
create index grid_candidates_submission_id_idx on grid_candidates (street_id, "submission_id");
create index grid_candidates_id_number_hash_idx on grid_candidates (street_id, "id_number_hash");
create index grid_candidates_unit_id_idx on grid_candidates (street_id, "unit_id");
create index grid_candidates_likely_id_idx on grid_candidates (street_id, "likely_id");
create index grid_candidates_person_id_idx on grid_candidates (street_id, "person_id");
create index grid_candidates_home_id_idx on grid_candidates (street_id, "home_id");
create index grid_candidates_search_trgm on grid_candidates using gin (search gin_trgm_ops);
create table grid_submission_photos (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "submission_id" uuid not null,
  "title" text collate "C" not null,
  "photo" text collate "C" not null,
  primary key (street_id, id)
);
create index grid_submission_photos_created_at_id_idx on grid_submission_photos (street_id, "created_at", "id");
create index grid_submission_photos_community_id_created_at_id_idx on grid_submission_photos (street_id, "community_id", "created_at", "id");
create index grid_submission_photos_grid_id_created_at_id_idx on grid_submission_photos (street_id, "grid_id", "created_at", "id");
create index grid_submission_photos_submission_id_created_at_id_idx on grid_submission_photos (street_id, "submission_id", "created_at", "id");
create index grid_submission_photos_community_id_submission_id_crea_99f75ceb on grid_submission_photos (street_id, "community_id", "submission_id", "created_at", "id");
create index grid_submission_photos_photo_idx on grid_submission_photos (street_id, "photo");
create table grid_outlines (
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
  "area" jsonb,
  primary key (street_id, id),
  constraint grid_outlines_community_id_name_key unique (street_id, "community_id", "name")
);
create index grid_outlines_community_id_id_idx on grid_outlines (street_id, "community_id", "id");
create table grid_api_keys (
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
  "name" text collate "C" not null,
  "hash" text collate "C",
  primary key (street_id, id),
  constraint grid_api_keys_status_check check (status in ('active', 'revoked'))
);
create index grid_api_keys_status_id_idx on grid_api_keys (street_id, "status", "id");
alter table grid_events add constraint grid_events_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table grid_events add constraint grid_events_reporter_id_fkey foreign key (street_id, "reporter_id") references registry_people (street_id, id);
alter table grid_events add constraint grid_events_likely_repeat_of_fkey foreign key (street_id, "likely_repeat_of") references grid_events (street_id, id);
alter table grid_events add constraint grid_events_parent_id_fkey foreign key (street_id, "parent_id") references grid_events (street_id, id);
alter table grid_events add constraint grid_events_handler_id_fkey foreign key (street_id, "handler_id") references platform_accounts (street_id, id);
alter table grid_events add constraint grid_events_handled_by_fkey foreign key (street_id, "handled_by") references platform_accounts (street_id, id);
alter table grid_visits add constraint grid_visits_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table grid_key_visits add constraint grid_key_visits_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table grid_patrols add constraint grid_patrols_officer_id_fkey foreign key (street_id, "officer_id") references grid_officers (street_id, id);
alter table grid_patrols add constraint grid_patrols_account_id_fkey foreign key (street_id, "account_id") references platform_accounts (street_id, id);
alter table grid_patrol_points add constraint grid_patrol_points_patrol_id_fkey foreign key (street_id, "patrol_id") references grid_patrols (street_id, id);
alter table grid_patrol_points add constraint grid_patrol_points_checkpoint_id_fkey foreign key (street_id, "checkpoint_id") references grid_checkpoints (street_id, id);
alter table grid_patrol_points add constraint grid_patrol_points_reached_by_fkey foreign key (street_id, "reached_by") references platform_accounts (street_id, id);
alter table grid_submissions add constraint grid_submissions_form_id_fkey foreign key (street_id, "form_id") references grid_forms (street_id, id);
alter table grid_submissions add constraint grid_submissions_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table grid_submissions add constraint grid_submissions_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table grid_submissions add constraint grid_submissions_organisation_id_fkey foreign key (street_id, "organisation_id") references registry_organisations (street_id, id);
alter table grid_submissions add constraint grid_submissions_checkpoint_id_fkey foreign key (street_id, "checkpoint_id") references grid_checkpoints (street_id, id);
alter table grid_submissions add constraint grid_submissions_event_id_fkey foreign key (street_id, "event_id") references grid_events (street_id, id);
alter table grid_officers add constraint grid_officers_account_id_fkey foreign key (street_id, "account_id") references platform_accounts (street_id, id);
alter table grid_alerts add constraint grid_alerts_event_id_fkey foreign key (street_id, "event_id") references grid_events (street_id, id);
alter table grid_alerts add constraint grid_alerts_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table grid_event_steps add constraint grid_event_steps_event_id_fkey foreign key (street_id, "event_id") references grid_events (street_id, id);
alter table grid_proposals add constraint grid_proposals_submission_id_fkey foreign key (street_id, "submission_id") references grid_submissions (street_id, id);
alter table grid_proposals add constraint grid_proposals_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table grid_proposals add constraint grid_proposals_organisation_id_fkey foreign key (street_id, "organisation_id") references registry_organisations (street_id, id);
alter table grid_candidates add constraint grid_candidates_submission_id_fkey foreign key (street_id, "submission_id") references grid_submissions (street_id, id);
alter table grid_candidates add constraint grid_candidates_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table grid_candidates add constraint grid_candidates_likely_id_fkey foreign key (street_id, "likely_id") references registry_people (street_id, id);
alter table grid_candidates add constraint grid_candidates_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table grid_candidates add constraint grid_candidates_home_id_fkey foreign key (street_id, "home_id") references registry_units (street_id, id);
alter table grid_submission_photos add constraint grid_submission_photos_submission_id_fkey foreign key (street_id, "submission_id") references grid_submissions (street_id, id);
`

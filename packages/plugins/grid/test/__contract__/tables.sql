table grid_alerts (
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
  kind text not null,
  summary text not null,
  event_id uuid,
  person_id uuid,
  level text,
  key text not null,
  answer text,
  constraint grid_alerts_event_id_fkey FOREIGN KEY (street_id, event_id) REFERENCES grid_events(street_id, id),
  constraint grid_alerts_key_key UNIQUE (street_id, key),
  constraint grid_alerts_kind_check CHECK ((kind = ANY (ARRAY['unanswered'::text, 'overdue'::text, 'unchecked'::text, 'gap'::text, 'visits'::text, 'moved'::text]))),
  constraint grid_alerts_level_check CHECK ((level = ANY (ARRAY['community'::text, 'street'::text, 'department'::text]))),
  constraint grid_alerts_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint grid_alerts_pkey PRIMARY KEY (street_id, id),
  constraint grid_alerts_status_check CHECK ((status = ANY (ARRAY['open'::text, 'raised'::text, 'seen'::text])))
)
CREATE INDEX grid_alerts_community_id_created_at_id_idx ON public.grid_alerts USING btree (street_id, community_id, created_at, id)
CREATE INDEX grid_alerts_community_id_kind_created_at_id_idx ON public.grid_alerts USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX grid_alerts_community_id_level_created_at_id_idx ON public.grid_alerts USING btree (street_id, community_id, level, created_at, id)
CREATE INDEX grid_alerts_community_id_status_created_at_id_idx ON public.grid_alerts USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX grid_alerts_community_id_status_due_at_id_idx ON public.grid_alerts USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX grid_alerts_created_at_id_idx ON public.grid_alerts USING btree (street_id, created_at, id)
CREATE INDEX grid_alerts_event_id_idx ON public.grid_alerts USING btree (street_id, event_id)
CREATE INDEX grid_alerts_kind_created_at_id_idx ON public.grid_alerts USING btree (street_id, kind, created_at, id)
CREATE INDEX grid_alerts_level_created_at_id_idx ON public.grid_alerts USING btree (street_id, level, created_at, id)
CREATE INDEX grid_alerts_person_id_idx ON public.grid_alerts USING btree (street_id, person_id)
CREATE INDEX grid_alerts_status_created_at_id_idx ON public.grid_alerts USING btree (street_id, status, created_at, id)
CREATE INDEX grid_alerts_status_due_at_id_idx ON public.grid_alerts USING btree (street_id, status, due_at, id)

table grid_api_keys (
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
  name text not null,
  hash text,
  constraint grid_api_keys_pkey PRIMARY KEY (street_id, id),
  constraint grid_api_keys_status_check CHECK ((status = ANY (ARRAY['active'::text, 'revoked'::text])))
)
CREATE INDEX grid_api_keys_status_id_idx ON public.grid_api_keys USING btree (street_id, status, id)

table grid_candidates (
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
  title text,
  kind text not null,
  submission_id uuid,
  name text,
  sex text,
  birth_date date,
  id_number_cipher bytea,
  id_number_hash text,
  id_number_mask text,
  residence_kind text,
  unit_id uuid,
  room text,
  likely_id uuid,
  person_id uuid,
  home_id uuid,
  decision_note text,
  search text not null default ''::text,
  constraint grid_candidates_home_id_fkey FOREIGN KEY (street_id, home_id) REFERENCES registry_units(street_id, id),
  constraint grid_candidates_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'home'::text]))),
  constraint grid_candidates_likely_id_fkey FOREIGN KEY (street_id, likely_id) REFERENCES registry_people(street_id, id),
  constraint grid_candidates_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint grid_candidates_pkey PRIMARY KEY (street_id, id),
  constraint grid_candidates_residence_kind_check CHECK ((residence_kind = ANY (ARRAY['registered'::text, 'permanent'::text, 'floating'::text, 'separated'::text]))),
  constraint grid_candidates_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text]))),
  constraint grid_candidates_status_check CHECK ((status = ANY (ARRAY['open'::text, 'accepted'::text, 'rejected'::text]))),
  constraint grid_candidates_submission_id_fkey FOREIGN KEY (street_id, submission_id) REFERENCES grid_submissions(street_id, id),
  constraint grid_candidates_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id)
)
CREATE INDEX grid_candidates_community_id_created_at_id_idx ON public.grid_candidates USING btree (street_id, community_id, created_at, id)
CREATE INDEX grid_candidates_community_id_kind_created_at_id_idx ON public.grid_candidates USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX grid_candidates_community_id_status_created_at_id_idx ON public.grid_candidates USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX grid_candidates_community_id_status_due_at_id_idx ON public.grid_candidates USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX grid_candidates_created_at_id_idx ON public.grid_candidates USING btree (street_id, created_at, id)
CREATE INDEX grid_candidates_grid_id_created_at_id_idx ON public.grid_candidates USING btree (street_id, grid_id, created_at, id)
CREATE INDEX grid_candidates_home_id_idx ON public.grid_candidates USING btree (street_id, home_id)
CREATE INDEX grid_candidates_id_number_hash_idx ON public.grid_candidates USING btree (street_id, id_number_hash)
CREATE INDEX grid_candidates_kind_created_at_id_idx ON public.grid_candidates USING btree (street_id, kind, created_at, id)
CREATE INDEX grid_candidates_likely_id_idx ON public.grid_candidates USING btree (street_id, likely_id)
CREATE INDEX grid_candidates_person_id_idx ON public.grid_candidates USING btree (street_id, person_id)
CREATE INDEX grid_candidates_search_trgm ON public.grid_candidates USING gin (search gin_trgm_ops)
CREATE INDEX grid_candidates_status_created_at_id_idx ON public.grid_candidates USING btree (street_id, status, created_at, id)
CREATE INDEX grid_candidates_status_due_at_id_idx ON public.grid_candidates USING btree (street_id, status, due_at, id)
CREATE INDEX grid_candidates_submission_id_idx ON public.grid_candidates USING btree (street_id, submission_id)
CREATE INDEX grid_candidates_unit_id_idx ON public.grid_candidates USING btree (street_id, unit_id)

table grid_cells (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  code text not null,
  name text not null,
  name_pinyin text not null,
  kind text not null,
  note text,
  area jsonb,
  square_metres integer,
  homes integer,
  households integer,
  people integer,
  counted_on date,
  search text not null default ''::text,
  constraint grid_cells_code_key UNIQUE (street_id, code),
  constraint grid_cells_kind_check CHECK ((kind = ANY (ARRAY['basic'::text, 'dedicated'::text]))),
  constraint grid_cells_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX grid_cells_code_id_idx ON public.grid_cells USING btree (street_id, code, id)
CREATE INDEX grid_cells_community_id_code_id_idx ON public.grid_cells USING btree (street_id, community_id, code, id)
CREATE INDEX grid_cells_community_id_kind_code_id_idx ON public.grid_cells USING btree (street_id, community_id, kind, code, id)
CREATE INDEX grid_cells_grid_id_code_id_idx ON public.grid_cells USING btree (street_id, grid_id, code, id)
CREATE INDEX grid_cells_kind_code_id_idx ON public.grid_cells USING btree (street_id, kind, code, id)
CREATE INDEX grid_cells_search_trgm ON public.grid_cells USING gin (search gin_trgm_ops)

table grid_checkpoints (
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
  look text not null,
  spot jsonb,
  in_use boolean not null,
  search text not null default ''::text,
  constraint grid_checkpoints_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX grid_checkpoints_community_id_in_use_name_id_idx ON public.grid_checkpoints USING btree (street_id, community_id, in_use, name, id)
CREATE INDEX grid_checkpoints_community_id_name_id_idx ON public.grid_checkpoints USING btree (street_id, community_id, name, id)
CREATE INDEX grid_checkpoints_grid_id_name_id_idx ON public.grid_checkpoints USING btree (street_id, grid_id, name, id)
CREATE INDEX grid_checkpoints_in_use_name_id_idx ON public.grid_checkpoints USING btree (street_id, in_use, name, id)
CREATE INDEX grid_checkpoints_name_id_idx ON public.grid_checkpoints USING btree (street_id, name, id)
CREATE INDEX grid_checkpoints_search_trgm ON public.grid_checkpoints USING gin (search gin_trgm_ops)

table grid_event_steps (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  event_id uuid not null,
  kind text not null,
  text text not null,
  photo text,
  constraint grid_event_steps_event_id_fkey FOREIGN KEY (street_id, event_id) REFERENCES grid_events(street_id, id),
  constraint grid_event_steps_kind_check CHECK ((kind = ANY (ARRAY['progress'::text, 'contact'::text, 'missed'::text, 'urge'::text, 'supervise'::text, 'escalated'::text, 'council'::text, 'service'::text]))),
  constraint grid_event_steps_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX grid_event_steps_community_id_created_at_id_idx ON public.grid_event_steps USING btree (street_id, community_id, created_at, id)
CREATE INDEX grid_event_steps_community_id_event_id_created_at_id_idx ON public.grid_event_steps USING btree (street_id, community_id, event_id, created_at, id)
CREATE INDEX grid_event_steps_community_id_kind_created_at_id_idx ON public.grid_event_steps USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX grid_event_steps_created_at_id_idx ON public.grid_event_steps USING btree (street_id, created_at, id)
CREATE INDEX grid_event_steps_event_id_created_at_id_idx ON public.grid_event_steps USING btree (street_id, event_id, created_at, id)
CREATE INDEX grid_event_steps_grid_id_created_at_id_idx ON public.grid_event_steps USING btree (street_id, grid_id, created_at, id)
CREATE INDEX grid_event_steps_kind_created_at_id_idx ON public.grid_event_steps USING btree (street_id, kind, created_at, id)
CREATE INDEX grid_event_steps_photo_idx ON public.grid_event_steps USING btree (street_id, photo)

table grid_events (
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
  no text,
  title text not null,
  type text not null,
  level text not null,
  description text,
  place text,
  unit_id uuid,
  spot jsonb,
  found_by text not null,
  reporter text,
  reporter_phone_cipher bytea,
  reporter_phone_hash text,
  reporter_phone_mask text,
  reporter_id uuid,
  reporter_dropped_at timestamp(3) with time zone,
  photo text,
  offline_id text,
  likely_repeat_of uuid,
  parent_id uuid,
  handler text,
  handler_name text,
  handler_id uuid,
  respond_due timestamp(3) with time zone,
  finish_due timestamp(3) with time zone,
  acknowledged_at timestamp(3) with time zone,
  ack_missed text,
  answer_raised_to text,
  result text,
  result_photo text,
  handled_at timestamp(3) with time zone,
  handled_by uuid,
  on_time text,
  returns integer not null,
  reopens integer not null,
  raised_to text,
  confirmation text,
  council_state text,
  service_state text,
  search text not null default ''::text,
  constraint grid_events_ack_missed_check CHECK ((ack_missed = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint grid_events_answer_raised_to_check CHECK ((answer_raised_to = ANY (ARRAY['community'::text, 'street'::text]))),
  constraint grid_events_confirmation_check CHECK ((confirmation = ANY (ARRAY['solved'::text, 'partly'::text, 'explained'::text, 'unreachable'::text]))),
  constraint grid_events_council_state_check CHECK ((council_state = ANY (ARRAY['sent'::text, 'accepted'::text, 'resolved'::text, 'returned'::text, 'closed'::text]))),
  constraint grid_events_found_by_check CHECK ((found_by = ANY (ARRAY['officer'::text, 'resident'::text, 'staff'::text, 'hotline'::text, 'system'::text]))),
  constraint grid_events_handled_by_fkey FOREIGN KEY (street_id, handled_by) REFERENCES platform_accounts(street_id, id),
  constraint grid_events_handler_check CHECK ((handler = ANY (ARRAY['officer'::text, 'community'::text, 'property'::text, 'street'::text, 'department'::text]))),
  constraint grid_events_handler_id_fkey FOREIGN KEY (street_id, handler_id) REFERENCES platform_accounts(street_id, id),
  constraint grid_events_level_check CHECK ((level = ANY (ARRAY['normal'::text, 'larger'::text, 'major'::text, 'urgent'::text]))),
  constraint grid_events_likely_repeat_of_fkey FOREIGN KEY (street_id, likely_repeat_of) REFERENCES grid_events(street_id, id),
  constraint grid_events_no_key UNIQUE (street_id, no),
  constraint grid_events_offline_id_key UNIQUE (street_id, offline_id),
  constraint grid_events_on_time_check CHECK ((on_time = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint grid_events_parent_id_fkey FOREIGN KEY (street_id, parent_id) REFERENCES grid_events(street_id, id),
  constraint grid_events_pkey PRIMARY KEY (street_id, id),
  constraint grid_events_raised_to_check CHECK ((raised_to = ANY (ARRAY['community'::text, 'street'::text, 'department'::text]))),
  constraint grid_events_reporter_id_fkey FOREIGN KEY (street_id, reporter_id) REFERENCES registry_people(street_id, id),
  constraint grid_events_service_state_check CHECK ((service_state = ANY (ARRAY['sent'::text, 'answered'::text]))),
  constraint grid_events_status_check CHECK ((status = ANY (ARRAY['reported'::text, 'verified'::text, 'void'::text, 'joined'::text, 'dispatched'::text, 'returned'::text, 'accepted'::text, 'handling'::text, 'selfSolved'::text, 'done'::text, 'checked'::text, 'confirmed'::text, 'reopened'::text, 'closed'::text]))),
  constraint grid_events_type_check CHECK ((type = ANY (ARRAY['hazard'::text, 'dispute'::text, 'environment'::text, 'facility'::text, 'order'::text, 'livelihood'::text, 'special'::text, 'other'::text]))),
  constraint grid_events_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id)
)
CREATE INDEX grid_events_community_id_created_at_id_idx ON public.grid_events USING btree (street_id, community_id, created_at, id)
CREATE INDEX grid_events_community_id_found_by_created_at_id_idx ON public.grid_events USING btree (street_id, community_id, found_by, created_at, id)
CREATE INDEX grid_events_community_id_handler_created_at_id_idx ON public.grid_events USING btree (street_id, community_id, handler, created_at, id)
CREATE INDEX grid_events_community_id_level_created_at_id_idx ON public.grid_events USING btree (street_id, community_id, level, created_at, id)
CREATE INDEX grid_events_community_id_status_created_at_id_idx ON public.grid_events USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX grid_events_community_id_status_due_at_id_idx ON public.grid_events USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX grid_events_community_id_type_created_at_id_idx ON public.grid_events USING btree (street_id, community_id, type, created_at, id)
CREATE INDEX grid_events_created_at_id_idx ON public.grid_events USING btree (street_id, created_at, id)
CREATE INDEX grid_events_finish_due_idx ON public.grid_events USING btree (street_id, finish_due)
CREATE INDEX grid_events_found_by_created_at_id_idx ON public.grid_events USING btree (street_id, found_by, created_at, id)
CREATE INDEX grid_events_grid_id_created_at_id_idx ON public.grid_events USING btree (street_id, grid_id, created_at, id)
CREATE INDEX grid_events_handled_by_idx ON public.grid_events USING btree (street_id, handled_by)
CREATE INDEX grid_events_handler_created_at_id_idx ON public.grid_events USING btree (street_id, handler, created_at, id)
CREATE INDEX grid_events_handler_id_status_due_at_id_idx ON public.grid_events USING btree (street_id, handler_id, status, due_at, id)
CREATE INDEX grid_events_level_created_at_id_idx ON public.grid_events USING btree (street_id, level, created_at, id)
CREATE INDEX grid_events_likely_repeat_of_idx ON public.grid_events USING btree (street_id, likely_repeat_of)
CREATE INDEX grid_events_parent_id_idx ON public.grid_events USING btree (street_id, parent_id)
CREATE INDEX grid_events_photo_idx ON public.grid_events USING btree (street_id, photo)
CREATE INDEX grid_events_reporter_id_idx ON public.grid_events USING btree (street_id, reporter_id)
CREATE INDEX grid_events_reporter_phone_hash_idx ON public.grid_events USING btree (street_id, reporter_phone_hash)
CREATE INDEX grid_events_respond_due_idx ON public.grid_events USING btree (street_id, respond_due)
CREATE INDEX grid_events_result_photo_idx ON public.grid_events USING btree (street_id, result_photo)
CREATE INDEX grid_events_search_trgm ON public.grid_events USING gin (search gin_trgm_ops)
CREATE INDEX grid_events_status_created_at_id_idx ON public.grid_events USING btree (street_id, status, created_at, id)
CREATE INDEX grid_events_status_due_at_id_idx ON public.grid_events USING btree (street_id, status, due_at, id)
CREATE INDEX grid_events_type_created_at_id_idx ON public.grid_events USING btree (street_id, type, created_at, id)
CREATE INDEX grid_events_unit_id_idx ON public.grid_events USING btree (street_id, unit_id)

table grid_forms (
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
  code text not null,
  edition integer not null,
  title text not null,
  target text not null,
  purpose text not null,
  questions jsonb,
  published_on date,
  search text not null default ''::text,
  constraint grid_forms_code_edition_key UNIQUE (street_id, code, edition),
  constraint grid_forms_pkey PRIMARY KEY (street_id, id),
  constraint grid_forms_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text]))),
  constraint grid_forms_target_check CHECK ((target = ANY (ARRAY['person'::text, 'home'::text, 'organisation'::text, 'facility'::text, 'event'::text])))
)
CREATE INDEX grid_forms_code_id_idx ON public.grid_forms USING btree (street_id, code, id)
CREATE INDEX grid_forms_search_trgm ON public.grid_forms USING gin (search gin_trgm_ops)
CREATE INDEX grid_forms_status_code_id_idx ON public.grid_forms USING btree (street_id, status, code, id)
CREATE INDEX grid_forms_target_code_id_idx ON public.grid_forms USING btree (street_id, target, code, id)

table grid_key_visits (
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
  title text,
  person_id uuid not null,
  ground text,
  due_on date not null,
  visited_at timestamp(3) with time zone,
  result text,
  spot jsonb,
  photo text,
  offline_id text,
  findings text,
  needs text[],
  constraint grid_key_visits_needs_check CHECK ((needs <@ ARRAY['economic'::text, 'care'::text, 'medical'::text, 'work'::text, 'education'::text, 'mind'::text, 'housing'::text, 'legal'::text, 'safety'::text])),
  constraint grid_key_visits_offline_id_key UNIQUE (street_id, offline_id),
  constraint grid_key_visits_person_id_due_on_key UNIQUE (street_id, person_id, due_on),
  constraint grid_key_visits_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint grid_key_visits_pkey PRIMARY KEY (street_id, id),
  constraint grid_key_visits_result_check CHECK ((result = ANY (ARRAY['fine'::text, 'need'::text, 'absent'::text, 'moved'::text]))),
  constraint grid_key_visits_status_check CHECK ((status = ANY (ARRAY['due'::text, 'done'::text, 'missed'::text, 'cancelled'::text])))
)
CREATE INDEX grid_key_visits_community_id_due_on_id_idx ON public.grid_key_visits USING btree (street_id, community_id, due_on, id)
CREATE INDEX grid_key_visits_community_id_status_due_at_id_idx ON public.grid_key_visits USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX grid_key_visits_community_id_status_due_on_id_idx ON public.grid_key_visits USING btree (street_id, community_id, status, due_on, id)
CREATE INDEX grid_key_visits_due_on_id_idx ON public.grid_key_visits USING btree (street_id, due_on, id)
CREATE INDEX grid_key_visits_grid_id_due_on_id_idx ON public.grid_key_visits USING btree (street_id, grid_id, due_on, id)
CREATE INDEX grid_key_visits_person_id_idx ON public.grid_key_visits USING btree (street_id, person_id)
CREATE INDEX grid_key_visits_photo_idx ON public.grid_key_visits USING btree (street_id, photo)
CREATE INDEX grid_key_visits_status_due_at_id_idx ON public.grid_key_visits USING btree (street_id, status, due_at, id)
CREATE INDEX grid_key_visits_status_due_on_id_idx ON public.grid_key_visits USING btree (street_id, status, due_on, id)

table grid_officers (
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
  account_id uuid,
  phone_cipher bytea,
  phone_hash text,
  phone_mask text,
  duty text not null,
  days text[],
  shift_from text not null,
  shift_to text not null,
  device text,
  "from" date,
  "to" date,
  search text not null default ''::text,
  constraint grid_officers_account_id_fkey FOREIGN KEY (street_id, account_id) REFERENCES platform_accounts(street_id, id),
  constraint grid_officers_days_check CHECK ((days <@ ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text, '6'::text, '7'::text])),
  constraint grid_officers_duty_check CHECK ((duty = ANY (ARRAY['main'::text, 'officer'::text, 'assistant'::text]))),
  constraint grid_officers_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX grid_officers_account_id_id_idx ON public.grid_officers USING btree (street_id, account_id, id)
CREATE INDEX grid_officers_community_id_account_id_id_idx ON public.grid_officers USING btree (street_id, community_id, account_id, id)
CREATE INDEX grid_officers_community_id_duty_id_idx ON public.grid_officers USING btree (street_id, community_id, duty, id)
CREATE INDEX grid_officers_community_id_id_idx ON public.grid_officers USING btree (street_id, community_id, id)
CREATE INDEX grid_officers_duty_id_idx ON public.grid_officers USING btree (street_id, duty, id)
CREATE INDEX grid_officers_grid_id_id_idx ON public.grid_officers USING btree (street_id, grid_id, id)
CREATE INDEX grid_officers_phone_hash_idx ON public.grid_officers USING btree (street_id, phone_hash)
CREATE INDEX grid_officers_search_trgm ON public.grid_officers USING gin (search gin_trgm_ops)

table grid_outlines (
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
  area jsonb,
  constraint grid_outlines_community_id_name_key UNIQUE (street_id, community_id, name),
  constraint grid_outlines_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX grid_outlines_community_id_id_idx ON public.grid_outlines USING btree (street_id, community_id, id)

table grid_patrol_points (
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
  title text not null,
  look text,
  patrol_id uuid not null,
  checkpoint_id uuid not null,
  spot jsonb,
  reached_at timestamp(3) with time zone,
  reached_by uuid,
  metres integer,
  finding text,
  note text,
  offline_id text,
  constraint grid_patrol_points_checkpoint_id_fkey FOREIGN KEY (street_id, checkpoint_id) REFERENCES grid_checkpoints(street_id, id),
  constraint grid_patrol_points_finding_check CHECK ((finding = ANY (ARRAY['fine'::text, 'problem'::text]))),
  constraint grid_patrol_points_offline_id_key UNIQUE (street_id, offline_id),
  constraint grid_patrol_points_patrol_id_checkpoint_id_key UNIQUE (street_id, patrol_id, checkpoint_id),
  constraint grid_patrol_points_patrol_id_fkey FOREIGN KEY (street_id, patrol_id) REFERENCES grid_patrols(street_id, id),
  constraint grid_patrol_points_pkey PRIMARY KEY (street_id, id),
  constraint grid_patrol_points_reached_by_fkey FOREIGN KEY (street_id, reached_by) REFERENCES platform_accounts(street_id, id),
  constraint grid_patrol_points_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'reached'::text, 'missed'::text])))
)
CREATE INDEX grid_patrol_points_checkpoint_id_idx ON public.grid_patrol_points USING btree (street_id, checkpoint_id)
CREATE INDEX grid_patrol_points_community_id_finding_title_id_idx ON public.grid_patrol_points USING btree (street_id, community_id, finding, title, id)
CREATE INDEX grid_patrol_points_community_id_patrol_id_title_id_idx ON public.grid_patrol_points USING btree (street_id, community_id, patrol_id, title, id)
CREATE INDEX grid_patrol_points_community_id_status_title_id_idx ON public.grid_patrol_points USING btree (street_id, community_id, status, title, id)
CREATE INDEX grid_patrol_points_community_id_title_id_idx ON public.grid_patrol_points USING btree (street_id, community_id, title, id)
CREATE INDEX grid_patrol_points_finding_title_id_idx ON public.grid_patrol_points USING btree (street_id, finding, title, id)
CREATE INDEX grid_patrol_points_grid_id_title_id_idx ON public.grid_patrol_points USING btree (street_id, grid_id, title, id)
CREATE INDEX grid_patrol_points_patrol_id_title_id_idx ON public.grid_patrol_points USING btree (street_id, patrol_id, title, id)
CREATE INDEX grid_patrol_points_reached_by_idx ON public.grid_patrol_points USING btree (street_id, reached_by)
CREATE INDEX grid_patrol_points_status_title_id_idx ON public.grid_patrol_points USING btree (street_id, status, title, id)
CREATE INDEX grid_patrol_points_title_id_idx ON public.grid_patrol_points USING btree (street_id, title, id)

table grid_patrols (
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
  officer_id uuid not null,
  account_id uuid,
  planned_on date not null,
  route text not null,
  note text,
  found integer,
  points integer,
  reached integer,
  started_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  metres integer,
  track jsonb,
  track_dropped_at timestamp(3) with time zone,
  search text not null default ''::text,
  constraint grid_patrols_account_id_fkey FOREIGN KEY (street_id, account_id) REFERENCES platform_accounts(street_id, id),
  constraint grid_patrols_officer_id_fkey FOREIGN KEY (street_id, officer_id) REFERENCES grid_officers(street_id, id),
  constraint grid_patrols_pkey PRIMARY KEY (street_id, id),
  constraint grid_patrols_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'walking'::text, 'done'::text, 'missed'::text])))
)
CREATE INDEX grid_patrols_account_id_status_due_at_id_idx ON public.grid_patrols USING btree (street_id, account_id, status, due_at, id)
CREATE INDEX grid_patrols_community_id_officer_id_planned_on_id_idx ON public.grid_patrols USING btree (street_id, community_id, officer_id, planned_on, id)
CREATE INDEX grid_patrols_community_id_planned_on_id_idx ON public.grid_patrols USING btree (street_id, community_id, planned_on, id)
CREATE INDEX grid_patrols_community_id_status_due_at_id_idx ON public.grid_patrols USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX grid_patrols_community_id_status_planned_on_id_idx ON public.grid_patrols USING btree (street_id, community_id, status, planned_on, id)
CREATE INDEX grid_patrols_grid_id_planned_on_id_idx ON public.grid_patrols USING btree (street_id, grid_id, planned_on, id)
CREATE INDEX grid_patrols_officer_id_planned_on_id_idx ON public.grid_patrols USING btree (street_id, officer_id, planned_on, id)
CREATE INDEX grid_patrols_planned_on_id_idx ON public.grid_patrols USING btree (street_id, planned_on, id)
CREATE INDEX grid_patrols_search_trgm ON public.grid_patrols USING gin (search gin_trgm_ops)
CREATE INDEX grid_patrols_status_due_at_id_idx ON public.grid_patrols USING btree (street_id, status, due_at, id)
CREATE INDEX grid_patrols_status_planned_on_id_idx ON public.grid_patrols USING btree (street_id, status, planned_on, id)

table grid_proposals (
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
  title text not null,
  fact text not null,
  submission_id uuid,
  unit_id uuid,
  organisation_id uuid,
  old_value text,
  new_value text,
  decision_note text,
  constraint grid_proposals_organisation_id_fkey FOREIGN KEY (street_id, organisation_id) REFERENCES registry_organisations(street_id, id),
  constraint grid_proposals_pkey PRIMARY KEY (street_id, id),
  constraint grid_proposals_status_check CHECK ((status = ANY (ARRAY['open'::text, 'accepted'::text, 'rejected'::text]))),
  constraint grid_proposals_submission_id_fkey FOREIGN KEY (street_id, submission_id) REFERENCES grid_submissions(street_id, id),
  constraint grid_proposals_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id)
)
CREATE INDEX grid_proposals_community_id_id_idx ON public.grid_proposals USING btree (street_id, community_id, id)
CREATE INDEX grid_proposals_community_id_status_due_at_id_idx ON public.grid_proposals USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX grid_proposals_community_id_status_id_idx ON public.grid_proposals USING btree (street_id, community_id, status, id)
CREATE INDEX grid_proposals_grid_id_id_idx ON public.grid_proposals USING btree (street_id, grid_id, id)
CREATE INDEX grid_proposals_organisation_id_idx ON public.grid_proposals USING btree (street_id, organisation_id)
CREATE INDEX grid_proposals_status_due_at_id_idx ON public.grid_proposals USING btree (street_id, status, due_at, id)
CREATE INDEX grid_proposals_status_id_idx ON public.grid_proposals USING btree (street_id, status, id)
CREATE INDEX grid_proposals_submission_id_idx ON public.grid_proposals USING btree (street_id, submission_id)
CREATE INDEX grid_proposals_unit_id_idx ON public.grid_proposals USING btree (street_id, unit_id)

table grid_submission_photos (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  submission_id uuid not null,
  title text not null,
  photo text not null,
  constraint grid_submission_photos_pkey PRIMARY KEY (street_id, id),
  constraint grid_submission_photos_submission_id_fkey FOREIGN KEY (street_id, submission_id) REFERENCES grid_submissions(street_id, id)
)
CREATE INDEX grid_submission_photos_community_id_created_at_id_idx ON public.grid_submission_photos USING btree (street_id, community_id, created_at, id)
CREATE INDEX grid_submission_photos_community_id_submission_id_crea_99f75ceb ON public.grid_submission_photos USING btree (street_id, community_id, submission_id, created_at, id)
CREATE INDEX grid_submission_photos_created_at_id_idx ON public.grid_submission_photos USING btree (street_id, created_at, id)
CREATE INDEX grid_submission_photos_grid_id_created_at_id_idx ON public.grid_submission_photos USING btree (street_id, grid_id, created_at, id)
CREATE INDEX grid_submission_photos_photo_idx ON public.grid_submission_photos USING btree (street_id, photo)
CREATE INDEX grid_submission_photos_submission_id_created_at_id_idx ON public.grid_submission_photos USING btree (street_id, submission_id, created_at, id)

table grid_submissions (
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
  about text not null,
  form_id uuid not null,
  form_version integer not null,
  person_id uuid,
  unit_id uuid,
  organisation_id uuid,
  checkpoint_id uuid,
  event_id uuid,
  answers jsonb not null,
  taken_at timestamp(3) with time zone not null,
  spot jsonb,
  photo text,
  offline_id text not null,
  conflicts integer,
  compared jsonb,
  outcome text,
  constraint grid_submissions_checkpoint_id_fkey FOREIGN KEY (street_id, checkpoint_id) REFERENCES grid_checkpoints(street_id, id),
  constraint grid_submissions_event_id_fkey FOREIGN KEY (street_id, event_id) REFERENCES grid_events(street_id, id),
  constraint grid_submissions_form_id_fkey FOREIGN KEY (street_id, form_id) REFERENCES grid_forms(street_id, id),
  constraint grid_submissions_offline_id_key UNIQUE (street_id, offline_id),
  constraint grid_submissions_organisation_id_fkey FOREIGN KEY (street_id, organisation_id) REFERENCES registry_organisations(street_id, id),
  constraint grid_submissions_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint grid_submissions_pkey PRIMARY KEY (street_id, id),
  constraint grid_submissions_status_check CHECK ((status = ANY (ARRAY['uploaded'::text, 'validated'::text, 'conflict'::text, 'unknown'::text, 'merged'::text, 'rejected'::text]))),
  constraint grid_submissions_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id)
)
CREATE INDEX grid_submissions_checkpoint_id_idx ON public.grid_submissions USING btree (street_id, checkpoint_id)
CREATE INDEX grid_submissions_community_id_form_id_taken_at_id_idx ON public.grid_submissions USING btree (street_id, community_id, form_id, taken_at, id)
CREATE INDEX grid_submissions_community_id_status_due_at_id_idx ON public.grid_submissions USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX grid_submissions_community_id_status_taken_at_id_idx ON public.grid_submissions USING btree (street_id, community_id, status, taken_at, id)
CREATE INDEX grid_submissions_community_id_taken_at_id_idx ON public.grid_submissions USING btree (street_id, community_id, taken_at, id)
CREATE INDEX grid_submissions_event_id_idx ON public.grid_submissions USING btree (street_id, event_id)
CREATE INDEX grid_submissions_form_id_taken_at_id_idx ON public.grid_submissions USING btree (street_id, form_id, taken_at, id)
CREATE INDEX grid_submissions_grid_id_taken_at_id_idx ON public.grid_submissions USING btree (street_id, grid_id, taken_at, id)
CREATE INDEX grid_submissions_organisation_id_idx ON public.grid_submissions USING btree (street_id, organisation_id)
CREATE INDEX grid_submissions_person_id_idx ON public.grid_submissions USING btree (street_id, person_id)
CREATE INDEX grid_submissions_photo_idx ON public.grid_submissions USING btree (street_id, photo)
CREATE INDEX grid_submissions_status_due_at_id_idx ON public.grid_submissions USING btree (street_id, status, due_at, id)
CREATE INDEX grid_submissions_status_taken_at_id_idx ON public.grid_submissions USING btree (street_id, status, taken_at, id)
CREATE INDEX grid_submissions_taken_at_id_idx ON public.grid_submissions USING btree (street_id, taken_at, id)
CREATE INDEX grid_submissions_unit_id_idx ON public.grid_submissions USING btree (street_id, unit_id)

table grid_visits (
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
  title text,
  person_id uuid not null,
  kind text not null,
  due_on date not null,
  why text,
  visited_at timestamp(3) with time zone,
  result text,
  spot jsonb,
  photo text,
  offline_id text,
  findings text,
  needs text[],
  search text not null default ''::text,
  constraint grid_visits_kind_check CHECK ((kind = ANY (ARRAY['alone'::text, 'review'::text, 'other'::text]))),
  constraint grid_visits_needs_check CHECK ((needs <@ ARRAY['economic'::text, 'care'::text, 'medical'::text, 'work'::text, 'education'::text, 'mind'::text, 'housing'::text, 'legal'::text, 'safety'::text])),
  constraint grid_visits_offline_id_key UNIQUE (street_id, offline_id),
  constraint grid_visits_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint grid_visits_person_id_kind_due_on_key UNIQUE (street_id, person_id, kind, due_on),
  constraint grid_visits_pkey PRIMARY KEY (street_id, id),
  constraint grid_visits_result_check CHECK ((result = ANY (ARRAY['fine'::text, 'need'::text, 'absent'::text, 'moved'::text]))),
  constraint grid_visits_status_check CHECK ((status = ANY (ARRAY['due'::text, 'done'::text, 'missed'::text, 'cancelled'::text])))
)
CREATE INDEX grid_visits_community_id_due_on_id_idx ON public.grid_visits USING btree (street_id, community_id, due_on, id)
CREATE INDEX grid_visits_community_id_kind_due_on_id_idx ON public.grid_visits USING btree (street_id, community_id, kind, due_on, id)
CREATE INDEX grid_visits_community_id_result_due_on_id_idx ON public.grid_visits USING btree (street_id, community_id, result, due_on, id)
CREATE INDEX grid_visits_community_id_status_due_at_id_idx ON public.grid_visits USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX grid_visits_community_id_status_due_on_id_idx ON public.grid_visits USING btree (street_id, community_id, status, due_on, id)
CREATE INDEX grid_visits_due_on_id_idx ON public.grid_visits USING btree (street_id, due_on, id)
CREATE INDEX grid_visits_grid_id_due_on_id_idx ON public.grid_visits USING btree (street_id, grid_id, due_on, id)
CREATE INDEX grid_visits_kind_due_on_id_idx ON public.grid_visits USING btree (street_id, kind, due_on, id)
CREATE INDEX grid_visits_person_id_idx ON public.grid_visits USING btree (street_id, person_id)
CREATE INDEX grid_visits_photo_idx ON public.grid_visits USING btree (street_id, photo)
CREATE INDEX grid_visits_result_due_on_id_idx ON public.grid_visits USING btree (street_id, result, due_on, id)
CREATE INDEX grid_visits_search_trgm ON public.grid_visits USING gin (search gin_trgm_ops)
CREATE INDEX grid_visits_status_due_at_id_idx ON public.grid_visits USING btree (street_id, status, due_at, id)
CREATE INDEX grid_visits_status_due_on_id_idx ON public.grid_visits USING btree (street_id, status, due_on, id)

table counter_applications (
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
  title text,
  item_id uuid not null,
  version_id uuid,
  kind text,
  line text,
  person_id uuid,
  organisation_id uuid,
  applicant_name text,
  applicant_name_pinyin text,
  phone_cipher bytea,
  phone_hash text,
  phone_mask text,
  is_elder boolean,
  agent_name text,
  channel text not null,
  ticket_id uuid,
  materials jsonb,
  visits integer,
  notices integer,
  override_by uuid,
  lapse_on date,
  submitted_at timestamp(3) with time zone,
  accepted_at timestamp(3) with time zone,
  is_deemed boolean,
  completed_at timestamp(3) with time zone,
  handler_id uuid,
  promised_days integer,
  promised_on date,
  due_soon_at timestamp(3) with time zone,
  is_provisional boolean,
  clock_state text,
  pause_reason text,
  extended_days integer,
  clock jsonb,
  overdue_told boolean,
  result text,
  result_text text,
  remedy text,
  decided_at timestamp(3) with time zone,
  used_days integer,
  is_on_time text,
  delivered_at timestamp(3) with time zone,
  delivery text,
  receiver text,
  rated_at timestamp(3) with time zone,
  claimed_at timestamp(3) with time zone,
  query_fails integer,
  query_failed_at timestamp(3) with time zone,
  slip_secret text,
  rater_key text,
  search text not null default ''::text,
  constraint counter_applications_channel_check CHECK ((channel = ANY (ARRAY['window'::text, 'online'::text, 'visit'::text, 'proxy'::text]))),
  constraint counter_applications_clock_state_check CHECK ((clock_state = ANY (ARRAY['running'::text, 'paused'::text, 'stopped'::text]))),
  constraint counter_applications_delivery_check CHECK ((delivery = ANY (ARRAY['window'::text, 'mail'::text, 'visit'::text, 'online'::text]))),
  constraint counter_applications_handler_id_fkey FOREIGN KEY (street_id, handler_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_applications_is_on_time_check CHECK ((is_on_time = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint counter_applications_item_id_fkey FOREIGN KEY (street_id, item_id) REFERENCES counter_items(street_id, id),
  constraint counter_applications_kind_check CHECK ((kind = ANY (ARRAY['instant'::text, 'promise'::text, 'forward'::text, 'proxy'::text, 'consult'::text]))),
  constraint counter_applications_line_check CHECK ((line = ANY (ARRAY['aged'::text, 'health'::text, 'insurance'::text, 'relief'::text, 'employment'::text, 'family'::text, 'education'::text, 'veterans'::text, 'disability'::text, 'housing'::text, 'other'::text]))),
  constraint counter_applications_no_key UNIQUE (street_id, no),
  constraint counter_applications_organisation_id_fkey FOREIGN KEY (street_id, organisation_id) REFERENCES registry_organisations(street_id, id),
  constraint counter_applications_override_by_fkey FOREIGN KEY (street_id, override_by) REFERENCES platform_accounts(street_id, id),
  constraint counter_applications_pause_reason_check CHECK ((pause_reason = ANY (ARRAY['hearing'::text, 'appraisal'::text, 'supplement'::text]))),
  constraint counter_applications_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint counter_applications_pkey PRIMARY KEY (street_id, id),
  constraint counter_applications_result_check CHECK ((result = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint counter_applications_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'noticed'::text, 'supplemented'::text, 'in_review'::text, 'deferred'::text, 'paused'::text, 'decided'::text, 'delivered'::text, 'rated'::text, 'archived'::text, 'rejected'::text, 'withdrawn'::text, 'lapsed'::text]))),
  constraint counter_applications_ticket_id_fkey FOREIGN KEY (street_id, ticket_id) REFERENCES counter_tickets(street_id, id),
  constraint counter_applications_version_id_fkey FOREIGN KEY (street_id, version_id) REFERENCES counter_item_versions(street_id, id)
)
CREATE INDEX counter_applications_clock_state_created_at_id_idx ON public.counter_applications USING btree (street_id, clock_state, created_at, id)
CREATE INDEX counter_applications_community_id_clock_state_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, clock_state, created_at, id)
CREATE INDEX counter_applications_community_id_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_applications_community_id_handler_id_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, handler_id, created_at, id)
CREATE INDEX counter_applications_community_id_is_elder_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, is_elder, created_at, id)
CREATE INDEX counter_applications_community_id_is_on_time_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, is_on_time, created_at, id)
CREATE INDEX counter_applications_community_id_item_id_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, item_id, created_at, id)
CREATE INDEX counter_applications_community_id_kind_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX counter_applications_community_id_line_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, line, created_at, id)
CREATE INDEX counter_applications_community_id_person_id_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, person_id, created_at, id)
CREATE INDEX counter_applications_community_id_status_created_at_id_idx ON public.counter_applications USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_applications_community_id_status_due_at_id_idx ON public.counter_applications USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_applications_created_at_id_idx ON public.counter_applications USING btree (street_id, created_at, id)
CREATE INDEX counter_applications_decided_at_idx ON public.counter_applications USING btree (street_id, decided_at)
CREATE INDEX counter_applications_handler_id_created_at_id_idx ON public.counter_applications USING btree (street_id, handler_id, created_at, id)
CREATE INDEX counter_applications_handler_id_status_due_at_id_idx ON public.counter_applications USING btree (street_id, handler_id, status, due_at, id)
CREATE INDEX counter_applications_is_elder_created_at_id_idx ON public.counter_applications USING btree (street_id, is_elder, created_at, id)
CREATE INDEX counter_applications_is_on_time_created_at_id_idx ON public.counter_applications USING btree (street_id, is_on_time, created_at, id)
CREATE INDEX counter_applications_item_id_created_at_id_idx ON public.counter_applications USING btree (street_id, item_id, created_at, id)
CREATE INDEX counter_applications_kind_created_at_id_idx ON public.counter_applications USING btree (street_id, kind, created_at, id)
CREATE INDEX counter_applications_line_created_at_id_idx ON public.counter_applications USING btree (street_id, line, created_at, id)
CREATE INDEX counter_applications_organisation_id_idx ON public.counter_applications USING btree (street_id, organisation_id)
CREATE INDEX counter_applications_override_by_idx ON public.counter_applications USING btree (street_id, override_by)
CREATE INDEX counter_applications_person_id_created_at_id_idx ON public.counter_applications USING btree (street_id, person_id, created_at, id)
CREATE INDEX counter_applications_phone_hash_idx ON public.counter_applications USING btree (street_id, phone_hash)
CREATE INDEX counter_applications_promised_on_idx ON public.counter_applications USING btree (street_id, promised_on)
CREATE INDEX counter_applications_search_trgm ON public.counter_applications USING gin (search gin_trgm_ops)
CREATE INDEX counter_applications_status_created_at_id_idx ON public.counter_applications USING btree (street_id, status, created_at, id)
CREATE INDEX counter_applications_status_due_at_id_idx ON public.counter_applications USING btree (street_id, status, due_at, id)
CREATE INDEX counter_applications_submitted_at_idx ON public.counter_applications USING btree (street_id, submitted_at)
CREATE INDEX counter_applications_ticket_id_idx ON public.counter_applications USING btree (street_id, ticket_id)
CREATE INDEX counter_applications_version_id_idx ON public.counter_applications USING btree (street_id, version_id)

table counter_appointments (
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
  slot_id uuid not null,
  seat integer,
  starts_at timestamp(3) with time zone,
  ends_at timestamp(3) with time zone,
  item_id uuid,
  person_id uuid,
  name text,
  name_pinyin text,
  phone_cipher bytea,
  phone_hash text,
  phone_mask text,
  forgotten_at timestamp(3) with time zone,
  booked_by text not null,
  ticket_id uuid,
  query_fails integer,
  query_failed_at timestamp(3) with time zone,
  search text not null default ''::text,
  constraint counter_appointments_booked_by_check CHECK ((booked_by = ANY (ARRAY['online'::text, 'phone'::text, 'desk'::text]))),
  constraint counter_appointments_item_id_fkey FOREIGN KEY (street_id, item_id) REFERENCES counter_items(street_id, id),
  constraint counter_appointments_no_key UNIQUE (street_id, no),
  constraint counter_appointments_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint counter_appointments_pkey PRIMARY KEY (street_id, id),
  constraint counter_appointments_slot_id_fkey FOREIGN KEY (street_id, slot_id) REFERENCES counter_slots(street_id, id),
  constraint counter_appointments_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'arrived'::text, 'cancelled'::text, 'missed'::text]))),
  constraint counter_appointments_ticket_id_fkey FOREIGN KEY (street_id, ticket_id) REFERENCES counter_tickets(street_id, id)
)
CREATE INDEX counter_appointments_booked_by_starts_at_id_idx ON public.counter_appointments USING btree (street_id, booked_by, starts_at, id)
CREATE INDEX counter_appointments_community_id_booked_by_starts_at_id_idx ON public.counter_appointments USING btree (street_id, community_id, booked_by, starts_at, id)
CREATE INDEX counter_appointments_community_id_slot_id_starts_at_id_idx ON public.counter_appointments USING btree (street_id, community_id, slot_id, starts_at, id)
CREATE INDEX counter_appointments_community_id_starts_at_id_idx ON public.counter_appointments USING btree (street_id, community_id, starts_at, id)
CREATE INDEX counter_appointments_community_id_status_starts_at_id_idx ON public.counter_appointments USING btree (street_id, community_id, status, starts_at, id)
CREATE INDEX counter_appointments_ends_at_idx ON public.counter_appointments USING btree (street_id, ends_at)
CREATE INDEX counter_appointments_item_id_idx ON public.counter_appointments USING btree (street_id, item_id)
CREATE INDEX counter_appointments_person_id_idx ON public.counter_appointments USING btree (street_id, person_id)
CREATE UNIQUE INDEX counter_appointments_phone ON public.counter_appointments USING btree (street_id, slot_id, phone_hash) WHERE (status = 'booked'::text)
CREATE INDEX counter_appointments_phone_hash_idx ON public.counter_appointments USING btree (street_id, phone_hash)
CREATE INDEX counter_appointments_search_trgm ON public.counter_appointments USING gin (search gin_trgm_ops)
CREATE UNIQUE INDEX counter_appointments_seat ON public.counter_appointments USING btree (street_id, slot_id, seat) WHERE (status = ANY (ARRAY['booked'::text, 'arrived'::text]))
CREATE INDEX counter_appointments_slot_id_starts_at_id_idx ON public.counter_appointments USING btree (street_id, slot_id, starts_at, id)
CREATE INDEX counter_appointments_starts_at_id_idx ON public.counter_appointments USING btree (street_id, starts_at, id)
CREATE INDEX counter_appointments_status_starts_at_id_idx ON public.counter_appointments USING btree (street_id, status, starts_at, id)
CREATE INDEX counter_appointments_ticket_id_idx ON public.counter_appointments USING btree (street_id, ticket_id)

table counter_breaches (
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
  kind text,
  subject_id uuid,
  source_kind text,
  source_id text,
  slip text,
  detail text,
  explain_by timestamp(3) with time zone,
  explanation text,
  finding text,
  measure text,
  measure_text text,
  appeal_by timestamp(3) with time zone,
  appeal text,
  conclusion text,
  record jsonb,
  constraint counter_breaches_kind_check CHECK ((kind = ANY (ARRAY['overdue'::text, 'second-notice'::text, 'no-notice'::text, 'forbidden-material'::text, 'left-overnight'::text, 'rating-not-contacted'::text, 'hidden-pause'::text, 'back-dating'::text]))),
  constraint counter_breaches_kind_source_id_key UNIQUE (street_id, kind, source_id),
  constraint counter_breaches_measure_check CHECK ((measure = ANY (ARRAY['remind'::text, 'criticise'::text, 'order'::text, 'report'::text, 'transfer'::text]))),
  constraint counter_breaches_pkey PRIMARY KEY (street_id, id),
  constraint counter_breaches_source_kind_check CHECK ((source_kind = ANY (ARRAY['application'::text, 'inquiry'::text, 'rating'::text, 'hotline'::text]))),
  constraint counter_breaches_status_check CHECK ((status = ANY (ARRAY['detected'::text, 'explained'::text, 'found'::text, 'not_found'::text, 'measured'::text, 'appealed'::text, 'final'::text]))),
  constraint counter_breaches_subject_id_fkey FOREIGN KEY (street_id, subject_id) REFERENCES platform_accounts(street_id, id)
)
CREATE INDEX counter_breaches_community_id_created_at_id_idx ON public.counter_breaches USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_breaches_community_id_kind_created_at_id_idx ON public.counter_breaches USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX counter_breaches_community_id_status_created_at_id_idx ON public.counter_breaches USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_breaches_community_id_status_due_at_id_idx ON public.counter_breaches USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_breaches_community_id_subject_id_created_at_id_idx ON public.counter_breaches USING btree (street_id, community_id, subject_id, created_at, id)
CREATE INDEX counter_breaches_created_at_id_idx ON public.counter_breaches USING btree (street_id, created_at, id)
CREATE INDEX counter_breaches_kind_created_at_id_idx ON public.counter_breaches USING btree (street_id, kind, created_at, id)
CREATE INDEX counter_breaches_source_id_idx ON public.counter_breaches USING btree (street_id, source_id)
CREATE INDEX counter_breaches_status_created_at_id_idx ON public.counter_breaches USING btree (street_id, status, created_at, id)
CREATE INDEX counter_breaches_status_due_at_id_idx ON public.counter_breaches USING btree (street_id, status, due_at, id)
CREATE INDEX counter_breaches_subject_id_created_at_id_idx ON public.counter_breaches USING btree (street_id, subject_id, created_at, id)
CREATE INDEX counter_breaches_subject_id_status_due_at_id_idx ON public.counter_breaches USING btree (street_id, subject_id, status, due_at, id)

table counter_certificate_requests (
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
  person_id uuid not null,
  name text not null,
  for_whom text not null,
  purpose text not null,
  on_list text,
  issued_on date,
  answer text,
  search text not null default ''::text,
  constraint counter_certificate_requests_no_key UNIQUE (street_id, no),
  constraint counter_certificate_requests_on_list_check CHECK ((on_list = ANY (ARRAY['on'::text, 'off'::text]))),
  constraint counter_certificate_requests_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint counter_certificate_requests_pkey PRIMARY KEY (street_id, id),
  constraint counter_certificate_requests_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'issued'::text, 'refused'::text])))
)
CREATE INDEX counter_certificate_requests_community_id_created_at_id_idx ON public.counter_certificate_requests USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_certificate_requests_community_id_on_list_crea_9ebe5450 ON public.counter_certificate_requests USING btree (street_id, community_id, on_list, created_at, id)
CREATE INDEX counter_certificate_requests_community_id_status_creat_5cd92679 ON public.counter_certificate_requests USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_certificate_requests_community_id_status_due_at_id_idx ON public.counter_certificate_requests USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_certificate_requests_created_at_id_idx ON public.counter_certificate_requests USING btree (street_id, created_at, id)
CREATE INDEX counter_certificate_requests_on_list_created_at_id_idx ON public.counter_certificate_requests USING btree (street_id, on_list, created_at, id)
CREATE INDEX counter_certificate_requests_person_id_idx ON public.counter_certificate_requests USING btree (street_id, person_id)
CREATE INDEX counter_certificate_requests_search_trgm ON public.counter_certificate_requests USING gin (search gin_trgm_ops)
CREATE INDEX counter_certificate_requests_status_created_at_id_idx ON public.counter_certificate_requests USING btree (street_id, status, created_at, id)
CREATE INDEX counter_certificate_requests_status_due_at_id_idx ON public.counter_certificate_requests USING btree (street_id, status, due_at, id)

table counter_certificates (
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
  on_list text not null,
  issuer text,
  basis text,
  instead text,
  search text not null default ''::text,
  constraint counter_certificates_name_key UNIQUE (street_id, name),
  constraint counter_certificates_on_list_check CHECK ((on_list = ANY (ARRAY['kept'::text, 'cancelled'::text]))),
  constraint counter_certificates_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX counter_certificates_name_pinyin_id_idx ON public.counter_certificates USING btree (street_id, name_pinyin, id)
CREATE INDEX counter_certificates_on_list_name_pinyin_id_idx ON public.counter_certificates USING btree (street_id, on_list, name_pinyin, id)
CREATE INDEX counter_certificates_search_trgm ON public.counter_certificates USING gin (search gin_trgm_ops)

table counter_commitments (
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
  application_id uuid not null,
  material text not null,
  person_id uuid,
  organisation_id uuid,
  verify_by date,
  finding text,
  consequence text,
  barred_until date,
  settled_at timestamp(3) with time zone,
  settled_by_id uuid,
  constraint counter_commitments_application_id_fkey FOREIGN KEY (street_id, application_id) REFERENCES counter_applications(street_id, id),
  constraint counter_commitments_consequence_check CHECK ((consequence = ANY (ARRAY['refuse'::text, 'revoke'::text, 'supplement'::text]))),
  constraint counter_commitments_organisation_id_fkey FOREIGN KEY (street_id, organisation_id) REFERENCES registry_organisations(street_id, id),
  constraint counter_commitments_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint counter_commitments_pkey PRIMARY KEY (street_id, id),
  constraint counter_commitments_settled_by_id_fkey FOREIGN KEY (street_id, settled_by_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_commitments_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'kept'::text, 'broken'::text, 'withdrawn'::text])))
)
CREATE INDEX counter_commitments_application_id_created_at_id_idx ON public.counter_commitments USING btree (street_id, application_id, created_at, id)
CREATE INDEX counter_commitments_community_id_application_id_create_80cc3bc1 ON public.counter_commitments USING btree (street_id, community_id, application_id, created_at, id)
CREATE INDEX counter_commitments_community_id_created_at_id_idx ON public.counter_commitments USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_commitments_community_id_organisation_id_creat_bf239586 ON public.counter_commitments USING btree (street_id, community_id, organisation_id, created_at, id)
CREATE INDEX counter_commitments_community_id_person_id_created_at_id_idx ON public.counter_commitments USING btree (street_id, community_id, person_id, created_at, id)
CREATE INDEX counter_commitments_community_id_status_created_at_id_idx ON public.counter_commitments USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_commitments_community_id_status_due_at_id_idx ON public.counter_commitments USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_commitments_created_at_id_idx ON public.counter_commitments USING btree (street_id, created_at, id)
CREATE INDEX counter_commitments_material_idx ON public.counter_commitments USING btree (street_id, material)
CREATE UNIQUE INDEX counter_commitments_once ON public.counter_commitments USING btree (street_id, application_id, material) WHERE (status = 'pending'::text)
CREATE INDEX counter_commitments_organisation_id_created_at_id_idx ON public.counter_commitments USING btree (street_id, organisation_id, created_at, id)
CREATE INDEX counter_commitments_person_id_created_at_id_idx ON public.counter_commitments USING btree (street_id, person_id, created_at, id)
CREATE INDEX counter_commitments_settled_by_id_idx ON public.counter_commitments USING btree (street_id, settled_by_id)
CREATE INDEX counter_commitments_status_created_at_id_idx ON public.counter_commitments USING btree (street_id, status, created_at, id)
CREATE INDEX counter_commitments_status_due_at_id_idx ON public.counter_commitments USING btree (street_id, status, due_at, id)

table counter_extensions (
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
  application_id uuid not null,
  days integer not null,
  reason text not null,
  told text not null,
  told_at timestamp(3) with time zone,
  asked_by_id uuid,
  approver_id uuid,
  answer text,
  constraint counter_extensions_application_id_fkey FOREIGN KEY (street_id, application_id) REFERENCES counter_applications(street_id, id),
  constraint counter_extensions_approver_id_fkey FOREIGN KEY (street_id, approver_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_extensions_asked_by_id_fkey FOREIGN KEY (street_id, asked_by_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_extensions_pkey PRIMARY KEY (street_id, id),
  constraint counter_extensions_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text]))),
  constraint counter_extensions_told_check CHECK ((told = ANY (ARRAY['paper'::text, 'phone'::text, 'message'::text, 'person'::text])))
)
CREATE INDEX counter_extensions_application_id_created_at_id_idx ON public.counter_extensions USING btree (street_id, application_id, created_at, id)
CREATE INDEX counter_extensions_approver_id_idx ON public.counter_extensions USING btree (street_id, approver_id)
CREATE INDEX counter_extensions_asked_by_id_idx ON public.counter_extensions USING btree (street_id, asked_by_id)
CREATE INDEX counter_extensions_community_id_application_id_created_21435ec3 ON public.counter_extensions USING btree (street_id, community_id, application_id, created_at, id)
CREATE INDEX counter_extensions_community_id_created_at_id_idx ON public.counter_extensions USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_extensions_community_id_status_created_at_id_idx ON public.counter_extensions USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_extensions_community_id_status_due_at_id_idx ON public.counter_extensions USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_extensions_created_at_id_idx ON public.counter_extensions USING btree (street_id, created_at, id)
CREATE UNIQUE INDEX counter_extensions_once ON public.counter_extensions USING btree (street_id, application_id) WHERE (status = ANY (ARRAY['asked'::text, 'approved'::text]))
CREATE INDEX counter_extensions_status_created_at_id_idx ON public.counter_extensions USING btree (street_id, status, created_at, id)
CREATE INDEX counter_extensions_status_due_at_id_idx ON public.counter_extensions USING btree (street_id, status, due_at, id)

table counter_hotline_exclusions (
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
  order_id uuid not null,
  ground text not null,
  reason text not null,
  evidence text,
  asked_by_id uuid,
  decider_id uuid,
  answer text,
  constraint counter_hotline_exclusions_asked_by_id_fkey FOREIGN KEY (street_id, asked_by_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_hotline_exclusions_decider_id_fkey FOREIGN KEY (street_id, decider_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_hotline_exclusions_ground_check CHECK ((ground = ANY (ARRAY['unlawful'::text, 'other-way'::text, 'not-ours'::text, 'same-again'::text, 'no-contact'::text, 'withdrawn'::text, 'other'::text]))),
  constraint counter_hotline_exclusions_order_id_fkey FOREIGN KEY (street_id, order_id) REFERENCES counter_hotline_orders(street_id, id),
  constraint counter_hotline_exclusions_pkey PRIMARY KEY (street_id, id),
  constraint counter_hotline_exclusions_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text])))
)
CREATE INDEX counter_hotline_exclusions_asked_by_id_idx ON public.counter_hotline_exclusions USING btree (street_id, asked_by_id)
CREATE INDEX counter_hotline_exclusions_community_id_created_at_id_idx ON public.counter_hotline_exclusions USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_hotline_exclusions_community_id_ground_created_3bb6d2ef ON public.counter_hotline_exclusions USING btree (street_id, community_id, ground, created_at, id)
CREATE INDEX counter_hotline_exclusions_community_id_order_id_creat_6c6c72f4 ON public.counter_hotline_exclusions USING btree (street_id, community_id, order_id, created_at, id)
CREATE INDEX counter_hotline_exclusions_community_id_status_created_b4b201a6 ON public.counter_hotline_exclusions USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_hotline_exclusions_community_id_status_due_at_id_idx ON public.counter_hotline_exclusions USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_hotline_exclusions_created_at_id_idx ON public.counter_hotline_exclusions USING btree (street_id, created_at, id)
CREATE INDEX counter_hotline_exclusions_decider_id_idx ON public.counter_hotline_exclusions USING btree (street_id, decider_id)
CREATE INDEX counter_hotline_exclusions_evidence_idx ON public.counter_hotline_exclusions USING btree (street_id, evidence)
CREATE INDEX counter_hotline_exclusions_ground_created_at_id_idx ON public.counter_hotline_exclusions USING btree (street_id, ground, created_at, id)
CREATE UNIQUE INDEX counter_hotline_exclusions_once ON public.counter_hotline_exclusions USING btree (street_id, order_id) WHERE (status = ANY (ARRAY['asked'::text, 'approved'::text]))
CREATE INDEX counter_hotline_exclusions_order_id_created_at_id_idx ON public.counter_hotline_exclusions USING btree (street_id, order_id, created_at, id)
CREATE INDEX counter_hotline_exclusions_status_created_at_id_idx ON public.counter_hotline_exclusions USING btree (street_id, status, created_at, id)
CREATE INDEX counter_hotline_exclusions_status_due_at_id_idx ON public.counter_hotline_exclusions USING btree (street_id, status, due_at, id)

table counter_hotline_orders (
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
  no text not null,
  topic text not null,
  place text not null,
  content text not null,
  caller_name text,
  caller_phone_cipher bytea,
  caller_phone_hash text,
  caller_phone_mask text,
  level text not null,
  is_ruled boolean,
  return_count integer,
  repeat_of integer,
  handler_id uuid,
  clock jsonb,
  extended_days integer,
  overdue_told boolean,
  handling text,
  reply text,
  replied_at timestamp(3) with time zone,
  respond_due timestamp(3) with time zone,
  responded_at timestamp(3) with time zone,
  is_responded text,
  satisfaction text,
  solved text,
  excluded_for text,
  search text not null default ''::text,
  constraint counter_hotline_orders_excluded_for_check CHECK ((excluded_for = ANY (ARRAY['unlawful'::text, 'other-way'::text, 'not-ours'::text, 'same-again'::text, 'no-contact'::text, 'withdrawn'::text, 'other'::text]))),
  constraint counter_hotline_orders_handler_id_fkey FOREIGN KEY (street_id, handler_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_hotline_orders_is_responded_check CHECK ((is_responded = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint counter_hotline_orders_level_check CHECK ((level = ANY (ARRAY['normal'::text, 'urgent'::text, 'consult'::text]))),
  constraint counter_hotline_orders_no_key UNIQUE (street_id, no),
  constraint counter_hotline_orders_pkey PRIMARY KEY (street_id, id),
  constraint counter_hotline_orders_satisfaction_check CHECK ((satisfaction = ANY (ARRAY['satisfied'::text, 'partly'::text, 'unsatisfied'::text]))),
  constraint counter_hotline_orders_solved_check CHECK ((solved = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint counter_hotline_orders_status_check CHECK ((status = ANY (ARRAY['received'::text, 'accepted'::text, 'returned'::text, 'handled'::text, 'replied'::text, 'revisited'::text, 'closed'::text]))),
  constraint counter_hotline_orders_topic_check CHECK ((topic = ANY (ARRAY['property'::text, 'parking'::text, 'sanitation'::text, 'noise'::text, 'facility'::text, 'aged'::text, 'safety'::text, 'policy'::text, 'conduct'::text, 'other'::text])))
)
CREATE INDEX counter_hotline_orders_caller_phone_hash_idx ON public.counter_hotline_orders USING btree (street_id, caller_phone_hash)
CREATE INDEX counter_hotline_orders_community_id_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_hotline_orders_community_id_excluded_for_creat_f4a8c1c3 ON public.counter_hotline_orders USING btree (street_id, community_id, excluded_for, created_at, id)
CREATE INDEX counter_hotline_orders_community_id_handler_id_created_0a59ba20 ON public.counter_hotline_orders USING btree (street_id, community_id, handler_id, created_at, id)
CREATE INDEX counter_hotline_orders_community_id_is_responded_creat_31a5e958 ON public.counter_hotline_orders USING btree (street_id, community_id, is_responded, created_at, id)
CREATE INDEX counter_hotline_orders_community_id_level_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, community_id, level, created_at, id)
CREATE INDEX counter_hotline_orders_community_id_satisfaction_creat_b131b0c3 ON public.counter_hotline_orders USING btree (street_id, community_id, satisfaction, created_at, id)
CREATE INDEX counter_hotline_orders_community_id_solved_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, community_id, solved, created_at, id)
CREATE INDEX counter_hotline_orders_community_id_status_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_hotline_orders_community_id_status_due_at_id_idx ON public.counter_hotline_orders USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_hotline_orders_community_id_topic_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, community_id, topic, created_at, id)
CREATE INDEX counter_hotline_orders_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, created_at, id)
CREATE INDEX counter_hotline_orders_excluded_for_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, excluded_for, created_at, id)
CREATE INDEX counter_hotline_orders_handler_id_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, handler_id, created_at, id)
CREATE INDEX counter_hotline_orders_handler_id_status_due_at_id_idx ON public.counter_hotline_orders USING btree (street_id, handler_id, status, due_at, id)
CREATE INDEX counter_hotline_orders_is_responded_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, is_responded, created_at, id)
CREATE INDEX counter_hotline_orders_level_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, level, created_at, id)
CREATE INDEX counter_hotline_orders_place_idx ON public.counter_hotline_orders USING btree (street_id, place)
CREATE INDEX counter_hotline_orders_satisfaction_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, satisfaction, created_at, id)
CREATE INDEX counter_hotline_orders_search_trgm ON public.counter_hotline_orders USING gin (search gin_trgm_ops)
CREATE INDEX counter_hotline_orders_solved_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, solved, created_at, id)
CREATE INDEX counter_hotline_orders_status_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, status, created_at, id)
CREATE INDEX counter_hotline_orders_status_due_at_id_idx ON public.counter_hotline_orders USING btree (street_id, status, due_at, id)
CREATE INDEX counter_hotline_orders_topic_created_at_id_idx ON public.counter_hotline_orders USING btree (street_id, topic, created_at, id)

table counter_inquiries (
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
  matter text not null,
  detail text,
  asker_name text,
  asker_phone_cipher bytea,
  asker_phone_hash text,
  asker_phone_mask text,
  person_id uuid,
  channel text not null,
  source_id text,
  first_person_id uuid,
  owner_id uuid,
  hand_to_id uuid,
  handed_times integer,
  refused_times integer,
  last_answer text,
  disposition text,
  outcome text,
  closed_at timestamp(3) with time zone,
  record jsonb,
  search text not null default ''::text,
  constraint counter_inquiries_channel_check CHECK ((channel = ANY (ARRAY['window'::text, 'phone'::text, 'visit'::text, 'grid'::text]))),
  constraint counter_inquiries_closed CHECK (((status <> 'closed'::text) OR (hand_to_id IS NULL))),
  constraint counter_inquiries_disposition_check CHECK ((disposition = ANY (ARRAY['self'::text, 'handed'::text, 'explained'::text, 'urgent'::text]))),
  constraint counter_inquiries_first_person_id_fkey FOREIGN KEY (street_id, first_person_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_inquiries_hand_to_id_fkey FOREIGN KEY (street_id, hand_to_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_inquiries_no_key UNIQUE (street_id, no),
  constraint counter_inquiries_owner_id_fkey FOREIGN KEY (street_id, owner_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_inquiries_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint counter_inquiries_pkey PRIMARY KEY (street_id, id),
  constraint counter_inquiries_status_check CHECK ((status = ANY (ARRAY['owned'::text, 'handed'::text, 'closed'::text])))
)
CREATE INDEX counter_inquiries_asker_phone_hash_idx ON public.counter_inquiries USING btree (street_id, asker_phone_hash)
CREATE INDEX counter_inquiries_channel_created_at_id_idx ON public.counter_inquiries USING btree (street_id, channel, created_at, id)
CREATE INDEX counter_inquiries_community_id_channel_created_at_id_idx ON public.counter_inquiries USING btree (street_id, community_id, channel, created_at, id)
CREATE INDEX counter_inquiries_community_id_created_at_id_idx ON public.counter_inquiries USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_inquiries_community_id_first_person_id_created_97ef309f ON public.counter_inquiries USING btree (street_id, community_id, first_person_id, created_at, id)
CREATE INDEX counter_inquiries_community_id_owner_id_created_at_id_idx ON public.counter_inquiries USING btree (street_id, community_id, owner_id, created_at, id)
CREATE INDEX counter_inquiries_community_id_status_created_at_id_idx ON public.counter_inquiries USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_inquiries_community_id_status_due_at_id_idx ON public.counter_inquiries USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_inquiries_created_at_id_idx ON public.counter_inquiries USING btree (street_id, created_at, id)
CREATE INDEX counter_inquiries_first_person_id_created_at_id_idx ON public.counter_inquiries USING btree (street_id, first_person_id, created_at, id)
CREATE INDEX counter_inquiries_hand_to_id_status_due_at_id_idx ON public.counter_inquiries USING btree (street_id, hand_to_id, status, due_at, id)
CREATE INDEX counter_inquiries_owner_id_created_at_id_idx ON public.counter_inquiries USING btree (street_id, owner_id, created_at, id)
CREATE INDEX counter_inquiries_owner_id_status_due_at_id_idx ON public.counter_inquiries USING btree (street_id, owner_id, status, due_at, id)
CREATE INDEX counter_inquiries_person_id_idx ON public.counter_inquiries USING btree (street_id, person_id)
CREATE INDEX counter_inquiries_search_trgm ON public.counter_inquiries USING gin (search gin_trgm_ops)
CREATE INDEX counter_inquiries_source_id_idx ON public.counter_inquiries USING btree (street_id, source_id)
CREATE INDEX counter_inquiries_status_created_at_id_idx ON public.counter_inquiries USING btree (street_id, status, created_at, id)
CREATE INDEX counter_inquiries_status_due_at_id_idx ON public.counter_inquiries USING btree (street_id, status, due_at, id)

table counter_item_versions (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  title text,
  item_id uuid,
  no integer,
  content jsonb,
  changes text,
  constraint counter_item_versions_item_id_fkey FOREIGN KEY (street_id, item_id) REFERENCES counter_items(street_id, id),
  constraint counter_item_versions_item_id_no_key UNIQUE (street_id, item_id, no),
  constraint counter_item_versions_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX counter_item_versions_created_at_id_idx ON public.counter_item_versions USING btree (street_id, created_at, id)
CREATE INDEX counter_item_versions_item_id_created_at_id_idx ON public.counter_item_versions USING btree (street_id, item_id, created_at, id)

table counter_items (
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
  name text not null,
  name_pinyin text not null,
  line text not null,
  kind text not null,
  promised_days integer not null,
  legal_days integer,
  extension_days integer not null,
  pauses text[],
  conditions text,
  basis text,
  fee bigint not null,
  result_doc text,
  "where" text,
  verified boolean not null,
  warning text,
  version_no integer,
  version_id uuid,
  search text not null default ''::text,
  constraint counter_items_code_key UNIQUE (street_id, code),
  constraint counter_items_kind_check CHECK ((kind = ANY (ARRAY['instant'::text, 'promise'::text, 'forward'::text, 'proxy'::text, 'consult'::text]))),
  constraint counter_items_line_check CHECK ((line = ANY (ARRAY['aged'::text, 'health'::text, 'insurance'::text, 'relief'::text, 'employment'::text, 'family'::text, 'education'::text, 'veterans'::text, 'disability'::text, 'housing'::text, 'other'::text]))),
  constraint counter_items_pauses_check CHECK ((pauses <@ ARRAY['hearing'::text, 'appraisal'::text, 'supplement'::text])),
  constraint counter_items_pkey PRIMARY KEY (street_id, id),
  constraint counter_items_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'revising'::text, 'retired'::text]))),
  constraint counter_items_version_id_fkey FOREIGN KEY (street_id, version_id) REFERENCES counter_item_versions(street_id, id)
)
CREATE INDEX counter_items_code_id_idx ON public.counter_items USING btree (street_id, code, id)
CREATE INDEX counter_items_kind_code_id_idx ON public.counter_items USING btree (street_id, kind, code, id)
CREATE INDEX counter_items_line_code_id_idx ON public.counter_items USING btree (street_id, line, code, id)
CREATE INDEX counter_items_search_trgm ON public.counter_items USING gin (search gin_trgm_ops)
CREATE INDEX counter_items_status_code_id_idx ON public.counter_items USING btree (street_id, status, code, id)
CREATE INDEX counter_items_status_due_at_id_idx ON public.counter_items USING btree (street_id, status, due_at, id)
CREATE INDEX counter_items_version_id_idx ON public.counter_items USING btree (street_id, version_id)

table counter_materials (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  item_id uuid not null,
  name text not null,
  source text not null,
  required boolean not null,
  can_defer boolean not null,
  can_promise boolean not null,
  copies integer not null,
  form text,
  why text,
  search text not null default ''::text,
  constraint counter_materials_item_id_fkey FOREIGN KEY (street_id, item_id) REFERENCES counter_items(street_id, id),
  constraint counter_materials_item_id_name_key UNIQUE (street_id, item_id, name),
  constraint counter_materials_pkey PRIMARY KEY (street_id, id),
  constraint counter_materials_source_check CHECK ((source = ANY (ARRAY['applicant'::text, 'share'::text, 'own-record'::text, 'certificate'::text])))
)
CREATE INDEX counter_materials_created_at_id_idx ON public.counter_materials USING btree (street_id, created_at, id)
CREATE INDEX counter_materials_item_id_created_at_id_idx ON public.counter_materials USING btree (street_id, item_id, created_at, id)
CREATE INDEX counter_materials_search_trgm ON public.counter_materials USING gin (search gin_trgm_ops)
CREATE INDEX counter_materials_source_created_at_id_idx ON public.counter_materials USING btree (street_id, source, created_at, id)

table counter_notices (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  no text,
  application_id uuid,
  seq integer,
  missing jsonb,
  text text,
  lapse_on date,
  is_breach boolean,
  overridden_by uuid,
  search text not null default ''::text,
  constraint counter_notices_application_id_fkey FOREIGN KEY (street_id, application_id) REFERENCES counter_applications(street_id, id),
  constraint counter_notices_application_id_seq_key UNIQUE (street_id, application_id, seq),
  constraint counter_notices_no_key UNIQUE (street_id, no),
  constraint counter_notices_overridden_by_fkey FOREIGN KEY (street_id, overridden_by) REFERENCES platform_accounts(street_id, id),
  constraint counter_notices_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX counter_notices_application_id_created_at_id_idx ON public.counter_notices USING btree (street_id, application_id, created_at, id)
CREATE INDEX counter_notices_community_id_application_id_created_at_id_idx ON public.counter_notices USING btree (street_id, community_id, application_id, created_at, id)
CREATE INDEX counter_notices_community_id_created_at_id_idx ON public.counter_notices USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_notices_community_id_is_breach_created_at_id_idx ON public.counter_notices USING btree (street_id, community_id, is_breach, created_at, id)
CREATE INDEX counter_notices_created_at_id_idx ON public.counter_notices USING btree (street_id, created_at, id)
CREATE INDEX counter_notices_is_breach_created_at_id_idx ON public.counter_notices USING btree (street_id, is_breach, created_at, id)
CREATE INDEX counter_notices_overridden_by_idx ON public.counter_notices USING btree (street_id, overridden_by)
CREATE INDEX counter_notices_search_trgm ON public.counter_notices USING gin (search gin_trgm_ops)

table counter_precheck_files (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  precheck_id uuid not null,
  material text not null,
  file text,
  forgotten_at timestamp(3) with time zone,
  constraint counter_precheck_files_pkey PRIMARY KEY (street_id, id),
  constraint counter_precheck_files_precheck_id_fkey FOREIGN KEY (street_id, precheck_id) REFERENCES counter_prechecks(street_id, id)
)
CREATE INDEX counter_precheck_files_community_id_created_at_id_idx ON public.counter_precheck_files USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_precheck_files_community_id_precheck_id_create_e163ea8c ON public.counter_precheck_files USING btree (street_id, community_id, precheck_id, created_at, id)
CREATE INDEX counter_precheck_files_created_at_id_idx ON public.counter_precheck_files USING btree (street_id, created_at, id)
CREATE INDEX counter_precheck_files_file_idx ON public.counter_precheck_files USING btree (street_id, file)
CREATE INDEX counter_precheck_files_precheck_id_created_at_id_idx ON public.counter_precheck_files USING btree (street_id, precheck_id, created_at, id)

table counter_prechecks (
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
  item_id uuid not null,
  name text,
  phone_cipher bytea,
  phone_hash text,
  phone_mask text,
  claimed jsonb,
  claimed_text text,
  question text,
  files integer,
  replies jsonb,
  verdict text,
  answer text,
  answered_at timestamp(3) with time zone,
  application_id uuid,
  forgotten_at timestamp(3) with time zone,
  file_key text,
  query_fails integer,
  query_failed_at timestamp(3) with time zone,
  search text not null default ''::text,
  constraint counter_prechecks_application_id_fkey FOREIGN KEY (street_id, application_id) REFERENCES counter_applications(street_id, id),
  constraint counter_prechecks_item_id_fkey FOREIGN KEY (street_id, item_id) REFERENCES counter_items(street_id, id),
  constraint counter_prechecks_no_key UNIQUE (street_id, no),
  constraint counter_prechecks_pkey PRIMARY KEY (street_id, id),
  constraint counter_prechecks_status_check CHECK ((status = ANY (ARRAY['sent'::text, 'answered'::text, 'opened'::text, 'lapsed'::text, 'unanswered'::text]))),
  constraint counter_prechecks_verdict_check CHECK ((verdict = ANY (ARRAY['ready'::text, 'missing'::text, 'elsewhere'::text])))
)
CREATE INDEX counter_prechecks_application_id_idx ON public.counter_prechecks USING btree (street_id, application_id)
CREATE INDEX counter_prechecks_community_id_created_at_id_idx ON public.counter_prechecks USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_prechecks_community_id_item_id_created_at_id_idx ON public.counter_prechecks USING btree (street_id, community_id, item_id, created_at, id)
CREATE INDEX counter_prechecks_community_id_status_created_at_id_idx ON public.counter_prechecks USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_prechecks_community_id_status_due_at_id_idx ON public.counter_prechecks USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_prechecks_community_id_verdict_created_at_id_idx ON public.counter_prechecks USING btree (street_id, community_id, verdict, created_at, id)
CREATE INDEX counter_prechecks_created_at_id_idx ON public.counter_prechecks USING btree (street_id, created_at, id)
CREATE INDEX counter_prechecks_item_id_created_at_id_idx ON public.counter_prechecks USING btree (street_id, item_id, created_at, id)
CREATE INDEX counter_prechecks_phone_hash_idx ON public.counter_prechecks USING btree (street_id, phone_hash)
CREATE INDEX counter_prechecks_search_trgm ON public.counter_prechecks USING gin (search gin_trgm_ops)
CREATE INDEX counter_prechecks_status_created_at_id_idx ON public.counter_prechecks USING btree (street_id, status, created_at, id)
CREATE INDEX counter_prechecks_status_due_at_id_idx ON public.counter_prechecks USING btree (street_id, status, due_at, id)
CREATE INDEX counter_prechecks_verdict_created_at_id_idx ON public.counter_prechecks USING btree (street_id, verdict, created_at, id)

table counter_ratings (
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
  application_id uuid,
  handler_id uuid,
  contact_id uuid,
  device text,
  grade text,
  comment text,
  is_named boolean,
  frozen_at timestamp(3) with time zone,
  attempts integer,
  attempted_at timestamp(3) with time zone,
  contacted_at timestamp(3) with time zone,
  contact_note text,
  fix text,
  revisit text,
  sealed jsonb,
  constraint counter_ratings_application_id_fkey FOREIGN KEY (street_id, application_id) REFERENCES counter_applications(street_id, id),
  constraint counter_ratings_application_id_key UNIQUE (street_id, application_id),
  constraint counter_ratings_contact_id_fkey FOREIGN KEY (street_id, contact_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_ratings_device_check CHECK ((device = ANY (ARRAY['client'::text, 'counter-pad'::text]))),
  constraint counter_ratings_grade_check CHECK ((grade = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text]))),
  constraint counter_ratings_handler_id_fkey FOREIGN KEY (street_id, handler_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_ratings_pkey PRIMARY KEY (street_id, id),
  constraint counter_ratings_revisit_check CHECK ((revisit = ANY (ARRAY['satisfied'::text, 'partly'::text, 'unsatisfied'::text]))),
  constraint counter_ratings_status_check CHECK ((status = ANY (ARRAY['received'::text, 'frozen'::text, 'to_contact'::text, 'fixing'::text, 'fixed'::text, 'closed'::text])))
)
CREATE INDEX counter_ratings_community_id_created_at_id_idx ON public.counter_ratings USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_ratings_community_id_grade_created_at_id_idx ON public.counter_ratings USING btree (street_id, community_id, grade, created_at, id)
CREATE INDEX counter_ratings_community_id_handler_id_created_at_id_idx ON public.counter_ratings USING btree (street_id, community_id, handler_id, created_at, id)
CREATE INDEX counter_ratings_community_id_status_created_at_id_idx ON public.counter_ratings USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_ratings_community_id_status_due_at_id_idx ON public.counter_ratings USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_ratings_contact_id_status_due_at_id_idx ON public.counter_ratings USING btree (street_id, contact_id, status, due_at, id)
CREATE INDEX counter_ratings_created_at_id_idx ON public.counter_ratings USING btree (street_id, created_at, id)
CREATE INDEX counter_ratings_frozen_at_idx ON public.counter_ratings USING btree (street_id, frozen_at)
CREATE INDEX counter_ratings_grade_created_at_id_idx ON public.counter_ratings USING btree (street_id, grade, created_at, id)
CREATE INDEX counter_ratings_handler_id_created_at_id_idx ON public.counter_ratings USING btree (street_id, handler_id, created_at, id)
CREATE INDEX counter_ratings_status_created_at_id_idx ON public.counter_ratings USING btree (street_id, status, created_at, id)
CREATE INDEX counter_ratings_status_due_at_id_idx ON public.counter_ratings USING btree (street_id, status, due_at, id)

table counter_slots (
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
  window_id uuid not null,
  day date not null,
  "from" text not null,
  "to" text not null,
  seats integer not null,
  desk_seats integer not null,
  constraint counter_slots_pkey PRIMARY KEY (street_id, id),
  constraint counter_slots_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint counter_slots_window_id_day_from_key UNIQUE (street_id, window_id, day, "from"),
  constraint counter_slots_window_id_fkey FOREIGN KEY (street_id, window_id) REFERENCES counter_windows(street_id, id)
)
CREATE INDEX counter_slots_community_id_day_id_idx ON public.counter_slots USING btree (street_id, community_id, day, id)
CREATE INDEX counter_slots_community_id_status_day_id_idx ON public.counter_slots USING btree (street_id, community_id, status, day, id)
CREATE INDEX counter_slots_community_id_window_id_day_id_idx ON public.counter_slots USING btree (street_id, community_id, window_id, day, id)
CREATE INDEX counter_slots_day_id_idx ON public.counter_slots USING btree (street_id, day, id)
CREATE INDEX counter_slots_status_day_id_idx ON public.counter_slots USING btree (street_id, status, day, id)
CREATE INDEX counter_slots_window_id_day_id_idx ON public.counter_slots USING btree (street_id, window_id, day, id)

table counter_supervisions (
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
  level text,
  holder_id uuid,
  handler_id uuid,
  source_kind text,
  source_id text,
  slip text,
  promised_at timestamp(3) with time zone,
  act_by timestamp(3) with time zone,
  action text,
  planned_on date,
  acted_by_id uuid,
  acted_at timestamp(3) with time zone,
  search text not null default ''::text,
  constraint counter_supervisions_acted_by_id_fkey FOREIGN KEY (street_id, acted_by_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_supervisions_handler_id_fkey FOREIGN KEY (street_id, handler_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_supervisions_holder_id_fkey FOREIGN KEY (street_id, holder_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_supervisions_level_check CHECK ((level = ANY (ARRAY['urge'::text, 'supervise'::text, 'interview'::text, 'accountability'::text]))),
  constraint counter_supervisions_pkey PRIMARY KEY (street_id, id),
  constraint counter_supervisions_source_id_level_promised_at_key UNIQUE (street_id, source_id, level, promised_at),
  constraint counter_supervisions_source_kind_check CHECK ((source_kind = ANY (ARRAY['application'::text, 'hotline'::text]))),
  constraint counter_supervisions_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'acted'::text, 'missed'::text, 'lifted'::text])))
)
CREATE INDEX counter_supervisions_acted_by_id_idx ON public.counter_supervisions USING btree (street_id, acted_by_id)
CREATE INDEX counter_supervisions_community_id_created_at_id_idx ON public.counter_supervisions USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_supervisions_community_id_holder_id_created_at_id_idx ON public.counter_supervisions USING btree (street_id, community_id, holder_id, created_at, id)
CREATE INDEX counter_supervisions_community_id_level_created_at_id_idx ON public.counter_supervisions USING btree (street_id, community_id, level, created_at, id)
CREATE INDEX counter_supervisions_community_id_status_created_at_id_idx ON public.counter_supervisions USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_supervisions_community_id_status_due_at_id_idx ON public.counter_supervisions USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX counter_supervisions_created_at_id_idx ON public.counter_supervisions USING btree (street_id, created_at, id)
CREATE INDEX counter_supervisions_handler_id_idx ON public.counter_supervisions USING btree (street_id, handler_id)
CREATE INDEX counter_supervisions_holder_id_created_at_id_idx ON public.counter_supervisions USING btree (street_id, holder_id, created_at, id)
CREATE INDEX counter_supervisions_holder_id_status_due_at_id_idx ON public.counter_supervisions USING btree (street_id, holder_id, status, due_at, id)
CREATE INDEX counter_supervisions_level_created_at_id_idx ON public.counter_supervisions USING btree (street_id, level, created_at, id)
CREATE INDEX counter_supervisions_search_trgm ON public.counter_supervisions USING gin (search gin_trgm_ops)
CREATE INDEX counter_supervisions_source_id_idx ON public.counter_supervisions USING btree (street_id, source_id)
CREATE INDEX counter_supervisions_status_created_at_id_idx ON public.counter_supervisions USING btree (street_id, status, created_at, id)
CREATE INDEX counter_supervisions_status_due_at_id_idx ON public.counter_supervisions USING btree (street_id, status, due_at, id)

table counter_tickets (
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
  day date,
  seq integer,
  person_id uuid,
  priority text not null,
  rank integer,
  matter text,
  window_id uuid,
  called_at timestamp(3) with time zone,
  waited_min integer,
  done_at timestamp(3) with time zone,
  served_min integer,
  search text not null default ''::text,
  constraint counter_tickets_community_id_day_no_key UNIQUE (street_id, community_id, day, no),
  constraint counter_tickets_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint counter_tickets_pkey PRIMARY KEY (street_id, id),
  constraint counter_tickets_priority_check CHECK ((priority = ANY (ARRAY['none'::text, 'elder'::text, 'disabled'::text, 'veteran'::text, 'booked'::text, 'other'::text]))),
  constraint counter_tickets_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'called'::text, 'served'::text, 'missed'::text]))),
  constraint counter_tickets_window_id_fkey FOREIGN KEY (street_id, window_id) REFERENCES counter_windows(street_id, id)
)
CREATE INDEX counter_tickets_community_id_created_at_id_idx ON public.counter_tickets USING btree (street_id, community_id, created_at, id)
CREATE INDEX counter_tickets_community_id_day_created_at_id_idx ON public.counter_tickets USING btree (street_id, community_id, day, created_at, id)
CREATE INDEX counter_tickets_community_id_priority_created_at_id_idx ON public.counter_tickets USING btree (street_id, community_id, priority, created_at, id)
CREATE INDEX counter_tickets_community_id_status_created_at_id_idx ON public.counter_tickets USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX counter_tickets_community_id_window_id_created_at_id_idx ON public.counter_tickets USING btree (street_id, community_id, window_id, created_at, id)
CREATE INDEX counter_tickets_created_at_id_idx ON public.counter_tickets USING btree (street_id, created_at, id)
CREATE INDEX counter_tickets_day_created_at_id_idx ON public.counter_tickets USING btree (street_id, day, created_at, id)
CREATE INDEX counter_tickets_person_id_idx ON public.counter_tickets USING btree (street_id, person_id)
CREATE INDEX counter_tickets_priority_created_at_id_idx ON public.counter_tickets USING btree (street_id, priority, created_at, id)
CREATE INDEX counter_tickets_search_trgm ON public.counter_tickets USING gin (search gin_trgm_ops)
CREATE INDEX counter_tickets_status_created_at_id_idx ON public.counter_tickets USING btree (street_id, status, created_at, id)
CREATE INDEX counter_tickets_window_id_created_at_id_idx ON public.counter_tickets USING btree (street_id, window_id, created_at, id)

table counter_windows (
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
  account_id uuid,
  duties text,
  pad_paired_at timestamp(3) with time zone,
  pad_key text,
  pad_code text,
  pad_case_id uuid,
  pad_until timestamp(3) with time zone,
  search text not null default ''::text,
  constraint counter_windows_account_id_fkey FOREIGN KEY (street_id, account_id) REFERENCES platform_accounts(street_id, id),
  constraint counter_windows_pad_case_id_fkey FOREIGN KEY (street_id, pad_case_id) REFERENCES counter_applications(street_id, id),
  constraint counter_windows_pkey PRIMARY KEY (street_id, id),
  constraint counter_windows_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
)
CREATE INDEX counter_windows_account_id_name_id_idx ON public.counter_windows USING btree (street_id, account_id, name, id)
CREATE INDEX counter_windows_community_id_account_id_name_id_idx ON public.counter_windows USING btree (street_id, community_id, account_id, name, id)
CREATE INDEX counter_windows_community_id_name_id_idx ON public.counter_windows USING btree (street_id, community_id, name, id)
CREATE INDEX counter_windows_community_id_status_name_id_idx ON public.counter_windows USING btree (street_id, community_id, status, name, id)
CREATE INDEX counter_windows_name_id_idx ON public.counter_windows USING btree (street_id, name, id)
CREATE INDEX counter_windows_pad_case_id_idx ON public.counter_windows USING btree (street_id, pad_case_id)
CREATE INDEX counter_windows_pad_code_idx ON public.counter_windows USING btree (street_id, pad_code)
CREATE INDEX counter_windows_pad_key_idx ON public.counter_windows USING btree (street_id, pad_key)
CREATE INDEX counter_windows_search_trgm ON public.counter_windows USING gin (search gin_trgm_ops)
CREATE INDEX counter_windows_status_name_id_idx ON public.counter_windows USING btree (street_id, status, name, id)

/** The first tables of the counter. Frozen: a change is a new migration. */
export const CREATE = `
create table counter_applications (
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
  "title" text collate "C",
  "item_id" uuid not null,
  "version_id" uuid,
  "kind" text collate "C",
  constraint counter_applications_kind_check check ("kind" in ('instant', 'promise', 'forward', 'proxy', 'consult')),
  "line" text collate "C",
  constraint counter_applications_line_check check ("line" in ('aged', 'health', 'insurance', 'relief', 'employment', 'family', 'education', 'veterans', 'disability', 'housing', 'other')),
  "person_id" uuid,
  "organisation_id" uuid,
  "applicant_name" text collate "C",
  "applicant_name_pinyin" text collate "C",
  "phone_cipher" bytea,
  "phone_hash" text collate "C",
  "phone_mask" text collate "C",
  "is_elder" boolean,
  "agent_name" text collate "C",
  "channel" text collate "C" not null,
  constraint counter_applications_channel_check check ("channel" in ('window', 'online', 'visit', 'proxy')),
  "ticket_id" uuid,
  "materials" jsonb,
  "visits" integer,
  "notices" integer,
  "override_by" uuid,
  "lapse_on" date,
  "submitted_at" timestamptz(3),
  "accepted_at" timestamptz(3),
  "is_deemed" boolean,
  "completed_at" timestamptz(3),
  "handler_id" uuid,
  "promised_days" integer,
  "promised_on" date,
  "due_soon_at" timestamptz(3),
  "is_provisional" boolean,
  "clock_state" text collate "C",
  constraint counter_applications_clock_state_check check ("clock_state" in ('running', 'paused', 'stopped')),
  "pause_reason" text collate "C",
  constraint counter_applications_pause_reason_check check ("pause_reason" in ('hearing', 'appraisal', 'supplement')),
  "extended_days" integer,
  "clock" jsonb,
  "overdue_told" boolean,
  "result" text collate "C",
  constraint counter_applications_result_check check ("result" in ('yes', 'no')),
  "result_text" text collate "C",
  "remedy" text collate "C",
  "decided_at" timestamptz(3),
  "used_days" integer,
  "is_on_time" text collate "C",
  constraint counter_applications_is_on_time_check check ("is_on_time" in ('yes', 'no')),
  "delivered_at" timestamptz(3),
  "delivery" text collate "C",
  constraint counter_applications_delivery_check check ("delivery" in ('window', 'mail', 'visit', 'online')),
  "receiver" text collate "C",
  "rated_at" timestamptz(3),
  "claimed_at" timestamptz(3),
  "query_fails" integer,
  "query_failed_at" timestamptz(3),
  "slip_secret" text collate "C",
  "rater_key" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_applications_status_check check (status in ('draft', 'submitted', 'noticed', 'supplemented', 'in_review', 'deferred', 'paused', 'decided', 'delivered', 'rated', 'archived', 'rejected', 'withdrawn', 'lapsed')),
  constraint counter_applications_no_key unique (street_id, "no")
);
create index counter_applications_created_at_id_idx on counter_applications (street_id, "created_at", "id");
create index counter_applications_community_id_created_at_id_idx on counter_applications (street_id, "community_id", "created_at", "id");
create index counter_applications_status_created_at_id_idx on counter_applications (street_id, "status", "created_at", "id");
create index counter_applications_community_id_status_created_at_id_idx on counter_applications (street_id, "community_id", "status", "created_at", "id");
create index counter_applications_item_id_created_at_id_idx on counter_applications (street_id, "item_id", "created_at", "id");
create index counter_applications_community_id_item_id_created_at_id_idx on counter_applications (street_id, "community_id", "item_id", "created_at", "id");
create index counter_applications_line_created_at_id_idx on counter_applications (street_id, "line", "created_at", "id");
create index counter_applications_community_id_line_created_at_id_idx on counter_applications (street_id, "community_id", "line", "created_at", "id");
create index counter_applications_kind_created_at_id_idx on counter_applications (street_id, "kind", "created_at", "id");
create index counter_applications_community_id_kind_created_at_id_idx on counter_applications (street_id, "community_id", "kind", "created_at", "id");
create index counter_applications_handler_id_created_at_id_idx on counter_applications (street_id, "handler_id", "created_at", "id");
create index counter_applications_community_id_handler_id_created_at_id_idx on counter_applications (street_id, "community_id", "handler_id", "created_at", "id");
create index counter_applications_clock_state_created_at_id_idx on counter_applications (street_id, "clock_state", "created_at", "id");
create index counter_applications_community_id_clock_state_created_at_id_idx on counter_applications (street_id, "community_id", "clock_state", "created_at", "id");
create index counter_applications_is_on_time_created_at_id_idx on counter_applications (street_id, "is_on_time", "created_at", "id");
create index counter_applications_community_id_is_on_time_created_at_id_idx on counter_applications (street_id, "community_id", "is_on_time", "created_at", "id");
create index counter_applications_is_elder_created_at_id_idx on counter_applications (street_id, "is_elder", "created_at", "id");
create index counter_applications_community_id_is_elder_created_at_id_idx on counter_applications (street_id, "community_id", "is_elder", "created_at", "id");
create index counter_applications_person_id_created_at_id_idx on counter_applications (street_id, "person_id", "created_at", "id");
create index counter_applications_community_id_person_id_created_at_id_idx on counter_applications (street_id, "community_id", "person_id", "created_at", "id");
create index counter_applications_status_due_at_id_idx on counter_applications (street_id, "status", "due_at", "id");
create index counter_applications_community_id_status_due_at_id_idx on counter_applications (street_id, "community_id", "status", "due_at", "id");
create index counter_applications_handler_id_status_due_at_id_idx on counter_applications (street_id, "handler_id", "status", "due_at", "id");
create index counter_applications_version_id_idx on counter_applications (street_id, "version_id");
create index counter_applications_organisation_id_idx on counter_applications (street_id, "organisation_id");
create index counter_applications_phone_hash_idx on counter_applications (street_id, "phone_hash");
create index counter_applications_ticket_id_idx on counter_applications (street_id, "ticket_id");
create index counter_applications_override_by_idx on counter_applications (street_id, "override_by");
create index counter_applications_submitted_at_idx on counter_applications (street_id, "submitted_at");
create index counter_applications_promised_on_idx on counter_applications (street_id, "promised_on");
create index counter_applications_decided_at_idx on counter_applications (street_id, "decided_at");
create index counter_applications_search_trgm on counter_applications using gin (search gin_trgm_ops);
create table counter_inquiries (
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
  "matter" text collate "C" not null,
  "detail" text collate "C",
  "asker_name" text collate "C",
  "asker_phone_cipher" bytea,
  "asker_phone_hash" text collate "C",
  "asker_phone_mask" text collate "C",
  "person_id" uuid,
  "channel" text collate "C" not null,
  constraint counter_inquiries_channel_check check ("channel" in ('window', 'phone', 'visit', 'grid')),
  "source_id" text collate "C",
  "first_person_id" uuid,
  "owner_id" uuid,
  "hand_to_id" uuid,
  "handed_times" integer,
  "refused_times" integer,
  "last_answer" text collate "C",
  "disposition" text collate "C",
  constraint counter_inquiries_disposition_check check ("disposition" in ('self', 'handed', 'explained', 'urgent')),
  "outcome" text collate "C",
  "closed_at" timestamptz(3),
  "record" jsonb,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_inquiries_status_check check (status in ('owned', 'handed', 'closed')),
  constraint counter_inquiries_no_key unique (street_id, "no")
);
create index counter_inquiries_created_at_id_idx on counter_inquiries (street_id, "created_at", "id");
create index counter_inquiries_community_id_created_at_id_idx on counter_inquiries (street_id, "community_id", "created_at", "id");
create index counter_inquiries_status_created_at_id_idx on counter_inquiries (street_id, "status", "created_at", "id");
create index counter_inquiries_community_id_status_created_at_id_idx on counter_inquiries (street_id, "community_id", "status", "created_at", "id");
create index counter_inquiries_owner_id_created_at_id_idx on counter_inquiries (street_id, "owner_id", "created_at", "id");
create index counter_inquiries_community_id_owner_id_created_at_id_idx on counter_inquiries (street_id, "community_id", "owner_id", "created_at", "id");
create index counter_inquiries_first_person_id_created_at_id_idx on counter_inquiries (street_id, "first_person_id", "created_at", "id");
create index counter_inquiries_community_id_first_person_id_created_97ef309f on counter_inquiries (street_id, "community_id", "first_person_id", "created_at", "id");
create index counter_inquiries_channel_created_at_id_idx on counter_inquiries (street_id, "channel", "created_at", "id");
create index counter_inquiries_community_id_channel_created_at_id_idx on counter_inquiries (street_id, "community_id", "channel", "created_at", "id");
create index counter_inquiries_status_due_at_id_idx on counter_inquiries (street_id, "status", "due_at", "id");
create index counter_inquiries_community_id_status_due_at_id_idx on counter_inquiries (street_id, "community_id", "status", "due_at", "id");
create index counter_inquiries_hand_to_id_status_due_at_id_idx on counter_inquiries (street_id, "hand_to_id", "status", "due_at", "id");
create index counter_inquiries_owner_id_status_due_at_id_idx on counter_inquiries (street_id, "owner_id", "status", "due_at", "id");
create index counter_inquiries_asker_phone_hash_idx on counter_inquiries (street_id, "asker_phone_hash");
create index counter_inquiries_person_id_idx on counter_inquiries (street_id, "person_id");
create index counter_inquiries_source_id_idx on counter_inquiries (street_id, "source_id");
create index counter_inquiries_search_trgm on counter_inquiries using gin (search gin_trgm_ops);
create table counter_tickets (
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
  "day" date,
  "seq" integer,
  "person_id" uuid,
  "priority" text collate "C" not null,
  constraint counter_tickets_priority_check check ("priority" in ('none', 'elder', 'disabled', 'veteran', 'booked', 'other')),
  "rank" integer,
  "matter" text collate "C",
  "window_id" uuid,
  "called_at" timestamptz(3),
  "waited_min" integer,
  "done_at" timestamptz(3),
  "served_min" integer,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_tickets_status_check check (status in ('waiting', 'called', 'served', 'missed')),
  constraint counter_tickets_community_id_day_no_key unique (street_id, "community_id", "day", "no")
);
create index counter_tickets_created_at_id_idx on counter_tickets (street_id, "created_at", "id");
create index counter_tickets_community_id_created_at_id_idx on counter_tickets (street_id, "community_id", "created_at", "id");
create index counter_tickets_status_created_at_id_idx on counter_tickets (street_id, "status", "created_at", "id");
create index counter_tickets_community_id_status_created_at_id_idx on counter_tickets (street_id, "community_id", "status", "created_at", "id");
create index counter_tickets_day_created_at_id_idx on counter_tickets (street_id, "day", "created_at", "id");
create index counter_tickets_community_id_day_created_at_id_idx on counter_tickets (street_id, "community_id", "day", "created_at", "id");
create index counter_tickets_priority_created_at_id_idx on counter_tickets (street_id, "priority", "created_at", "id");
create index counter_tickets_community_id_priority_created_at_id_idx on counter_tickets (street_id, "community_id", "priority", "created_at", "id");
create index counter_tickets_window_id_created_at_id_idx on counter_tickets (street_id, "window_id", "created_at", "id");
create index counter_tickets_community_id_window_id_created_at_id_idx on counter_tickets (street_id, "community_id", "window_id", "created_at", "id");
create index counter_tickets_person_id_idx on counter_tickets (street_id, "person_id");
create index counter_tickets_search_trgm on counter_tickets using gin (search gin_trgm_ops);
create table counter_appointments (
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
  "slot_id" uuid not null,
  "seat" integer,
  "starts_at" timestamptz(3),
  "ends_at" timestamptz(3),
  "item_id" uuid,
  "person_id" uuid,
  "name" text collate "C",
  "name_pinyin" text collate "C",
  "phone_cipher" bytea,
  "phone_hash" text collate "C",
  "phone_mask" text collate "C",
  "forgotten_at" timestamptz(3),
  "booked_by" text collate "C" not null,
  constraint counter_appointments_booked_by_check check ("booked_by" in ('online', 'phone', 'desk')),
  "ticket_id" uuid,
  "query_fails" integer,
  "query_failed_at" timestamptz(3),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_appointments_status_check check (status in ('booked', 'arrived', 'cancelled', 'missed')),
  constraint counter_appointments_no_key unique (street_id, "no")
);
create index counter_appointments_starts_at_id_idx on counter_appointments (street_id, "starts_at", "id");
create index counter_appointments_community_id_starts_at_id_idx on counter_appointments (street_id, "community_id", "starts_at", "id");
create index counter_appointments_status_starts_at_id_idx on counter_appointments (street_id, "status", "starts_at", "id");
create index counter_appointments_community_id_status_starts_at_id_idx on counter_appointments (street_id, "community_id", "status", "starts_at", "id");
create index counter_appointments_slot_id_starts_at_id_idx on counter_appointments (street_id, "slot_id", "starts_at", "id");
create index counter_appointments_community_id_slot_id_starts_at_id_idx on counter_appointments (street_id, "community_id", "slot_id", "starts_at", "id");
create index counter_appointments_booked_by_starts_at_id_idx on counter_appointments (street_id, "booked_by", "starts_at", "id");
create index counter_appointments_community_id_booked_by_starts_at_id_idx on counter_appointments (street_id, "community_id", "booked_by", "starts_at", "id");
create index counter_appointments_ends_at_idx on counter_appointments (street_id, "ends_at");
create index counter_appointments_item_id_idx on counter_appointments (street_id, "item_id");
create index counter_appointments_person_id_idx on counter_appointments (street_id, "person_id");
create index counter_appointments_phone_hash_idx on counter_appointments (street_id, "phone_hash");
create index counter_appointments_ticket_id_idx on counter_appointments (street_id, "ticket_id");
create index counter_appointments_search_trgm on counter_appointments using gin (search gin_trgm_ops);
create table counter_slots (
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
  "window_id" uuid not null,
  "day" date not null,
  "from" text collate "C" not null,
  "to" text collate "C" not null,
  "seats" integer not null,
  "desk_seats" integer not null,
  primary key (street_id, id),
  constraint counter_slots_status_check check (status in ('open', 'closed')),
  constraint counter_slots_window_id_day_from_key unique (street_id, "window_id", "day", "from")
);
create index counter_slots_day_id_idx on counter_slots (street_id, "day", "id");
create index counter_slots_community_id_day_id_idx on counter_slots (street_id, "community_id", "day", "id");
create index counter_slots_status_day_id_idx on counter_slots (street_id, "status", "day", "id");
create index counter_slots_community_id_status_day_id_idx on counter_slots (street_id, "community_id", "status", "day", "id");
create index counter_slots_window_id_day_id_idx on counter_slots (street_id, "window_id", "day", "id");
create index counter_slots_community_id_window_id_day_id_idx on counter_slots (street_id, "community_id", "window_id", "day", "id");
create table counter_prechecks (
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
  "item_id" uuid not null,
  "name" text collate "C",
  "phone_cipher" bytea,
  "phone_hash" text collate "C",
  "phone_mask" text collate "C",
  "claimed" jsonb,
  "claimed_text" text collate "C",
  "question" text collate "C",
  "files" integer,
  "replies" jsonb,
  "verdict" text collate "C",
  constraint counter_prechecks_verdict_check check ("verdict" in ('ready', 'missing', 'elsewhere')),
  "answer" text collate "C",
  "answered_at" timestamptz(3),
  "application_id" uuid,
  "forgotten_at" timestamptz(3),
  "file_key" text collate "C",
  "query_fails" integer,
  "query_failed_at" timestamptz(3),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_prechecks_status_check check (status in ('sent', 'answered', 'opened', 'lapsed', 'unanswered')),
  constraint counter_prechecks_no_key unique (street_id, "no")
);
create index counter_prechecks_created_at_id_idx on counter_prechecks (street_id, "created_at", "id");
create index counter_prechecks_community_id_created_at_id_idx on counter_prechecks (street_id, "community_id", "created_at", "id");
create index counter_prechecks_status_created_at_id_idx on counter_prechecks (street_id, "status", "created_at", "id");
create index counter_prechecks_community_id_status_created_at_id_idx on counter_prechecks (street_id, "community_id", "status", "created_at", "id");
create index counter_prechecks_item_id_created_at_id_idx on counter_prechecks (street_id, "item_id", "created_at", "id");
create index counter_prechecks_community_id_item_id_created_at_id_idx on counter_prechecks (street_id, "community_id", "item_id", "created_at", "id");
create index counter_prechecks_verdict_created_at_id_idx on counter_prechecks (street_id, "verdict", "created_at", "id");
create index counter_prechecks_community_id_verdict_created_at_id_idx on counter_prechecks (street_id, "community_id", "verdict", "created_at", "id");
create index counter_prechecks_status_due_at_id_idx on counter_prechecks (street_id, "status", "due_at", "id");
create index counter_prechecks_community_id_status_due_at_id_idx on counter_prechecks (street_id, "community_id", "status", "due_at", "id");
create index counter_prechecks_phone_hash_idx on counter_prechecks (street_id, "phone_hash");
create index counter_prechecks_application_id_idx on counter_prechecks (street_id, "application_id");
create index counter_prechecks_search_trgm on counter_prechecks using gin (search gin_trgm_ops);
create table counter_precheck_files (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "precheck_id" uuid not null,
  "material" text collate "C" not null,
  "file" text collate "C",
  "forgotten_at" timestamptz(3),
  primary key (street_id, id)
);
create index counter_precheck_files_created_at_id_idx on counter_precheck_files (street_id, "created_at", "id");
create index counter_precheck_files_community_id_created_at_id_idx on counter_precheck_files (street_id, "community_id", "created_at", "id");
create index counter_precheck_files_precheck_id_created_at_id_idx on counter_precheck_files (street_id, "precheck_id", "created_at", "id");
create index counter_precheck_files_community_id_precheck_id_create_e163ea8c on counter_precheck_files (street_id, "community_id", "precheck_id", "created_at", "id");
create index counter_precheck_files_file_idx on counter_precheck_files (street_id, "file");
create table counter_hotline_orders (
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
  "no" text collate "C" not null,
  "topic" text collate "C" not null,
  constraint counter_hotline_orders_topic_check check ("topic" in ('property', 'parking', 'sanitation', 'noise', 'facility', 'aged', 'safety', 'policy', 'conduct', 'other')),
  "place" text collate "C" not null,
  "content" text collate "C" not null,
  "caller_name" text collate "C",
  "caller_phone_cipher" bytea,
  "caller_phone_hash" text collate "C",
  "caller_phone_mask" text collate "C",
  "level" text collate "C" not null,
  constraint counter_hotline_orders_level_check check ("level" in ('normal', 'urgent', 'consult')),
  "is_ruled" boolean,
  "return_count" integer,
  "repeat_of" integer,
  "handler_id" uuid,
  "clock" jsonb,
  "extended_days" integer,
  "overdue_told" boolean,
  "handling" text collate "C",
  "reply" text collate "C",
  "replied_at" timestamptz(3),
  "respond_due" timestamptz(3),
  "responded_at" timestamptz(3),
  "is_responded" text collate "C",
  constraint counter_hotline_orders_is_responded_check check ("is_responded" in ('yes', 'no')),
  "satisfaction" text collate "C",
  constraint counter_hotline_orders_satisfaction_check check ("satisfaction" in ('satisfied', 'partly', 'unsatisfied')),
  "solved" text collate "C",
  constraint counter_hotline_orders_solved_check check ("solved" in ('yes', 'no')),
  "excluded_for" text collate "C",
  constraint counter_hotline_orders_excluded_for_check check ("excluded_for" in ('unlawful', 'other-way', 'not-ours', 'same-again', 'no-contact', 'withdrawn', 'other')),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_hotline_orders_status_check check (status in ('received', 'accepted', 'returned', 'handled', 'replied', 'revisited', 'closed')),
  constraint counter_hotline_orders_no_key unique (street_id, "no")
);
create index counter_hotline_orders_created_at_id_idx on counter_hotline_orders (street_id, "created_at", "id");
create index counter_hotline_orders_community_id_created_at_id_idx on counter_hotline_orders (street_id, "community_id", "created_at", "id");
create index counter_hotline_orders_status_created_at_id_idx on counter_hotline_orders (street_id, "status", "created_at", "id");
create index counter_hotline_orders_community_id_status_created_at_id_idx on counter_hotline_orders (street_id, "community_id", "status", "created_at", "id");
create index counter_hotline_orders_topic_created_at_id_idx on counter_hotline_orders (street_id, "topic", "created_at", "id");
create index counter_hotline_orders_community_id_topic_created_at_id_idx on counter_hotline_orders (street_id, "community_id", "topic", "created_at", "id");
create index counter_hotline_orders_level_created_at_id_idx on counter_hotline_orders (street_id, "level", "created_at", "id");
create index counter_hotline_orders_community_id_level_created_at_id_idx on counter_hotline_orders (street_id, "community_id", "level", "created_at", "id");
create index counter_hotline_orders_is_responded_created_at_id_idx on counter_hotline_orders (street_id, "is_responded", "created_at", "id");
create index counter_hotline_orders_community_id_is_responded_creat_31a5e958 on counter_hotline_orders (street_id, "community_id", "is_responded", "created_at", "id");
create index counter_hotline_orders_solved_created_at_id_idx on counter_hotline_orders (street_id, "solved", "created_at", "id");
create index counter_hotline_orders_community_id_solved_created_at_id_idx on counter_hotline_orders (street_id, "community_id", "solved", "created_at", "id");
create index counter_hotline_orders_satisfaction_created_at_id_idx on counter_hotline_orders (street_id, "satisfaction", "created_at", "id");
create index counter_hotline_orders_community_id_satisfaction_creat_b131b0c3 on counter_hotline_orders (street_id, "community_id", "satisfaction", "created_at", "id");
create index counter_hotline_orders_excluded_for_created_at_id_idx on counter_hotline_orders (street_id, "excluded_for", "created_at", "id");
create index counter_hotline_orders_community_id_excluded_for_creat_f4a8c1c3 on counter_hotline_orders (street_id, "community_id", "excluded_for", "created_at", "id");
create index counter_hotline_orders_handler_id_created_at_id_idx on counter_hotline_orders (street_id, "handler_id", "created_at", "id");
create index counter_hotline_orders_community_id_handler_id_created_0a59ba20 on counter_hotline_orders (street_id, "community_id", "handler_id", "created_at", "id");
create index counter_hotline_orders_status_due_at_id_idx on counter_hotline_orders (street_id, "status", "due_at", "id");
create index counter_hotline_orders_community_id_status_due_at_id_idx on counter_hotline_orders (street_id, "community_id", "status", "due_at", "id");
create index counter_hotline_orders_handler_id_status_due_at_id_idx on counter_hotline_orders (street_id, "handler_id", "status", "due_at", "id");
create index counter_hotline_orders_place_idx on counter_hotline_orders (street_id, "place");
create index counter_hotline_orders_caller_phone_hash_idx on counter_hotline_orders (street_id, "caller_phone_hash");
create index counter_hotline_orders_search_trgm on counter_hotline_orders using gin (search gin_trgm_ops);
create table counter_hotline_exclusions (
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
  "order_id" uuid not null,
  "ground" text collate "C" not null,
  constraint counter_hotline_exclusions_ground_check check ("ground" in ('unlawful', 'other-way', 'not-ours', 'same-again', 'no-contact', 'withdrawn', 'other')),
  "reason" text collate "C" not null,
  "evidence" text collate "C",
  "asked_by_id" uuid,
  "decider_id" uuid,
  "answer" text collate "C",
  primary key (street_id, id),
  constraint counter_hotline_exclusions_status_check check (status in ('asked', 'approved', 'refused'))
);
create index counter_hotline_exclusions_created_at_id_idx on counter_hotline_exclusions (street_id, "created_at", "id");
create index counter_hotline_exclusions_community_id_created_at_id_idx on counter_hotline_exclusions (street_id, "community_id", "created_at", "id");
create index counter_hotline_exclusions_status_created_at_id_idx on counter_hotline_exclusions (street_id, "status", "created_at", "id");
create index counter_hotline_exclusions_community_id_status_created_b4b201a6 on counter_hotline_exclusions (street_id, "community_id", "status", "created_at", "id");
create index counter_hotline_exclusions_ground_created_at_id_idx on counter_hotline_exclusions (street_id, "ground", "created_at", "id");
create index counter_hotline_exclusions_community_id_ground_created_3bb6d2ef on counter_hotline_exclusions (street_id, "community_id", "ground", "created_at", "id");
create index counter_hotline_exclusions_order_id_created_at_id_idx on counter_hotline_exclusions (street_id, "order_id", "created_at", "id");
create index counter_hotline_exclusions_community_id_order_id_creat_6c6c72f4 on counter_hotline_exclusions (street_id, "community_id", "order_id", "created_at", "id");
create index counter_hotline_exclusions_status_due_at_id_idx on counter_hotline_exclusions (street_id, "status", "due_at", "id");
create index counter_hotline_exclusions_community_id_status_due_at_id_idx on counter_hotline_exclusions (street_id, "community_id", "status", "due_at", "id");
create index counter_hotline_exclusions_evidence_idx on counter_hotline_exclusions (street_id, "evidence");
create index counter_hotline_exclusions_asked_by_id_idx on counter_hotline_exclusions (street_id, "asked_by_id");
create index counter_hotline_exclusions_decider_id_idx on counter_hotline_exclusions (street_id, "decider_id");
create table counter_commitments (
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
  "application_id" uuid not null,
  "material" text collate "C" not null,
  "person_id" uuid,
  "organisation_id" uuid,
  "verify_by" date,
  "finding" text collate "C",
  "consequence" text collate "C",
  constraint counter_commitments_consequence_check check ("consequence" in ('refuse', 'revoke', 'supplement')),
  "barred_until" date,
  "settled_at" timestamptz(3),
  "settled_by_id" uuid,
  primary key (street_id, id),
  constraint counter_commitments_status_check check (status in ('pending', 'kept', 'broken', 'withdrawn'))
);
create index counter_commitments_created_at_id_idx on counter_commitments (street_id, "created_at", "id");
create index counter_commitments_community_id_created_at_id_idx on counter_commitments (street_id, "community_id", "created_at", "id");
create index counter_commitments_status_created_at_id_idx on counter_commitments (street_id, "status", "created_at", "id");
create index counter_commitments_community_id_status_created_at_id_idx on counter_commitments (street_id, "community_id", "status", "created_at", "id");
create index counter_commitments_application_id_created_at_id_idx on counter_commitments (street_id, "application_id", "created_at", "id");
create index counter_commitments_community_id_application_id_create_80cc3bc1 on counter_commitments (street_id, "community_id", "application_id", "created_at", "id");
create index counter_commitments_person_id_created_at_id_idx on counter_commitments (street_id, "person_id", "created_at", "id");
create index counter_commitments_community_id_person_id_created_at_id_idx on counter_commitments (street_id, "community_id", "person_id", "created_at", "id");
create index counter_commitments_organisation_id_created_at_id_idx on counter_commitments (street_id, "organisation_id", "created_at", "id");
create index counter_commitments_community_id_organisation_id_creat_bf239586 on counter_commitments (street_id, "community_id", "organisation_id", "created_at", "id");
create index counter_commitments_status_due_at_id_idx on counter_commitments (street_id, "status", "due_at", "id");
create index counter_commitments_community_id_status_due_at_id_idx on counter_commitments (street_id, "community_id", "status", "due_at", "id");
create index counter_commitments_material_idx on counter_commitments (street_id, "material");
create index counter_commitments_settled_by_id_idx on counter_commitments (street_id, "settled_by_id");
create table counter_extensions (
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
  "application_id" uuid not null,
  "days" integer not null,
  "reason" text collate "C" not null,
  "told" text collate "C" not null,
  constraint counter_extensions_told_check check ("told" in ('paper', 'phone', 'message', 'person')),
  "told_at" timestamptz(3),
  "asked_by_id" uuid,
  "approver_id" uuid,
  "answer" text collate "C",
  primary key (street_id, id),
  constraint counter_extensions_status_check check (status in ('asked', 'approved', 'refused'))
);
create index counter_extensions_created_at_id_idx on counter_extensions (street_id, "created_at", "id");
create index counter_extensions_community_id_created_at_id_idx on counter_extensions (street_id, "community_id", "created_at", "id");
create index counter_extensions_status_created_at_id_idx on counter_extensions (street_id, "status", "created_at", "id");
create index counter_extensions_community_id_status_created_at_id_idx on counter_extensions (street_id, "community_id", "status", "created_at", "id");
create index counter_extensions_application_id_created_at_id_idx on counter_extensions (street_id, "application_id", "created_at", "id");
create index counter_extensions_community_id_application_id_created_21435ec3 on counter_extensions (street_id, "community_id", "application_id", "created_at", "id");
create index counter_extensions_status_due_at_id_idx on counter_extensions (street_id, "status", "due_at", "id");
create index counter_extensions_community_id_status_due_at_id_idx on counter_extensions (street_id, "community_id", "status", "due_at", "id");
create index counter_extensions_asked_by_id_idx on counter_extensions (street_id, "asked_by_id");
create index counter_extensions_approver_id_idx on counter_extensions (street_id, "approver_id");
create table counter_ratings (
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
  "application_id" uuid,
  "handler_id" uuid,
  "contact_id" uuid,
  "device" text collate "C",
  constraint counter_ratings_device_check check ("device" in ('client', 'counter-pad')),
  "grade" text collate "C",
  constraint counter_ratings_grade_check check ("grade" in ('1', '2', '3', '4', '5')),
  "comment" text collate "C",
  "is_named" boolean,
  "frozen_at" timestamptz(3),
  "attempts" integer,
  "attempted_at" timestamptz(3),
  "contacted_at" timestamptz(3),
  "contact_note" text collate "C",
  "fix" text collate "C",
  "revisit" text collate "C",
  constraint counter_ratings_revisit_check check ("revisit" in ('satisfied', 'partly', 'unsatisfied')),
  "sealed" jsonb,
  primary key (street_id, id),
  constraint counter_ratings_status_check check (status in ('received', 'frozen', 'to_contact', 'fixing', 'fixed', 'closed')),
  constraint counter_ratings_application_id_key unique (street_id, "application_id")
);
create index counter_ratings_created_at_id_idx on counter_ratings (street_id, "created_at", "id");
create index counter_ratings_community_id_created_at_id_idx on counter_ratings (street_id, "community_id", "created_at", "id");
create index counter_ratings_status_created_at_id_idx on counter_ratings (street_id, "status", "created_at", "id");
create index counter_ratings_community_id_status_created_at_id_idx on counter_ratings (street_id, "community_id", "status", "created_at", "id");
create index counter_ratings_grade_created_at_id_idx on counter_ratings (street_id, "grade", "created_at", "id");
create index counter_ratings_community_id_grade_created_at_id_idx on counter_ratings (street_id, "community_id", "grade", "created_at", "id");
create index counter_ratings_handler_id_created_at_id_idx on counter_ratings (street_id, "handler_id", "created_at", "id");
create index counter_ratings_community_id_handler_id_created_at_id_idx on counter_ratings (street_id, "community_id", "handler_id", "created_at", "id");
create index counter_ratings_status_due_at_id_idx on counter_ratings (street_id, "status", "due_at", "id");
create index counter_ratings_community_id_status_due_at_id_idx on counter_ratings (street_id, "community_id", "status", "due_at", "id");
create index counter_ratings_contact_id_status_due_at_id_idx on counter_ratings (street_id, "contact_id", "status", "due_at", "id");
create index counter_ratings_frozen_at_idx on counter_ratings (street_id, "frozen_at");
create table counter_supervisions (
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
  "level" text collate "C",
  constraint counter_supervisions_level_check check ("level" in ('urge', 'supervise', 'interview', 'accountability')),
  "holder_id" uuid,
  "handler_id" uuid,
  "source_kind" text collate "C",
  constraint counter_supervisions_source_kind_check check ("source_kind" in ('application', 'hotline')),
  "source_id" text collate "C",
  "slip" text collate "C",
  "promised_at" timestamptz(3),
  "act_by" timestamptz(3),
  "action" text collate "C",
  "planned_on" date,
  "acted_by_id" uuid,
  "acted_at" timestamptz(3),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_supervisions_status_check check (status in ('waiting', 'acted', 'missed', 'lifted')),
  constraint counter_supervisions_source_id_level_promised_at_key unique (street_id, "source_id", "level", "promised_at")
);
create index counter_supervisions_created_at_id_idx on counter_supervisions (street_id, "created_at", "id");
create index counter_supervisions_community_id_created_at_id_idx on counter_supervisions (street_id, "community_id", "created_at", "id");
create index counter_supervisions_status_created_at_id_idx on counter_supervisions (street_id, "status", "created_at", "id");
create index counter_supervisions_community_id_status_created_at_id_idx on counter_supervisions (street_id, "community_id", "status", "created_at", "id");
create index counter_supervisions_level_created_at_id_idx on counter_supervisions (street_id, "level", "created_at", "id");
create index counter_supervisions_community_id_level_created_at_id_idx on counter_supervisions (street_id, "community_id", "level", "created_at", "id");
create index counter_supervisions_holder_id_created_at_id_idx on counter_supervisions (street_id, "holder_id", "created_at", "id");
create index counter_supervisions_community_id_holder_id_created_at_id_idx on counter_supervisions (street_id, "community_id", "holder_id", "created_at", "id");
create index counter_supervisions_status_due_at_id_idx on counter_supervisions (street_id, "status", "due_at", "id");
create index counter_supervisions_community_id_status_due_at_id_idx on counter_supervisions (street_id, "community_id", "status", "due_at", "id");
create index counter_supervisions_holder_id_status_due_at_id_idx on counter_supervisions (street_id, "holder_id", "status", "due_at", "id");
create index counter_supervisions_handler_id_idx on counter_supervisions (street_id, "handler_id");
create index counter_supervisions_source_id_idx on counter_supervisions (street_id, "source_id");
create index counter_supervisions_acted_by_id_idx on counter_supervisions (street_id, "acted_by_id");
create index counter_supervisions_search_trgm on counter_supervisions using gin (search gin_trgm_ops);
create table counter_breaches (
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
  "kind" text collate "C",
  constraint counter_breaches_kind_check check ("kind" in ('overdue', 'second-notice', 'no-notice', 'forbidden-material', 'left-overnight', 'rating-not-contacted', 'hidden-pause', 'back-dating')),
  "subject_id" uuid,
  "source_kind" text collate "C",
  constraint counter_breaches_source_kind_check check ("source_kind" in ('application', 'inquiry', 'rating', 'hotline')),
  "source_id" text collate "C",
  "slip" text collate "C",
  "detail" text collate "C",
  "explain_by" timestamptz(3),
  "explanation" text collate "C",
  "finding" text collate "C",
  "measure" text collate "C",
  constraint counter_breaches_measure_check check ("measure" in ('remind', 'criticise', 'order', 'report', 'transfer')),
  "measure_text" text collate "C",
  "appeal_by" timestamptz(3),
  "appeal" text collate "C",
  "conclusion" text collate "C",
  "record" jsonb,
  primary key (street_id, id),
  constraint counter_breaches_status_check check (status in ('detected', 'explained', 'found', 'not_found', 'measured', 'appealed', 'final')),
  constraint counter_breaches_kind_source_id_key unique (street_id, "kind", "source_id")
);
create index counter_breaches_created_at_id_idx on counter_breaches (street_id, "created_at", "id");
create index counter_breaches_community_id_created_at_id_idx on counter_breaches (street_id, "community_id", "created_at", "id");
create index counter_breaches_status_created_at_id_idx on counter_breaches (street_id, "status", "created_at", "id");
create index counter_breaches_community_id_status_created_at_id_idx on counter_breaches (street_id, "community_id", "status", "created_at", "id");
create index counter_breaches_kind_created_at_id_idx on counter_breaches (street_id, "kind", "created_at", "id");
create index counter_breaches_community_id_kind_created_at_id_idx on counter_breaches (street_id, "community_id", "kind", "created_at", "id");
create index counter_breaches_subject_id_created_at_id_idx on counter_breaches (street_id, "subject_id", "created_at", "id");
create index counter_breaches_community_id_subject_id_created_at_id_idx on counter_breaches (street_id, "community_id", "subject_id", "created_at", "id");
create index counter_breaches_status_due_at_id_idx on counter_breaches (street_id, "status", "due_at", "id");
create index counter_breaches_community_id_status_due_at_id_idx on counter_breaches (street_id, "community_id", "status", "due_at", "id");
create index counter_breaches_subject_id_status_due_at_id_idx on counter_breaches (street_id, "subject_id", "status", "due_at", "id");
create index counter_breaches_source_id_idx on counter_breaches (street_id, "source_id");
create table counter_certificate_requests (
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
  "person_id" uuid not null,
  "name" text collate "C" not null,
  "for_whom" text collate "C" not null,
  "purpose" text collate "C" not null,
  "on_list" text collate "C",
  constraint counter_certificate_requests_on_list_check check ("on_list" in ('on', 'off')),
  "issued_on" date,
  "answer" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_certificate_requests_status_check check (status in ('asked', 'issued', 'refused')),
  constraint counter_certificate_requests_no_key unique (street_id, "no")
);
create index counter_certificate_requests_created_at_id_idx on counter_certificate_requests (street_id, "created_at", "id");
create index counter_certificate_requests_community_id_created_at_id_idx on counter_certificate_requests (street_id, "community_id", "created_at", "id");
create index counter_certificate_requests_status_created_at_id_idx on counter_certificate_requests (street_id, "status", "created_at", "id");
create index counter_certificate_requests_community_id_status_creat_5cd92679 on counter_certificate_requests (street_id, "community_id", "status", "created_at", "id");
create index counter_certificate_requests_on_list_created_at_id_idx on counter_certificate_requests (street_id, "on_list", "created_at", "id");
create index counter_certificate_requests_community_id_on_list_crea_9ebe5450 on counter_certificate_requests (street_id, "community_id", "on_list", "created_at", "id");
create index counter_certificate_requests_status_due_at_id_idx on counter_certificate_requests (street_id, "status", "due_at", "id");
create index counter_certificate_requests_community_id_status_due_at_id_idx on counter_certificate_requests (street_id, "community_id", "status", "due_at", "id");
create index counter_certificate_requests_person_id_idx on counter_certificate_requests (street_id, "person_id");
create index counter_certificate_requests_search_trgm on counter_certificate_requests using gin (search gin_trgm_ops);
create table counter_items (
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
  "name" text collate "C" not null,
  "name_pinyin" text collate "C" not null,
  "line" text collate "C" not null,
  constraint counter_items_line_check check ("line" in ('aged', 'health', 'insurance', 'relief', 'employment', 'family', 'education', 'veterans', 'disability', 'housing', 'other')),
  "kind" text collate "C" not null,
  constraint counter_items_kind_check check ("kind" in ('instant', 'promise', 'forward', 'proxy', 'consult')),
  "promised_days" integer not null,
  "legal_days" integer,
  "extension_days" integer not null,
  "pauses" text[],
  constraint counter_items_pauses_check check ("pauses" <@ array['hearing', 'appraisal', 'supplement']::text[]),
  "conditions" text collate "C",
  "basis" text collate "C",
  "fee" bigint not null,
  "result_doc" text collate "C",
  "where" text collate "C",
  "verified" boolean not null,
  "warning" text collate "C",
  "version_no" integer,
  "version_id" uuid,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_items_status_check check (status in ('draft', 'published', 'revising', 'retired')),
  constraint counter_items_code_key unique (street_id, "code")
);
create index counter_items_code_id_idx on counter_items (street_id, "code", "id");
create index counter_items_line_code_id_idx on counter_items (street_id, "line", "code", "id");
create index counter_items_kind_code_id_idx on counter_items (street_id, "kind", "code", "id");
create index counter_items_status_code_id_idx on counter_items (street_id, "status", "code", "id");
create index counter_items_status_due_at_id_idx on counter_items (street_id, "status", "due_at", "id");
create index counter_items_version_id_idx on counter_items (street_id, "version_id");
create index counter_items_search_trgm on counter_items using gin (search gin_trgm_ops);
create table counter_materials (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "item_id" uuid not null,
  "name" text collate "C" not null,
  "source" text collate "C" not null,
  constraint counter_materials_source_check check ("source" in ('applicant', 'share', 'own-record', 'certificate')),
  "required" boolean not null,
  "can_defer" boolean not null,
  "can_promise" boolean not null,
  "copies" integer not null,
  "form" text collate "C",
  "why" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_materials_item_id_name_key unique (street_id, "item_id", "name")
);
create index counter_materials_created_at_id_idx on counter_materials (street_id, "created_at", "id");
create index counter_materials_item_id_created_at_id_idx on counter_materials (street_id, "item_id", "created_at", "id");
create index counter_materials_source_created_at_id_idx on counter_materials (street_id, "source", "created_at", "id");
create index counter_materials_search_trgm on counter_materials using gin (search gin_trgm_ops);
create table counter_item_versions (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "title" text collate "C",
  "item_id" uuid,
  "no" integer,
  "content" jsonb,
  "changes" text collate "C",
  primary key (street_id, id),
  constraint counter_item_versions_item_id_no_key unique (street_id, "item_id", "no")
);
create index counter_item_versions_created_at_id_idx on counter_item_versions (street_id, "created_at", "id");
create index counter_item_versions_item_id_created_at_id_idx on counter_item_versions (street_id, "item_id", "created_at", "id");
create table counter_certificates (
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
  "on_list" text collate "C" not null,
  constraint counter_certificates_on_list_check check ("on_list" in ('kept', 'cancelled')),
  "issuer" text collate "C",
  "basis" text collate "C",
  "instead" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_certificates_name_key unique (street_id, "name")
);
create index counter_certificates_name_pinyin_id_idx on counter_certificates (street_id, "name_pinyin", "id");
create index counter_certificates_on_list_name_pinyin_id_idx on counter_certificates (street_id, "on_list", "name_pinyin", "id");
create index counter_certificates_search_trgm on counter_certificates using gin (search gin_trgm_ops);
create table counter_windows (
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
  "account_id" uuid,
  "duties" text collate "C",
  "pad_paired_at" timestamptz(3),
  "pad_key" text collate "C",
  "pad_code" text collate "C",
  "pad_case_id" uuid,
  "pad_until" timestamptz(3),
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_windows_status_check check (status in ('open', 'closed'))
);
create index counter_windows_name_id_idx on counter_windows (street_id, "name", "id");
create index counter_windows_community_id_name_id_idx on counter_windows (street_id, "community_id", "name", "id");
create index counter_windows_status_name_id_idx on counter_windows (street_id, "status", "name", "id");
create index counter_windows_community_id_status_name_id_idx on counter_windows (street_id, "community_id", "status", "name", "id");
create index counter_windows_account_id_name_id_idx on counter_windows (street_id, "account_id", "name", "id");
create index counter_windows_community_id_account_id_name_id_idx on counter_windows (street_id, "community_id", "account_id", "name", "id");
create index counter_windows_pad_key_idx on counter_windows (street_id, "pad_key");
create index counter_windows_pad_code_idx on counter_windows (street_id, "pad_code");
create index counter_windows_pad_case_id_idx on counter_windows (street_id, "pad_case_id");
create index counter_windows_search_trgm on counter_windows using gin (search gin_trgm_ops);
create table counter_notices (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "no" text collate "C",
  "application_id" uuid,
  "seq" integer,
  "missing" jsonb,
  "text" text collate "C",
  "lapse_on" date,
  "is_breach" boolean,
  "overridden_by" uuid,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint counter_notices_no_key unique (street_id, "no"),
  constraint counter_notices_application_id_seq_key unique (street_id, "application_id", "seq")
);
create index counter_notices_created_at_id_idx on counter_notices (street_id, "created_at", "id");
create index counter_notices_community_id_created_at_id_idx on counter_notices (street_id, "community_id", "created_at", "id");
create index counter_notices_application_id_created_at_id_idx on counter_notices (street_id, "application_id", "created_at", "id");
create index counter_notices_community_id_application_id_created_at_id_idx on counter_notices (street_id, "community_id", "application_id", "created_at", "id");
create index counter_notices_is_breach_created_at_id_idx on counter_notices (street_id, "is_breach", "created_at", "id");
create index counter_notices_community_id_is_breach_created_at_id_idx on counter_notices (street_id, "community_id", "is_breach", "created_at", "id");
create index counter_notices_overridden_by_idx on counter_notices (street_id, "overridden_by");
create index counter_notices_search_trgm on counter_notices using gin (search gin_trgm_ops);
alter table counter_applications add constraint counter_applications_item_id_fkey foreign key (street_id, "item_id") references counter_items (street_id, id);
alter table counter_applications add constraint counter_applications_version_id_fkey foreign key (street_id, "version_id") references counter_item_versions (street_id, id);
alter table counter_applications add constraint counter_applications_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table counter_applications add constraint counter_applications_organisation_id_fkey foreign key (street_id, "organisation_id") references registry_organisations (street_id, id);
alter table counter_applications add constraint counter_applications_ticket_id_fkey foreign key (street_id, "ticket_id") references counter_tickets (street_id, id);
alter table counter_applications add constraint counter_applications_override_by_fkey foreign key (street_id, "override_by") references platform_accounts (street_id, id);
alter table counter_applications add constraint counter_applications_handler_id_fkey foreign key (street_id, "handler_id") references platform_accounts (street_id, id);
alter table counter_inquiries add constraint counter_inquiries_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table counter_inquiries add constraint counter_inquiries_first_person_id_fkey foreign key (street_id, "first_person_id") references platform_accounts (street_id, id);
alter table counter_inquiries add constraint counter_inquiries_owner_id_fkey foreign key (street_id, "owner_id") references platform_accounts (street_id, id);
alter table counter_inquiries add constraint counter_inquiries_hand_to_id_fkey foreign key (street_id, "hand_to_id") references platform_accounts (street_id, id);
alter table counter_tickets add constraint counter_tickets_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table counter_tickets add constraint counter_tickets_window_id_fkey foreign key (street_id, "window_id") references counter_windows (street_id, id);
alter table counter_appointments add constraint counter_appointments_slot_id_fkey foreign key (street_id, "slot_id") references counter_slots (street_id, id);
alter table counter_appointments add constraint counter_appointments_item_id_fkey foreign key (street_id, "item_id") references counter_items (street_id, id);
alter table counter_appointments add constraint counter_appointments_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table counter_appointments add constraint counter_appointments_ticket_id_fkey foreign key (street_id, "ticket_id") references counter_tickets (street_id, id);
alter table counter_slots add constraint counter_slots_window_id_fkey foreign key (street_id, "window_id") references counter_windows (street_id, id);
alter table counter_precheck_files add constraint counter_precheck_files_precheck_id_fkey foreign key (street_id, "precheck_id") references counter_prechecks (street_id, id);
alter table counter_prechecks add constraint counter_prechecks_item_id_fkey foreign key (street_id, "item_id") references counter_items (street_id, id);
alter table counter_prechecks add constraint counter_prechecks_application_id_fkey foreign key (street_id, "application_id") references counter_applications (street_id, id);
alter table counter_hotline_orders add constraint counter_hotline_orders_handler_id_fkey foreign key (street_id, "handler_id") references platform_accounts (street_id, id);
alter table counter_hotline_exclusions add constraint counter_hotline_exclusions_order_id_fkey foreign key (street_id, "order_id") references counter_hotline_orders (street_id, id);
alter table counter_hotline_exclusions add constraint counter_hotline_exclusions_asked_by_id_fkey foreign key (street_id, "asked_by_id") references platform_accounts (street_id, id);
alter table counter_hotline_exclusions add constraint counter_hotline_exclusions_decider_id_fkey foreign key (street_id, "decider_id") references platform_accounts (street_id, id);
alter table counter_commitments add constraint counter_commitments_application_id_fkey foreign key (street_id, "application_id") references counter_applications (street_id, id);
alter table counter_commitments add constraint counter_commitments_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table counter_commitments add constraint counter_commitments_organisation_id_fkey foreign key (street_id, "organisation_id") references registry_organisations (street_id, id);
alter table counter_commitments add constraint counter_commitments_settled_by_id_fkey foreign key (street_id, "settled_by_id") references platform_accounts (street_id, id);
alter table counter_extensions add constraint counter_extensions_application_id_fkey foreign key (street_id, "application_id") references counter_applications (street_id, id);
alter table counter_extensions add constraint counter_extensions_asked_by_id_fkey foreign key (street_id, "asked_by_id") references platform_accounts (street_id, id);
alter table counter_extensions add constraint counter_extensions_approver_id_fkey foreign key (street_id, "approver_id") references platform_accounts (street_id, id);
alter table counter_ratings add constraint counter_ratings_application_id_fkey foreign key (street_id, "application_id") references counter_applications (street_id, id);
alter table counter_ratings add constraint counter_ratings_handler_id_fkey foreign key (street_id, "handler_id") references platform_accounts (street_id, id);
alter table counter_ratings add constraint counter_ratings_contact_id_fkey foreign key (street_id, "contact_id") references platform_accounts (street_id, id);
alter table counter_supervisions add constraint counter_supervisions_holder_id_fkey foreign key (street_id, "holder_id") references platform_accounts (street_id, id);
alter table counter_supervisions add constraint counter_supervisions_handler_id_fkey foreign key (street_id, "handler_id") references platform_accounts (street_id, id);
alter table counter_supervisions add constraint counter_supervisions_acted_by_id_fkey foreign key (street_id, "acted_by_id") references platform_accounts (street_id, id);
alter table counter_breaches add constraint counter_breaches_subject_id_fkey foreign key (street_id, "subject_id") references platform_accounts (street_id, id);
alter table counter_certificate_requests add constraint counter_certificate_requests_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table counter_items add constraint counter_items_version_id_fkey foreign key (street_id, "version_id") references counter_item_versions (street_id, id);
alter table counter_materials add constraint counter_materials_item_id_fkey foreign key (street_id, "item_id") references counter_items (street_id, id);
alter table counter_item_versions add constraint counter_item_versions_item_id_fkey foreign key (street_id, "item_id") references counter_items (street_id, id);
alter table counter_windows add constraint counter_windows_account_id_fkey foreign key (street_id, "account_id") references platform_accounts (street_id, id);
alter table counter_windows add constraint counter_windows_pad_case_id_fkey foreign key (street_id, "pad_case_id") references counter_applications (street_id, id);
alter table counter_notices add constraint counter_notices_application_id_fkey foreign key (street_id, "application_id") references counter_applications (street_id, id);
alter table counter_notices add constraint counter_notices_overridden_by_fkey foreign key (street_id, "overridden_by") references platform_accounts (street_id, id);

-- One extension a case, asked or granted (K5), whoever asks at the same time.
create unique index counter_extensions_once on counter_extensions (street_id, application_id) where status in ('asked', 'approved');
-- One exclusion an order, asked or granted, whoever asks at the same time.
create unique index counter_hotline_exclusions_once on counter_hotline_exclusions (street_id, order_id) where status in ('asked', 'approved');
-- One declaration for a paper of a case at a time.
create unique index counter_commitments_once on counter_commitments (street_id, application_id, material) where status = 'pending';
-- A seat of a slot is one person's, and a telephone has one seat in a slot, whoever books at the same time.
create unique index counter_appointments_seat on counter_appointments (street_id, slot_id, seat) where status in ('booked', 'arrived');
create unique index counter_appointments_phone on counter_appointments (street_id, slot_id, phone_hash) where status = 'booked';
-- An inquiry is not closed while a hand-over waits (K1).
alter table counter_inquiries add constraint counter_inquiries_closed check (status <> 'closed' or hand_to_id is null);
-- Cases are ended, never deleted (K11).
create function counter_never_deleted() returns trigger language plpgsql as 'begin raise exception ''An application is never deleted'' using errcode = ''23514''; end';
create trigger counter_applications_never_deleted before delete on counter_applications for each row execute function counter_never_deleted();
-- What was published stands as it was published.
create function counter_version_frozen() returns trigger language plpgsql as 'begin if new.content is distinct from old.content then raise exception ''A published version is frozen'' using errcode = ''23514''; end if; return new; end';
create trigger counter_item_versions_frozen before update on counter_item_versions for each row execute function counter_version_frozen();
`

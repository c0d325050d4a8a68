table council_action_items (
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
  matter_id uuid not null,
  title text not null,
  actor_kind text not null,
  actor_name text,
  account_id uuid,
  person_id uuid,
  due_on date not null,
  budget bigint,
  fund_ref text,
  progress text,
  photo text,
  done_on date,
  search text not null default ''::text,
  constraint council_action_items_account_id_fkey FOREIGN KEY (street_id, account_id) REFERENCES platform_accounts(street_id, id),
  constraint council_action_items_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['resident'::text, 'committee'::text, 'unit'::text, 'group'::text, 'representative'::text]))),
  constraint council_action_items_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_action_items_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_action_items_pkey PRIMARY KEY (street_id, id),
  constraint council_action_items_status_check CHECK ((status = ANY (ARRAY['assigned'::text, 'doing'::text, 'done'::text, 'verified'::text, 'dropped'::text])))
)
CREATE INDEX council_action_items_account_id_status_due_at_id_idx ON public.council_action_items USING btree (street_id, account_id, status, due_at, id)
CREATE INDEX council_action_items_actor_kind_due_on_id_idx ON public.council_action_items USING btree (street_id, actor_kind, due_on, id)
CREATE INDEX council_action_items_community_id_actor_kind_due_on_id_idx ON public.council_action_items USING btree (street_id, community_id, actor_kind, due_on, id)
CREATE INDEX council_action_items_community_id_due_on_id_idx ON public.council_action_items USING btree (street_id, community_id, due_on, id)
CREATE INDEX council_action_items_community_id_matter_id_due_on_id_idx ON public.council_action_items USING btree (street_id, community_id, matter_id, due_on, id)
CREATE INDEX council_action_items_community_id_status_due_at_id_idx ON public.council_action_items USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_action_items_community_id_status_due_on_id_idx ON public.council_action_items USING btree (street_id, community_id, status, due_on, id)
CREATE INDEX council_action_items_due_on_id_idx ON public.council_action_items USING btree (street_id, due_on, id)
CREATE INDEX council_action_items_matter_id_due_on_id_idx ON public.council_action_items USING btree (street_id, matter_id, due_on, id)
CREATE INDEX council_action_items_person_id_idx ON public.council_action_items USING btree (street_id, person_id)
CREATE INDEX council_action_items_photo_idx ON public.council_action_items USING btree (street_id, photo)
CREATE INDEX council_action_items_search_trgm ON public.council_action_items USING gin (search gin_trgm_ops)
CREATE INDEX council_action_items_status_due_at_id_idx ON public.council_action_items USING btree (street_id, status, due_at, id)
CREATE INDEX council_action_items_status_due_on_id_idx ON public.council_action_items USING btree (street_id, status, due_on, id)

table council_agenda_items (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  meeting_id uuid not null,
  "position" integer not null,
  kind text not null,
  title text not null,
  matter_id uuid,
  opinion_id uuid,
  carried integer,
  age_days integer,
  conclusion text,
  state text not null,
  constraint council_agenda_items_kind_check CHECK ((kind = ANY (ARRAY['review'::text, 'matter'::text, 'opinions'::text, 'other'::text]))),
  constraint council_agenda_items_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_agenda_items_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_agenda_items_opinion_id_fkey FOREIGN KEY (street_id, opinion_id) REFERENCES council_opinions(street_id, id),
  constraint council_agenda_items_pkey PRIMARY KEY (street_id, id),
  constraint council_agenda_items_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'current'::text, 'done'::text, 'put_off'::text])))
)
CREATE INDEX council_agenda_items_community_id_kind_position_id_idx ON public.council_agenda_items USING btree (street_id, community_id, kind, "position", id)
CREATE INDEX council_agenda_items_community_id_meeting_id_position_id_idx ON public.council_agenda_items USING btree (street_id, community_id, meeting_id, "position", id)
CREATE INDEX council_agenda_items_community_id_position_id_idx ON public.council_agenda_items USING btree (street_id, community_id, "position", id)
CREATE INDEX council_agenda_items_kind_position_id_idx ON public.council_agenda_items USING btree (street_id, kind, "position", id)
CREATE INDEX council_agenda_items_matter_id_idx ON public.council_agenda_items USING btree (street_id, matter_id)
CREATE INDEX council_agenda_items_meeting_id_position_id_idx ON public.council_agenda_items USING btree (street_id, meeting_id, "position", id)
CREATE INDEX council_agenda_items_opinion_id_idx ON public.council_agenda_items USING btree (street_id, opinion_id)
CREATE INDEX council_agenda_items_position_id_idx ON public.council_agenda_items USING btree (street_id, "position", id)

table council_alerts (
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
  council_id uuid not null,
  member_id uuid,
  matter_id uuid,
  feedback_id uuid,
  key text not null,
  answer text,
  search text not null default ''::text,
  constraint council_alerts_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_alerts_feedback_id_fkey FOREIGN KEY (street_id, feedback_id) REFERENCES council_feedback(street_id, id),
  constraint council_alerts_key_key UNIQUE (street_id, key),
  constraint council_alerts_kind_check CHECK ((kind = ANY (ARRAY['vacancy'::text, 'missed'::text, 'absence'::text, 'term'::text, 'demand'::text, 'size'::text, 'supervision'::text, 'unsatisfied'::text, 'contest'::text, 'annual'::text]))),
  constraint council_alerts_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_alerts_member_id_fkey FOREIGN KEY (street_id, member_id) REFERENCES council_members(street_id, id),
  constraint council_alerts_pkey PRIMARY KEY (street_id, id),
  constraint council_alerts_status_check CHECK ((status = ANY (ARRAY['open'::text, 'settled'::text, 'cleared'::text])))
)
CREATE INDEX council_alerts_community_id_council_id_created_at_id_idx ON public.council_alerts USING btree (street_id, community_id, council_id, created_at, id)
CREATE INDEX council_alerts_community_id_created_at_id_idx ON public.council_alerts USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_alerts_community_id_kind_created_at_id_idx ON public.council_alerts USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX council_alerts_community_id_status_created_at_id_idx ON public.council_alerts USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_alerts_community_id_status_due_at_id_idx ON public.council_alerts USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_alerts_council_id_created_at_id_idx ON public.council_alerts USING btree (street_id, council_id, created_at, id)
CREATE INDEX council_alerts_created_at_id_idx ON public.council_alerts USING btree (street_id, created_at, id)
CREATE INDEX council_alerts_feedback_id_idx ON public.council_alerts USING btree (street_id, feedback_id)
CREATE INDEX council_alerts_kind_created_at_id_idx ON public.council_alerts USING btree (street_id, kind, created_at, id)
CREATE INDEX council_alerts_matter_id_idx ON public.council_alerts USING btree (street_id, matter_id)
CREATE INDEX council_alerts_member_id_idx ON public.council_alerts USING btree (street_id, member_id)
CREATE INDEX council_alerts_search_trgm ON public.council_alerts USING gin (search gin_trgm_ops)
CREATE INDEX council_alerts_status_created_at_id_idx ON public.council_alerts USING btree (street_id, status, created_at, id)
CREATE INDEX council_alerts_status_due_at_id_idx ON public.council_alerts USING btree (street_id, status, due_at, id)

table council_appeals (
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
  appraisal_id uuid not null,
  council_id uuid not null,
  text text not null,
  answer text,
  constraint council_appeals_appraisal_id_fkey FOREIGN KEY (street_id, appraisal_id) REFERENCES council_appraisals(street_id, id),
  constraint council_appeals_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_appeals_pkey PRIMARY KEY (street_id, id),
  constraint council_appeals_status_check CHECK ((status = ANY (ARRAY['raised'::text, 'upheld'::text, 'dismissed'::text])))
)
CREATE INDEX council_appeals_appraisal_id_created_at_id_idx ON public.council_appeals USING btree (street_id, appraisal_id, created_at, id)
CREATE INDEX council_appeals_community_id_appraisal_id_created_at_id_idx ON public.council_appeals USING btree (street_id, community_id, appraisal_id, created_at, id)
CREATE INDEX council_appeals_community_id_created_at_id_idx ON public.council_appeals USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_appeals_community_id_status_created_at_id_idx ON public.council_appeals USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_appeals_community_id_status_due_at_id_idx ON public.council_appeals USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_appeals_council_id_idx ON public.council_appeals USING btree (street_id, council_id)
CREATE INDEX council_appeals_created_at_id_idx ON public.council_appeals USING btree (street_id, created_at, id)
CREATE INDEX council_appeals_status_created_at_id_idx ON public.council_appeals USING btree (street_id, status, created_at, id)
CREATE INDEX council_appeals_status_due_at_id_idx ON public.council_appeals USING btree (street_id, status, due_at, id)

table council_appraisals (
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
  kind text not null,
  period text not null,
  as_of date,
  snapshot jsonb,
  fingerprint text,
  published_on date,
  appeal_until date,
  supersedes_id uuid,
  search text not null default ''::text,
  constraint council_appraisals_kind_check CHECK ((kind = ANY (ARRAY['contest'::text, 'annual'::text]))),
  constraint council_appraisals_pkey PRIMARY KEY (street_id, id),
  constraint council_appraisals_status_check CHECK ((status = ANY (ARRAY['opened'::text, 'published'::text, 'final'::text, 'corrected'::text]))),
  constraint council_appraisals_supersedes_id_fkey FOREIGN KEY (street_id, supersedes_id) REFERENCES council_appraisals(street_id, id)
)
CREATE INDEX council_appraisals_community_id_created_at_id_idx ON public.council_appraisals USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_appraisals_community_id_kind_created_at_id_idx ON public.council_appraisals USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX council_appraisals_community_id_status_created_at_id_idx ON public.council_appraisals USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_appraisals_community_id_status_due_at_id_idx ON public.council_appraisals USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_appraisals_created_at_id_idx ON public.council_appraisals USING btree (street_id, created_at, id)
CREATE INDEX council_appraisals_kind_created_at_id_idx ON public.council_appraisals USING btree (street_id, kind, created_at, id)
CREATE INDEX council_appraisals_search_trgm ON public.council_appraisals USING gin (search gin_trgm_ops)
CREATE INDEX council_appraisals_status_created_at_id_idx ON public.council_appraisals USING btree (street_id, status, created_at, id)
CREATE INDEX council_appraisals_status_due_at_id_idx ON public.council_appraisals USING btree (street_id, status, due_at, id)
CREATE INDEX council_appraisals_supersedes_id_idx ON public.council_appraisals USING btree (street_id, supersedes_id)

table council_attendances (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  mode text not null,
  via text not null,
  in_at timestamp(3) with time zone not null,
  out_at timestamp(3) with time zone,
  seat text,
  constraint council_attendances_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_attendances_meeting_id_seat_key UNIQUE (street_id, meeting_id, seat),
  constraint council_attendances_mode_check CHECK ((mode = ANY (ARRAY['inPerson'::text, 'online'::text]))),
  constraint council_attendances_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_attendances_pkey PRIMARY KEY (street_id, id),
  constraint council_attendances_via_check CHECK ((via = ANY (ARRAY['code'::text, 'list'::text])))
)
CREATE INDEX council_attendances_community_id_in_at_id_idx ON public.council_attendances USING btree (street_id, community_id, in_at, id)
CREATE INDEX council_attendances_community_id_meeting_id_in_at_id_idx ON public.council_attendances USING btree (street_id, community_id, meeting_id, in_at, id)
CREATE INDEX council_attendances_in_at_id_idx ON public.council_attendances USING btree (street_id, in_at, id)
CREATE INDEX council_attendances_meeting_id_in_at_id_idx ON public.council_attendances USING btree (street_id, meeting_id, in_at, id)
CREATE INDEX council_attendances_person_id_idx ON public.council_attendances USING btree (street_id, person_id)

table council_backers (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  demand_id uuid not null,
  person_id uuid not null,
  constraint council_backers_demand_id_fkey FOREIGN KEY (street_id, demand_id) REFERENCES council_demands(street_id, id),
  constraint council_backers_demand_id_person_id_key UNIQUE (street_id, demand_id, person_id),
  constraint council_backers_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_backers_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX council_backers_community_id_created_at_id_idx ON public.council_backers USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_backers_community_id_demand_id_created_at_id_idx ON public.council_backers USING btree (street_id, community_id, demand_id, created_at, id)
CREATE INDEX council_backers_created_at_id_idx ON public.council_backers USING btree (street_id, created_at, id)
CREATE INDEX council_backers_demand_id_created_at_id_idx ON public.council_backers USING btree (street_id, demand_id, created_at, id)
CREATE INDEX council_backers_person_id_idx ON public.council_backers USING btree (street_id, person_id)

table council_ballots (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  vote_id uuid not null,
  slot text not null,
  name text not null,
  person_id uuid,
  unit_id uuid,
  choice text not null,
  cast_by_id uuid,
  at timestamp(3) with time zone not null,
  constraint council_ballots_cast_by_id_fkey FOREIGN KEY (street_id, cast_by_id) REFERENCES registry_people(street_id, id),
  constraint council_ballots_choice_check CHECK ((choice = ANY (ARRAY['for'::text, 'against'::text, 'abstain'::text, 'invalid'::text]))),
  constraint council_ballots_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_ballots_pkey PRIMARY KEY (street_id, id),
  constraint council_ballots_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id),
  constraint council_ballots_vote_id_fkey FOREIGN KEY (street_id, vote_id) REFERENCES council_votes(street_id, id),
  constraint council_ballots_vote_id_slot_key UNIQUE (street_id, vote_id, slot)
)
CREATE INDEX council_ballots_at_id_idx ON public.council_ballots USING btree (street_id, at, id)
CREATE INDEX council_ballots_cast_by_id_idx ON public.council_ballots USING btree (street_id, cast_by_id)
CREATE INDEX council_ballots_choice_at_id_idx ON public.council_ballots USING btree (street_id, choice, at, id)
CREATE INDEX council_ballots_community_id_at_id_idx ON public.council_ballots USING btree (street_id, community_id, at, id)
CREATE INDEX council_ballots_community_id_choice_at_id_idx ON public.council_ballots USING btree (street_id, community_id, choice, at, id)
CREATE INDEX council_ballots_community_id_vote_id_at_id_idx ON public.council_ballots USING btree (street_id, community_id, vote_id, at, id)
CREATE INDEX council_ballots_person_id_idx ON public.council_ballots USING btree (street_id, person_id)
CREATE INDEX council_ballots_unit_id_idx ON public.council_ballots USING btree (street_id, unit_id)
CREATE INDEX council_ballots_vote_id_at_id_idx ON public.council_ballots USING btree (street_id, vote_id, at, id)

table council_candidates (
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
  election_id uuid not null,
  person_id uuid not null,
  name text,
  nominated_by text not null,
  nominators integer not null,
  words text,
  relatives text,
  declaration text,
  votes integer,
  search text not null default ''::text,
  constraint council_candidates_election_id_fkey FOREIGN KEY (street_id, election_id) REFERENCES council_elections(street_id, id),
  constraint council_candidates_election_id_person_id_key UNIQUE (street_id, election_id, person_id),
  constraint council_candidates_nominated_by_check CHECK ((nominated_by = ANY (ARRAY['voters'::text, 'households'::text, 'groups'::text]))),
  constraint council_candidates_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_candidates_pkey PRIMARY KEY (street_id, id),
  constraint council_candidates_relatives_check CHECK ((relatives = ANY (ARRAY['none'::text, 'some'::text]))),
  constraint council_candidates_status_check CHECK ((status = ANY (ARRAY['standing'::text, 'withdrawn'::text, 'elected'::text, 'tied'::text, 'lost'::text])))
)
CREATE INDEX council_candidates_community_id_created_at_id_idx ON public.council_candidates USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_candidates_community_id_election_id_created_at_id_idx ON public.council_candidates USING btree (street_id, community_id, election_id, created_at, id)
CREATE INDEX council_candidates_community_id_status_created_at_id_idx ON public.council_candidates USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_candidates_created_at_id_idx ON public.council_candidates USING btree (street_id, created_at, id)
CREATE INDEX council_candidates_declaration_idx ON public.council_candidates USING btree (street_id, declaration)
CREATE INDEX council_candidates_election_id_created_at_id_idx ON public.council_candidates USING btree (street_id, election_id, created_at, id)
CREATE INDEX council_candidates_person_id_idx ON public.council_candidates USING btree (street_id, person_id)
CREATE INDEX council_candidates_search_trgm ON public.council_candidates USING gin (search gin_trgm_ops)
CREATE INDEX council_candidates_status_created_at_id_idx ON public.council_candidates USING btree (street_id, status, created_at, id)

table council_councils (
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
  name_pinyin text not null,
  kind text not null,
  level text not null,
  estate_id uuid,
  party_org text,
  term_from date,
  term_to date,
  charter text,
  way text not null,
  gap_days integer,
  total_days integer,
  meeting_day integer,
  meeting_time text,
  meeting_place text,
  vote_rule text,
  notice_days integer,
  proxy_max integer,
  supporters_min integer not null,
  supporters_per text not null,
  publish_days integer not null,
  small_topics text[],
  emergency_topics text[],
  members integer not null,
  women integer not null,
  vacancies integer not null,
  search text not null default ''::text,
  constraint council_councils_emergency_topics_check CHECK ((emergency_topics <@ ARRAY['property'::text, 'parking'::text, 'environment'::text, 'facility'::text, 'elderly'::text, 'culture'::text, 'safety'::text, 'fund'::text, 'charter'::text, 'other'::text])),
  constraint council_councils_estate_id_fkey FOREIGN KEY (street_id, estate_id) REFERENCES registry_units(street_id, id),
  constraint council_councils_kind_check CHECK ((kind = ANY (ARRAY['council'::text, 'twoCommittees'::text, 'partyMeeting'::text, 'committee'::text, 'representatives'::text, 'residents'::text, 'owners'::text, 'ownersCommittee'::text, 'supervision'::text]))),
  constraint council_councils_level_check CHECK ((level = ANY (ARRAY['estate'::text, 'community'::text, 'street'::text]))),
  constraint council_councils_pkey PRIMARY KEY (street_id, id),
  constraint council_councils_small_topics_check CHECK ((small_topics <@ ARRAY['property'::text, 'parking'::text, 'environment'::text, 'facility'::text, 'elderly'::text, 'culture'::text, 'safety'::text, 'fund'::text, 'charter'::text, 'other'::text])),
  constraint council_councils_status_check CHECK ((status = ANY (ARRAY['preparing'::text, 'active'::text, 'ended'::text]))),
  constraint council_councils_supporters_per_check CHECK ((supporters_per = ANY (ARRAY['household'::text, 'person'::text]))),
  constraint council_councils_vote_rule_check CHECK ((vote_rule = ANY (ARRAY['RM_ADULTS'::text, 'RM_HOUSEHOLDS'::text, 'RM_GROUPREPS'::text, 'REP_MEETING_DEFAULT'::text, 'RC_INTERNAL'::text, 'TWO_COMMITTEE_REVIEW'::text, 'PARTY_RESOLUTION'::text, 'PARTY_ELECTION_2020'::text, 'SIYI_LIANGGONGKAI_PARTY_REVIEW'::text, 'OWNERS_COMMITTEE_HENAN'::text, 'OWNERS_278_ORDINARY'::text, 'OWNERS_278_SPECIAL'::text]))),
  constraint council_councils_way_check CHECK ((way = ANY (ARRAY['residents'::text, 'branch'::text])))
)
CREATE INDEX council_councils_charter_idx ON public.council_councils USING btree (street_id, charter)
CREATE INDEX council_councils_community_id_kind_name_pinyin_id_idx ON public.council_councils USING btree (street_id, community_id, kind, name_pinyin, id)
CREATE INDEX council_councils_community_id_name_pinyin_id_idx ON public.council_councils USING btree (street_id, community_id, name_pinyin, id)
CREATE INDEX council_councils_community_id_status_due_at_id_idx ON public.council_councils USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_councils_community_id_status_name_pinyin_id_idx ON public.council_councils USING btree (street_id, community_id, status, name_pinyin, id)
CREATE INDEX council_councils_estate_id_idx ON public.council_councils USING btree (street_id, estate_id)
CREATE INDEX council_councils_kind_name_pinyin_id_idx ON public.council_councils USING btree (street_id, kind, name_pinyin, id)
CREATE INDEX council_councils_name_pinyin_id_idx ON public.council_councils USING btree (street_id, name_pinyin, id)
CREATE INDEX council_councils_search_trgm ON public.council_councils USING gin (search gin_trgm_ops)
CREATE INDEX council_councils_status_due_at_id_idx ON public.council_councils USING btree (street_id, status, due_at, id)
CREATE INDEX council_councils_status_name_pinyin_id_idx ON public.council_councils USING btree (street_id, status, name_pinyin, id)
CREATE INDEX council_councils_term_to_idx ON public.council_councils USING btree (street_id, term_to)
CREATE INDEX council_councils_vacancies_idx ON public.council_councils USING btree (street_id, vacancies)

table council_demands (
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
  council_id uuid not null,
  why text not null,
  base integer not null,
  needed integer not null,
  backers integer not null,
  basis text,
  reached_on date,
  due_on date,
  meeting_id uuid,
  search text not null default ''::text,
  constraint council_demands_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_demands_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_demands_pkey PRIMARY KEY (street_id, id),
  constraint council_demands_status_check CHECK ((status = ANY (ARRAY['gathering'::text, 'obliged'::text, 'convened'::text, 'withdrawn'::text])))
)
CREATE INDEX council_demands_community_id_council_id_created_at_id_idx ON public.council_demands USING btree (street_id, community_id, council_id, created_at, id)
CREATE INDEX council_demands_community_id_created_at_id_idx ON public.council_demands USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_demands_community_id_status_created_at_id_idx ON public.council_demands USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_demands_community_id_status_due_at_id_idx ON public.council_demands USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_demands_council_id_created_at_id_idx ON public.council_demands USING btree (street_id, council_id, created_at, id)
CREATE INDEX council_demands_created_at_id_idx ON public.council_demands USING btree (street_id, created_at, id)
CREATE INDEX council_demands_due_on_idx ON public.council_demands USING btree (street_id, due_on)
CREATE INDEX council_demands_meeting_id_idx ON public.council_demands USING btree (street_id, meeting_id)
CREATE INDEX council_demands_search_trgm ON public.council_demands USING gin (search gin_trgm_ops)
CREATE INDEX council_demands_status_created_at_id_idx ON public.council_demands USING btree (street_id, status, created_at, id)
CREATE INDEX council_demands_status_due_at_id_idx ON public.council_demands USING btree (street_id, status, due_at, id)

table council_election_urn (
  street_id text not null,
  election_id uuid not null,
  token text not null,
  picks text[] not null,
  constraint council_election_urn_election_fk FOREIGN KEY (street_id, election_id) REFERENCES council_elections(street_id, id),
  constraint council_election_urn_pkey PRIMARY KEY (street_id, election_id, token)
)

table council_elections (
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
  council_id uuid not null,
  seat text not null,
  seats integer not null,
  renewal text not null,
  electorate text not null,
  way text not null,
  nominate_until date not null,
  vote_on date not null,
  equal_reason text,
  rule jsonb,
  rule_title text,
  rule_status text,
  rule_source text,
  noticed_on date,
  fingerprint text,
  base integer not null,
  opened_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  present integer,
  ballots integer,
  outcome text,
  sentence text,
  search text not null default ''::text,
  constraint council_elections_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_elections_electorate_check CHECK ((electorate = ANY (ARRAY['adults'::text, 'households'::text, 'groups'::text, 'members'::text]))),
  constraint council_elections_outcome_check CHECK ((outcome = ANY (ARRAY['complete'::text, 'runoff'::text, 'seatsOpen'::text, 'inquorate'::text]))),
  constraint council_elections_pkey PRIMARY KEY (street_id, id),
  constraint council_elections_renewal_check CHECK ((renewal = ANY (ARRAY['by'::text, 'general'::text]))),
  constraint council_elections_rule_status_check CHECK ((rule_status = ANY (ARRAY['verified'::text, 'unverified'::text]))),
  constraint council_elections_seat_check CHECK ((seat = ANY (ARRAY['chair'::text, 'deputy'::text, 'member'::text]))),
  constraint council_elections_status_check CHECK ((status = ANY (ARRAY['nominating'::text, 'listed'::text, 'voting'::text, 'counted'::text, 'done'::text, 'cancelled'::text]))),
  constraint council_elections_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'paper'::text])))
)
CREATE INDEX council_elections_community_id_council_id_vote_on_id_idx ON public.council_elections USING btree (street_id, community_id, council_id, vote_on, id)
CREATE INDEX council_elections_community_id_status_due_at_id_idx ON public.council_elections USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_elections_community_id_status_vote_on_id_idx ON public.council_elections USING btree (street_id, community_id, status, vote_on, id)
CREATE INDEX council_elections_community_id_vote_on_id_idx ON public.council_elections USING btree (street_id, community_id, vote_on, id)
CREATE INDEX council_elections_council_id_vote_on_id_idx ON public.council_elections USING btree (street_id, council_id, vote_on, id)
CREATE INDEX council_elections_search_trgm ON public.council_elections USING gin (search gin_trgm_ops)
CREATE INDEX council_elections_status_due_at_id_idx ON public.council_elections USING btree (street_id, status, due_at, id)
CREATE INDEX council_elections_status_vote_on_id_idx ON public.council_elections USING btree (street_id, status, vote_on, id)
CREATE INDEX council_elections_vote_on_id_idx ON public.council_elections USING btree (street_id, vote_on, id)

table council_electors (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  election_id uuid not null,
  "position" integer not null,
  person_id uuid not null,
  name text not null,
  submitted boolean not null,
  constraint council_electors_election_id_fkey FOREIGN KEY (street_id, election_id) REFERENCES council_elections(street_id, id),
  constraint council_electors_election_id_person_id_key UNIQUE (street_id, election_id, person_id),
  constraint council_electors_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_electors_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX council_electors_community_id_election_id_position_id_idx ON public.council_electors USING btree (street_id, community_id, election_id, "position", id)
CREATE INDEX council_electors_community_id_position_id_idx ON public.council_electors USING btree (street_id, community_id, "position", id)
CREATE INDEX council_electors_election_id_position_id_idx ON public.council_electors USING btree (street_id, election_id, "position", id)
CREATE INDEX council_electors_person_id_idx ON public.council_electors USING btree (street_id, person_id)
CREATE INDEX council_electors_position_id_idx ON public.council_electors USING btree (street_id, "position", id)

table council_excuses (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  council_id uuid not null,
  period text not null,
  writer text not null,
  why text not null,
  constraint council_excuses_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_excuses_council_id_period_key UNIQUE (street_id, council_id, period),
  constraint council_excuses_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX council_excuses_community_id_council_id_period_id_idx ON public.council_excuses USING btree (street_id, community_id, council_id, period, id)
CREATE INDEX council_excuses_community_id_period_id_idx ON public.council_excuses USING btree (street_id, community_id, period, id)
CREATE INDEX council_excuses_council_id_period_id_idx ON public.council_excuses USING btree (street_id, council_id, period, id)
CREATE INDEX council_excuses_period_id_idx ON public.council_excuses USING btree (street_id, period, id)

table council_feedback (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  matter_id uuid not null,
  person_id uuid,
  kind text not null,
  satisfied text,
  rating integer,
  papers_yes integer,
  papers_no integer,
  proof text,
  words text,
  at timestamp(3) with time zone,
  constraint council_feedback_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'unreachable'::text, 'questionnaire'::text]))),
  constraint council_feedback_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_feedback_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_feedback_pkey PRIMARY KEY (street_id, id),
  constraint council_feedback_satisfied_check CHECK ((satisfied = ANY (ARRAY['yes'::text, 'no'::text])))
)
CREATE INDEX council_feedback_community_id_created_at_id_idx ON public.council_feedback USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_feedback_community_id_kind_created_at_id_idx ON public.council_feedback USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX council_feedback_community_id_matter_id_created_at_id_idx ON public.council_feedback USING btree (street_id, community_id, matter_id, created_at, id)
CREATE INDEX council_feedback_community_id_satisfied_created_at_id_idx ON public.council_feedback USING btree (street_id, community_id, satisfied, created_at, id)
CREATE INDEX council_feedback_created_at_id_idx ON public.council_feedback USING btree (street_id, created_at, id)
CREATE INDEX council_feedback_kind_created_at_id_idx ON public.council_feedback USING btree (street_id, kind, created_at, id)
CREATE INDEX council_feedback_matter_id_created_at_id_idx ON public.council_feedback USING btree (street_id, matter_id, created_at, id)
CREATE INDEX council_feedback_person_id_idx ON public.council_feedback USING btree (street_id, person_id)
CREATE INDEX council_feedback_proof_idx ON public.council_feedback USING btree (street_id, proof)
CREATE INDEX council_feedback_satisfied_created_at_id_idx ON public.council_feedback USING btree (street_id, satisfied, created_at, id)

table council_gates (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  matter_id uuid not null,
  gate text not null,
  round integer not null,
  council_id uuid,
  meeting_id uuid,
  vote_id uuid,
  rule_code text,
  outcome text,
  opinion text,
  opened_on date not null,
  due_on date,
  closed_on date,
  constraint council_gates_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_gates_gate_check CHECK ((gate = ANY (ARRAY['propose'::text, 'review'::text, 'consult'::text, 'partyReview'::text, 'resolve'::text]))),
  constraint council_gates_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_gates_matter_id_gate_round_key UNIQUE (street_id, matter_id, gate, round),
  constraint council_gates_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_gates_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'returned'::text, 'rejected'::text, 'settled'::text, 'failed'::text, 'shelved'::text]))),
  constraint council_gates_pkey PRIMARY KEY (street_id, id),
  constraint council_gates_rule_code_check CHECK ((rule_code = ANY (ARRAY['RM_ADULTS'::text, 'RM_HOUSEHOLDS'::text, 'RM_GROUPREPS'::text, 'REP_MEETING_DEFAULT'::text, 'RC_INTERNAL'::text, 'TWO_COMMITTEE_REVIEW'::text, 'PARTY_RESOLUTION'::text, 'PARTY_ELECTION_2020'::text, 'SIYI_LIANGGONGKAI_PARTY_REVIEW'::text, 'OWNERS_COMMITTEE_HENAN'::text, 'OWNERS_278_ORDINARY'::text, 'OWNERS_278_SPECIAL'::text]))),
  constraint council_gates_vote_id_fkey FOREIGN KEY (street_id, vote_id) REFERENCES council_votes(street_id, id)
)
CREATE INDEX council_gates_community_id_council_id_opened_on_id_idx ON public.council_gates USING btree (street_id, community_id, council_id, opened_on, id)
CREATE INDEX council_gates_community_id_gate_opened_on_id_idx ON public.council_gates USING btree (street_id, community_id, gate, opened_on, id)
CREATE INDEX council_gates_community_id_opened_on_id_idx ON public.council_gates USING btree (street_id, community_id, opened_on, id)
CREATE INDEX council_gates_community_id_outcome_opened_on_id_idx ON public.council_gates USING btree (street_id, community_id, outcome, opened_on, id)
CREATE INDEX council_gates_council_id_opened_on_id_idx ON public.council_gates USING btree (street_id, council_id, opened_on, id)
CREATE INDEX council_gates_gate_opened_on_id_idx ON public.council_gates USING btree (street_id, gate, opened_on, id)
CREATE INDEX council_gates_matter_id_idx ON public.council_gates USING btree (street_id, matter_id)
CREATE INDEX council_gates_meeting_id_idx ON public.council_gates USING btree (street_id, meeting_id)
CREATE INDEX council_gates_opened_on_id_idx ON public.council_gates USING btree (street_id, opened_on, id)
CREATE INDEX council_gates_outcome_opened_on_id_idx ON public.council_gates USING btree (street_id, outcome, opened_on, id)
CREATE INDEX council_gates_vote_id_idx ON public.council_gates USING btree (street_id, vote_id)

table council_leaves (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  why text not null,
  constraint council_leaves_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_leaves_meeting_id_person_id_key UNIQUE (street_id, meeting_id, person_id),
  constraint council_leaves_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_leaves_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX council_leaves_community_id_created_at_id_idx ON public.council_leaves USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_leaves_community_id_meeting_id_created_at_id_idx ON public.council_leaves USING btree (street_id, community_id, meeting_id, created_at, id)
CREATE INDEX council_leaves_created_at_id_idx ON public.council_leaves USING btree (street_id, created_at, id)
CREATE INDEX council_leaves_meeting_id_created_at_id_idx ON public.council_leaves USING btree (street_id, meeting_id, created_at, id)
CREATE INDEX council_leaves_person_id_idx ON public.council_leaves USING btree (street_id, person_id)

table council_links (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  matter_id uuid not null,
  "from" text not null,
  "to" text not null,
  why text not null,
  at timestamp(3) with time zone,
  search text not null default ''::text,
  constraint council_links_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_links_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX council_links_community_id_created_at_id_idx ON public.council_links USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_links_community_id_matter_id_created_at_id_idx ON public.council_links USING btree (street_id, community_id, matter_id, created_at, id)
CREATE INDEX council_links_created_at_id_idx ON public.council_links USING btree (street_id, created_at, id)
CREATE INDEX council_links_matter_id_created_at_id_idx ON public.council_links USING btree (street_id, matter_id, created_at, id)
CREATE INDEX council_links_search_trgm ON public.council_links USING gin (search gin_trgm_ops)

table council_matters (
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
  topic text not null,
  summary text not null,
  council_id uuid not null,
  way text not null,
  source text not null,
  track text not null,
  lane text not null,
  party_org text,
  importance text not null,
  reserved boolean not null,
  owners_item text,
  needs_money boolean not null,
  budget bigint,
  fund_authorisation text,
  authorised_budget bigint,
  agreed_points text,
  minority_opinions text,
  resolution text,
  last_reason text,
  merged_into uuid,
  round integer not null,
  effective_on date,
  finish_by date,
  result_text text,
  result_place text,
  result_published_on date,
  reworked_at timestamp(3) with time zone,
  evaluation text,
  satisfied integer not null,
  unsatisfied integer not null,
  failed_contacts integer not null,
  search text not null default ''::text,
  constraint council_matters_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_matters_importance_check CHECK ((importance = ANY (ARRAY['high'::text, 'normal'::text]))),
  constraint council_matters_lane_check CHECK ((lane = ANY (ARRAY['ordinary'::text, 'smallMatter'::text, 'emergency'::text]))),
  constraint council_matters_merged_into_fkey FOREIGN KEY (street_id, merged_into) REFERENCES council_matters(street_id, id),
  constraint council_matters_no_key UNIQUE (street_id, no),
  constraint council_matters_owners_item_check CHECK ((owners_item = ANY (ARRAY['i1'::text, 'i2'::text, 'i3'::text, 'i4'::text, 'i5'::text, 'i6'::text, 'i7'::text, 'i8'::text, 'i9'::text]))),
  constraint council_matters_pkey PRIMARY KEY (street_id, id),
  constraint council_matters_source_check CHECK ((source = ANY (ARRAY['resident'::text, 'grid'::text, 'counter'::text, 'hotline'::text, 'member'::text, 'branch'::text]))),
  constraint council_matters_status_check CHECK ((status = ANY (ARRAY['collected'::text, 'merged'::text, 'outOfScope'::text, 'proposed'::text, 'underReview'::text, 'rejected'::text, 'inConsultation'::text, 'voting'::text, 'branchProposing'::text, 'inDiscussion'::text, 'inPartyReview'::text, 'inRepMeeting'::text, 'shelved'::text, 'acting'::text, 'stopped'::text, 'publicised'::text, 'effective'::text, 'inExecution'::text, 'resultPublicised'::text, 'evaluated'::text, 'closed'::text]))),
  constraint council_matters_topic_check CHECK ((topic = ANY (ARRAY['property'::text, 'parking'::text, 'environment'::text, 'facility'::text, 'elderly'::text, 'culture'::text, 'safety'::text, 'fund'::text, 'charter'::text, 'other'::text]))),
  constraint council_matters_track_check CHECK ((track = ANY (ARRAY['estate'::text, 'community'::text, 'street'::text]))),
  constraint council_matters_way_check CHECK ((way = ANY (ARRAY['residents'::text, 'branch'::text])))
)
CREATE INDEX council_matters_community_id_council_id_created_at_id_idx ON public.council_matters USING btree (street_id, community_id, council_id, created_at, id)
CREATE INDEX council_matters_community_id_created_at_id_idx ON public.council_matters USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_matters_community_id_lane_created_at_id_idx ON public.council_matters USING btree (street_id, community_id, lane, created_at, id)
CREATE INDEX council_matters_community_id_source_created_at_id_idx ON public.council_matters USING btree (street_id, community_id, source, created_at, id)
CREATE INDEX council_matters_community_id_status_created_at_id_idx ON public.council_matters USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_matters_community_id_status_due_at_id_idx ON public.council_matters USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_matters_community_id_topic_created_at_id_idx ON public.council_matters USING btree (street_id, community_id, topic, created_at, id)
CREATE INDEX council_matters_council_id_created_at_id_idx ON public.council_matters USING btree (street_id, council_id, created_at, id)
CREATE INDEX council_matters_created_at_id_idx ON public.council_matters USING btree (street_id, created_at, id)
CREATE INDEX council_matters_lane_created_at_id_idx ON public.council_matters USING btree (street_id, lane, created_at, id)
CREATE INDEX council_matters_merged_into_idx ON public.council_matters USING btree (street_id, merged_into)
CREATE INDEX council_matters_search_trgm ON public.council_matters USING gin (search gin_trgm_ops)
CREATE INDEX council_matters_source_created_at_id_idx ON public.council_matters USING btree (street_id, source, created_at, id)
CREATE INDEX council_matters_status_created_at_id_idx ON public.council_matters USING btree (street_id, status, created_at, id)
CREATE INDEX council_matters_status_due_at_id_idx ON public.council_matters USING btree (street_id, status, due_at, id)
CREATE INDEX council_matters_topic_created_at_id_idx ON public.council_matters USING btree (street_id, topic, created_at, id)

table council_meetings (
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
  council_id uuid not null,
  kind text not null,
  no integer,
  scheduled_at timestamp(3) with time zone not null,
  place text not null,
  chair_id uuid,
  recorder text,
  noticed_on date,
  code text,
  roll jsonb,
  due integer not null,
  present integer not null,
  quorate boolean,
  opened_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  current_item_id text,
  minutes text,
  minutes_file text,
  signatures integer not null,
  search text not null default ''::text,
  constraint council_meetings_chair_id_fkey FOREIGN KEY (street_id, chair_id) REFERENCES registry_people(street_id, id),
  constraint council_meetings_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_meetings_kind_check CHECK ((kind = ANY (ARRAY['regular'::text, 'extra'::text]))),
  constraint council_meetings_pkey PRIMARY KEY (street_id, id),
  constraint council_meetings_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'noticed'::text, 'open'::text, 'closed'::text, 'written'::text, 'archived'::text, 'cancelled'::text])))
)
CREATE INDEX council_meetings_chair_id_idx ON public.council_meetings USING btree (street_id, chair_id)
CREATE INDEX council_meetings_community_id_council_id_scheduled_at_id_idx ON public.council_meetings USING btree (street_id, community_id, council_id, scheduled_at, id)
CREATE INDEX council_meetings_community_id_kind_scheduled_at_id_idx ON public.council_meetings USING btree (street_id, community_id, kind, scheduled_at, id)
CREATE INDEX council_meetings_community_id_scheduled_at_id_idx ON public.council_meetings USING btree (street_id, community_id, scheduled_at, id)
CREATE INDEX council_meetings_community_id_status_due_at_id_idx ON public.council_meetings USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_meetings_community_id_status_scheduled_at_id_idx ON public.council_meetings USING btree (street_id, community_id, status, scheduled_at, id)
CREATE INDEX council_meetings_council_id_scheduled_at_id_idx ON public.council_meetings USING btree (street_id, council_id, scheduled_at, id)
CREATE INDEX council_meetings_kind_scheduled_at_id_idx ON public.council_meetings USING btree (street_id, kind, scheduled_at, id)
CREATE INDEX council_meetings_minutes_file_idx ON public.council_meetings USING btree (street_id, minutes_file)
CREATE INDEX council_meetings_scheduled_at_id_idx ON public.council_meetings USING btree (street_id, scheduled_at, id)
CREATE INDEX council_meetings_search_trgm ON public.council_meetings USING gin (search gin_trgm_ops)
CREATE INDEX council_meetings_status_due_at_id_idx ON public.council_meetings USING btree (street_id, status, due_at, id)
CREATE INDEX council_meetings_status_scheduled_at_id_idx ON public.council_meetings USING btree (street_id, status, scheduled_at, id)

table council_members (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  council_id uuid not null,
  person_id uuid not null,
  seat text not null,
  duty text,
  capacity text,
  voting text not null,
  representative text not null,
  relatives text,
  declaration text,
  declared_on date,
  "from" date not null,
  "to" date,
  constraint council_members_capacity_check CHECK ((capacity = ANY (ARRAY['owner'::text, 'tenant'::text, 'party'::text, 'committee'::text, 'merchant'::text, 'unit'::text, 'expert'::text]))),
  constraint council_members_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_members_duty_check CHECK ((duty = ANY (ARRAY['manages'::text, 'asks'::text, 'acts'::text]))),
  constraint council_members_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_members_pkey PRIMARY KEY (street_id, id),
  constraint council_members_relatives_check CHECK ((relatives = ANY (ARRAY['none'::text, 'some'::text]))),
  constraint council_members_representative_check CHECK ((representative = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint council_members_seat_check CHECK ((seat = ANY (ARRAY['chair'::text, 'deputy'::text, 'member'::text, 'observer'::text]))),
  constraint council_members_voting_check CHECK ((voting = ANY (ARRAY['yes'::text, 'no'::text])))
)
CREATE INDEX council_members_community_id_council_id_created_at_id_idx ON public.council_members USING btree (street_id, community_id, council_id, created_at, id)
CREATE INDEX council_members_community_id_created_at_id_idx ON public.council_members USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_members_community_id_duty_created_at_id_idx ON public.council_members USING btree (street_id, community_id, duty, created_at, id)
CREATE INDEX council_members_community_id_seat_created_at_id_idx ON public.council_members USING btree (street_id, community_id, seat, created_at, id)
CREATE INDEX council_members_council_id_created_at_id_idx ON public.council_members USING btree (street_id, council_id, created_at, id)
CREATE INDEX council_members_created_at_id_idx ON public.council_members USING btree (street_id, created_at, id)
CREATE INDEX council_members_declaration_idx ON public.council_members USING btree (street_id, declaration)
CREATE INDEX council_members_duty_created_at_id_idx ON public.council_members USING btree (street_id, duty, created_at, id)
CREATE INDEX council_members_person_id_idx ON public.council_members USING btree (street_id, person_id)
CREATE INDEX council_members_seat_created_at_id_idx ON public.council_members USING btree (street_id, seat, created_at, id)

table council_moves (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  matter_id uuid not null,
  step text not null,
  title text not null,
  from_state text not null,
  to_state text not null,
  gate text,
  why text,
  by_name text,
  at timestamp(3) with time zone not null,
  constraint council_moves_from_state_check CHECK ((from_state = ANY (ARRAY['collected'::text, 'merged'::text, 'outOfScope'::text, 'proposed'::text, 'underReview'::text, 'rejected'::text, 'inConsultation'::text, 'voting'::text, 'shelved'::text, 'acting'::text, 'stopped'::text, 'publicised'::text, 'effective'::text, 'inExecution'::text, 'resultPublicised'::text, 'evaluated'::text, 'closed'::text, 'branchProposing'::text, 'inDiscussion'::text, 'inPartyReview'::text, 'inRepMeeting'::text]))),
  constraint council_moves_gate_check CHECK ((gate = ANY (ARRAY['propose'::text, 'review'::text, 'consult'::text, 'partyReview'::text, 'resolve'::text]))),
  constraint council_moves_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_moves_pkey PRIMARY KEY (street_id, id),
  constraint council_moves_to_state_check CHECK ((to_state = ANY (ARRAY['collected'::text, 'merged'::text, 'outOfScope'::text, 'proposed'::text, 'underReview'::text, 'rejected'::text, 'inConsultation'::text, 'voting'::text, 'shelved'::text, 'acting'::text, 'stopped'::text, 'publicised'::text, 'effective'::text, 'inExecution'::text, 'resultPublicised'::text, 'evaluated'::text, 'closed'::text, 'branchProposing'::text, 'inDiscussion'::text, 'inPartyReview'::text, 'inRepMeeting'::text])))
)
CREATE INDEX council_moves_at_id_idx ON public.council_moves USING btree (street_id, at, id)
CREATE INDEX council_moves_community_id_at_id_idx ON public.council_moves USING btree (street_id, community_id, at, id)
CREATE INDEX council_moves_matter_id_idx ON public.council_moves USING btree (street_id, matter_id)

table council_nominations (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  candidate_id uuid not null,
  person_id uuid not null,
  household_id uuid,
  constraint council_nominations_candidate_id_fkey FOREIGN KEY (street_id, candidate_id) REFERENCES council_candidates(street_id, id),
  constraint council_nominations_candidate_id_person_id_key UNIQUE (street_id, candidate_id, person_id),
  constraint council_nominations_household_id_fkey FOREIGN KEY (street_id, household_id) REFERENCES registry_households(street_id, id),
  constraint council_nominations_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_nominations_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX council_nominations_candidate_id_created_at_id_idx ON public.council_nominations USING btree (street_id, candidate_id, created_at, id)
CREATE INDEX council_nominations_community_id_candidate_id_created_at_id_idx ON public.council_nominations USING btree (street_id, community_id, candidate_id, created_at, id)
CREATE INDEX council_nominations_community_id_created_at_id_idx ON public.council_nominations USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_nominations_created_at_id_idx ON public.council_nominations USING btree (street_id, created_at, id)
CREATE INDEX council_nominations_household_id_idx ON public.council_nominations USING btree (street_id, household_id)
CREATE INDEX council_nominations_person_id_idx ON public.council_nominations USING btree (street_id, person_id)

table council_objections (
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
  publication_id uuid not null,
  person_id uuid,
  by_name text,
  text text not null,
  verdict text,
  answer text,
  answered_on date,
  constraint council_objections_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_objections_pkey PRIMARY KEY (street_id, id),
  constraint council_objections_publication_id_fkey FOREIGN KEY (street_id, publication_id) REFERENCES council_publications(street_id, id),
  constraint council_objections_status_check CHECK ((status = ANY (ARRAY['raised'::text, 'answered'::text]))),
  constraint council_objections_verdict_check CHECK ((verdict = ANY (ARRAY['dismissed'::text, 'upheld'::text])))
)
CREATE INDEX council_objections_community_id_created_at_id_idx ON public.council_objections USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_objections_community_id_publication_id_created_c45f5286 ON public.council_objections USING btree (street_id, community_id, publication_id, created_at, id)
CREATE INDEX council_objections_community_id_status_created_at_id_idx ON public.council_objections USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_objections_community_id_status_due_at_id_idx ON public.council_objections USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_objections_created_at_id_idx ON public.council_objections USING btree (street_id, created_at, id)
CREATE INDEX council_objections_person_id_idx ON public.council_objections USING btree (street_id, person_id)
CREATE INDEX council_objections_publication_id_created_at_id_idx ON public.council_objections USING btree (street_id, publication_id, created_at, id)
CREATE INDEX council_objections_status_created_at_id_idx ON public.council_objections USING btree (street_id, status, created_at, id)
CREATE INDEX council_objections_status_due_at_id_idx ON public.council_objections USING btree (street_id, status, due_at, id)

table council_opinions (
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
  council_id uuid not null,
  meeting_id uuid,
  text text not null,
  raised_on date not null,
  raised_by text,
  answer text,
  answered_on date,
  constraint council_opinions_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_opinions_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_opinions_pkey PRIMARY KEY (street_id, id),
  constraint council_opinions_status_check CHECK ((status = ANY (ARRAY['open'::text, 'answered'::text])))
)
CREATE INDEX council_opinions_community_id_council_id_raised_on_id_idx ON public.council_opinions USING btree (street_id, community_id, council_id, raised_on, id)
CREATE INDEX council_opinions_community_id_raised_on_id_idx ON public.council_opinions USING btree (street_id, community_id, raised_on, id)
CREATE INDEX council_opinions_community_id_status_due_at_id_idx ON public.council_opinions USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_opinions_community_id_status_raised_on_id_idx ON public.council_opinions USING btree (street_id, community_id, status, raised_on, id)
CREATE INDEX council_opinions_council_id_raised_on_id_idx ON public.council_opinions USING btree (street_id, council_id, raised_on, id)
CREATE INDEX council_opinions_meeting_id_idx ON public.council_opinions USING btree (street_id, meeting_id)
CREATE INDEX council_opinions_raised_on_id_idx ON public.council_opinions USING btree (street_id, raised_on, id)
CREATE INDEX council_opinions_status_due_at_id_idx ON public.council_opinions USING btree (street_id, status, due_at, id)
CREATE INDEX council_opinions_status_raised_on_id_idx ON public.council_opinions USING btree (street_id, status, raised_on, id)

table council_owners (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  unit_id uuid not null,
  person_id uuid,
  developer text,
  "from" date,
  "to" date,
  constraint council_owners_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_owners_pkey PRIMARY KEY (street_id, id),
  constraint council_owners_unit_id_fkey FOREIGN KEY (street_id, unit_id) REFERENCES registry_units(street_id, id),
  constraint council_owners_unit_id_person_id_key UNIQUE (street_id, unit_id, person_id)
)
CREATE INDEX council_owners_community_id_created_at_id_idx ON public.council_owners USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_owners_community_id_unit_id_created_at_id_idx ON public.council_owners USING btree (street_id, community_id, unit_id, created_at, id)
CREATE INDEX council_owners_created_at_id_idx ON public.council_owners USING btree (street_id, created_at, id)
CREATE INDEX council_owners_person_id_idx ON public.council_owners USING btree (street_id, person_id)
CREATE INDEX council_owners_unit_id_created_at_id_idx ON public.council_owners USING btree (street_id, unit_id, created_at, id)

table council_proposal_versions (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  proposal_id uuid not null,
  no integer not null,
  text text not null,
  why text,
  published_on date,
  constraint council_proposal_versions_pkey PRIMARY KEY (street_id, id),
  constraint council_proposal_versions_proposal_id_fkey FOREIGN KEY (street_id, proposal_id) REFERENCES council_proposals(street_id, id),
  constraint council_proposal_versions_proposal_id_no_key UNIQUE (street_id, proposal_id, no)
)
CREATE INDEX council_proposal_versions_community_id_created_at_id_idx ON public.council_proposal_versions USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_proposal_versions_created_at_id_idx ON public.council_proposal_versions USING btree (street_id, created_at, id)
CREATE INDEX council_proposal_versions_proposal_id_idx ON public.council_proposal_versions USING btree (street_id, proposal_id)

table council_proposals (
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
  council_id uuid,
  source text not null,
  source_no text,
  source_id text,
  topic text not null,
  text text not null,
  version_no integer not null,
  proposers integer not null,
  supporters integer not null,
  published_on date,
  matter_id uuid,
  answer text,
  search text not null default ''::text,
  constraint council_proposals_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_proposals_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_proposals_pkey PRIMARY KEY (street_id, id),
  constraint council_proposals_source_check CHECK ((source = ANY (ARRAY['resident'::text, 'grid'::text, 'counter'::text, 'hotline'::text, 'member'::text, 'branch'::text]))),
  constraint council_proposals_source_id_key UNIQUE (street_id, source_id),
  constraint council_proposals_status_check CHECK ((status = ANY (ARRAY['received'::text, 'published'::text, 'taken'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint council_proposals_topic_check CHECK ((topic = ANY (ARRAY['property'::text, 'parking'::text, 'environment'::text, 'facility'::text, 'elderly'::text, 'culture'::text, 'safety'::text, 'fund'::text, 'charter'::text, 'other'::text])))
)
CREATE INDEX council_proposals_community_id_council_id_created_at_id_idx ON public.council_proposals USING btree (street_id, community_id, council_id, created_at, id)
CREATE INDEX council_proposals_community_id_created_at_id_idx ON public.council_proposals USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_proposals_community_id_source_created_at_id_idx ON public.council_proposals USING btree (street_id, community_id, source, created_at, id)
CREATE INDEX council_proposals_community_id_status_created_at_id_idx ON public.council_proposals USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_proposals_community_id_status_due_at_id_idx ON public.council_proposals USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_proposals_community_id_topic_created_at_id_idx ON public.council_proposals USING btree (street_id, community_id, topic, created_at, id)
CREATE INDEX council_proposals_council_id_created_at_id_idx ON public.council_proposals USING btree (street_id, council_id, created_at, id)
CREATE INDEX council_proposals_created_at_id_idx ON public.council_proposals USING btree (street_id, created_at, id)
CREATE INDEX council_proposals_matter_id_idx ON public.council_proposals USING btree (street_id, matter_id)
CREATE INDEX council_proposals_search_trgm ON public.council_proposals USING gin (search gin_trgm_ops)
CREATE INDEX council_proposals_source_created_at_id_idx ON public.council_proposals USING btree (street_id, source, created_at, id)
CREATE INDEX council_proposals_source_no_idx ON public.council_proposals USING btree (street_id, source_no)
CREATE INDEX council_proposals_status_created_at_id_idx ON public.council_proposals USING btree (street_id, status, created_at, id)
CREATE INDEX council_proposals_status_due_at_id_idx ON public.council_proposals USING btree (street_id, status, due_at, id)
CREATE INDEX council_proposals_topic_created_at_id_idx ON public.council_proposals USING btree (street_id, topic, created_at, id)

table council_proxies (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  meeting_id uuid not null,
  principal_id uuid not null,
  holder_id uuid not null,
  paper text not null,
  constraint council_proxies_holder_id_fkey FOREIGN KEY (street_id, holder_id) REFERENCES registry_people(street_id, id),
  constraint council_proxies_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_proxies_meeting_id_principal_id_key UNIQUE (street_id, meeting_id, principal_id),
  constraint council_proxies_pkey PRIMARY KEY (street_id, id),
  constraint council_proxies_principal_id_fkey FOREIGN KEY (street_id, principal_id) REFERENCES registry_people(street_id, id)
)
CREATE INDEX council_proxies_community_id_created_at_id_idx ON public.council_proxies USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_proxies_community_id_meeting_id_created_at_id_idx ON public.council_proxies USING btree (street_id, community_id, meeting_id, created_at, id)
CREATE INDEX council_proxies_created_at_id_idx ON public.council_proxies USING btree (street_id, created_at, id)
CREATE INDEX council_proxies_holder_id_idx ON public.council_proxies USING btree (street_id, holder_id)
CREATE INDEX council_proxies_meeting_id_created_at_id_idx ON public.council_proxies USING btree (street_id, meeting_id, created_at, id)
CREATE INDEX council_proxies_paper_idx ON public.council_proxies USING btree (street_id, paper)
CREATE INDEX council_proxies_principal_id_idx ON public.council_proxies USING btree (street_id, principal_id)

table council_publications (
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
  kind text not null,
  matter_id uuid,
  content text not null,
  place text not null,
  photo text,
  photo_on date,
  "from" date not null,
  days integer not null,
  until date,
  suspended_on date,
  suspended_days integer not null,
  search text not null default ''::text,
  constraint council_publications_kind_check CHECK ((kind = ANY (ARRAY['resolution'::text, 'result'::text, 'ranking'::text, 'other'::text]))),
  constraint council_publications_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_publications_pkey PRIMARY KEY (street_id, id),
  constraint council_publications_status_check CHECK ((status = ANY (ARRAY['running'::text, 'suspended'::text, 'ended'::text, 'withdrawn'::text])))
)
CREATE INDEX council_publications_community_id_from_id_idx ON public.council_publications USING btree (street_id, community_id, "from", id)
CREATE INDEX council_publications_community_id_kind_from_id_idx ON public.council_publications USING btree (street_id, community_id, kind, "from", id)
CREATE INDEX council_publications_community_id_status_from_id_idx ON public.council_publications USING btree (street_id, community_id, status, "from", id)
CREATE INDEX council_publications_from_id_idx ON public.council_publications USING btree (street_id, "from", id)
CREATE INDEX council_publications_kind_from_id_idx ON public.council_publications USING btree (street_id, kind, "from", id)
CREATE INDEX council_publications_matter_id_idx ON public.council_publications USING btree (street_id, matter_id)
CREATE INDEX council_publications_photo_idx ON public.council_publications USING btree (street_id, photo)
CREATE INDEX council_publications_search_trgm ON public.council_publications USING gin (search gin_trgm_ops)
CREATE INDEX council_publications_status_from_id_idx ON public.council_publications USING btree (street_id, status, "from", id)
CREATE INDEX council_publications_until_idx ON public.council_publications USING btree (street_id, until)

table council_scores (
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
  appraisal_id uuid not null,
  council_id uuid not null,
  kind text not null,
  matters integer,
  archive integer,
  innovation integer,
  falsified text not null,
  evidence text,
  proof text,
  own_matters integer,
  own_archive integer,
  own_innovation integer,
  scorer_id text,
  scorer_name text,
  reviewer_id text,
  reviewer_name text,
  review_note text,
  total integer,
  place integer,
  grade text,
  constraint council_scores_appraisal_id_council_id_key UNIQUE (street_id, appraisal_id, council_id),
  constraint council_scores_appraisal_id_fkey FOREIGN KEY (street_id, appraisal_id) REFERENCES council_appraisals(street_id, id),
  constraint council_scores_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_scores_falsified_check CHECK ((falsified = ANY (ARRAY['no'::text, 'yes'::text]))),
  constraint council_scores_kind_check CHECK ((kind = ANY (ARRAY['contest'::text, 'annual'::text]))),
  constraint council_scores_pkey PRIMARY KEY (street_id, id),
  constraint council_scores_status_check CHECK ((status = ANY (ARRAY['drafting'::text, 'reported'::text, 'reviewed'::text])))
)
CREATE INDEX council_scores_appraisal_id_place_id_idx ON public.council_scores USING btree (street_id, appraisal_id, place, id)
CREATE INDEX council_scores_community_id_appraisal_id_place_id_idx ON public.council_scores USING btree (street_id, community_id, appraisal_id, place, id)
CREATE INDEX council_scores_community_id_council_id_place_id_idx ON public.council_scores USING btree (street_id, community_id, council_id, place, id)
CREATE INDEX council_scores_community_id_place_id_idx ON public.council_scores USING btree (street_id, community_id, place, id)
CREATE INDEX council_scores_community_id_status_due_at_id_idx ON public.council_scores USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_scores_community_id_status_place_id_idx ON public.council_scores USING btree (street_id, community_id, status, place, id)
CREATE INDEX council_scores_council_id_place_id_idx ON public.council_scores USING btree (street_id, council_id, place, id)
CREATE INDEX council_scores_place_id_idx ON public.council_scores USING btree (street_id, place, id)
CREATE INDEX council_scores_proof_idx ON public.council_scores USING btree (street_id, proof)
CREATE INDEX council_scores_status_due_at_id_idx ON public.council_scores USING btree (street_id, status, due_at, id)
CREATE INDEX council_scores_status_place_id_idx ON public.council_scores USING btree (street_id, status, place, id)

table council_signatures (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  remark text,
  signed_at timestamp(3) with time zone not null,
  constraint council_signatures_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_signatures_meeting_id_person_id_key UNIQUE (street_id, meeting_id, person_id),
  constraint council_signatures_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_signatures_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX council_signatures_community_id_meeting_id_signed_at_id_idx ON public.council_signatures USING btree (street_id, community_id, meeting_id, signed_at, id)
CREATE INDEX council_signatures_community_id_signed_at_id_idx ON public.council_signatures USING btree (street_id, community_id, signed_at, id)
CREATE INDEX council_signatures_meeting_id_signed_at_id_idx ON public.council_signatures USING btree (street_id, meeting_id, signed_at, id)
CREATE INDEX council_signatures_person_id_idx ON public.council_signatures USING btree (street_id, person_id)
CREATE INDEX council_signatures_signed_at_id_idx ON public.council_signatures USING btree (street_id, signed_at, id)

table council_speeches (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  item_id uuid,
  asked_at timestamp(3) with time zone not null,
  started_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  seconds integer,
  constraint council_speeches_item_id_fkey FOREIGN KEY (street_id, item_id) REFERENCES council_agenda_items(street_id, id),
  constraint council_speeches_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_speeches_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_speeches_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX council_speeches_asked_at_id_idx ON public.council_speeches USING btree (street_id, asked_at, id)
CREATE INDEX council_speeches_community_id_asked_at_id_idx ON public.council_speeches USING btree (street_id, community_id, asked_at, id)
CREATE INDEX council_speeches_community_id_meeting_id_asked_at_id_idx ON public.council_speeches USING btree (street_id, community_id, meeting_id, asked_at, id)
CREATE INDEX council_speeches_item_id_idx ON public.council_speeches USING btree (street_id, item_id)
CREATE INDEX council_speeches_meeting_id_asked_at_id_idx ON public.council_speeches USING btree (street_id, meeting_id, asked_at, id)
CREATE INDEX council_speeches_person_id_idx ON public.council_speeches USING btree (street_id, person_id)

table council_stakeholders (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  matter_id uuid not null,
  "group" text not null,
  name text not null,
  person_id uuid,
  organisation_id uuid,
  invited boolean not null,
  invited_by text,
  present boolean not null,
  "position" text,
  opinion text,
  recused boolean not null,
  recusal_reason text,
  search text not null default ''::text,
  constraint council_stakeholders_group_check CHECK (("group" = ANY (ARRAY['owners'::text, 'tenants'::text, 'property'::text, 'merchants'::text, 'units'::text, 'elders'::text, 'neighbours'::text, 'departments'::text, 'other'::text]))),
  constraint council_stakeholders_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_stakeholders_organisation_id_fkey FOREIGN KEY (street_id, organisation_id) REFERENCES registry_organisations(street_id, id),
  constraint council_stakeholders_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_stakeholders_pkey PRIMARY KEY (street_id, id),
  constraint council_stakeholders_position_check CHECK (("position" = ANY (ARRAY['for'::text, 'conditional'::text, 'neutral'::text, 'against'::text])))
)
CREATE INDEX council_stakeholders_community_id_created_at_id_idx ON public.council_stakeholders USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_stakeholders_community_id_group_created_at_id_idx ON public.council_stakeholders USING btree (street_id, community_id, "group", created_at, id)
CREATE INDEX council_stakeholders_community_id_matter_id_created_at_id_idx ON public.council_stakeholders USING btree (street_id, community_id, matter_id, created_at, id)
CREATE INDEX council_stakeholders_created_at_id_idx ON public.council_stakeholders USING btree (street_id, created_at, id)
CREATE INDEX council_stakeholders_group_created_at_id_idx ON public.council_stakeholders USING btree (street_id, "group", created_at, id)
CREATE INDEX council_stakeholders_matter_id_created_at_id_idx ON public.council_stakeholders USING btree (street_id, matter_id, created_at, id)
CREATE INDEX council_stakeholders_organisation_id_idx ON public.council_stakeholders USING btree (street_id, organisation_id)
CREATE INDEX council_stakeholders_person_id_idx ON public.council_stakeholders USING btree (street_id, person_id)
CREATE INDEX council_stakeholders_search_trgm ON public.council_stakeholders USING gin (search gin_trgm_ops)

table council_supporters (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  proposal_id uuid not null,
  person_id uuid not null,
  role text not null,
  household_id uuid,
  counted text not null,
  version_no integer not null,
  constraint council_supporters_counted_check CHECK ((counted = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint council_supporters_household_id_fkey FOREIGN KEY (street_id, household_id) REFERENCES registry_households(street_id, id),
  constraint council_supporters_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_supporters_pkey PRIMARY KEY (street_id, id),
  constraint council_supporters_proposal_id_fkey FOREIGN KEY (street_id, proposal_id) REFERENCES council_proposals(street_id, id),
  constraint council_supporters_proposal_id_person_id_key UNIQUE (street_id, proposal_id, person_id),
  constraint council_supporters_role_check CHECK ((role = ANY (ARRAY['proposer'::text, 'supporter'::text])))
)
CREATE INDEX council_supporters_community_id_created_at_id_idx ON public.council_supporters USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_supporters_created_at_id_idx ON public.council_supporters USING btree (street_id, created_at, id)
CREATE INDEX council_supporters_household_id_idx ON public.council_supporters USING btree (street_id, household_id)
CREATE INDEX council_supporters_person_id_idx ON public.council_supporters USING btree (street_id, person_id)
CREATE INDEX council_supporters_proposal_id_idx ON public.council_supporters USING btree (street_id, proposal_id)

table council_urn (
  street_id text not null,
  vote_id uuid not null,
  token text not null,
  choice text not null,
  constraint council_urn_choice_check CHECK ((choice = ANY (ARRAY['for'::text, 'against'::text, 'abstain'::text, 'invalid'::text]))),
  constraint council_urn_pkey PRIMARY KEY (street_id, vote_id, token),
  constraint council_urn_vote_fk FOREIGN KEY (street_id, vote_id) REFERENCES council_votes(street_id, id)
)

table council_voters (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  vote_id uuid not null,
  "position" integer not null,
  member_key text not null,
  person_id uuid,
  name text not null,
  area integer,
  units jsonb,
  woman boolean,
  representative boolean,
  recused boolean not null,
  recusal_reason text,
  submitted boolean not null,
  constraint council_voters_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint council_voters_pkey PRIMARY KEY (street_id, id),
  constraint council_voters_vote_id_fkey FOREIGN KEY (street_id, vote_id) REFERENCES council_votes(street_id, id),
  constraint council_voters_vote_id_member_key_key UNIQUE (street_id, vote_id, member_key)
)
CREATE INDEX council_voters_community_id_position_id_idx ON public.council_voters USING btree (street_id, community_id, "position", id)
CREATE INDEX council_voters_community_id_recused_position_id_idx ON public.council_voters USING btree (street_id, community_id, recused, "position", id)
CREATE INDEX council_voters_community_id_vote_id_position_id_idx ON public.council_voters USING btree (street_id, community_id, vote_id, "position", id)
CREATE INDEX council_voters_person_id_idx ON public.council_voters USING btree (street_id, person_id)
CREATE INDEX council_voters_position_id_idx ON public.council_voters USING btree (street_id, "position", id)
CREATE INDEX council_voters_recused_position_id_idx ON public.council_voters USING btree (street_id, recused, "position", id)
CREATE INDEX council_voters_vote_id_position_id_idx ON public.council_voters USING btree (street_id, vote_id, "position", id)

table council_votes (
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
  kind text not null,
  council_id uuid not null,
  meeting_id uuid,
  matter_id uuid,
  gate text,
  secret boolean not null,
  rule_code text,
  owners_item text,
  estate_id uuid,
  rule jsonb,
  rule_status text,
  rule_source text,
  noticed_on date,
  taken_on date,
  fingerprint text,
  base integer not null,
  base_area integer,
  opened_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  present integer,
  yes integer,
  no integer,
  abstain integer,
  invalid integer,
  outcome text,
  sentence text,
  verdict jsonb,
  search text not null default ''::text,
  constraint council_votes_council_id_fkey FOREIGN KEY (street_id, council_id) REFERENCES council_councils(street_id, id),
  constraint council_votes_estate_id_fkey FOREIGN KEY (street_id, estate_id) REFERENCES registry_units(street_id, id),
  constraint council_votes_gate_check CHECK ((gate = ANY (ARRAY['review'::text, 'partyReview'::text, 'resolve'::text]))),
  constraint council_votes_kind_check CHECK ((kind = ANY (ARRAY['meeting'::text, 'owners'::text]))),
  constraint council_votes_matter_id_fkey FOREIGN KEY (street_id, matter_id) REFERENCES council_matters(street_id, id),
  constraint council_votes_meeting_id_fkey FOREIGN KEY (street_id, meeting_id) REFERENCES council_meetings(street_id, id),
  constraint council_votes_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'rejected'::text, 'tied'::text, 'inquorate'::text]))),
  constraint council_votes_owners_item_check CHECK ((owners_item = ANY (ARRAY['i1'::text, 'i2'::text, 'i3'::text, 'i4'::text, 'i5'::text, 'i6'::text, 'i7'::text, 'i8'::text, 'i9'::text]))),
  constraint council_votes_pkey PRIMARY KEY (street_id, id),
  constraint council_votes_rule_code_check CHECK ((rule_code = ANY (ARRAY['RM_ADULTS'::text, 'RM_HOUSEHOLDS'::text, 'RM_GROUPREPS'::text, 'REP_MEETING_DEFAULT'::text, 'RC_INTERNAL'::text, 'TWO_COMMITTEE_REVIEW'::text, 'PARTY_RESOLUTION'::text, 'PARTY_ELECTION_2020'::text, 'SIYI_LIANGGONGKAI_PARTY_REVIEW'::text, 'OWNERS_COMMITTEE_HENAN'::text, 'OWNERS_278_ORDINARY'::text, 'OWNERS_278_SPECIAL'::text]))),
  constraint council_votes_rule_status_check CHECK ((rule_status = ANY (ARRAY['verified'::text, 'unverified'::text]))),
  constraint council_votes_status_check CHECK ((status = ANY (ARRAY['prepared'::text, 'open'::text, 'closed'::text, 'cancelled'::text])))
)
CREATE INDEX council_votes_community_id_created_at_id_idx ON public.council_votes USING btree (street_id, community_id, created_at, id)
CREATE INDEX council_votes_community_id_kind_created_at_id_idx ON public.council_votes USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX council_votes_community_id_matter_id_created_at_id_idx ON public.council_votes USING btree (street_id, community_id, matter_id, created_at, id)
CREATE INDEX council_votes_community_id_meeting_id_created_at_id_idx ON public.council_votes USING btree (street_id, community_id, meeting_id, created_at, id)
CREATE INDEX council_votes_community_id_outcome_created_at_id_idx ON public.council_votes USING btree (street_id, community_id, outcome, created_at, id)
CREATE INDEX council_votes_community_id_status_created_at_id_idx ON public.council_votes USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX council_votes_community_id_status_due_at_id_idx ON public.council_votes USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX council_votes_council_id_idx ON public.council_votes USING btree (street_id, council_id)
CREATE INDEX council_votes_created_at_id_idx ON public.council_votes USING btree (street_id, created_at, id)
CREATE INDEX council_votes_estate_id_idx ON public.council_votes USING btree (street_id, estate_id)
CREATE INDEX council_votes_kind_created_at_id_idx ON public.council_votes USING btree (street_id, kind, created_at, id)
CREATE INDEX council_votes_matter_id_created_at_id_idx ON public.council_votes USING btree (street_id, matter_id, created_at, id)
CREATE INDEX council_votes_meeting_id_created_at_id_idx ON public.council_votes USING btree (street_id, meeting_id, created_at, id)
CREATE INDEX council_votes_outcome_created_at_id_idx ON public.council_votes USING btree (street_id, outcome, created_at, id)
CREATE INDEX council_votes_search_trgm ON public.council_votes USING gin (search gin_trgm_ops)
CREATE INDEX council_votes_status_created_at_id_idx ON public.council_votes USING btree (street_id, status, created_at, id)
CREATE INDEX council_votes_status_due_at_id_idx ON public.council_votes USING btree (street_id, status, due_at, id)

import type { Migration } from '@linli/store'

export const create: Migration = {
  name: '0001_create',
  up: `
create table council_councils (
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
  "name_pinyin" text collate "C" not null,
  "kind" text collate "C" not null,
  constraint council_councils_kind_check check ("kind" in ('council', 'twoCommittees', 'partyMeeting', 'committee', 'representatives', 'residents', 'owners', 'ownersCommittee', 'supervision')),
  "level" text collate "C" not null,
  constraint council_councils_level_check check ("level" in ('estate', 'community', 'street')),
  "estate_id" uuid,
  "party_org" text collate "C",
  "term_from" date,
  "term_to" date,
  "charter" text collate "C",
  "way" text collate "C" not null,
  constraint council_councils_way_check check ("way" in ('residents', 'branch')),
  "gap_days" integer,
  "total_days" integer,
  "meeting_day" integer,
  "meeting_time" text collate "C",
  "meeting_place" text collate "C",
  "vote_rule" text collate "C",
  constraint council_councils_vote_rule_check check ("vote_rule" in ('RM_ADULTS', 'RM_HOUSEHOLDS', 'RM_GROUPREPS', 'REP_MEETING_DEFAULT', 'RC_INTERNAL', 'TWO_COMMITTEE_REVIEW', 'PARTY_RESOLUTION', 'PARTY_ELECTION_2020', 'SIYI_LIANGGONGKAI_PARTY_REVIEW', 'OWNERS_COMMITTEE_HENAN', 'OWNERS_278_ORDINARY', 'OWNERS_278_SPECIAL')),
  "notice_days" integer,
  "proxy_max" integer,
  "supporters_min" integer not null,
  "supporters_per" text collate "C" not null,
  constraint council_councils_supporters_per_check check ("supporters_per" in ('household', 'person')),
  "publish_days" integer not null,
  "small_topics" text[],
  constraint council_councils_small_topics_check check ("small_topics" <@ array['property', 'parking', 'environment', 'facility', 'elderly', 'culture', 'safety', 'fund', 'charter', 'other']::text[]),
  "emergency_topics" text[],
  constraint council_councils_emergency_topics_check check ("emergency_topics" <@ array['property', 'parking', 'environment', 'facility', 'elderly', 'culture', 'safety', 'fund', 'charter', 'other']::text[]),
  "members" integer not null,
  "women" integer not null,
  "vacancies" integer not null,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_councils_status_check check (status in ('preparing', 'active', 'ended'))
);
create index council_councils_name_pinyin_id_idx on council_councils (street_id, "name_pinyin", "id");
create index council_councils_community_id_name_pinyin_id_idx on council_councils (street_id, "community_id", "name_pinyin", "id");
create index council_councils_status_name_pinyin_id_idx on council_councils (street_id, "status", "name_pinyin", "id");
create index council_councils_community_id_status_name_pinyin_id_idx on council_councils (street_id, "community_id", "status", "name_pinyin", "id");
create index council_councils_kind_name_pinyin_id_idx on council_councils (street_id, "kind", "name_pinyin", "id");
create index council_councils_community_id_kind_name_pinyin_id_idx on council_councils (street_id, "community_id", "kind", "name_pinyin", "id");
create index council_councils_status_due_at_id_idx on council_councils (street_id, "status", "due_at", "id");
create index council_councils_community_id_status_due_at_id_idx on council_councils (street_id, "community_id", "status", "due_at", "id");
create index council_councils_estate_id_idx on council_councils (street_id, "estate_id");
create index council_councils_term_to_idx on council_councils (street_id, "term_to");
create index council_councils_charter_idx on council_councils (street_id, "charter");
create index council_councils_vacancies_idx on council_councils (street_id, "vacancies");
create index council_councils_search_trgm on council_councils using gin (search gin_trgm_ops);
alter table council_councils add constraint council_councils_estate_id_fkey foreign key (street_id, "estate_id") references registry_units (street_id, id);
create table council_appraisals (
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
  "kind" text collate "C" not null,
  constraint council_appraisals_kind_check check ("kind" in ('contest', 'annual')),
  "period" text collate "C" not null,
  "as_of" date,
  "snapshot" jsonb,
  "fingerprint" text collate "C",
  "published_on" date,
  "appeal_until" date,
  "supersedes_id" uuid,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_appraisals_status_check check (status in ('opened', 'published', 'final', 'corrected'))
);
create index council_appraisals_created_at_id_idx on council_appraisals (street_id, "created_at", "id");
create index council_appraisals_community_id_created_at_id_idx on council_appraisals (street_id, "community_id", "created_at", "id");
create index council_appraisals_status_created_at_id_idx on council_appraisals (street_id, "status", "created_at", "id");
create index council_appraisals_community_id_status_created_at_id_idx on council_appraisals (street_id, "community_id", "status", "created_at", "id");
create index council_appraisals_kind_created_at_id_idx on council_appraisals (street_id, "kind", "created_at", "id");
create index council_appraisals_community_id_kind_created_at_id_idx on council_appraisals (street_id, "community_id", "kind", "created_at", "id");
create index council_appraisals_status_due_at_id_idx on council_appraisals (street_id, "status", "due_at", "id");
create index council_appraisals_community_id_status_due_at_id_idx on council_appraisals (street_id, "community_id", "status", "due_at", "id");
create index council_appraisals_supersedes_id_idx on council_appraisals (street_id, "supersedes_id");
create index council_appraisals_search_trgm on council_appraisals using gin (search gin_trgm_ops);
alter table council_appraisals add constraint council_appraisals_supersedes_id_fkey foreign key (street_id, "supersedes_id") references council_appraisals (street_id, id);
create table council_owners (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "unit_id" uuid not null,
  "person_id" uuid,
  "developer" text collate "C",
  "from" date,
  "to" date,
  primary key (street_id, id),
  constraint council_owners_unit_id_person_id_key unique (street_id, "unit_id", "person_id")
);
create index council_owners_created_at_id_idx on council_owners (street_id, "created_at", "id");
create index council_owners_community_id_created_at_id_idx on council_owners (street_id, "community_id", "created_at", "id");
create index council_owners_unit_id_created_at_id_idx on council_owners (street_id, "unit_id", "created_at", "id");
create index council_owners_community_id_unit_id_created_at_id_idx on council_owners (street_id, "community_id", "unit_id", "created_at", "id");
create index council_owners_person_id_idx on council_owners (street_id, "person_id");
alter table council_owners add constraint council_owners_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table council_owners add constraint council_owners_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_members (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "council_id" uuid not null,
  "person_id" uuid not null,
  "seat" text collate "C" not null,
  constraint council_members_seat_check check ("seat" in ('chair', 'deputy', 'member', 'observer')),
  "duty" text collate "C",
  constraint council_members_duty_check check ("duty" in ('manages', 'asks', 'acts')),
  "capacity" text collate "C",
  constraint council_members_capacity_check check ("capacity" in ('owner', 'tenant', 'party', 'committee', 'merchant', 'unit', 'expert')),
  "voting" text collate "C" not null,
  constraint council_members_voting_check check ("voting" in ('yes', 'no')),
  "representative" text collate "C" not null,
  constraint council_members_representative_check check ("representative" in ('yes', 'no')),
  "relatives" text collate "C",
  constraint council_members_relatives_check check ("relatives" in ('none', 'some')),
  "declaration" text collate "C",
  "declared_on" date,
  "from" date not null,
  "to" date,
  primary key (street_id, id)
);
create index council_members_created_at_id_idx on council_members (street_id, "created_at", "id");
create index council_members_community_id_created_at_id_idx on council_members (street_id, "community_id", "created_at", "id");
create index council_members_council_id_created_at_id_idx on council_members (street_id, "council_id", "created_at", "id");
create index council_members_community_id_council_id_created_at_id_idx on council_members (street_id, "community_id", "council_id", "created_at", "id");
create index council_members_seat_created_at_id_idx on council_members (street_id, "seat", "created_at", "id");
create index council_members_community_id_seat_created_at_id_idx on council_members (street_id, "community_id", "seat", "created_at", "id");
create index council_members_duty_created_at_id_idx on council_members (street_id, "duty", "created_at", "id");
create index council_members_community_id_duty_created_at_id_idx on council_members (street_id, "community_id", "duty", "created_at", "id");
create index council_members_person_id_idx on council_members (street_id, "person_id");
create index council_members_declaration_idx on council_members (street_id, "declaration");
alter table council_members add constraint council_members_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_members add constraint council_members_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_excuses (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "council_id" uuid not null,
  "period" text collate "C" not null,
  "writer" text collate "C" not null,
  "why" text collate "C" not null,
  primary key (street_id, id),
  constraint council_excuses_council_id_period_key unique (street_id, "council_id", "period")
);
create index council_excuses_period_id_idx on council_excuses (street_id, "period", "id");
create index council_excuses_community_id_period_id_idx on council_excuses (street_id, "community_id", "period", "id");
create index council_excuses_council_id_period_id_idx on council_excuses (street_id, "council_id", "period", "id");
create index council_excuses_community_id_council_id_period_id_idx on council_excuses (street_id, "community_id", "council_id", "period", "id");
alter table council_excuses add constraint council_excuses_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
create table council_scores (
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
  "appraisal_id" uuid not null,
  "council_id" uuid not null,
  "kind" text collate "C" not null,
  constraint council_scores_kind_check check ("kind" in ('contest', 'annual')),
  "matters" integer,
  "archive" integer,
  "innovation" integer,
  "falsified" text collate "C" not null,
  constraint council_scores_falsified_check check ("falsified" in ('no', 'yes')),
  "evidence" text collate "C",
  "proof" text collate "C",
  "own_matters" integer,
  "own_archive" integer,
  "own_innovation" integer,
  "scorer_id" text collate "C",
  "scorer_name" text collate "C",
  "reviewer_id" text collate "C",
  "reviewer_name" text collate "C",
  "review_note" text collate "C",
  "total" integer,
  "place" integer,
  "grade" text collate "C",
  primary key (street_id, id),
  constraint council_scores_status_check check (status in ('drafting', 'reported', 'reviewed')),
  constraint council_scores_appraisal_id_council_id_key unique (street_id, "appraisal_id", "council_id")
);
create index council_scores_place_id_idx on council_scores (street_id, "place", "id");
create index council_scores_community_id_place_id_idx on council_scores (street_id, "community_id", "place", "id");
create index council_scores_appraisal_id_place_id_idx on council_scores (street_id, "appraisal_id", "place", "id");
create index council_scores_community_id_appraisal_id_place_id_idx on council_scores (street_id, "community_id", "appraisal_id", "place", "id");
create index council_scores_council_id_place_id_idx on council_scores (street_id, "council_id", "place", "id");
create index council_scores_community_id_council_id_place_id_idx on council_scores (street_id, "community_id", "council_id", "place", "id");
create index council_scores_status_place_id_idx on council_scores (street_id, "status", "place", "id");
create index council_scores_community_id_status_place_id_idx on council_scores (street_id, "community_id", "status", "place", "id");
create index council_scores_status_due_at_id_idx on council_scores (street_id, "status", "due_at", "id");
create index council_scores_community_id_status_due_at_id_idx on council_scores (street_id, "community_id", "status", "due_at", "id");
create index council_scores_proof_idx on council_scores (street_id, "proof");
alter table council_scores add constraint council_scores_appraisal_id_fkey foreign key (street_id, "appraisal_id") references council_appraisals (street_id, id);
alter table council_scores add constraint council_scores_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
create table council_appeals (
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
  "appraisal_id" uuid not null,
  "council_id" uuid not null,
  "text" text collate "C" not null,
  "answer" text collate "C",
  primary key (street_id, id),
  constraint council_appeals_status_check check (status in ('raised', 'upheld', 'dismissed'))
);
create index council_appeals_created_at_id_idx on council_appeals (street_id, "created_at", "id");
create index council_appeals_community_id_created_at_id_idx on council_appeals (street_id, "community_id", "created_at", "id");
create index council_appeals_status_created_at_id_idx on council_appeals (street_id, "status", "created_at", "id");
create index council_appeals_community_id_status_created_at_id_idx on council_appeals (street_id, "community_id", "status", "created_at", "id");
create index council_appeals_appraisal_id_created_at_id_idx on council_appeals (street_id, "appraisal_id", "created_at", "id");
create index council_appeals_community_id_appraisal_id_created_at_id_idx on council_appeals (street_id, "community_id", "appraisal_id", "created_at", "id");
create index council_appeals_status_due_at_id_idx on council_appeals (street_id, "status", "due_at", "id");
create index council_appeals_community_id_status_due_at_id_idx on council_appeals (street_id, "community_id", "status", "due_at", "id");
create index council_appeals_council_id_idx on council_appeals (street_id, "council_id");
alter table council_appeals add constraint council_appeals_appraisal_id_fkey foreign key (street_id, "appraisal_id") references council_appraisals (street_id, id);
alter table council_appeals add constraint council_appeals_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
create table council_matters (
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
  "topic" text collate "C" not null,
  constraint council_matters_topic_check check ("topic" in ('property', 'parking', 'environment', 'facility', 'elderly', 'culture', 'safety', 'fund', 'charter', 'other')),
  "summary" text collate "C" not null,
  "council_id" uuid not null,
  "way" text collate "C" not null,
  constraint council_matters_way_check check ("way" in ('residents', 'branch')),
  "source" text collate "C" not null,
  constraint council_matters_source_check check ("source" in ('resident', 'grid', 'counter', 'hotline', 'member', 'branch')),
  "track" text collate "C" not null,
  constraint council_matters_track_check check ("track" in ('estate', 'community', 'street')),
  "lane" text collate "C" not null,
  constraint council_matters_lane_check check ("lane" in ('ordinary', 'smallMatter', 'emergency')),
  "party_org" text collate "C",
  "importance" text collate "C" not null,
  constraint council_matters_importance_check check ("importance" in ('high', 'normal')),
  "reserved" boolean not null,
  "owners_item" text collate "C",
  constraint council_matters_owners_item_check check ("owners_item" in ('i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9')),
  "needs_money" boolean not null,
  "budget" bigint,
  "fund_authorisation" text collate "C",
  "authorised_budget" bigint,
  "agreed_points" text collate "C",
  "minority_opinions" text collate "C",
  "resolution" text collate "C",
  "last_reason" text collate "C",
  "merged_into" uuid,
  "round" integer not null,
  "effective_on" date,
  "finish_by" date,
  "result_text" text collate "C",
  "result_place" text collate "C",
  "result_published_on" date,
  "reworked_at" timestamptz(3),
  "evaluation" text collate "C",
  "satisfied" integer not null,
  "unsatisfied" integer not null,
  "failed_contacts" integer not null,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_matters_status_check check (status in ('collected', 'merged', 'outOfScope', 'proposed', 'underReview', 'rejected', 'inConsultation', 'voting', 'branchProposing', 'inDiscussion', 'inPartyReview', 'inRepMeeting', 'shelved', 'acting', 'stopped', 'publicised', 'effective', 'inExecution', 'resultPublicised', 'evaluated', 'closed')),
  constraint council_matters_no_key unique (street_id, "no")
);
create index council_matters_created_at_id_idx on council_matters (street_id, "created_at", "id");
create index council_matters_community_id_created_at_id_idx on council_matters (street_id, "community_id", "created_at", "id");
create index council_matters_status_created_at_id_idx on council_matters (street_id, "status", "created_at", "id");
create index council_matters_community_id_status_created_at_id_idx on council_matters (street_id, "community_id", "status", "created_at", "id");
create index council_matters_topic_created_at_id_idx on council_matters (street_id, "topic", "created_at", "id");
create index council_matters_community_id_topic_created_at_id_idx on council_matters (street_id, "community_id", "topic", "created_at", "id");
create index council_matters_lane_created_at_id_idx on council_matters (street_id, "lane", "created_at", "id");
create index council_matters_community_id_lane_created_at_id_idx on council_matters (street_id, "community_id", "lane", "created_at", "id");
create index council_matters_council_id_created_at_id_idx on council_matters (street_id, "council_id", "created_at", "id");
create index council_matters_community_id_council_id_created_at_id_idx on council_matters (street_id, "community_id", "council_id", "created_at", "id");
create index council_matters_source_created_at_id_idx on council_matters (street_id, "source", "created_at", "id");
create index council_matters_community_id_source_created_at_id_idx on council_matters (street_id, "community_id", "source", "created_at", "id");
create index council_matters_status_due_at_id_idx on council_matters (street_id, "status", "due_at", "id");
create index council_matters_community_id_status_due_at_id_idx on council_matters (street_id, "community_id", "status", "due_at", "id");
create index council_matters_merged_into_idx on council_matters (street_id, "merged_into");
create index council_matters_search_trgm on council_matters using gin (search gin_trgm_ops);
alter table council_matters add constraint council_matters_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_matters add constraint council_matters_merged_into_fkey foreign key (street_id, "merged_into") references council_matters (street_id, id);
create table council_proposals (
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
  "council_id" uuid,
  "source" text collate "C" not null,
  constraint council_proposals_source_check check ("source" in ('resident', 'grid', 'counter', 'hotline', 'member', 'branch')),
  "source_no" text collate "C",
  "source_id" text collate "C",
  "topic" text collate "C" not null,
  constraint council_proposals_topic_check check ("topic" in ('property', 'parking', 'environment', 'facility', 'elderly', 'culture', 'safety', 'fund', 'charter', 'other')),
  "text" text collate "C" not null,
  "version_no" integer not null,
  "proposers" integer not null,
  "supporters" integer not null,
  "published_on" date,
  "matter_id" uuid,
  "answer" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_proposals_status_check check (status in ('received', 'published', 'taken', 'declined', 'withdrawn')),
  constraint council_proposals_source_id_key unique (street_id, "source_id")
);
create index council_proposals_created_at_id_idx on council_proposals (street_id, "created_at", "id");
create index council_proposals_community_id_created_at_id_idx on council_proposals (street_id, "community_id", "created_at", "id");
create index council_proposals_status_created_at_id_idx on council_proposals (street_id, "status", "created_at", "id");
create index council_proposals_community_id_status_created_at_id_idx on council_proposals (street_id, "community_id", "status", "created_at", "id");
create index council_proposals_topic_created_at_id_idx on council_proposals (street_id, "topic", "created_at", "id");
create index council_proposals_community_id_topic_created_at_id_idx on council_proposals (street_id, "community_id", "topic", "created_at", "id");
create index council_proposals_source_created_at_id_idx on council_proposals (street_id, "source", "created_at", "id");
create index council_proposals_community_id_source_created_at_id_idx on council_proposals (street_id, "community_id", "source", "created_at", "id");
create index council_proposals_council_id_created_at_id_idx on council_proposals (street_id, "council_id", "created_at", "id");
create index council_proposals_community_id_council_id_created_at_id_idx on council_proposals (street_id, "community_id", "council_id", "created_at", "id");
create index council_proposals_status_due_at_id_idx on council_proposals (street_id, "status", "due_at", "id");
create index council_proposals_community_id_status_due_at_id_idx on council_proposals (street_id, "community_id", "status", "due_at", "id");
create index council_proposals_source_no_idx on council_proposals (street_id, "source_no");
create index council_proposals_matter_id_idx on council_proposals (street_id, "matter_id");
create index council_proposals_search_trgm on council_proposals using gin (search gin_trgm_ops);
alter table council_proposals add constraint council_proposals_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_proposals add constraint council_proposals_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
create table council_meetings (
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
  "council_id" uuid not null,
  "kind" text collate "C" not null,
  constraint council_meetings_kind_check check ("kind" in ('regular', 'extra')),
  "no" integer,
  "scheduled_at" timestamptz(3) not null,
  "place" text collate "C" not null,
  "chair_id" uuid,
  "recorder" text collate "C",
  "noticed_on" date,
  "code" text collate "C",
  "roll" jsonb,
  "due" integer not null,
  "present" integer not null,
  "quorate" boolean,
  "opened_at" timestamptz(3),
  "closed_at" timestamptz(3),
  "current_item_id" text collate "C",
  "minutes" text collate "C",
  "minutes_file" text collate "C",
  "signatures" integer not null,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_meetings_status_check check (status in ('planned', 'noticed', 'open', 'closed', 'written', 'archived', 'cancelled'))
);
create index council_meetings_scheduled_at_id_idx on council_meetings (street_id, "scheduled_at", "id");
create index council_meetings_community_id_scheduled_at_id_idx on council_meetings (street_id, "community_id", "scheduled_at", "id");
create index council_meetings_status_scheduled_at_id_idx on council_meetings (street_id, "status", "scheduled_at", "id");
create index council_meetings_community_id_status_scheduled_at_id_idx on council_meetings (street_id, "community_id", "status", "scheduled_at", "id");
create index council_meetings_council_id_scheduled_at_id_idx on council_meetings (street_id, "council_id", "scheduled_at", "id");
create index council_meetings_community_id_council_id_scheduled_at_id_idx on council_meetings (street_id, "community_id", "council_id", "scheduled_at", "id");
create index council_meetings_kind_scheduled_at_id_idx on council_meetings (street_id, "kind", "scheduled_at", "id");
create index council_meetings_community_id_kind_scheduled_at_id_idx on council_meetings (street_id, "community_id", "kind", "scheduled_at", "id");
create index council_meetings_status_due_at_id_idx on council_meetings (street_id, "status", "due_at", "id");
create index council_meetings_community_id_status_due_at_id_idx on council_meetings (street_id, "community_id", "status", "due_at", "id");
create index council_meetings_chair_id_idx on council_meetings (street_id, "chair_id");
create index council_meetings_minutes_file_idx on council_meetings (street_id, "minutes_file");
create index council_meetings_search_trgm on council_meetings using gin (search gin_trgm_ops);
alter table council_meetings add constraint council_meetings_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_meetings add constraint council_meetings_chair_id_fkey foreign key (street_id, "chair_id") references registry_people (street_id, id);
create table council_action_items (
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
  "matter_id" uuid not null,
  "title" text collate "C" not null,
  "actor_kind" text collate "C" not null,
  constraint council_action_items_actor_kind_check check ("actor_kind" in ('resident', 'committee', 'unit', 'group', 'representative')),
  "actor_name" text collate "C",
  "account_id" uuid,
  "person_id" uuid,
  "due_on" date not null,
  "budget" bigint,
  "fund_ref" text collate "C",
  "progress" text collate "C",
  "photo" text collate "C",
  "done_on" date,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_action_items_status_check check (status in ('assigned', 'doing', 'done', 'verified', 'dropped'))
);
create index council_action_items_due_on_id_idx on council_action_items (street_id, "due_on", "id");
create index council_action_items_community_id_due_on_id_idx on council_action_items (street_id, "community_id", "due_on", "id");
create index council_action_items_status_due_on_id_idx on council_action_items (street_id, "status", "due_on", "id");
create index council_action_items_community_id_status_due_on_id_idx on council_action_items (street_id, "community_id", "status", "due_on", "id");
create index council_action_items_actor_kind_due_on_id_idx on council_action_items (street_id, "actor_kind", "due_on", "id");
create index council_action_items_community_id_actor_kind_due_on_id_idx on council_action_items (street_id, "community_id", "actor_kind", "due_on", "id");
create index council_action_items_matter_id_due_on_id_idx on council_action_items (street_id, "matter_id", "due_on", "id");
create index council_action_items_community_id_matter_id_due_on_id_idx on council_action_items (street_id, "community_id", "matter_id", "due_on", "id");
create index council_action_items_status_due_at_id_idx on council_action_items (street_id, "status", "due_at", "id");
create index council_action_items_community_id_status_due_at_id_idx on council_action_items (street_id, "community_id", "status", "due_at", "id");
create index council_action_items_account_id_status_due_at_id_idx on council_action_items (street_id, "account_id", "status", "due_at", "id");
create index council_action_items_person_id_idx on council_action_items (street_id, "person_id");
create index council_action_items_photo_idx on council_action_items (street_id, "photo");
create index council_action_items_search_trgm on council_action_items using gin (search gin_trgm_ops);
alter table council_action_items add constraint council_action_items_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
alter table council_action_items add constraint council_action_items_account_id_fkey foreign key (street_id, "account_id") references platform_accounts (street_id, id);
alter table council_action_items add constraint council_action_items_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_publications (
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
  "kind" text collate "C" not null,
  constraint council_publications_kind_check check ("kind" in ('resolution', 'result', 'ranking', 'other')),
  "matter_id" uuid,
  "content" text collate "C" not null,
  "place" text collate "C" not null,
  "photo" text collate "C",
  "photo_on" date,
  "from" date not null,
  "days" integer not null,
  "until" date,
  "suspended_on" date,
  "suspended_days" integer not null,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_publications_status_check check (status in ('running', 'suspended', 'ended', 'withdrawn'))
);
create index council_publications_from_id_idx on council_publications (street_id, "from", "id");
create index council_publications_community_id_from_id_idx on council_publications (street_id, "community_id", "from", "id");
create index council_publications_status_from_id_idx on council_publications (street_id, "status", "from", "id");
create index council_publications_community_id_status_from_id_idx on council_publications (street_id, "community_id", "status", "from", "id");
create index council_publications_kind_from_id_idx on council_publications (street_id, "kind", "from", "id");
create index council_publications_community_id_kind_from_id_idx on council_publications (street_id, "community_id", "kind", "from", "id");
create index council_publications_matter_id_idx on council_publications (street_id, "matter_id");
create index council_publications_photo_idx on council_publications (street_id, "photo");
create index council_publications_until_idx on council_publications (street_id, "until");
create index council_publications_search_trgm on council_publications using gin (search gin_trgm_ops);
alter table council_publications add constraint council_publications_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
create table council_opinions (
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
  "council_id" uuid not null,
  "meeting_id" uuid,
  "text" text collate "C" not null,
  "raised_on" date not null,
  "raised_by" text collate "C",
  "answer" text collate "C",
  "answered_on" date,
  primary key (street_id, id),
  constraint council_opinions_status_check check (status in ('open', 'answered'))
);
create index council_opinions_raised_on_id_idx on council_opinions (street_id, "raised_on", "id");
create index council_opinions_community_id_raised_on_id_idx on council_opinions (street_id, "community_id", "raised_on", "id");
create index council_opinions_status_raised_on_id_idx on council_opinions (street_id, "status", "raised_on", "id");
create index council_opinions_community_id_status_raised_on_id_idx on council_opinions (street_id, "community_id", "status", "raised_on", "id");
create index council_opinions_council_id_raised_on_id_idx on council_opinions (street_id, "council_id", "raised_on", "id");
create index council_opinions_community_id_council_id_raised_on_id_idx on council_opinions (street_id, "community_id", "council_id", "raised_on", "id");
create index council_opinions_status_due_at_id_idx on council_opinions (street_id, "status", "due_at", "id");
create index council_opinions_community_id_status_due_at_id_idx on council_opinions (street_id, "community_id", "status", "due_at", "id");
create index council_opinions_meeting_id_idx on council_opinions (street_id, "meeting_id");
alter table council_opinions add constraint council_opinions_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_opinions add constraint council_opinions_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
create table council_proposal_versions (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "proposal_id" uuid not null,
  "no" integer not null,
  "text" text collate "C" not null,
  "why" text collate "C",
  "published_on" date,
  primary key (street_id, id),
  constraint council_proposal_versions_proposal_id_no_key unique (street_id, "proposal_id", "no")
);
create index council_proposal_versions_created_at_id_idx on council_proposal_versions (street_id, "created_at", "id");
create index council_proposal_versions_community_id_created_at_id_idx on council_proposal_versions (street_id, "community_id", "created_at", "id");
create index council_proposal_versions_proposal_id_idx on council_proposal_versions (street_id, "proposal_id");
alter table council_proposal_versions add constraint council_proposal_versions_proposal_id_fkey foreign key (street_id, "proposal_id") references council_proposals (street_id, id);
create table council_supporters (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "proposal_id" uuid not null,
  "person_id" uuid not null,
  "role" text collate "C" not null,
  constraint council_supporters_role_check check ("role" in ('proposer', 'supporter')),
  "household_id" uuid,
  "counted" text collate "C" not null,
  constraint council_supporters_counted_check check ("counted" in ('yes', 'no')),
  "version_no" integer not null,
  primary key (street_id, id),
  constraint council_supporters_proposal_id_person_id_key unique (street_id, "proposal_id", "person_id")
);
create index council_supporters_created_at_id_idx on council_supporters (street_id, "created_at", "id");
create index council_supporters_community_id_created_at_id_idx on council_supporters (street_id, "community_id", "created_at", "id");
create index council_supporters_proposal_id_idx on council_supporters (street_id, "proposal_id");
create index council_supporters_person_id_idx on council_supporters (street_id, "person_id");
create index council_supporters_household_id_idx on council_supporters (street_id, "household_id");
alter table council_supporters add constraint council_supporters_proposal_id_fkey foreign key (street_id, "proposal_id") references council_proposals (street_id, id);
alter table council_supporters add constraint council_supporters_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table council_supporters add constraint council_supporters_household_id_fkey foreign key (street_id, "household_id") references registry_households (street_id, id);
create table council_moves (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "matter_id" uuid not null,
  "step" text collate "C" not null,
  "title" text collate "C" not null,
  "from_state" text collate "C" not null,
  constraint council_moves_from_state_check check ("from_state" in ('collected', 'merged', 'outOfScope', 'proposed', 'underReview', 'rejected', 'inConsultation', 'voting', 'shelved', 'acting', 'stopped', 'publicised', 'effective', 'inExecution', 'resultPublicised', 'evaluated', 'closed', 'branchProposing', 'inDiscussion', 'inPartyReview', 'inRepMeeting')),
  "to_state" text collate "C" not null,
  constraint council_moves_to_state_check check ("to_state" in ('collected', 'merged', 'outOfScope', 'proposed', 'underReview', 'rejected', 'inConsultation', 'voting', 'shelved', 'acting', 'stopped', 'publicised', 'effective', 'inExecution', 'resultPublicised', 'evaluated', 'closed', 'branchProposing', 'inDiscussion', 'inPartyReview', 'inRepMeeting')),
  "gate" text collate "C",
  constraint council_moves_gate_check check ("gate" in ('propose', 'review', 'consult', 'partyReview', 'resolve')),
  "why" text collate "C",
  "by_name" text collate "C",
  "at" timestamptz(3) not null,
  primary key (street_id, id)
);
create index council_moves_at_id_idx on council_moves (street_id, "at", "id");
create index council_moves_community_id_at_id_idx on council_moves (street_id, "community_id", "at", "id");
create index council_moves_matter_id_idx on council_moves (street_id, "matter_id");
alter table council_moves add constraint council_moves_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
create table council_stakeholders (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "matter_id" uuid not null,
  "group" text collate "C" not null,
  constraint council_stakeholders_group_check check ("group" in ('owners', 'tenants', 'property', 'merchants', 'units', 'elders', 'neighbours', 'departments', 'other')),
  "name" text collate "C" not null,
  "person_id" uuid,
  "organisation_id" uuid,
  "invited" boolean not null,
  "invited_by" text collate "C",
  "present" boolean not null,
  "position" text collate "C",
  constraint council_stakeholders_position_check check ("position" in ('for', 'conditional', 'neutral', 'against')),
  "opinion" text collate "C",
  "recused" boolean not null,
  "recusal_reason" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id)
);
create index council_stakeholders_created_at_id_idx on council_stakeholders (street_id, "created_at", "id");
create index council_stakeholders_community_id_created_at_id_idx on council_stakeholders (street_id, "community_id", "created_at", "id");
create index council_stakeholders_matter_id_created_at_id_idx on council_stakeholders (street_id, "matter_id", "created_at", "id");
create index council_stakeholders_community_id_matter_id_created_at_id_idx on council_stakeholders (street_id, "community_id", "matter_id", "created_at", "id");
create index council_stakeholders_group_created_at_id_idx on council_stakeholders (street_id, "group", "created_at", "id");
create index council_stakeholders_community_id_group_created_at_id_idx on council_stakeholders (street_id, "community_id", "group", "created_at", "id");
create index council_stakeholders_person_id_idx on council_stakeholders (street_id, "person_id");
create index council_stakeholders_organisation_id_idx on council_stakeholders (street_id, "organisation_id");
create index council_stakeholders_search_trgm on council_stakeholders using gin (search gin_trgm_ops);
alter table council_stakeholders add constraint council_stakeholders_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
alter table council_stakeholders add constraint council_stakeholders_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table council_stakeholders add constraint council_stakeholders_organisation_id_fkey foreign key (street_id, "organisation_id") references registry_organisations (street_id, id);
create table council_links (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "matter_id" uuid not null,
  "from" text collate "C" not null,
  "to" text collate "C" not null,
  "why" text collate "C" not null,
  "at" timestamptz(3),
  search text collate "C" not null default '',
  primary key (street_id, id)
);
create index council_links_created_at_id_idx on council_links (street_id, "created_at", "id");
create index council_links_community_id_created_at_id_idx on council_links (street_id, "community_id", "created_at", "id");
create index council_links_matter_id_created_at_id_idx on council_links (street_id, "matter_id", "created_at", "id");
create index council_links_community_id_matter_id_created_at_id_idx on council_links (street_id, "community_id", "matter_id", "created_at", "id");
create index council_links_search_trgm on council_links using gin (search gin_trgm_ops);
alter table council_links add constraint council_links_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
create table council_agenda_items (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "meeting_id" uuid not null,
  "position" integer not null,
  "kind" text collate "C" not null,
  constraint council_agenda_items_kind_check check ("kind" in ('review', 'matter', 'opinions', 'other')),
  "title" text collate "C" not null,
  "matter_id" uuid,
  "opinion_id" uuid,
  "carried" integer,
  "age_days" integer,
  "conclusion" text collate "C",
  "state" text collate "C" not null,
  constraint council_agenda_items_state_check check ("state" in ('waiting', 'current', 'done', 'put_off')),
  primary key (street_id, id)
);
create index council_agenda_items_position_id_idx on council_agenda_items (street_id, "position", "id");
create index council_agenda_items_community_id_position_id_idx on council_agenda_items (street_id, "community_id", "position", "id");
create index council_agenda_items_meeting_id_position_id_idx on council_agenda_items (street_id, "meeting_id", "position", "id");
create index council_agenda_items_community_id_meeting_id_position_id_idx on council_agenda_items (street_id, "community_id", "meeting_id", "position", "id");
create index council_agenda_items_kind_position_id_idx on council_agenda_items (street_id, "kind", "position", "id");
create index council_agenda_items_community_id_kind_position_id_idx on council_agenda_items (street_id, "community_id", "kind", "position", "id");
create index council_agenda_items_matter_id_idx on council_agenda_items (street_id, "matter_id");
create index council_agenda_items_opinion_id_idx on council_agenda_items (street_id, "opinion_id");
alter table council_agenda_items add constraint council_agenda_items_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
alter table council_agenda_items add constraint council_agenda_items_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
alter table council_agenda_items add constraint council_agenda_items_opinion_id_fkey foreign key (street_id, "opinion_id") references council_opinions (street_id, id);
create table council_attendances (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "meeting_id" uuid not null,
  "person_id" uuid not null,
  "mode" text collate "C" not null,
  constraint council_attendances_mode_check check ("mode" in ('inPerson', 'online')),
  "via" text collate "C" not null,
  constraint council_attendances_via_check check ("via" in ('code', 'list')),
  "in_at" timestamptz(3) not null,
  "out_at" timestamptz(3),
  "seat" text collate "C",
  primary key (street_id, id),
  constraint council_attendances_meeting_id_seat_key unique (street_id, "meeting_id", "seat")
);
create index council_attendances_in_at_id_idx on council_attendances (street_id, "in_at", "id");
create index council_attendances_community_id_in_at_id_idx on council_attendances (street_id, "community_id", "in_at", "id");
create index council_attendances_meeting_id_in_at_id_idx on council_attendances (street_id, "meeting_id", "in_at", "id");
create index council_attendances_community_id_meeting_id_in_at_id_idx on council_attendances (street_id, "community_id", "meeting_id", "in_at", "id");
create index council_attendances_person_id_idx on council_attendances (street_id, "person_id");
alter table council_attendances add constraint council_attendances_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
alter table council_attendances add constraint council_attendances_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_proxies (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "meeting_id" uuid not null,
  "principal_id" uuid not null,
  "holder_id" uuid not null,
  "paper" text collate "C" not null,
  primary key (street_id, id),
  constraint council_proxies_meeting_id_principal_id_key unique (street_id, "meeting_id", "principal_id")
);
create index council_proxies_created_at_id_idx on council_proxies (street_id, "created_at", "id");
create index council_proxies_community_id_created_at_id_idx on council_proxies (street_id, "community_id", "created_at", "id");
create index council_proxies_meeting_id_created_at_id_idx on council_proxies (street_id, "meeting_id", "created_at", "id");
create index council_proxies_community_id_meeting_id_created_at_id_idx on council_proxies (street_id, "community_id", "meeting_id", "created_at", "id");
create index council_proxies_principal_id_idx on council_proxies (street_id, "principal_id");
create index council_proxies_holder_id_idx on council_proxies (street_id, "holder_id");
create index council_proxies_paper_idx on council_proxies (street_id, "paper");
alter table council_proxies add constraint council_proxies_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
alter table council_proxies add constraint council_proxies_principal_id_fkey foreign key (street_id, "principal_id") references registry_people (street_id, id);
alter table council_proxies add constraint council_proxies_holder_id_fkey foreign key (street_id, "holder_id") references registry_people (street_id, id);
create table council_speeches (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "meeting_id" uuid not null,
  "person_id" uuid not null,
  "item_id" uuid,
  "asked_at" timestamptz(3) not null,
  "started_at" timestamptz(3),
  "ended_at" timestamptz(3),
  "seconds" integer,
  primary key (street_id, id)
);
create index council_speeches_asked_at_id_idx on council_speeches (street_id, "asked_at", "id");
create index council_speeches_community_id_asked_at_id_idx on council_speeches (street_id, "community_id", "asked_at", "id");
create index council_speeches_meeting_id_asked_at_id_idx on council_speeches (street_id, "meeting_id", "asked_at", "id");
create index council_speeches_community_id_meeting_id_asked_at_id_idx on council_speeches (street_id, "community_id", "meeting_id", "asked_at", "id");
create index council_speeches_person_id_idx on council_speeches (street_id, "person_id");
create index council_speeches_item_id_idx on council_speeches (street_id, "item_id");
alter table council_speeches add constraint council_speeches_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
alter table council_speeches add constraint council_speeches_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table council_speeches add constraint council_speeches_item_id_fkey foreign key (street_id, "item_id") references council_agenda_items (street_id, id);
create table council_signatures (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "meeting_id" uuid not null,
  "person_id" uuid not null,
  "remark" text collate "C",
  "signed_at" timestamptz(3) not null,
  primary key (street_id, id),
  constraint council_signatures_meeting_id_person_id_key unique (street_id, "meeting_id", "person_id")
);
create index council_signatures_signed_at_id_idx on council_signatures (street_id, "signed_at", "id");
create index council_signatures_community_id_signed_at_id_idx on council_signatures (street_id, "community_id", "signed_at", "id");
create index council_signatures_meeting_id_signed_at_id_idx on council_signatures (street_id, "meeting_id", "signed_at", "id");
create index council_signatures_community_id_meeting_id_signed_at_id_idx on council_signatures (street_id, "community_id", "meeting_id", "signed_at", "id");
create index council_signatures_person_id_idx on council_signatures (street_id, "person_id");
alter table council_signatures add constraint council_signatures_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
alter table council_signatures add constraint council_signatures_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_votes (
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
  "kind" text collate "C" not null,
  constraint council_votes_kind_check check ("kind" in ('meeting', 'owners')),
  "council_id" uuid not null,
  "meeting_id" uuid,
  "matter_id" uuid,
  "gate" text collate "C",
  constraint council_votes_gate_check check ("gate" in ('review', 'partyReview', 'resolve')),
  "secret" boolean not null,
  "rule_code" text collate "C",
  constraint council_votes_rule_code_check check ("rule_code" in ('RM_ADULTS', 'RM_HOUSEHOLDS', 'RM_GROUPREPS', 'REP_MEETING_DEFAULT', 'RC_INTERNAL', 'TWO_COMMITTEE_REVIEW', 'PARTY_RESOLUTION', 'PARTY_ELECTION_2020', 'SIYI_LIANGGONGKAI_PARTY_REVIEW', 'OWNERS_COMMITTEE_HENAN', 'OWNERS_278_ORDINARY', 'OWNERS_278_SPECIAL')),
  "owners_item" text collate "C",
  constraint council_votes_owners_item_check check ("owners_item" in ('i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9')),
  "estate_id" uuid,
  "rule" jsonb,
  "rule_status" text collate "C",
  constraint council_votes_rule_status_check check ("rule_status" in ('verified', 'unverified')),
  "rule_source" text collate "C",
  "noticed_on" date,
  "taken_on" date,
  "fingerprint" text collate "C",
  "base" integer not null,
  "base_area" integer,
  "opened_at" timestamptz(3),
  "closed_at" timestamptz(3),
  "present" integer,
  "yes" integer,
  "no" integer,
  "abstain" integer,
  "invalid" integer,
  "outcome" text collate "C",
  constraint council_votes_outcome_check check ("outcome" in ('passed', 'rejected', 'tied', 'inquorate')),
  "sentence" text collate "C",
  "verdict" jsonb,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_votes_status_check check (status in ('prepared', 'open', 'closed', 'cancelled'))
);
create index council_votes_created_at_id_idx on council_votes (street_id, "created_at", "id");
create index council_votes_community_id_created_at_id_idx on council_votes (street_id, "community_id", "created_at", "id");
create index council_votes_status_created_at_id_idx on council_votes (street_id, "status", "created_at", "id");
create index council_votes_community_id_status_created_at_id_idx on council_votes (street_id, "community_id", "status", "created_at", "id");
create index council_votes_kind_created_at_id_idx on council_votes (street_id, "kind", "created_at", "id");
create index council_votes_community_id_kind_created_at_id_idx on council_votes (street_id, "community_id", "kind", "created_at", "id");
create index council_votes_outcome_created_at_id_idx on council_votes (street_id, "outcome", "created_at", "id");
create index council_votes_community_id_outcome_created_at_id_idx on council_votes (street_id, "community_id", "outcome", "created_at", "id");
create index council_votes_meeting_id_created_at_id_idx on council_votes (street_id, "meeting_id", "created_at", "id");
create index council_votes_community_id_meeting_id_created_at_id_idx on council_votes (street_id, "community_id", "meeting_id", "created_at", "id");
create index council_votes_matter_id_created_at_id_idx on council_votes (street_id, "matter_id", "created_at", "id");
create index council_votes_community_id_matter_id_created_at_id_idx on council_votes (street_id, "community_id", "matter_id", "created_at", "id");
create index council_votes_status_due_at_id_idx on council_votes (street_id, "status", "due_at", "id");
create index council_votes_community_id_status_due_at_id_idx on council_votes (street_id, "community_id", "status", "due_at", "id");
create index council_votes_council_id_idx on council_votes (street_id, "council_id");
create index council_votes_estate_id_idx on council_votes (street_id, "estate_id");
create index council_votes_search_trgm on council_votes using gin (search gin_trgm_ops);
alter table council_votes add constraint council_votes_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_votes add constraint council_votes_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
alter table council_votes add constraint council_votes_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
alter table council_votes add constraint council_votes_estate_id_fkey foreign key (street_id, "estate_id") references registry_units (street_id, id);
create table council_voters (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "vote_id" uuid not null,
  "position" integer not null,
  "member_key" text collate "C" not null,
  "person_id" uuid,
  "name" text collate "C" not null,
  "area" integer,
  "units" jsonb,
  "woman" boolean,
  "representative" boolean,
  "recused" boolean not null,
  "recusal_reason" text collate "C",
  "submitted" boolean not null,
  primary key (street_id, id),
  constraint council_voters_vote_id_member_key_key unique (street_id, "vote_id", "member_key")
);
create index council_voters_position_id_idx on council_voters (street_id, "position", "id");
create index council_voters_community_id_position_id_idx on council_voters (street_id, "community_id", "position", "id");
create index council_voters_vote_id_position_id_idx on council_voters (street_id, "vote_id", "position", "id");
create index council_voters_community_id_vote_id_position_id_idx on council_voters (street_id, "community_id", "vote_id", "position", "id");
create index council_voters_recused_position_id_idx on council_voters (street_id, "recused", "position", "id");
create index council_voters_community_id_recused_position_id_idx on council_voters (street_id, "community_id", "recused", "position", "id");
create index council_voters_person_id_idx on council_voters (street_id, "person_id");
alter table council_voters add constraint council_voters_vote_id_fkey foreign key (street_id, "vote_id") references council_votes (street_id, id);
alter table council_voters add constraint council_voters_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_ballots (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "vote_id" uuid not null,
  "slot" text collate "C" not null,
  "name" text collate "C" not null,
  "person_id" uuid,
  "unit_id" uuid,
  "choice" text collate "C" not null,
  constraint council_ballots_choice_check check ("choice" in ('for', 'against', 'abstain', 'invalid')),
  "cast_by_id" uuid,
  "at" timestamptz(3) not null,
  primary key (street_id, id),
  constraint council_ballots_vote_id_slot_key unique (street_id, "vote_id", "slot")
);
create index council_ballots_at_id_idx on council_ballots (street_id, "at", "id");
create index council_ballots_community_id_at_id_idx on council_ballots (street_id, "community_id", "at", "id");
create index council_ballots_vote_id_at_id_idx on council_ballots (street_id, "vote_id", "at", "id");
create index council_ballots_community_id_vote_id_at_id_idx on council_ballots (street_id, "community_id", "vote_id", "at", "id");
create index council_ballots_choice_at_id_idx on council_ballots (street_id, "choice", "at", "id");
create index council_ballots_community_id_choice_at_id_idx on council_ballots (street_id, "community_id", "choice", "at", "id");
create index council_ballots_person_id_idx on council_ballots (street_id, "person_id");
create index council_ballots_unit_id_idx on council_ballots (street_id, "unit_id");
create index council_ballots_cast_by_id_idx on council_ballots (street_id, "cast_by_id");
alter table council_ballots add constraint council_ballots_vote_id_fkey foreign key (street_id, "vote_id") references council_votes (street_id, id);
alter table council_ballots add constraint council_ballots_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table council_ballots add constraint council_ballots_unit_id_fkey foreign key (street_id, "unit_id") references registry_units (street_id, id);
alter table council_ballots add constraint council_ballots_cast_by_id_fkey foreign key (street_id, "cast_by_id") references registry_people (street_id, id);
create table council_objections (
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
  "publication_id" uuid not null,
  "person_id" uuid,
  "by_name" text collate "C",
  "text" text collate "C" not null,
  "verdict" text collate "C",
  constraint council_objections_verdict_check check ("verdict" in ('dismissed', 'upheld')),
  "answer" text collate "C",
  "answered_on" date,
  primary key (street_id, id),
  constraint council_objections_status_check check (status in ('raised', 'answered'))
);
create index council_objections_created_at_id_idx on council_objections (street_id, "created_at", "id");
create index council_objections_community_id_created_at_id_idx on council_objections (street_id, "community_id", "created_at", "id");
create index council_objections_status_created_at_id_idx on council_objections (street_id, "status", "created_at", "id");
create index council_objections_community_id_status_created_at_id_idx on council_objections (street_id, "community_id", "status", "created_at", "id");
create index council_objections_publication_id_created_at_id_idx on council_objections (street_id, "publication_id", "created_at", "id");
create index council_objections_community_id_publication_id_created_c45f5286 on council_objections (street_id, "community_id", "publication_id", "created_at", "id");
create index council_objections_status_due_at_id_idx on council_objections (street_id, "status", "due_at", "id");
create index council_objections_community_id_status_due_at_id_idx on council_objections (street_id, "community_id", "status", "due_at", "id");
create index council_objections_person_id_idx on council_objections (street_id, "person_id");
alter table council_objections add constraint council_objections_publication_id_fkey foreign key (street_id, "publication_id") references council_publications (street_id, id);
alter table council_objections add constraint council_objections_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_feedback (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "matter_id" uuid not null,
  "person_id" uuid,
  "kind" text collate "C" not null,
  constraint council_feedback_kind_check check ("kind" in ('confirmed', 'unreachable', 'questionnaire')),
  "satisfied" text collate "C",
  constraint council_feedback_satisfied_check check ("satisfied" in ('yes', 'no')),
  "rating" integer,
  "papers_yes" integer,
  "papers_no" integer,
  "proof" text collate "C",
  "words" text collate "C",
  "at" timestamptz(3),
  primary key (street_id, id)
);
create index council_feedback_created_at_id_idx on council_feedback (street_id, "created_at", "id");
create index council_feedback_community_id_created_at_id_idx on council_feedback (street_id, "community_id", "created_at", "id");
create index council_feedback_matter_id_created_at_id_idx on council_feedback (street_id, "matter_id", "created_at", "id");
create index council_feedback_community_id_matter_id_created_at_id_idx on council_feedback (street_id, "community_id", "matter_id", "created_at", "id");
create index council_feedback_kind_created_at_id_idx on council_feedback (street_id, "kind", "created_at", "id");
create index council_feedback_community_id_kind_created_at_id_idx on council_feedback (street_id, "community_id", "kind", "created_at", "id");
create index council_feedback_satisfied_created_at_id_idx on council_feedback (street_id, "satisfied", "created_at", "id");
create index council_feedback_community_id_satisfied_created_at_id_idx on council_feedback (street_id, "community_id", "satisfied", "created_at", "id");
create index council_feedback_person_id_idx on council_feedback (street_id, "person_id");
create index council_feedback_proof_idx on council_feedback (street_id, "proof");
alter table council_feedback add constraint council_feedback_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
alter table council_feedback add constraint council_feedback_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_gates (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "matter_id" uuid not null,
  "gate" text collate "C" not null,
  constraint council_gates_gate_check check ("gate" in ('propose', 'review', 'consult', 'partyReview', 'resolve')),
  "round" integer not null,
  "council_id" uuid,
  "meeting_id" uuid,
  "vote_id" uuid,
  "rule_code" text collate "C",
  constraint council_gates_rule_code_check check ("rule_code" in ('RM_ADULTS', 'RM_HOUSEHOLDS', 'RM_GROUPREPS', 'REP_MEETING_DEFAULT', 'RC_INTERNAL', 'TWO_COMMITTEE_REVIEW', 'PARTY_RESOLUTION', 'PARTY_ELECTION_2020', 'SIYI_LIANGGONGKAI_PARTY_REVIEW', 'OWNERS_COMMITTEE_HENAN', 'OWNERS_278_ORDINARY', 'OWNERS_278_SPECIAL')),
  "outcome" text collate "C",
  constraint council_gates_outcome_check check ("outcome" in ('passed', 'returned', 'rejected', 'settled', 'failed', 'shelved')),
  "opinion" text collate "C",
  "opened_on" date not null,
  "due_on" date,
  "closed_on" date,
  primary key (street_id, id),
  constraint council_gates_matter_id_gate_round_key unique (street_id, "matter_id", "gate", "round")
);
create index council_gates_opened_on_id_idx on council_gates (street_id, "opened_on", "id");
create index council_gates_community_id_opened_on_id_idx on council_gates (street_id, "community_id", "opened_on", "id");
create index council_gates_gate_opened_on_id_idx on council_gates (street_id, "gate", "opened_on", "id");
create index council_gates_community_id_gate_opened_on_id_idx on council_gates (street_id, "community_id", "gate", "opened_on", "id");
create index council_gates_outcome_opened_on_id_idx on council_gates (street_id, "outcome", "opened_on", "id");
create index council_gates_community_id_outcome_opened_on_id_idx on council_gates (street_id, "community_id", "outcome", "opened_on", "id");
create index council_gates_council_id_opened_on_id_idx on council_gates (street_id, "council_id", "opened_on", "id");
create index council_gates_community_id_council_id_opened_on_id_idx on council_gates (street_id, "community_id", "council_id", "opened_on", "id");
create index council_gates_matter_id_idx on council_gates (street_id, "matter_id");
create index council_gates_meeting_id_idx on council_gates (street_id, "meeting_id");
create index council_gates_vote_id_idx on council_gates (street_id, "vote_id");
alter table council_gates add constraint council_gates_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
alter table council_gates add constraint council_gates_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_gates add constraint council_gates_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
alter table council_gates add constraint council_gates_vote_id_fkey foreign key (street_id, "vote_id") references council_votes (street_id, id);
create table council_alerts (
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
  constraint council_alerts_kind_check check ("kind" in ('vacancy', 'missed', 'absence', 'term', 'demand', 'size', 'supervision', 'unsatisfied', 'contest', 'annual')),
  "summary" text collate "C" not null,
  "council_id" uuid not null,
  "member_id" uuid,
  "matter_id" uuid,
  "feedback_id" uuid,
  "key" text collate "C" not null,
  "answer" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_alerts_status_check check (status in ('open', 'settled', 'cleared')),
  constraint council_alerts_key_key unique (street_id, "key")
);
create index council_alerts_created_at_id_idx on council_alerts (street_id, "created_at", "id");
create index council_alerts_community_id_created_at_id_idx on council_alerts (street_id, "community_id", "created_at", "id");
create index council_alerts_status_created_at_id_idx on council_alerts (street_id, "status", "created_at", "id");
create index council_alerts_community_id_status_created_at_id_idx on council_alerts (street_id, "community_id", "status", "created_at", "id");
create index council_alerts_kind_created_at_id_idx on council_alerts (street_id, "kind", "created_at", "id");
create index council_alerts_community_id_kind_created_at_id_idx on council_alerts (street_id, "community_id", "kind", "created_at", "id");
create index council_alerts_council_id_created_at_id_idx on council_alerts (street_id, "council_id", "created_at", "id");
create index council_alerts_community_id_council_id_created_at_id_idx on council_alerts (street_id, "community_id", "council_id", "created_at", "id");
create index council_alerts_status_due_at_id_idx on council_alerts (street_id, "status", "due_at", "id");
create index council_alerts_community_id_status_due_at_id_idx on council_alerts (street_id, "community_id", "status", "due_at", "id");
create index council_alerts_member_id_idx on council_alerts (street_id, "member_id");
create index council_alerts_matter_id_idx on council_alerts (street_id, "matter_id");
create index council_alerts_feedback_id_idx on council_alerts (street_id, "feedback_id");
create index council_alerts_search_trgm on council_alerts using gin (search gin_trgm_ops);
alter table council_alerts add constraint council_alerts_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_alerts add constraint council_alerts_member_id_fkey foreign key (street_id, "member_id") references council_members (street_id, id);
alter table council_alerts add constraint council_alerts_matter_id_fkey foreign key (street_id, "matter_id") references council_matters (street_id, id);
alter table council_alerts add constraint council_alerts_feedback_id_fkey foreign key (street_id, "feedback_id") references council_feedback (street_id, id);
create table council_leaves (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "meeting_id" uuid not null,
  "person_id" uuid not null,
  "why" text collate "C" not null,
  primary key (street_id, id),
  constraint council_leaves_meeting_id_person_id_key unique (street_id, "meeting_id", "person_id")
);
create index council_leaves_created_at_id_idx on council_leaves (street_id, "created_at", "id");
create index council_leaves_community_id_created_at_id_idx on council_leaves (street_id, "community_id", "created_at", "id");
create index council_leaves_meeting_id_created_at_id_idx on council_leaves (street_id, "meeting_id", "created_at", "id");
create index council_leaves_community_id_meeting_id_created_at_id_idx on council_leaves (street_id, "community_id", "meeting_id", "created_at", "id");
create index council_leaves_person_id_idx on council_leaves (street_id, "person_id");
alter table council_leaves add constraint council_leaves_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
alter table council_leaves add constraint council_leaves_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_elections (
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
  "council_id" uuid not null,
  "seat" text collate "C" not null,
  constraint council_elections_seat_check check ("seat" in ('chair', 'deputy', 'member')),
  "seats" integer not null,
  "renewal" text collate "C" not null,
  constraint council_elections_renewal_check check ("renewal" in ('by', 'general')),
  "electorate" text collate "C" not null,
  constraint council_elections_electorate_check check ("electorate" in ('adults', 'households', 'groups', 'members')),
  "way" text collate "C" not null,
  constraint council_elections_way_check check ("way" in ('phone', 'paper')),
  "nominate_until" date not null,
  "vote_on" date not null,
  "equal_reason" text collate "C",
  "rule" jsonb,
  "rule_title" text collate "C",
  "rule_status" text collate "C",
  constraint council_elections_rule_status_check check ("rule_status" in ('verified', 'unverified')),
  "rule_source" text collate "C",
  "noticed_on" date,
  "fingerprint" text collate "C",
  "base" integer not null,
  "opened_at" timestamptz(3),
  "closed_at" timestamptz(3),
  "present" integer,
  "ballots" integer,
  "outcome" text collate "C",
  constraint council_elections_outcome_check check ("outcome" in ('complete', 'runoff', 'seatsOpen', 'inquorate')),
  "sentence" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_elections_status_check check (status in ('nominating', 'listed', 'voting', 'counted', 'done', 'cancelled'))
);
create index council_elections_vote_on_id_idx on council_elections (street_id, "vote_on", "id");
create index council_elections_community_id_vote_on_id_idx on council_elections (street_id, "community_id", "vote_on", "id");
create index council_elections_status_vote_on_id_idx on council_elections (street_id, "status", "vote_on", "id");
create index council_elections_community_id_status_vote_on_id_idx on council_elections (street_id, "community_id", "status", "vote_on", "id");
create index council_elections_council_id_vote_on_id_idx on council_elections (street_id, "council_id", "vote_on", "id");
create index council_elections_community_id_council_id_vote_on_id_idx on council_elections (street_id, "community_id", "council_id", "vote_on", "id");
create index council_elections_status_due_at_id_idx on council_elections (street_id, "status", "due_at", "id");
create index council_elections_community_id_status_due_at_id_idx on council_elections (street_id, "community_id", "status", "due_at", "id");
create index council_elections_search_trgm on council_elections using gin (search gin_trgm_ops);
alter table council_elections add constraint council_elections_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
create table council_candidates (
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
  "election_id" uuid not null,
  "person_id" uuid not null,
  "name" text collate "C",
  "nominated_by" text collate "C" not null,
  constraint council_candidates_nominated_by_check check ("nominated_by" in ('voters', 'households', 'groups')),
  "nominators" integer not null,
  "words" text collate "C",
  "relatives" text collate "C",
  constraint council_candidates_relatives_check check ("relatives" in ('none', 'some')),
  "declaration" text collate "C",
  "votes" integer,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_candidates_status_check check (status in ('standing', 'withdrawn', 'elected', 'tied', 'lost')),
  constraint council_candidates_election_id_person_id_key unique (street_id, "election_id", "person_id")
);
create index council_candidates_created_at_id_idx on council_candidates (street_id, "created_at", "id");
create index council_candidates_community_id_created_at_id_idx on council_candidates (street_id, "community_id", "created_at", "id");
create index council_candidates_election_id_created_at_id_idx on council_candidates (street_id, "election_id", "created_at", "id");
create index council_candidates_community_id_election_id_created_at_id_idx on council_candidates (street_id, "community_id", "election_id", "created_at", "id");
create index council_candidates_status_created_at_id_idx on council_candidates (street_id, "status", "created_at", "id");
create index council_candidates_community_id_status_created_at_id_idx on council_candidates (street_id, "community_id", "status", "created_at", "id");
create index council_candidates_person_id_idx on council_candidates (street_id, "person_id");
create index council_candidates_declaration_idx on council_candidates (street_id, "declaration");
create index council_candidates_search_trgm on council_candidates using gin (search gin_trgm_ops);
alter table council_candidates add constraint council_candidates_election_id_fkey foreign key (street_id, "election_id") references council_elections (street_id, id);
alter table council_candidates add constraint council_candidates_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_nominations (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "candidate_id" uuid not null,
  "person_id" uuid not null,
  "household_id" uuid,
  primary key (street_id, id),
  constraint council_nominations_candidate_id_person_id_key unique (street_id, "candidate_id", "person_id")
);
create index council_nominations_created_at_id_idx on council_nominations (street_id, "created_at", "id");
create index council_nominations_community_id_created_at_id_idx on council_nominations (street_id, "community_id", "created_at", "id");
create index council_nominations_candidate_id_created_at_id_idx on council_nominations (street_id, "candidate_id", "created_at", "id");
create index council_nominations_community_id_candidate_id_created_at_id_idx on council_nominations (street_id, "community_id", "candidate_id", "created_at", "id");
create index council_nominations_person_id_idx on council_nominations (street_id, "person_id");
create index council_nominations_household_id_idx on council_nominations (street_id, "household_id");
alter table council_nominations add constraint council_nominations_candidate_id_fkey foreign key (street_id, "candidate_id") references council_candidates (street_id, id);
alter table council_nominations add constraint council_nominations_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table council_nominations add constraint council_nominations_household_id_fkey foreign key (street_id, "household_id") references registry_households (street_id, id);
create table council_electors (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "election_id" uuid not null,
  "position" integer not null,
  "person_id" uuid not null,
  "name" text collate "C" not null,
  "submitted" boolean not null,
  primary key (street_id, id),
  constraint council_electors_election_id_person_id_key unique (street_id, "election_id", "person_id")
);
create index council_electors_position_id_idx on council_electors (street_id, "position", "id");
create index council_electors_community_id_position_id_idx on council_electors (street_id, "community_id", "position", "id");
create index council_electors_election_id_position_id_idx on council_electors (street_id, "election_id", "position", "id");
create index council_electors_community_id_election_id_position_id_idx on council_electors (street_id, "community_id", "election_id", "position", "id");
create index council_electors_person_id_idx on council_electors (street_id, "person_id");
alter table council_electors add constraint council_electors_election_id_fkey foreign key (street_id, "election_id") references council_elections (street_id, id);
alter table council_electors add constraint council_electors_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table council_demands (
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
  "council_id" uuid not null,
  "why" text collate "C" not null,
  "base" integer not null,
  "needed" integer not null,
  "backers" integer not null,
  "basis" text collate "C",
  "reached_on" date,
  "due_on" date,
  "meeting_id" uuid,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint council_demands_status_check check (status in ('gathering', 'obliged', 'convened', 'withdrawn'))
);
create index council_demands_created_at_id_idx on council_demands (street_id, "created_at", "id");
create index council_demands_community_id_created_at_id_idx on council_demands (street_id, "community_id", "created_at", "id");
create index council_demands_status_created_at_id_idx on council_demands (street_id, "status", "created_at", "id");
create index council_demands_community_id_status_created_at_id_idx on council_demands (street_id, "community_id", "status", "created_at", "id");
create index council_demands_council_id_created_at_id_idx on council_demands (street_id, "council_id", "created_at", "id");
create index council_demands_community_id_council_id_created_at_id_idx on council_demands (street_id, "community_id", "council_id", "created_at", "id");
create index council_demands_status_due_at_id_idx on council_demands (street_id, "status", "due_at", "id");
create index council_demands_community_id_status_due_at_id_idx on council_demands (street_id, "community_id", "status", "due_at", "id");
create index council_demands_due_on_idx on council_demands (street_id, "due_on");
create index council_demands_meeting_id_idx on council_demands (street_id, "meeting_id");
create index council_demands_search_trgm on council_demands using gin (search gin_trgm_ops);
alter table council_demands add constraint council_demands_council_id_fkey foreign key (street_id, "council_id") references council_councils (street_id, id);
alter table council_demands add constraint council_demands_meeting_id_fkey foreign key (street_id, "meeting_id") references council_meetings (street_id, id);
create table council_backers (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "demand_id" uuid not null,
  "person_id" uuid not null,
  primary key (street_id, id),
  constraint council_backers_demand_id_person_id_key unique (street_id, "demand_id", "person_id")
);
create index council_backers_created_at_id_idx on council_backers (street_id, "created_at", "id");
create index council_backers_community_id_created_at_id_idx on council_backers (street_id, "community_id", "created_at", "id");
create index council_backers_demand_id_created_at_id_idx on council_backers (street_id, "demand_id", "created_at", "id");
create index council_backers_community_id_demand_id_created_at_id_idx on council_backers (street_id, "community_id", "demand_id", "created_at", "id");
create index council_backers_person_id_idx on council_backers (street_id, "person_id");
alter table council_backers add constraint council_backers_demand_id_fkey foreign key (street_id, "demand_id") references council_demands (street_id, id);
alter table council_backers add constraint council_backers_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
-- N5: the urn of secret votes. No author, no time, no order; only the reshuffle of a cast may take ballots out, and it puts them back.
create table council_urn (
  street_id text collate "C" not null,
  vote_id uuid not null,
  token text collate "C" not null,
  choice text collate "C" not null,
  primary key (street_id, vote_id, token),
  constraint council_urn_vote_fk foreign key (street_id, vote_id) references council_votes (street_id, id),
  constraint council_urn_choice_check check (choice in ('for', 'against', 'abstain', 'invalid'))
);
create function council_urn_fixed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('council.urn', true) = old.vote_id::text then return old; end if;
  if tg_op = 'INSERT' and current_setting('council.urn', true) = new.vote_id::text
    and exists (select from council_votes v where v.street_id = new.street_id and v.id = new.vote_id and v.secret and v.status = 'open') then return new; end if;
  raise exception 'a ballot in the urn is neither changed nor taken out' using errcode = 'check_violation', constraint = 'council_urn_fixed';
end $$;
create trigger council_urn_fixed before insert or update or delete on council_urn for each row execute function council_urn_fixed();
create function council_urn_agrees() returns trigger language plpgsql as $$
declare ballots int; flags int;
begin
  select count(*) into ballots from council_urn u where u.street_id = new.street_id and u.vote_id = new.vote_id;
  select count(*) into flags from council_voters r where r.street_id = new.street_id and r.vote_id = new.vote_id and r.submitted;
  if ballots <> flags then
    raise exception 'urn and roll do not agree' using errcode = 'check_violation', constraint = 'council_urn_agrees';
  end if;
  return null;
end $$;
create constraint trigger council_urn_agrees after insert on council_urn deferrable initially deferred for each row execute function council_urn_agrees();

-- A named ballot is neither changed nor taken back.
create function council_ballots_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'a ballot is neither changed nor taken back' using errcode = 'check_violation', constraint = 'council_ballots_fixed';
end $$;
create trigger council_ballots_fixed before update or delete on council_ballots for each row execute function council_ballots_fixed();
create function council_ballots_open() returns trigger language plpgsql as $$
begin
  if not exists (select from council_votes v where v.street_id = new.street_id and v.id = new.vote_id and v.status = 'open' and not v.secret) then
    raise exception 'the vote takes no ballot' using errcode = 'check_violation', constraint = 'council_ballots_open';
  end if;
  return new;
end $$;
create trigger council_ballots_open before insert on council_ballots for each row execute function council_ballots_open();

-- N6: a roll is made with its vote and stays as it is; its flag goes one way, a recusal comes before the ballot.
create function council_voters_fixed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from council_votes v where v.street_id = new.street_id and v.id = new.vote_id and v.status = 'prepared') then return new; end if;
  elsif tg_op = 'UPDATE' then
    if (new.street_id, new.id, new.vote_id, new.position, new.member_key, new.person_id, new.name, new.area, new.units::text, new.woman, new.representative)
      is not distinct from (old.street_id, old.id, old.vote_id, old.position, old.member_key, old.person_id, old.name, old.area, old.units::text, old.woman, old.representative)
      and (new.submitted or not old.submitted) and (new.recused = old.recused or not old.submitted)
      and not (new.recused and new.submitted and not old.submitted) then return new; end if;
  end if;
  raise exception 'the roll of a vote is frozen' using errcode = 'check_violation', constraint = 'council_voters_fixed';
end $$;
create trigger council_voters_fixed before insert or update or delete on council_voters for each row execute function council_voters_fixed();

-- Settings of a vote are frozen with it.
create function council_votes_fixed() returns trigger language plpgsql as $$
begin
  if (new.secret, new.rule_code, new.rule::text, new.fingerprint, new.taken_on, new.noticed_on, new.base, new.base_area, new.matter_id, new.meeting_id, new.council_id)
    is distinct from (old.secret, old.rule_code, old.rule::text, old.fingerprint, old.taken_on, old.noticed_on, old.base, old.base_area, old.matter_id, old.meeting_id, old.council_id)
    or (old.status = 'closed' and (new.yes, new.no, new.outcome, new.status) is distinct from (old.yes, old.no, old.outcome, old.status)) then
    raise exception 'the settings of a vote are frozen' using errcode = 'check_violation', constraint = 'council_votes_fixed';
  end if;
  return new;
end $$;
create trigger council_votes_fixed before update on council_votes for each row execute function council_votes_fixed();

-- A published wording of a proposal stays as it was (N12).
create function council_versions_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a proposal is not changed' using errcode = 'check_violation', constraint = 'council_versions_fixed';
end $$;
create trigger council_versions_fixed before update or delete on council_proposal_versions for each row execute function council_versions_fixed();

-- The notice freezes a meeting's roll (N6).
create function council_meetings_fixed() returns trigger language plpgsql as $$
begin
  if old.noticed_on is not null and (new.roll::text, new.noticed_on, new.due) is distinct from (old.roll::text, old.noticed_on, old.due) then
    raise exception 'the roll of a meeting is frozen by its notice' using errcode = 'check_violation', constraint = 'council_meetings_fixed';
  end if;
  return new;
end $$;
create trigger council_meetings_fixed before update on council_meetings for each row execute function council_meetings_fixed();

-- The record of a matter's moves is only added to.
create function council_moves_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'the record of moves is only added to' using errcode = 'check_violation', constraint = 'council_moves_fixed';
end $$;
create trigger council_moves_fixed before update or delete on council_moves for each row execute function council_moves_fixed();
-- N5: the urn of elections, kept like the one of votes; its roll is frozen with the list of candidates and its flag goes one way.
create table council_election_urn (
  street_id text collate "C" not null,
  election_id uuid not null,
  token text collate "C" not null,
  picks text[] not null,
  primary key (street_id, election_id, token),
  constraint council_election_urn_election_fk foreign key (street_id, election_id) references council_elections (street_id, id)
);
create function council_election_urn_fixed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('council.urn', true) = old.election_id::text then return old; end if;
  if tg_op = 'INSERT' and current_setting('council.urn', true) = new.election_id::text
    and exists (select from council_elections e where e.street_id = new.street_id and e.id = new.election_id and e.status = 'voting'
      and cardinality(new.picks) <= e.seats) then return new; end if;
  raise exception 'a ballot in the urn is neither changed nor taken out' using errcode = 'check_violation', constraint = 'council_election_urn_fixed';
end $$;
create trigger council_election_urn_fixed before insert or update or delete on council_election_urn for each row execute function council_election_urn_fixed();
create function council_election_urn_agrees() returns trigger language plpgsql as $$
declare ballots int; flags int;
begin
  select count(*) into ballots from council_election_urn u where u.street_id = new.street_id and u.election_id = new.election_id;
  select count(*) into flags from council_electors r where r.street_id = new.street_id and r.election_id = new.election_id and r.submitted;
  if ballots <> flags then
    raise exception 'urn and roll do not agree' using errcode = 'check_violation', constraint = 'council_election_urn_agrees';
  end if;
  return null;
end $$;
create constraint trigger council_election_urn_agrees after insert on council_election_urn deferrable initially deferred for each row execute function council_election_urn_agrees();
create function council_electors_fixed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from council_elections e where e.street_id = new.street_id and e.id = new.election_id and e.status = 'listed') then return new; end if;
  elsif tg_op = 'UPDATE' then
    if (new.street_id, new.id, new.election_id, new.position, new.person_id, new.name)
      is not distinct from (old.street_id, old.id, old.election_id, old.position, old.person_id, old.name)
      and (new.submitted or not old.submitted) then return new; end if;
  end if;
  raise exception 'the roll of an election is frozen' using errcode = 'check_violation', constraint = 'council_electors_fixed';
end $$;
create trigger council_electors_fixed before insert or update or delete on council_electors for each row execute function council_electors_fixed();
create function council_elections_fixed() returns trigger language plpgsql as $$
begin
  if old.noticed_on is not null and (new.seats, new.rule::text, new.fingerprint, new.base, new.noticed_on, new.way)
    is distinct from (old.seats, old.rule::text, old.fingerprint, old.base, old.noticed_on, old.way) then
    raise exception 'an election is frozen by its list of candidates' using errcode = 'check_violation', constraint = 'council_elections_fixed';
  end if;
  return new;
end $$;
create trigger council_elections_fixed before update on council_elections for each row execute function council_elections_fixed();

-- A sheet is reviewed by somebody else than reported it, and what was reviewed stays; a published appraisal is frozen.
create function council_scores_reviewed() returns trigger language plpgsql as $$
begin
  if new.reviewer_id is not null and new.reviewer_id = new.scorer_id then
    raise exception 'whoever reported a sheet does not review it' using errcode = 'check_violation', constraint = 'council_scores_reviewed';
  end if;
  if new.status = 'reviewed' and new.reviewer_id is null then
    raise exception 'a reviewed sheet names its reviewer' using errcode = 'check_violation', constraint = 'council_scores_reviewed';
  end if;
  if old.status = 'reviewed' and (new.matters, new.archive, new.innovation, new.falsified, new.scorer_id) is distinct from
    (old.matters, old.archive, old.innovation, old.falsified, old.scorer_id) then
    raise exception 'a reviewed sheet stays' using errcode = 'check_violation', constraint = 'council_scores_reviewed';
  end if;
  return new;
end $$;
create trigger council_scores_reviewed before update on council_scores for each row execute function council_scores_reviewed();
create function council_appraisals_frozen() returns trigger language plpgsql as $$
begin
  if old.snapshot is not null and (new.snapshot, new.fingerprint, new.as_of) is distinct from (old.snapshot, old.fingerprint, old.as_of) then
    raise exception 'a published appraisal stays' using errcode = 'check_violation', constraint = 'council_appraisals_frozen';
  end if;
  return new;
end $$;
create trigger council_appraisals_frozen before update on council_appraisals for each row execute function council_appraisals_frozen();
`,
}

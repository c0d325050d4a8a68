/** The alliance's first tables. Frozen: a change is a new migration. */
export const CREATE = `
create table merchants_entitlement_rules (
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
  "any_tags" text[],
  constraint merchants_entitlement_rules_any_tags_check check ("any_tags" <@ array['aged', 'empty_nest', 'living_alone', 'no_kin', 'hardship', 'disabled', 'disabled_ability', 'veteran', 'left_behind_child', 'bereaved_parent', 'key_care']::text[]),
  "all_tags" text[],
  constraint merchants_entitlement_rules_all_tags_check check ("all_tags" <@ array['aged', 'empty_nest', 'living_alone', 'no_kin', 'hardship', 'disabled', 'disabled_ability', 'veteran', 'left_behind_child', 'bereaved_parent', 'key_care']::text[]),
  "income_at_most" bigint,
  "income_fresh_days" integer,
  "from" date not null,
  "to" date,
  primary key (street_id, id)
);
create index merchants_entitlement_rules_name_id_idx on merchants_entitlement_rules (street_id, "name", "id");
create table merchants_merchants (
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
  "credit_code" text collate "C" not null,
  "category" text collate "C" not null,
  constraint merchants_merchants_category_check check ("category" in ('food', 'grocery', 'supermarket', 'pharmacy', 'clothing', 'hairdressing', 'repair', 'laundry', 'bathing', 'optics', 'stationery', 'other')),
  "address" text collate "C" not null,
  "contact_name" text collate "C" not null,
  "contact_phone_cipher" bytea not null,
  "contact_phone_hash" text collate "C" not null,
  "contact_phone_mask" text collate "C" not null,
  "owner_id" uuid,
  "member_owned" text collate "C" not null,
  constraint merchants_merchants_member_owned_check check ("member_owned" in ('yes', 'no')),
  "licence_expiry" date,
  "licence" text collate "C",
  "agreement_from" date,
  "agreement_to" date,
  "agreement" text collate "C",
  "location" jsonb,
  "source" text collate "C" not null,
  constraint merchants_merchants_source_check check ("source" in ('office', 'phone')),
  "note" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint merchants_merchants_status_check check (status in ('applied', 'checked', 'signed', 'active', 'suspended', 'refused', 'left')),
  constraint merchants_merchants_credit_code_key unique (street_id, "credit_code")
);
create index merchants_merchants_name_pinyin_id_idx on merchants_merchants (street_id, "name_pinyin", "id");
create index merchants_merchants_community_id_name_pinyin_id_idx on merchants_merchants (street_id, "community_id", "name_pinyin", "id");
create index merchants_merchants_status_name_pinyin_id_idx on merchants_merchants (street_id, "status", "name_pinyin", "id");
create index merchants_merchants_community_id_status_name_pinyin_id_idx on merchants_merchants (street_id, "community_id", "status", "name_pinyin", "id");
create index merchants_merchants_category_name_pinyin_id_idx on merchants_merchants (street_id, "category", "name_pinyin", "id");
create index merchants_merchants_community_id_category_name_pinyin_id_idx on merchants_merchants (street_id, "community_id", "category", "name_pinyin", "id");
create index merchants_merchants_member_owned_name_pinyin_id_idx on merchants_merchants (street_id, "member_owned", "name_pinyin", "id");
create index merchants_merchants_source_name_pinyin_id_idx on merchants_merchants (street_id, "source", "name_pinyin", "id");
create index merchants_merchants_community_id_member_owned_name_pin_f85fc9dd on merchants_merchants (street_id, "community_id", "member_owned", "name_pinyin", "id");
create index merchants_merchants_community_id_source_name_pinyin_id_idx on merchants_merchants (street_id, "community_id", "source", "name_pinyin", "id");
create index merchants_merchants_status_due_at_id_idx on merchants_merchants (street_id, "status", "due_at", "id");
create index merchants_merchants_community_id_status_due_at_id_idx on merchants_merchants (street_id, "community_id", "status", "due_at", "id");
create index merchants_merchants_contact_phone_hash_idx on merchants_merchants (street_id, "contact_phone_hash");
create index merchants_merchants_owner_id_idx on merchants_merchants (street_id, "owner_id");
create index merchants_merchants_licence_idx on merchants_merchants (street_id, "licence");
create index merchants_merchants_agreement_to_idx on merchants_merchants (street_id, "agreement_to");
create index merchants_merchants_agreement_idx on merchants_merchants (street_id, "agreement");
create index merchants_merchants_search_trgm on merchants_merchants using gin (search gin_trgm_ops);
alter table merchants_merchants add constraint merchants_merchants_owner_id_fkey foreign key (street_id, "owner_id") references registry_people (street_id, id);
create table merchants_offers (
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
  "merchant_id" uuid not null,
  "title" text collate "C" not null,
  "title_pinyin" text collate "C" not null,
  "rule_id" uuid not null,
  "benefit" text collate "C" not null,
  constraint merchants_offers_benefit_check check ("benefit" in ('percent', 'fixed', 'free_item')),
  "pay_percent" integer,
  "amount_off" bigint,
  "item" text collate "C",
  "item_value" bigint,
  "item_on_bill" text collate "C",
  constraint merchants_offers_item_on_bill_check check ("item_on_bill" in ('yes', 'no')),
  "min_spend" bigint,
  "cap" bigint,
  "days" text[],
  constraint merchants_offers_days_check check ("days" <@ array['1', '2', '3', '4', '5', '6', '7']::text[]),
  "from" date not null,
  "to" date,
  "total_limit" integer,
  "person_limit" integer,
  "person_period" text collate "C",
  constraint merchants_offers_person_period_check check ("person_period" in ('day', 'week', 'month', 'total')),
  "condition" text collate "C",
  "signed_at" timestamptz(3),
  "signed_by" text collate "C",
  "signed_paper" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint merchants_offers_status_check check (status in ('draft', 'approved', 'published', 'paused', 'ended'))
);
create index merchants_offers_created_at_id_idx on merchants_offers (street_id, "created_at", "id");
create index merchants_offers_community_id_created_at_id_idx on merchants_offers (street_id, "community_id", "created_at", "id");
create index merchants_offers_status_created_at_id_idx on merchants_offers (street_id, "status", "created_at", "id");
create index merchants_offers_community_id_status_created_at_id_idx on merchants_offers (street_id, "community_id", "status", "created_at", "id");
create index merchants_offers_merchant_id_created_at_id_idx on merchants_offers (street_id, "merchant_id", "created_at", "id");
create index merchants_offers_community_id_merchant_id_created_at_id_idx on merchants_offers (street_id, "community_id", "merchant_id", "created_at", "id");
create index merchants_offers_benefit_created_at_id_idx on merchants_offers (street_id, "benefit", "created_at", "id");
create index merchants_offers_community_id_benefit_created_at_id_idx on merchants_offers (street_id, "community_id", "benefit", "created_at", "id");
create index merchants_offers_status_due_at_id_idx on merchants_offers (street_id, "status", "due_at", "id");
create index merchants_offers_community_id_status_due_at_id_idx on merchants_offers (street_id, "community_id", "status", "due_at", "id");
create index merchants_offers_rule_id_idx on merchants_offers (street_id, "rule_id");
create index merchants_offers_to_idx on merchants_offers (street_id, "to");
create index merchants_offers_signed_paper_idx on merchants_offers (street_id, "signed_paper");
create index merchants_offers_search_trgm on merchants_offers using gin (search gin_trgm_ops);
alter table merchants_offers add constraint merchants_offers_merchant_id_fkey foreign key (street_id, "merchant_id") references merchants_merchants (street_id, id);
alter table merchants_offers add constraint merchants_offers_rule_id_fkey foreign key (street_id, "rule_id") references merchants_entitlement_rules (street_id, id);
create table merchants_cards (
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
  "number" text collate "C",
  "person_id" uuid not null,
  "secret" text collate "C",
  "last_step" integer,
  "replaces_id" uuid,
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint merchants_cards_status_check check (status in ('issued', 'active', 'lost', 'replaced', 'expired')),
  constraint merchants_cards_number_key unique (street_id, "number")
);
create index merchants_cards_created_at_id_idx on merchants_cards (street_id, "created_at", "id");
create index merchants_cards_community_id_created_at_id_idx on merchants_cards (street_id, "community_id", "created_at", "id");
create index merchants_cards_status_created_at_id_idx on merchants_cards (street_id, "status", "created_at", "id");
create index merchants_cards_community_id_status_created_at_id_idx on merchants_cards (street_id, "community_id", "status", "created_at", "id");
create index merchants_cards_person_id_created_at_id_idx on merchants_cards (street_id, "person_id", "created_at", "id");
create index merchants_cards_community_id_person_id_created_at_id_idx on merchants_cards (street_id, "community_id", "person_id", "created_at", "id");
create index merchants_cards_replaces_id_idx on merchants_cards (street_id, "replaces_id");
create index merchants_cards_search_trgm on merchants_cards using gin (search gin_trgm_ops);
alter table merchants_cards add constraint merchants_cards_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
alter table merchants_cards add constraint merchants_cards_replaces_id_fkey foreign key (street_id, "replaces_id") references merchants_cards (street_id, id);
create table merchants_redemptions (
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
  "receipt" text collate "C" not null,
  "day" date not null,
  "merchant_id" uuid not null,
  "offer_id" uuid not null,
  "card_id" uuid not null,
  "person_id" uuid not null,
  "bill" bigint not null,
  "discount" bigint not null,
  "payable" bigint not null,
  "gift" bigint not null,
  "channel" text collate "C" not null,
  constraint merchants_redemptions_channel_check check ("channel" in ('code', 'number')),
  "own_shop" text collate "C" not null,
  constraint merchants_redemptions_own_shop_check check ("own_shop" in ('yes', 'no')),
  "idempotency_key" text collate "C" not null,
  "ticket" text collate "C",
  "total_slot" integer,
  "person_slot" integer,
  "period_key" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint merchants_redemptions_status_check check (status in ('reserved', 'confirmed', 'expired', 'reversed')),
  constraint merchants_redemptions_receipt_key unique (street_id, "receipt"),
  constraint merchants_redemptions_offer_id_total_slot_key unique (street_id, "offer_id", "total_slot"),
  constraint merchants_redemptions_offer_id_person_id_period_key_pe_c6fb0b09 unique (street_id, "offer_id", "person_id", "period_key", "person_slot"),
  constraint merchants_redemptions_merchant_id_idempotency_key_key unique (street_id, "merchant_id", "idempotency_key"),
  constraint merchants_redemptions_ticket_offer_id_key unique (street_id, "ticket", "offer_id")
);
create index merchants_redemptions_created_at_id_idx on merchants_redemptions (street_id, "created_at", "id");
create index merchants_redemptions_community_id_created_at_id_idx on merchants_redemptions (street_id, "community_id", "created_at", "id");
create index merchants_redemptions_status_created_at_id_idx on merchants_redemptions (street_id, "status", "created_at", "id");
create index merchants_redemptions_community_id_status_created_at_id_idx on merchants_redemptions (street_id, "community_id", "status", "created_at", "id");
create index merchants_redemptions_merchant_id_created_at_id_idx on merchants_redemptions (street_id, "merchant_id", "created_at", "id");
create index merchants_redemptions_community_id_merchant_id_created_3809752d on merchants_redemptions (street_id, "community_id", "merchant_id", "created_at", "id");
create index merchants_redemptions_offer_id_created_at_id_idx on merchants_redemptions (street_id, "offer_id", "created_at", "id");
create index merchants_redemptions_community_id_offer_id_created_at_id_idx on merchants_redemptions (street_id, "community_id", "offer_id", "created_at", "id");
create index merchants_redemptions_day_created_at_id_idx on merchants_redemptions (street_id, "day", "created_at", "id");
create index merchants_redemptions_community_id_day_created_at_id_idx on merchants_redemptions (street_id, "community_id", "day", "created_at", "id");
create index merchants_redemptions_own_shop_created_at_id_idx on merchants_redemptions (street_id, "own_shop", "created_at", "id");
create index merchants_redemptions_community_id_own_shop_created_at_id_idx on merchants_redemptions (street_id, "community_id", "own_shop", "created_at", "id");
create index merchants_redemptions_card_id_idx on merchants_redemptions (street_id, "card_id");
create index merchants_redemptions_person_id_idx on merchants_redemptions (street_id, "person_id");
create index merchants_redemptions_search_trgm on merchants_redemptions using gin (search gin_trgm_ops);
alter table merchants_redemptions add constraint merchants_redemptions_merchant_id_fkey foreign key (street_id, "merchant_id") references merchants_merchants (street_id, id);
alter table merchants_redemptions add constraint merchants_redemptions_offer_id_fkey foreign key (street_id, "offer_id") references merchants_offers (street_id, id);
alter table merchants_redemptions add constraint merchants_redemptions_card_id_fkey foreign key (street_id, "card_id") references merchants_cards (street_id, id);
alter table merchants_redemptions add constraint merchants_redemptions_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table merchants_complaints (
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
  "merchant_id" uuid not null,
  "redemption_id" uuid,
  "summary" text collate "C" not null,
  "content" text collate "C" not null,
  "kind" text collate "C" not null,
  constraint merchants_complaints_kind_check check ("kind" in ('refused', 'price', 'attitude', 'quality', 'privacy', 'other')),
  "complainant" text collate "C",
  "complainant_phone_cipher" bytea,
  "complainant_phone_hash" text collate "C",
  "complainant_phone_mask" text collate "C",
  "answer" text collate "C",
  search text collate "C" not null default '',
  primary key (street_id, id),
  constraint merchants_complaints_status_check check (status in ('received', 'answered', 'reopened', 'closed'))
);
create index merchants_complaints_created_at_id_idx on merchants_complaints (street_id, "created_at", "id");
create index merchants_complaints_community_id_created_at_id_idx on merchants_complaints (street_id, "community_id", "created_at", "id");
create index merchants_complaints_status_created_at_id_idx on merchants_complaints (street_id, "status", "created_at", "id");
create index merchants_complaints_community_id_status_created_at_id_idx on merchants_complaints (street_id, "community_id", "status", "created_at", "id");
create index merchants_complaints_merchant_id_created_at_id_idx on merchants_complaints (street_id, "merchant_id", "created_at", "id");
create index merchants_complaints_community_id_merchant_id_created_at_id_idx on merchants_complaints (street_id, "community_id", "merchant_id", "created_at", "id");
create index merchants_complaints_kind_created_at_id_idx on merchants_complaints (street_id, "kind", "created_at", "id");
create index merchants_complaints_community_id_kind_created_at_id_idx on merchants_complaints (street_id, "community_id", "kind", "created_at", "id");
create index merchants_complaints_status_due_at_id_idx on merchants_complaints (street_id, "status", "due_at", "id");
create index merchants_complaints_community_id_status_due_at_id_idx on merchants_complaints (street_id, "community_id", "status", "due_at", "id");
create index merchants_complaints_redemption_id_idx on merchants_complaints (street_id, "redemption_id");
create index merchants_complaints_complainant_phone_hash_idx on merchants_complaints (street_id, "complainant_phone_hash");
create index merchants_complaints_search_trgm on merchants_complaints using gin (search gin_trgm_ops);
alter table merchants_complaints add constraint merchants_complaints_merchant_id_fkey foreign key (street_id, "merchant_id") references merchants_merchants (street_id, id);
alter table merchants_complaints add constraint merchants_complaints_redemption_id_fkey foreign key (street_id, "redemption_id") references merchants_redemptions (street_id, id);
create table merchants_attempts (
  street_id text collate "C" not null,
  id uuid not null,
  community_id text collate "C",
  grid_id text collate "C",
  version integer not null default 1,
  created_at timestamptz(3) not null,
  created_by text collate "C" not null,
  updated_at timestamptz(3) not null,
  updated_by text collate "C" not null,
  "merchant_id" uuid not null,
  "code" text collate "C" not null,
  primary key (street_id, id)
);
create index merchants_attempts_created_at_id_idx on merchants_attempts (street_id, "created_at", "id");
create index merchants_attempts_community_id_created_at_id_idx on merchants_attempts (street_id, "community_id", "created_at", "id");
create index merchants_attempts_merchant_id_created_at_id_idx on merchants_attempts (street_id, "merchant_id", "created_at", "id");
create index merchants_attempts_community_id_merchant_id_created_at_id_idx on merchants_attempts (street_id, "community_id", "merchant_id", "created_at", "id");
alter table merchants_attempts add constraint merchants_attempts_merchant_id_fkey foreign key (street_id, "merchant_id") references merchants_merchants (street_id, id);
create table merchants_income_proofs (
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
  "kind" text collate "C" not null,
  constraint merchants_income_proofs_kind_check check ("kind" in ('allowance', 'pension', 'wage', 'tax', 'declared', 'other')),
  "monthly" bigint not null,
  "evidence" text collate "C" not null,
  "from" date not null,
  "to" date,
  "withdrawn_why" text collate "C",
  primary key (street_id, id),
  constraint merchants_income_proofs_status_check check (status in ('valid', 'withdrawn'))
);
create index merchants_income_proofs_created_at_id_idx on merchants_income_proofs (street_id, "created_at", "id");
create index merchants_income_proofs_community_id_created_at_id_idx on merchants_income_proofs (street_id, "community_id", "created_at", "id");
create index merchants_income_proofs_status_created_at_id_idx on merchants_income_proofs (street_id, "status", "created_at", "id");
create index merchants_income_proofs_community_id_status_created_at_id_idx on merchants_income_proofs (street_id, "community_id", "status", "created_at", "id");
create index merchants_income_proofs_person_id_created_at_id_idx on merchants_income_proofs (street_id, "person_id", "created_at", "id");
create index merchants_income_proofs_community_id_person_id_created_09ced670 on merchants_income_proofs (street_id, "community_id", "person_id", "created_at", "id");
create index merchants_income_proofs_evidence_idx on merchants_income_proofs (street_id, "evidence");
alter table merchants_income_proofs add constraint merchants_income_proofs_person_id_fkey foreign key (street_id, "person_id") references registry_people (street_id, id);
create table merchants_renewals (
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
  "merchant_id" uuid not null,
  "paper" text collate "C" not null,
  constraint merchants_renewals_paper_check check ("paper" in ('agreement', 'licence')),
  "ends_on" date not null,
  primary key (street_id, id),
  constraint merchants_renewals_status_check check (status in ('open', 'renewed', 'dropped')),
  constraint merchants_renewals_merchant_id_paper_ends_on_key unique (street_id, "merchant_id", "paper", "ends_on")
);
create index merchants_renewals_created_at_id_idx on merchants_renewals (street_id, "created_at", "id");
create index merchants_renewals_community_id_created_at_id_idx on merchants_renewals (street_id, "community_id", "created_at", "id");
create index merchants_renewals_status_created_at_id_idx on merchants_renewals (street_id, "status", "created_at", "id");
create index merchants_renewals_community_id_status_created_at_id_idx on merchants_renewals (street_id, "community_id", "status", "created_at", "id");
create index merchants_renewals_merchant_id_created_at_id_idx on merchants_renewals (street_id, "merchant_id", "created_at", "id");
create index merchants_renewals_community_id_merchant_id_created_at_id_idx on merchants_renewals (street_id, "community_id", "merchant_id", "created_at", "id");
create index merchants_renewals_paper_created_at_id_idx on merchants_renewals (street_id, "paper", "created_at", "id");
create index merchants_renewals_community_id_paper_created_at_id_idx on merchants_renewals (street_id, "community_id", "paper", "created_at", "id");
create index merchants_renewals_status_due_at_id_idx on merchants_renewals (street_id, "status", "due_at", "id");
create index merchants_renewals_community_id_status_due_at_id_idx on merchants_renewals (street_id, "community_id", "status", "due_at", "id");
alter table merchants_renewals add constraint merchants_renewals_merchant_id_fkey foreign key (street_id, "merchant_id") references merchants_merchants (street_id, id);
create table merchants_scores (
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
  "merchant_id" uuid not null,
  "year" integer not null,
  "points" integer not null,
  "grade" text collate "C" not null,
  constraint merchants_scores_grade_check check ("grade" in ('excellent', 'good', 'fair', 'poor')),
  "visits" integer not null,
  "discount" bigint not null,
  "active_months" integer not null,
  "months" integer not null,
  "complaints" integer not null,
  "basis" text collate "C" not null,
  "comment" text collate "C",
  primary key (street_id, id),
  constraint merchants_scores_status_check check (status in ('draft', 'published')),
  constraint merchants_scores_merchant_id_year_key unique (street_id, "merchant_id", "year")
);
create index merchants_scores_created_at_id_idx on merchants_scores (street_id, "created_at", "id");
create index merchants_scores_community_id_created_at_id_idx on merchants_scores (street_id, "community_id", "created_at", "id");
create index merchants_scores_year_created_at_id_idx on merchants_scores (street_id, "year", "created_at", "id");
create index merchants_scores_community_id_year_created_at_id_idx on merchants_scores (street_id, "community_id", "year", "created_at", "id");
create index merchants_scores_grade_created_at_id_idx on merchants_scores (street_id, "grade", "created_at", "id");
create index merchants_scores_community_id_grade_created_at_id_idx on merchants_scores (street_id, "community_id", "grade", "created_at", "id");
create index merchants_scores_status_created_at_id_idx on merchants_scores (street_id, "status", "created_at", "id");
create index merchants_scores_community_id_status_created_at_id_idx on merchants_scores (street_id, "community_id", "status", "created_at", "id");
create index merchants_scores_merchant_id_created_at_id_idx on merchants_scores (street_id, "merchant_id", "created_at", "id");
create index merchants_scores_community_id_merchant_id_created_at_id_idx on merchants_scores (street_id, "community_id", "merchant_id", "created_at", "id");
alter table merchants_scores add constraint merchants_scores_merchant_id_fkey foreign key (street_id, "merchant_id") references merchants_merchants (street_id, id);
create unique index merchants_cards_one_live on merchants_cards (street_id, "person_id") where status in ('issued', 'active', 'lost');
`

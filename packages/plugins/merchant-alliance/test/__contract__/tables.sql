table merchants_attempts (
  street_id text not null,
  id uuid not null,
  community_id text,
  grid_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  created_by text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  merchant_id uuid not null,
  code text not null,
  constraint merchants_attempts_merchant_id_fkey FOREIGN KEY (street_id, merchant_id) REFERENCES merchants_merchants(street_id, id),
  constraint merchants_attempts_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX merchants_attempts_community_id_created_at_id_idx ON public.merchants_attempts USING btree (street_id, community_id, created_at, id)
CREATE INDEX merchants_attempts_community_id_merchant_id_created_at_id_idx ON public.merchants_attempts USING btree (street_id, community_id, merchant_id, created_at, id)
CREATE INDEX merchants_attempts_created_at_id_idx ON public.merchants_attempts USING btree (street_id, created_at, id)
CREATE INDEX merchants_attempts_merchant_id_created_at_id_idx ON public.merchants_attempts USING btree (street_id, merchant_id, created_at, id)

table merchants_cards (
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
  number text,
  person_id uuid not null,
  secret text,
  last_step integer,
  replaces_id uuid,
  search text not null default ''::text,
  constraint merchants_cards_number_key UNIQUE (street_id, number),
  constraint merchants_cards_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint merchants_cards_pkey PRIMARY KEY (street_id, id),
  constraint merchants_cards_replaces_id_fkey FOREIGN KEY (street_id, replaces_id) REFERENCES merchants_cards(street_id, id),
  constraint merchants_cards_status_check CHECK ((status = ANY (ARRAY['issued'::text, 'active'::text, 'lost'::text, 'replaced'::text, 'expired'::text])))
)
CREATE INDEX merchants_cards_community_id_created_at_id_idx ON public.merchants_cards USING btree (street_id, community_id, created_at, id)
CREATE INDEX merchants_cards_community_id_person_id_created_at_id_idx ON public.merchants_cards USING btree (street_id, community_id, person_id, created_at, id)
CREATE INDEX merchants_cards_community_id_status_created_at_id_idx ON public.merchants_cards USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX merchants_cards_created_at_id_idx ON public.merchants_cards USING btree (street_id, created_at, id)
CREATE UNIQUE INDEX merchants_cards_one_live ON public.merchants_cards USING btree (street_id, person_id) WHERE (status = ANY (ARRAY['issued'::text, 'active'::text, 'lost'::text]))
CREATE INDEX merchants_cards_person_id_created_at_id_idx ON public.merchants_cards USING btree (street_id, person_id, created_at, id)
CREATE INDEX merchants_cards_replaces_id_idx ON public.merchants_cards USING btree (street_id, replaces_id)
CREATE INDEX merchants_cards_search_trgm ON public.merchants_cards USING gin (search gin_trgm_ops)
CREATE INDEX merchants_cards_status_created_at_id_idx ON public.merchants_cards USING btree (street_id, status, created_at, id)

table merchants_complaints (
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
  merchant_id uuid not null,
  redemption_id uuid,
  summary text not null,
  content text not null,
  kind text not null,
  complainant text,
  complainant_phone_cipher bytea,
  complainant_phone_hash text,
  complainant_phone_mask text,
  answer text,
  search text not null default ''::text,
  constraint merchants_complaints_kind_check CHECK ((kind = ANY (ARRAY['refused'::text, 'price'::text, 'attitude'::text, 'quality'::text, 'privacy'::text, 'other'::text]))),
  constraint merchants_complaints_merchant_id_fkey FOREIGN KEY (street_id, merchant_id) REFERENCES merchants_merchants(street_id, id),
  constraint merchants_complaints_pkey PRIMARY KEY (street_id, id),
  constraint merchants_complaints_redemption_id_fkey FOREIGN KEY (street_id, redemption_id) REFERENCES merchants_redemptions(street_id, id),
  constraint merchants_complaints_status_check CHECK ((status = ANY (ARRAY['received'::text, 'answered'::text, 'reopened'::text, 'closed'::text])))
)
CREATE INDEX merchants_complaints_community_id_created_at_id_idx ON public.merchants_complaints USING btree (street_id, community_id, created_at, id)
CREATE INDEX merchants_complaints_community_id_kind_created_at_id_idx ON public.merchants_complaints USING btree (street_id, community_id, kind, created_at, id)
CREATE INDEX merchants_complaints_community_id_merchant_id_created_at_id_idx ON public.merchants_complaints USING btree (street_id, community_id, merchant_id, created_at, id)
CREATE INDEX merchants_complaints_community_id_status_created_at_id_idx ON public.merchants_complaints USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX merchants_complaints_community_id_status_due_at_id_idx ON public.merchants_complaints USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX merchants_complaints_complainant_phone_hash_idx ON public.merchants_complaints USING btree (street_id, complainant_phone_hash)
CREATE INDEX merchants_complaints_created_at_id_idx ON public.merchants_complaints USING btree (street_id, created_at, id)
CREATE INDEX merchants_complaints_kind_created_at_id_idx ON public.merchants_complaints USING btree (street_id, kind, created_at, id)
CREATE INDEX merchants_complaints_merchant_id_created_at_id_idx ON public.merchants_complaints USING btree (street_id, merchant_id, created_at, id)
CREATE INDEX merchants_complaints_redemption_id_idx ON public.merchants_complaints USING btree (street_id, redemption_id)
CREATE INDEX merchants_complaints_search_trgm ON public.merchants_complaints USING gin (search gin_trgm_ops)
CREATE INDEX merchants_complaints_status_created_at_id_idx ON public.merchants_complaints USING btree (street_id, status, created_at, id)
CREATE INDEX merchants_complaints_status_due_at_id_idx ON public.merchants_complaints USING btree (street_id, status, due_at, id)

table merchants_entitlement_rules (
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
  any_tags text[],
  all_tags text[],
  income_at_most bigint,
  income_fresh_days integer,
  "from" date not null,
  "to" date,
  constraint merchants_entitlement_rules_all_tags_check CHECK ((all_tags <@ ARRAY['aged'::text, 'empty_nest'::text, 'living_alone'::text, 'no_kin'::text, 'hardship'::text, 'disabled'::text, 'disabled_ability'::text, 'veteran'::text, 'left_behind_child'::text, 'bereaved_parent'::text, 'key_care'::text])),
  constraint merchants_entitlement_rules_any_tags_check CHECK ((any_tags <@ ARRAY['aged'::text, 'empty_nest'::text, 'living_alone'::text, 'no_kin'::text, 'hardship'::text, 'disabled'::text, 'disabled_ability'::text, 'veteran'::text, 'left_behind_child'::text, 'bereaved_parent'::text, 'key_care'::text])),
  constraint merchants_entitlement_rules_pkey PRIMARY KEY (street_id, id)
)
CREATE INDEX merchants_entitlement_rules_name_id_idx ON public.merchants_entitlement_rules USING btree (street_id, name, id)

table merchants_income_proofs (
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
  kind text not null,
  monthly bigint not null,
  evidence text not null,
  "from" date not null,
  "to" date,
  withdrawn_why text,
  constraint merchants_income_proofs_kind_check CHECK ((kind = ANY (ARRAY['allowance'::text, 'pension'::text, 'wage'::text, 'tax'::text, 'declared'::text, 'other'::text]))),
  constraint merchants_income_proofs_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint merchants_income_proofs_pkey PRIMARY KEY (street_id, id),
  constraint merchants_income_proofs_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'withdrawn'::text])))
)
CREATE INDEX merchants_income_proofs_community_id_created_at_id_idx ON public.merchants_income_proofs USING btree (street_id, community_id, created_at, id)
CREATE INDEX merchants_income_proofs_community_id_person_id_created_09ced670 ON public.merchants_income_proofs USING btree (street_id, community_id, person_id, created_at, id)
CREATE INDEX merchants_income_proofs_community_id_status_created_at_id_idx ON public.merchants_income_proofs USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX merchants_income_proofs_created_at_id_idx ON public.merchants_income_proofs USING btree (street_id, created_at, id)
CREATE INDEX merchants_income_proofs_evidence_idx ON public.merchants_income_proofs USING btree (street_id, evidence)
CREATE INDEX merchants_income_proofs_person_id_created_at_id_idx ON public.merchants_income_proofs USING btree (street_id, person_id, created_at, id)
CREATE INDEX merchants_income_proofs_status_created_at_id_idx ON public.merchants_income_proofs USING btree (street_id, status, created_at, id)

table merchants_merchants (
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
  credit_code text not null,
  category text not null,
  address text not null,
  contact_name text not null,
  contact_phone_cipher bytea not null,
  contact_phone_hash text not null,
  contact_phone_mask text not null,
  owner_id uuid,
  member_owned text not null,
  licence_expiry date,
  licence text,
  agreement_from date,
  agreement_to date,
  agreement text,
  location jsonb,
  source text not null,
  note text,
  search text not null default ''::text,
  constraint merchants_merchants_category_check CHECK ((category = ANY (ARRAY['food'::text, 'grocery'::text, 'supermarket'::text, 'pharmacy'::text, 'clothing'::text, 'hairdressing'::text, 'repair'::text, 'laundry'::text, 'bathing'::text, 'optics'::text, 'stationery'::text, 'other'::text]))),
  constraint merchants_merchants_credit_code_key UNIQUE (street_id, credit_code),
  constraint merchants_merchants_member_owned_check CHECK ((member_owned = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint merchants_merchants_owner_id_fkey FOREIGN KEY (street_id, owner_id) REFERENCES registry_people(street_id, id),
  constraint merchants_merchants_pkey PRIMARY KEY (street_id, id),
  constraint merchants_merchants_source_check CHECK ((source = ANY (ARRAY['office'::text, 'phone'::text]))),
  constraint merchants_merchants_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'checked'::text, 'signed'::text, 'active'::text, 'suspended'::text, 'refused'::text, 'left'::text])))
)
CREATE INDEX merchants_merchants_agreement_idx ON public.merchants_merchants USING btree (street_id, agreement)
CREATE INDEX merchants_merchants_agreement_to_idx ON public.merchants_merchants USING btree (street_id, agreement_to)
CREATE INDEX merchants_merchants_category_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, category, name_pinyin, id)
CREATE INDEX merchants_merchants_community_id_category_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, community_id, category, name_pinyin, id)
CREATE INDEX merchants_merchants_community_id_member_owned_name_pin_f85fc9dd ON public.merchants_merchants USING btree (street_id, community_id, member_owned, name_pinyin, id)
CREATE INDEX merchants_merchants_community_id_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, community_id, name_pinyin, id)
CREATE INDEX merchants_merchants_community_id_source_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, community_id, source, name_pinyin, id)
CREATE INDEX merchants_merchants_community_id_status_due_at_id_idx ON public.merchants_merchants USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX merchants_merchants_community_id_status_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, community_id, status, name_pinyin, id)
CREATE INDEX merchants_merchants_contact_phone_hash_idx ON public.merchants_merchants USING btree (street_id, contact_phone_hash)
CREATE INDEX merchants_merchants_licence_idx ON public.merchants_merchants USING btree (street_id, licence)
CREATE INDEX merchants_merchants_member_owned_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, member_owned, name_pinyin, id)
CREATE INDEX merchants_merchants_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, name_pinyin, id)
CREATE INDEX merchants_merchants_owner_id_idx ON public.merchants_merchants USING btree (street_id, owner_id)
CREATE INDEX merchants_merchants_search_trgm ON public.merchants_merchants USING gin (search gin_trgm_ops)
CREATE INDEX merchants_merchants_source_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, source, name_pinyin, id)
CREATE INDEX merchants_merchants_status_due_at_id_idx ON public.merchants_merchants USING btree (street_id, status, due_at, id)
CREATE INDEX merchants_merchants_status_name_pinyin_id_idx ON public.merchants_merchants USING btree (street_id, status, name_pinyin, id)

table merchants_offers (
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
  merchant_id uuid not null,
  title text not null,
  title_pinyin text not null,
  rule_id uuid not null,
  benefit text not null,
  pay_percent integer,
  amount_off bigint,
  item text,
  item_value bigint,
  item_on_bill text,
  min_spend bigint,
  cap bigint,
  days text[],
  "from" date not null,
  "to" date,
  total_limit integer,
  person_limit integer,
  person_period text,
  condition text,
  signed_at timestamp(3) with time zone,
  signed_by text,
  signed_paper text,
  search text not null default ''::text,
  constraint merchants_offers_benefit_check CHECK ((benefit = ANY (ARRAY['percent'::text, 'fixed'::text, 'free_item'::text]))),
  constraint merchants_offers_days_check CHECK ((days <@ ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text, '6'::text, '7'::text])),
  constraint merchants_offers_item_on_bill_check CHECK ((item_on_bill = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint merchants_offers_merchant_id_fkey FOREIGN KEY (street_id, merchant_id) REFERENCES merchants_merchants(street_id, id),
  constraint merchants_offers_person_period_check CHECK ((person_period = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'total'::text]))),
  constraint merchants_offers_pkey PRIMARY KEY (street_id, id),
  constraint merchants_offers_rule_id_fkey FOREIGN KEY (street_id, rule_id) REFERENCES merchants_entitlement_rules(street_id, id),
  constraint merchants_offers_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'approved'::text, 'published'::text, 'paused'::text, 'ended'::text])))
)
CREATE INDEX merchants_offers_benefit_created_at_id_idx ON public.merchants_offers USING btree (street_id, benefit, created_at, id)
CREATE INDEX merchants_offers_community_id_benefit_created_at_id_idx ON public.merchants_offers USING btree (street_id, community_id, benefit, created_at, id)
CREATE INDEX merchants_offers_community_id_created_at_id_idx ON public.merchants_offers USING btree (street_id, community_id, created_at, id)
CREATE INDEX merchants_offers_community_id_merchant_id_created_at_id_idx ON public.merchants_offers USING btree (street_id, community_id, merchant_id, created_at, id)
CREATE INDEX merchants_offers_community_id_status_created_at_id_idx ON public.merchants_offers USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX merchants_offers_community_id_status_due_at_id_idx ON public.merchants_offers USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX merchants_offers_created_at_id_idx ON public.merchants_offers USING btree (street_id, created_at, id)
CREATE INDEX merchants_offers_merchant_id_created_at_id_idx ON public.merchants_offers USING btree (street_id, merchant_id, created_at, id)
CREATE INDEX merchants_offers_rule_id_idx ON public.merchants_offers USING btree (street_id, rule_id)
CREATE INDEX merchants_offers_search_trgm ON public.merchants_offers USING gin (search gin_trgm_ops)
CREATE INDEX merchants_offers_signed_paper_idx ON public.merchants_offers USING btree (street_id, signed_paper)
CREATE INDEX merchants_offers_status_created_at_id_idx ON public.merchants_offers USING btree (street_id, status, created_at, id)
CREATE INDEX merchants_offers_status_due_at_id_idx ON public.merchants_offers USING btree (street_id, status, due_at, id)
CREATE INDEX merchants_offers_to_idx ON public.merchants_offers USING btree (street_id, "to")

table merchants_redemptions (
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
  receipt text not null,
  day date not null,
  merchant_id uuid not null,
  offer_id uuid not null,
  card_id uuid not null,
  person_id uuid not null,
  bill bigint not null,
  discount bigint not null,
  payable bigint not null,
  gift bigint not null,
  channel text not null,
  own_shop text not null,
  idempotency_key text not null,
  ticket text,
  total_slot integer,
  person_slot integer,
  period_key text,
  search text not null default ''::text,
  constraint merchants_redemptions_card_id_fkey FOREIGN KEY (street_id, card_id) REFERENCES merchants_cards(street_id, id),
  constraint merchants_redemptions_channel_check CHECK ((channel = ANY (ARRAY['code'::text, 'number'::text]))),
  constraint merchants_redemptions_merchant_id_fkey FOREIGN KEY (street_id, merchant_id) REFERENCES merchants_merchants(street_id, id),
  constraint merchants_redemptions_merchant_id_idempotency_key_key UNIQUE (street_id, merchant_id, idempotency_key),
  constraint merchants_redemptions_offer_id_fkey FOREIGN KEY (street_id, offer_id) REFERENCES merchants_offers(street_id, id),
  constraint merchants_redemptions_offer_id_person_id_period_key_pe_c6fb0b09 UNIQUE (street_id, offer_id, person_id, period_key, person_slot),
  constraint merchants_redemptions_offer_id_total_slot_key UNIQUE (street_id, offer_id, total_slot),
  constraint merchants_redemptions_own_shop_check CHECK ((own_shop = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint merchants_redemptions_person_id_fkey FOREIGN KEY (street_id, person_id) REFERENCES registry_people(street_id, id),
  constraint merchants_redemptions_pkey PRIMARY KEY (street_id, id),
  constraint merchants_redemptions_receipt_key UNIQUE (street_id, receipt),
  constraint merchants_redemptions_status_check CHECK ((status = ANY (ARRAY['reserved'::text, 'confirmed'::text, 'expired'::text, 'reversed'::text]))),
  constraint merchants_redemptions_ticket_offer_id_key UNIQUE (street_id, ticket, offer_id)
)
CREATE INDEX merchants_redemptions_card_id_idx ON public.merchants_redemptions USING btree (street_id, card_id)
CREATE INDEX merchants_redemptions_community_id_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, community_id, created_at, id)
CREATE INDEX merchants_redemptions_community_id_day_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, community_id, day, created_at, id)
CREATE INDEX merchants_redemptions_community_id_merchant_id_created_3809752d ON public.merchants_redemptions USING btree (street_id, community_id, merchant_id, created_at, id)
CREATE INDEX merchants_redemptions_community_id_offer_id_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, community_id, offer_id, created_at, id)
CREATE INDEX merchants_redemptions_community_id_own_shop_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, community_id, own_shop, created_at, id)
CREATE INDEX merchants_redemptions_community_id_status_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX merchants_redemptions_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, created_at, id)
CREATE INDEX merchants_redemptions_day_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, day, created_at, id)
CREATE INDEX merchants_redemptions_merchant_id_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, merchant_id, created_at, id)
CREATE INDEX merchants_redemptions_offer_id_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, offer_id, created_at, id)
CREATE INDEX merchants_redemptions_own_shop_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, own_shop, created_at, id)
CREATE INDEX merchants_redemptions_person_id_idx ON public.merchants_redemptions USING btree (street_id, person_id)
CREATE INDEX merchants_redemptions_search_trgm ON public.merchants_redemptions USING gin (search gin_trgm_ops)
CREATE INDEX merchants_redemptions_status_created_at_id_idx ON public.merchants_redemptions USING btree (street_id, status, created_at, id)

table merchants_renewals (
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
  merchant_id uuid not null,
  paper text not null,
  ends_on date not null,
  constraint merchants_renewals_merchant_id_fkey FOREIGN KEY (street_id, merchant_id) REFERENCES merchants_merchants(street_id, id),
  constraint merchants_renewals_merchant_id_paper_ends_on_key UNIQUE (street_id, merchant_id, paper, ends_on),
  constraint merchants_renewals_paper_check CHECK ((paper = ANY (ARRAY['agreement'::text, 'licence'::text]))),
  constraint merchants_renewals_pkey PRIMARY KEY (street_id, id),
  constraint merchants_renewals_status_check CHECK ((status = ANY (ARRAY['open'::text, 'renewed'::text, 'dropped'::text])))
)
CREATE INDEX merchants_renewals_community_id_created_at_id_idx ON public.merchants_renewals USING btree (street_id, community_id, created_at, id)
CREATE INDEX merchants_renewals_community_id_merchant_id_created_at_id_idx ON public.merchants_renewals USING btree (street_id, community_id, merchant_id, created_at, id)
CREATE INDEX merchants_renewals_community_id_paper_created_at_id_idx ON public.merchants_renewals USING btree (street_id, community_id, paper, created_at, id)
CREATE INDEX merchants_renewals_community_id_status_created_at_id_idx ON public.merchants_renewals USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX merchants_renewals_community_id_status_due_at_id_idx ON public.merchants_renewals USING btree (street_id, community_id, status, due_at, id)
CREATE INDEX merchants_renewals_created_at_id_idx ON public.merchants_renewals USING btree (street_id, created_at, id)
CREATE INDEX merchants_renewals_merchant_id_created_at_id_idx ON public.merchants_renewals USING btree (street_id, merchant_id, created_at, id)
CREATE INDEX merchants_renewals_paper_created_at_id_idx ON public.merchants_renewals USING btree (street_id, paper, created_at, id)
CREATE INDEX merchants_renewals_status_created_at_id_idx ON public.merchants_renewals USING btree (street_id, status, created_at, id)
CREATE INDEX merchants_renewals_status_due_at_id_idx ON public.merchants_renewals USING btree (street_id, status, due_at, id)

table merchants_scores (
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
  merchant_id uuid not null,
  year integer not null,
  points integer not null,
  grade text not null,
  visits integer not null,
  discount bigint not null,
  active_months integer not null,
  months integer not null,
  complaints integer not null,
  basis text not null,
  comment text,
  constraint merchants_scores_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'good'::text, 'fair'::text, 'poor'::text]))),
  constraint merchants_scores_merchant_id_fkey FOREIGN KEY (street_id, merchant_id) REFERENCES merchants_merchants(street_id, id),
  constraint merchants_scores_merchant_id_year_key UNIQUE (street_id, merchant_id, year),
  constraint merchants_scores_pkey PRIMARY KEY (street_id, id),
  constraint merchants_scores_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text])))
)
CREATE INDEX merchants_scores_community_id_created_at_id_idx ON public.merchants_scores USING btree (street_id, community_id, created_at, id)
CREATE INDEX merchants_scores_community_id_grade_created_at_id_idx ON public.merchants_scores USING btree (street_id, community_id, grade, created_at, id)
CREATE INDEX merchants_scores_community_id_merchant_id_created_at_id_idx ON public.merchants_scores USING btree (street_id, community_id, merchant_id, created_at, id)
CREATE INDEX merchants_scores_community_id_status_created_at_id_idx ON public.merchants_scores USING btree (street_id, community_id, status, created_at, id)
CREATE INDEX merchants_scores_community_id_year_created_at_id_idx ON public.merchants_scores USING btree (street_id, community_id, year, created_at, id)
CREATE INDEX merchants_scores_created_at_id_idx ON public.merchants_scores USING btree (street_id, created_at, id)
CREATE INDEX merchants_scores_grade_created_at_id_idx ON public.merchants_scores USING btree (street_id, grade, created_at, id)
CREATE INDEX merchants_scores_merchant_id_created_at_id_idx ON public.merchants_scores USING btree (street_id, merchant_id, created_at, id)
CREATE INDEX merchants_scores_status_created_at_id_idx ON public.merchants_scores USING btree (street_id, status, created_at, id)
CREATE INDEX merchants_scores_year_created_at_id_idx ON public.merchants_scores USING btree (street_id, year, created_at, id)

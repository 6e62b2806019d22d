-- Extensions

create extension if not exists btree_gist;

create extension if not exists pgcrypto;

-- Tables: columns, keys, checks

create table account_reset (
  id uuid default gen_random_uuid() not null,
  officer_id uuid not null,
  lost text not null,
  reason text not null,
  state text not null,
  due_on date not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,
  used_at timestamp with time zone,
  constraint pk_account_reset PRIMARY KEY (id),
  constraint account_reset_four_eyes CHECK (((state <> ALL (ARRAY['confirmed'::text, 'used'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> proposed_by) AND (decided_by <> officer_id)))),
  constraint account_reset_lost CHECK ((lost = ANY (ARRAY['password'::text, 'second_factor'::text, 'both'::text]))),
  constraint account_reset_others CHECK ((proposed_by <> officer_id)),
  constraint account_reset_state CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'used'::text, 'refused'::text, 'withdrawn'::text, 'objected'::text, 'lapsed'::text]))),
  constraint account_reset_used CHECK (((state = 'used'::text) = (used_at IS NOT NULL)))
);

create table alert (
  id uuid default gen_random_uuid() not null,
  rule_id uuid not null,
  period_id uuid not null,
  territory_code text not null,
  value integer not null,
  of_total integer not null,
  opened_on date not null,
  seen_on date not null,
  ended_on date,
  constraint pk_alert PRIMARY KEY (id),
  constraint alert_value CHECK (((value >= 0) AND (of_total >= 0)))
);

create table alert_rule (
  id uuid default gen_random_uuid() not null,
  kind text not null,
  territory_code text not null,
  level text not null,
  limit_value integer not null,
  days_left integer,
  role text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint pk_alert_rule PRIMARY KEY (id),
  constraint alert_rule_days CHECK (((kind = 'not_transacted'::text) = (days_left IS NOT NULL))),
  constraint alert_rule_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint alert_rule_kind CHECK ((kind = ANY (ARRAY['not_transacted'::text, 'old_breaks'::text, 'late_desks'::text]))),
  constraint alert_rule_level CHECK ((level = ANY (ARRAY['city'::text, 'kecamatan'::text, 'kelurahan'::text]))),
  constraint alert_rule_limit CHECK ((limit_value > 0))
);

create table allocation (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  city_code text not null,
  quota_families integer not null,
  rupiah_per_family bigint not null,
  amount_rupiah bigint not null,
  constraint pk_allocation PRIMARY KEY (id),
  constraint uq_allocation UNIQUE (period_id, city_code),
  constraint allocation_adds_up CHECK ((amount_rupiah = (quota_families * rupiah_per_family))),
  constraint allocation_positive CHECK (((quota_families >= 0) AND (rupiah_per_family > 0)))
);

create table appointment (
  id uuid default gen_random_uuid() not null,
  officer_id uuid not null,
  office_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  acting text,
  letter_number text,
  extended_from date,
  created_by uuid,
  created_at timestamp with time zone,
  ended_by uuid,
  ended_at timestamp with time zone,
  ended_reason text,
  is_proposed boolean default false not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  constraint pk_appointment PRIMARY KEY (id),
  constraint one_acting EXCLUDE USING gist (office_id WITH =, role WITH =, daterange(valid_from, (valid_to + 1)) WITH &&) WHERE (((acting IS NOT NULL) AND (created_by IS NOT NULL))),
  constraint one_appointment EXCLUDE USING gist (officer_id WITH =, office_id WITH =, role WITH =, daterange(valid_from, (valid_to + 1)) WITH &&),
  constraint appointment_acting CHECK ((acting = ANY (ARRAY['plt'::text, 'plh'::text]))),
  constraint appointment_acting_letter CHECK (((acting IS NULL) OR (created_by IS NULL) OR ((letter_number IS NOT NULL) AND (valid_to IS NOT NULL)))),
  constraint appointment_confirmed CHECK (((NOT (is_proposed AND (confirmed_at IS NOT NULL))) AND (confirmed_by <> created_by) AND (confirmed_by <> officer_id))),
  constraint appointment_dates CHECK ((valid_to >= (valid_from - 1))),
  constraint appointment_ended CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) OR (valid_to IS NOT NULL))))
);

create table approval_policy (
  id uuid default gen_random_uuid() not null,
  kind text not null,
  territory_code text not null,
  version integer not null,
  bands jsonb not null,
  observers text[] not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_proposed_by uuid,
  end_proposed_at timestamp with time zone,
  constraint pk_approval_policy PRIMARY KEY (id),
  constraint uq_approval_policy UNIQUE (kind, territory_code, version),
  constraint approval_policy_ended_by_two CHECK (((ended_at IS NULL) OR ((end_proposed_by IS NOT NULL) AND (end_proposed_by <> ended_by)))) NOT VALID
);

create table approval_request (
  id uuid default gen_random_uuid() not null,
  policy_id uuid not null,
  workflow_id text not null,
  step_key text not null,
  from_rupiah bigint not null,
  observers text[] not null,
  opened_at timestamp with time zone not null,
  constraint pk_approval_request PRIMARY KEY (id),
  constraint uq_approval_request_step UNIQUE (workflow_id, step_key)
);

create table approval_vote (
  id bigint generated always as identity not null,
  request_id uuid not null,
  task_id uuid not null,
  officer_id uuid not null,
  acted_for_id uuid,
  appointment_id uuid not null,
  mandate_id uuid,
  outcome text not null,
  reason text,
  artefact_hash text not null,
  voted_at timestamp with time zone not null,
  constraint pk_approval_vote PRIMARY KEY (id),
  constraint uq_approval_vote UNIQUE (request_id, officer_id, artefact_hash)
);

create table artefact_view (
  officer_id uuid not null,
  subject_key text not null,
  subject_id text not null,
  artefact_hash text not null,
  digest jsonb not null,
  seen_at timestamp with time zone not null,
  earlier jsonb,
  constraint pk_artefact_view PRIMARY KEY (officer_id, subject_key)
);

create table assignment_letter (
  id uuid not null,
  period_id uuid not null,
  city_code text not null,
  territory_code text not null,
  officer_id uuid not null,
  issued_by uuid not null,
  appointment_id uuid not null,
  number text not null,
  issued_at timestamp with time zone not null,
  valid_from date not null,
  valid_to date not null,
  hash text not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  reason text,
  constraint pk_assignment_letter PRIMARY KEY (id),
  constraint assignment_letter_days CHECK ((valid_from <= valid_to)),
  constraint assignment_letter_withdrawn CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (reason IS NULL))))
);

create table assignment_letter_case (
  letter_id uuid not null,
  case_id uuid not null,
  constraint pk_assignment_letter_case PRIMARY KEY (letter_id, case_id)
);

create table attempt (
  key text not null,
  window_started_at timestamp with time zone not null,
  count integer not null,
  constraint pk_attempt PRIMARY KEY (key)
);

create table audit_entry (
  id bigint generated always as identity not null,
  officer_id uuid,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  territory_code text,
  details jsonb default '{}'::jsonb not null,
  request_id text,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone default now() not null,
  constraint pk_audit_entry PRIMARY KEY (id)
);

create table audit_seal (
  number bigint not null,
  first_id bigint not null,
  last_id bigint not null,
  entries integer not null,
  leaves bytea not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  signature text,
  sealed_at timestamp with time zone not null,
  constraint pk_audit_seal PRIMARY KEY (number),
  constraint uq_audit_seal_last_id UNIQUE (last_id),
  constraint audit_seal_leaves CHECK (((entries > 0) AND (octet_length(leaves) = (32 * entries)) AND (first_id <= last_id)))
);

create table bank_answer (
  file_number bigint not null,
  end_to_end_id text not null,
  line integer not null,
  answer text not null,
  reason text,
  on_date date,
  amount_rupiah bigint,
  withdrawn_rupiah bigint,
  balance_rupiah bigint,
  constraint pk_bank_answer PRIMARY KEY (file_number, end_to_end_id, line)
);

create table bank_arrival (
  name text not null,
  size_bytes bigint not null,
  modified_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint pk_bank_arrival PRIMARY KEY (name)
);

create table bank_file (
  id uuid default gen_random_uuid() not null,
  order_id uuid,
  name text not null,
  kind text not null,
  sha256 text not null,
  rows integer not null,
  summary jsonb not null,
  applied_at timestamp with time zone not null,
  number bigint default nextval('bank_file_number_seq'::regclass) not null,
  state text not null,
  attempt integer not null,
  said_at timestamp with time zone not null,
  refusal_code text,
  refusal_details jsonb,
  constraint pk_bank_file PRIMARY KEY (id),
  constraint uq_bank_file UNIQUE (order_id, kind, sha256),
  constraint uq_bank_file_number UNIQUE (number),
  constraint bank_file_refused CHECK (((state = 'refused'::text) = (refusal_code IS NOT NULL)))
);

create table budget (
  id uuid default gen_random_uuid() not null,
  programme text not null,
  year integer not null,
  revision integer not null,
  dipa_number text not null,
  dipa_on date not null,
  amount_rupiah bigint not null,
  state text not null,
  reason text,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint pk_budget PRIMARY KEY (id),
  constraint uq_budget_revision UNIQUE (programme, year, revision),
  constraint budget_four_eyes CHECK (((state <> ALL (ARRAY['in_force'::text, 'superseded'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> proposed_by)))),
  constraint budget_positive CHECK ((amount_rupiah > 0)),
  constraint budget_state CHECK ((state = ANY (ARRAY['proposed'::text, 'in_force'::text, 'superseded'::text, 'refused'::text, 'withdrawn'::text])))
);

create table card (
  id uuid default gen_random_uuid() not null,
  bank_office_id uuid not null,
  ref text not null,
  number_hash bytea not null,
  number_tail text not null,
  number_sealed bytea not null,
  nik_hash bytea not null,
  family_id bigint,
  territory_code text not null,
  replaces_id uuid,
  state text not null,
  since date not null,
  reason text default ''::text not null,
  reason_word_id bigint,
  is_confirmed boolean default false not null,
  until_on date,
  contradicted integer default 0 not null,
  due_on date,
  told_on date,
  constraint pk_card PRIMARY KEY (id),
  constraint uq_card_number UNIQUE (number_hash),
  constraint uq_card_ref UNIQUE (bank_office_id, ref),
  constraint card_confirmed CHECK (((NOT is_confirmed) OR (reason_word_id IS NOT NULL))),
  constraint card_reason CHECK (((reason = ''::text) = (reason_word_id IS NULL))),
  constraint card_state CHECK ((state = ANY (ARRAY['printed'::text, 'at_branch'::text, 'at_place'::text, 'not_handed_over'::text, 'handed_over'::text, 'returned'::text, 'destroyed'::text])))
);

create table card_case (
  id uuid default gen_random_uuid() not null,
  card_id uuid not null,
  opened_on date not null,
  due_on date,
  closed_on date,
  closed_for text,
  constraint pk_card_case PRIMARY KEY (id),
  constraint card_case_closed CHECK ((((closed_on IS NULL) = (closed_for IS NULL)) AND (closed_for = ANY (ARRAY['handed_over'::text, 'confirmed'::text, 'reasoned'::text, 'bank'::text, 'new_day'::text]))))
);

create table card_file (
  id uuid default gen_random_uuid() not null,
  bank_office_id uuid not null,
  name text not null,
  sha256 text not null,
  rows integer not null,
  cards integer not null,
  words integer not null,
  refused integer not null,
  loaded_by uuid not null,
  loaded_at timestamp with time zone not null,
  constraint pk_card_file PRIMARY KEY (id),
  constraint uq_card_file UNIQUE (bank_office_id, sha256)
);

create table card_finding (
  id bigint not null,
  file_id uuid not null,
  row_number integer not null,
  column_name text not null,
  finding text not null,
  card_id uuid,
  row_sealed bytea not null,
  constraint pk_card_finding PRIMARY KEY (id)
);

create table card_word (
  id bigint not null,
  card_id uuid not null,
  kind text not null,
  happened_on date not null,
  reason text default ''::text not null,
  until_on date,
  about_id bigint,
  file_id uuid,
  officer_id uuid,
  note_sealed bytea,
  noted_at timestamp with time zone not null,
  constraint pk_card_word PRIMARY KEY (id),
  constraint card_word_about CHECK (((kind = ANY (ARRAY['confirmed'::text, 'void'::text])) = (about_id IS NOT NULL))),
  constraint card_word_kind CHECK ((kind = ANY (ARRAY['printed'::text, 'at_branch'::text, 'at_place'::text, 'not_handed_over'::text, 'handed_over'::text, 'returned'::text, 'destroyed'::text, 'confirmed'::text, 'void'::text]))),
  constraint card_word_reason CHECK (((reason = ANY (ARRAY[''::text, 'able'::text, 'refused'::text, 'died'::text, 'moved'::text, 'under_age'::text, 'not_found'::text, 'damaged'::text, 'not_received'::text])) AND ((reason = ''::text) OR (kind = 'not_handed_over'::text)) AND ((officer_id IS NULL) OR (kind <> 'not_handed_over'::text) OR ((reason <> ''::text) AND (note_sealed IS NOT NULL))))),
  constraint card_word_source CHECK ((num_nonnulls(file_id, officer_id) = 1))
);

create table case_measure (
  id uuid default gen_random_uuid() not null,
  case_id uuid not null,
  entitlement_id bigint not null,
  kind text not null,
  period_id uuid not null,
  city_code text not null,
  kelurahan_code text not null,
  ground text,
  until_on date,
  state text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  due_on date not null,
  verified_by uuid,
  verified_at timestamp with time zone,
  use_until date,
  ended_by uuid,
  ended_at timestamp with time zone,
  reason text,
  return_id uuid,
  constraint pk_case_measure PRIMARY KEY (id),
  constraint uq_case_measure UNIQUE (case_id, kind),
  constraint case_measure_hold CHECK (((kind = 'hold'::text) = ((ground IS NOT NULL) AND (until_on IS NOT NULL)))),
  constraint case_measure_in_force CHECK (((kind = 'hold'::text) OR (state <> ALL (ARRAY['in_force'::text, 'released'::text])))),
  constraint case_measure_kind CHECK ((kind = ANY (ARRAY['hold'::text, 'return_early'::text]))),
  constraint case_measure_refused CHECK (((state <> 'refused'::text) OR ((ended_by IS NOT NULL) AND (reason IS NOT NULL)))),
  constraint case_measure_released CHECK (((state <> 'released'::text) OR ((ended_by IS NOT NULL) AND (reason IS NOT NULL) AND (use_until IS NOT NULL)))),
  constraint case_measure_returning CHECK (((state <> 'returning'::text) OR (return_id IS NOT NULL))),
  constraint case_measure_state CHECK ((state = ANY (ARRAY['proposed'::text, 'in_force'::text, 'released'::text, 'returning'::text, 'ended'::text, 'refused'::text, 'lapsed'::text, 'overtaken'::text]))),
  constraint case_measure_two CHECK (((verified_by IS NULL) OR (verified_by <> decided_by))),
  constraint case_measure_verified CHECK (((state = ANY (ARRAY['proposed'::text, 'refused'::text, 'lapsed'::text, 'overtaken'::text])) OR ((verified_by IS NOT NULL) AND (verified_at IS NOT NULL))))
);

create table case_request (
  id uuid default gen_random_uuid() not null,
  case_id uuid not null,
  kind text not null,
  period_id uuid not null,
  city_code text not null,
  kelurahan_code text not null,
  owner_id uuid not null,
  due_on date not null,
  state text not null,
  made_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  note text,
  constraint pk_case_request PRIMARY KEY (id),
  constraint uq_case_request UNIQUE (case_id, kind),
  constraint case_request_ended CHECK ((((state = 'open'::text) = (ended_at IS NULL)) AND ((state = ANY (ARRAY['done'::text, 'refused'::text])) = (ended_by IS NOT NULL)) AND ((state = ANY (ARRAY['done'::text, 'refused'::text])) = (note IS NOT NULL)))),
  constraint case_request_kind CHECK ((kind = ANY (ARRAY['recard'::text, 'unblock'::text, 'fix_account'::text, 'check_balance'::text, 'proxy'::text, 'change_head'::text, 'replace'::text, 'freeze'::text, 'unfreeze'::text]))),
  constraint case_request_state CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text, 'overtaken'::text, 'lapsed'::text])))
);

create table case_sanction (
  id uuid default gen_random_uuid() not null,
  case_id uuid not null,
  kind text not null,
  period_id uuid not null,
  city_code text not null,
  kelurahan_code text not null,
  nik_hash bytea not null,
  finding text not null,
  state text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  due_on date not null,
  verified_by uuid,
  verified_at timestamp with time zone,
  objection_until date,
  letter_hash text,
  objection text,
  objected_by uuid,
  objected_at timestamp with time zone,
  answer_due_on date,
  settled_by uuid,
  settled_at timestamp with time zone,
  reason text,
  in_force_at timestamp with time zone,
  constraint pk_case_sanction PRIMARY KEY (id),
  constraint uq_case_sanction UNIQUE (case_id),
  constraint case_sanction_answered CHECK (((state <> 'in_force'::text) OR (objection IS NULL) OR ((settled_by IS NOT NULL) AND (reason IS NOT NULL)))),
  constraint case_sanction_in_force CHECK (((state <> 'in_force'::text) OR (in_force_at IS NOT NULL))),
  constraint case_sanction_kind CHECK ((kind = ANY (ARRAY['suspend'::text, 'exclude'::text]))),
  constraint case_sanction_objected CHECK (((state <> 'objected'::text) OR ((objection IS NOT NULL) AND (objected_by IS NOT NULL)))),
  constraint case_sanction_settled CHECK (((state <> ALL (ARRAY['refused'::text, 'lifted'::text])) OR ((settled_by IS NOT NULL) AND (reason IS NOT NULL)))),
  constraint case_sanction_state CHECK ((state = ANY (ARRAY['proposed'::text, 'verified'::text, 'objected'::text, 'in_force'::text, 'refused'::text, 'lapsed'::text, 'lifted'::text]))),
  constraint case_sanction_third CHECK (((settled_by IS NULL) OR ((settled_by <> decided_by) AND (settled_by IS DISTINCT FROM verified_by)))),
  constraint case_sanction_two CHECK (((verified_by IS NULL) OR (verified_by <> decided_by))),
  constraint case_sanction_verified CHECK (((state = ANY (ARRAY['proposed'::text, 'refused'::text, 'lapsed'::text])) OR ((verified_by IS NOT NULL) AND (verified_at IS NOT NULL) AND (objection_until IS NOT NULL) AND (letter_hash IS NOT NULL))))
);

create table check_list (
  id uuid default gen_random_uuid() not null,
  territory_code text not null,
  kind text not null,
  source text not null,
  listed_on date not null,
  valid_from date not null,
  valid_to date not null,
  file_name text not null,
  sha256 text not null,
  entries integer not null,
  skipped integer not null,
  state text not null,
  loaded_by uuid,
  loaded_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawal_reason text,
  constraint pk_check_list PRIMARY KEY (id),
  constraint uq_check_list_content UNIQUE (territory_code, kind, sha256),
  constraint check_list_days CHECK ((valid_from <= valid_to)),
  constraint check_list_second CHECK ((withdrawn_by <> loaded_by)),
  constraint check_list_state CHECK ((state = ANY (ARRAY['in_force'::text, 'withdrawn'::text]))),
  constraint check_list_withdrawn CHECK (((state = 'withdrawn'::text) = ((withdrawn_by IS NOT NULL) AND (withdrawn_at IS NOT NULL) AND (withdrawal_reason IS NOT NULL))))
);

create table check_list_entry (
  id bigint generated always as identity not null,
  check_list_id uuid not null,
  row_number integer not null,
  nik_hash bytea not null,
  sealed bytea not null,
  constraint pk_check_list_entry PRIMARY KEY (id),
  constraint uq_check_list_entry UNIQUE (check_list_id, nik_hash)
);

create table city_period (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  city_code text not null,
  mandate_id uuid not null,
  state text not null,
  constraint pk_city_period PRIMARY KEY (id),
  constraint uq_city_period UNIQUE (period_id, city_code)
);

create table city_posting (
  id bigint generated always as identity not null,
  transaction_id uuid not null,
  period_id uuid not null,
  city_code text not null,
  account text not null,
  families integer not null,
  amount_rupiah bigint not null,
  posted_on date not null,
  constraint pk_city_posting PRIMARY KEY (id)
);

create table command_receipt (
  officer_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  received_at timestamp with time zone default now() not null,
  constraint pk_command_receipt PRIMARY KEY (officer_id, key)
);

create table complaint (
  id uuid default gen_random_uuid() not null,
  number text not null,
  submission_key uuid not null,
  territory_code text not null,
  kind text not null,
  is_restricted boolean not null,
  channel text not null,
  state text not null,
  office text not null,
  due_on date not null,
  sealed bytea not null,
  family_id bigint,
  received_at timestamp with time zone not null,
  received_by uuid,
  waiting_for text,
  waiting_since date,
  waiting_until date,
  outcome text,
  answer_sealed bytea,
  proposed_by uuid,
  answered_by uuid,
  appeal_until date,
  decided_by uuid,
  merged_into uuid,
  constraint pk_complaint PRIMARY KEY (id),
  constraint uq_complaint_number UNIQUE (number),
  constraint uq_complaint_submission UNIQUE (submission_key),
  constraint complaint_answered CHECK (((state <> ALL (ARRAY['proposed'::text, 'answered'::text, 'appealed'::text, 'final'::text, 'decided'::text])) OR ((outcome IS NOT NULL) AND (answer_sealed IS NOT NULL) AND (proposed_by IS NOT NULL)))),
  constraint complaint_appeal CHECK (((state <> 'decided'::text) OR ((decided_by IS NOT NULL) AND (decided_by <> answered_by) AND (decided_by <> proposed_by)))),
  constraint complaint_four_eyes CHECK (((NOT is_restricted) OR (state <> ALL (ARRAY['answered'::text, 'appealed'::text, 'final'::text, 'decided'::text])) OR ((answered_by IS NOT NULL) AND (answered_by <> proposed_by)))),
  constraint complaint_merged CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
  constraint complaint_state CHECK ((state = ANY (ARRAY['received'::text, 'in_work'::text, 'waiting'::text, 'proposed'::text, 'answered'::text, 'appealed'::text, 'final'::text, 'decided'::text, 'merged'::text]))),
  constraint complaint_waiting CHECK (((state = 'waiting'::text) = ((waiting_for IS NOT NULL) AND (waiting_since IS NOT NULL) AND (waiting_until IS NOT NULL))))
);

create table complaint_event (
  id bigint not null,
  complaint_id uuid not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  officer_id uuid,
  details jsonb not null,
  sealed bytea,
  constraint pk_complaint_event PRIMARY KEY (id)
);

create table complaint_paper (
  id uuid default gen_random_uuid() not null,
  complaint_id uuid not null,
  media_type text not null,
  sha256 text not null,
  size_bytes integer not null,
  sealed bytea not null,
  added_at timestamp with time zone not null,
  constraint pk_complaint_paper PRIMARY KEY (id),
  constraint uq_complaint_paper UNIQUE (complaint_id, sha256)
);

create table decree (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  city_code text not null,
  roster_id uuid not null,
  version integer not null,
  state text not null,
  families integer not null,
  amount_rupiah bigint not null,
  excluded jsonb not null,
  list_hash text not null,
  number text,
  created_at timestamp with time zone not null,
  ratified_at timestamp with time zone,
  constraint pk_decree PRIMARY KEY (id),
  constraint uq_decree_version UNIQUE (period_id, city_code, version)
);

create table document_number (
  office_id uuid not null,
  kind text not null,
  year integer not null,
  number integer not null,
  written text not null,
  subject_id uuid not null,
  given_at timestamp with time zone not null,
  constraint pk_document_number PRIMARY KEY (office_id, kind, year, number),
  constraint uq_document_number_subject UNIQUE (kind, subject_id)
);

create table entitlement (
  id bigint generated always as identity not null,
  period_id uuid not null,
  city_code text not null,
  decree_id uuid not null,
  roster_row_id bigint not null,
  kpm_code text not null,
  kelurahan_code text not null,
  purpose text not null,
  nik_hash bytea not null,
  account_hash bytea,
  amount_rupiah bigint not null,
  state text not null,
  live boolean default true not null,
  reason text,
  order_id uuid,
  end_to_end_id text not null,
  credited_on date,
  transacted_on date,
  settled_file bigint,
  settled_as text,
  reissues_id bigint,
  payee_sealed bytea,
  constraint pk_entitlement PRIMARY KEY (id),
  constraint uq_entitlement_end_to_end_id UNIQUE (end_to_end_id),
  constraint uq_entitlement_reissues UNIQUE (reissues_id),
  constraint entitlement_positive CHECK ((amount_rupiah > 0))
) with (fillfactor=50);

create table exchanged_file (
  id bigint generated always as identity not null,
  direction text not null,
  name text not null,
  mailbox text,
  kind text not null,
  order_id uuid,
  file_id uuid,
  is_repeat boolean default false not null,
  sha256 text,
  rows integer,
  passed_at timestamp with time zone not null,
  written_at timestamp with time zone,
  constraint pk_exchanged_file PRIMARY KEY (id),
  constraint uq_exchanged_file UNIQUE NULLS NOT DISTINCT (direction, mailbox, name, written_at),
  constraint exchanged_file_direction CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint exchanged_file_kind CHECK ((((kind = ANY (ARRAY['order'::text, 'usage_request'::text, 'return_order'::text])) = (direction = 'out'::text)) AND ((direction = 'out'::text) OR (kind = ANY (ARRAY['status'::text, 'usage'::text, 'return'::text, 'unknown'::text])))))
);

create table family (
  id bigint not null,
  nik_hash bytea not null,
  nik_tail text,
  kk_hash bytea,
  account_hash bytea,
  territory_code text not null,
  since timestamp with time zone not null,
  constraint pk_family PRIMARY KEY (id),
  constraint uq_family_nik UNIQUE (nik_hash)
);

create table family_change (
  id uuid default gen_random_uuid() not null,
  family_id bigint not null,
  territory_code text not null,
  field text not null,
  sealed bytea not null,
  content_hash text not null,
  new_nik_hash bytea,
  reason text not null,
  paper_id uuid,
  state text not null,
  due_on date not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,
  complaint_id uuid,
  constraint pk_family_change PRIMARY KEY (id),
  constraint family_change_field CHECK ((field = ANY (ARRAY['name'::text, 'address'::text, 'phone'::text, 'head'::text, 'reentry'::text]))),
  constraint family_change_four_eyes CHECK (((state <> ALL (ARRAY['confirmed'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> proposed_by)))),
  constraint family_change_head CHECK (((field = 'head'::text) = (new_nik_hash IS NOT NULL))),
  constraint family_change_source CHECK (((paper_id IS NOT NULL) OR (complaint_id IS NOT NULL))),
  constraint family_change_state CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text, 'lapsed'::text])))
);

create table family_doubt (
  id bigint generated always as identity not null,
  roster_id uuid not null,
  roster_row_id bigint not null,
  kind text not null,
  basis text not null,
  opened_at timestamp with time zone not null,
  decision text,
  explanation text,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  proposed_round integer,
  settled_at timestamp with time zone,
  check_entry_id bigint,
  void_at timestamp with time zone,
  unused_months integer,
  constraint pk_family_doubt PRIMARY KEY (id),
  constraint uq_family_doubt UNIQUE (roster_row_id, kind, basis),
  constraint family_doubt_decision CHECK ((decision = ANY (ARRAY['cleared'::text, 'excluded'::text, 'unresolved'::text]))),
  constraint family_doubt_entry CHECK (((kind = 'listed'::text) = (check_entry_id IS NOT NULL))),
  constraint family_doubt_kind CHECK ((kind = ANY (ARRAY['identity'::text, 'listed'::text, 'excluded'::text, 'unused'::text]))),
  constraint family_doubt_proposed CHECK ((((decision IS NULL) = (proposed_by IS NULL)) AND ((decision IS NULL) = (proposed_round IS NULL)))),
  constraint family_doubt_reentry CHECK (((kind <> 'excluded'::text) OR (decision IS DISTINCT FROM 'cleared'::text))),
  constraint family_doubt_settled CHECK (((settled_at IS NULL) OR (decision IS NOT NULL))),
  constraint family_doubt_unused CHECK (((kind <> 'unused'::text) OR (decision IS DISTINCT FROM 'excluded'::text))),
  constraint family_doubt_unused_months CHECK (((kind = 'unused'::text) = (unused_months IS NOT NULL))),
  constraint family_doubt_void CHECK (((void_at IS NULL) OR (settled_at IS NULL)))
);

create table family_event (
  id bigint generated always as identity not null,
  family_id bigint not null,
  roster_row_id bigint not null,
  event text not null,
  other_family_id bigint,
  noted_at timestamp with time zone not null,
  constraint pk_family_event PRIMARY KEY (id),
  constraint family_event_event CHECK ((event = ANY (ARRAY['card_changed'::text, 'head_changed'::text, 'card_shared'::text])))
);

create table family_former_key (
  family_id bigint not null,
  kind text not null,
  hash bytea not null,
  until_row_id bigint not null,
  constraint pk_family_former_key PRIMARY KEY (kind, hash, family_id),
  constraint family_former_key_kind CHECK ((kind = ANY (ARRAY['nik'::text, 'kk'::text, 'account'::text])))
);

create table family_listing (
  family_id bigint not null,
  roster_row_id bigint not null,
  linked_by text not null,
  constraint pk_family_listing PRIMARY KEY (family_id, roster_row_id),
  constraint uq_family_listing_row UNIQUE (roster_row_id),
  constraint family_listing_linked_by CHECK ((linked_by = ANY (ARRAY['new'::text, 'nik'::text, 'card'::text, 'change'::text])))
);

create table family_name (
  family_id bigint not null,
  keys smallint[] not null,
  constraint pk_family_name PRIMARY KEY (family_id)
);

create table family_paper (
  id uuid default gen_random_uuid() not null,
  family_id bigint not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  size_bytes integer not null,
  sealed bytea not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint pk_family_paper PRIMARY KEY (id),
  constraint uq_family_paper UNIQUE (family_id, sha256)
);

create table field_conflict (
  id uuid not null,
  case_id uuid not null,
  kelurahan_code text not null,
  officer_id uuid not null,
  task_id uuid not null,
  mine jsonb not null,
  decides text not null,
  restricted boolean not null,
  made_at timestamp with time zone not null,
  state text default 'open'::text not null,
  settled_at timestamp with time zone,
  constraint pk_field_conflict PRIMARY KEY (id),
  constraint field_conflict_settled CHECK (((state = 'open'::text) = (settled_at IS NULL))),
  constraint field_conflict_state CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'recorded'::text, 'theirs'::text])))
);

create table field_device (
  id uuid not null,
  officer_id uuid not null,
  secret_hash bytea not null,
  name text not null,
  registered_at timestamp with time zone not null,
  constraint pk_field_device PRIMARY KEY (id)
);

create table field_lease (
  id uuid default gen_random_uuid() not null,
  device_id uuid not null,
  officer_id uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  skew_seconds integer not null,
  ended_at timestamp with time zone,
  ended_why text,
  ended_by uuid,
  reason text,
  constraint pk_field_lease PRIMARY KEY (id),
  constraint field_lease_ended CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint field_lease_revoked CHECK (((ended_why = 'revoked'::text) = ((reason IS NOT NULL) AND (ended_by IS NOT NULL)))),
  constraint field_lease_why CHECK ((ended_why = ANY (ARRAY['returned'::text, 'replaced'::text, 'revoked'::text, 'office-lost'::text])))
);

create table field_lease_case (
  lease_id uuid not null,
  case_id uuid not null,
  constraint pk_field_lease_case PRIMARY KEY (lease_id, case_id)
);

create table field_operation (
  id uuid not null,
  lease_id uuid not null,
  officer_id uuid not null,
  case_id uuid not null,
  task_id uuid not null,
  content_hash text not null,
  result text not null,
  written_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  constraint pk_field_operation PRIMARY KEY (id),
  constraint field_operation_result CHECK ((result = ANY (ARRAY['recorded'::text, 'conflict'::text])))
);

create table finding_rule (
  programme text not null,
  finding text not null,
  effective_from date not null,
  effective_to date,
  place integer not null,
  branch text not null,
  fault text not null,
  evidence text[] not null,
  decides text not null,
  restricted boolean not null,
  outcomes jsonb not null,
  suggests text not null,
  source text not null,
  verified boolean not null,
  constraint pk_finding_rule PRIMARY KEY (programme, finding, effective_from),
  constraint finding_rule_days CHECK (((effective_to IS NULL) OR (effective_from <= effective_to)))
);

create table follow_up_case (
  id uuid default gen_random_uuid() not null,
  entitlement_id bigint not null,
  period_id uuid not null,
  city_code text not null,
  kelurahan_code text not null,
  kpm_code text not null,
  rt_rw text,
  amount_rupiah bigint not null,
  desk_workflow_id text not null,
  state text not null,
  round integer default 1 not null,
  finding text,
  finding_note text,
  found_by uuid,
  found_at timestamp with time zone,
  outcome text,
  decided_at timestamp with time zone,
  deadline_on date not null,
  decides text,
  restricted boolean default false not null,
  money_decided text,
  closed_at timestamp with time zone,
  closed_money text,
  constraint pk_follow_up_case PRIMARY KEY (id),
  constraint uq_follow_up_case_entitlement_id UNIQUE (entitlement_id),
  constraint follow_up_case_closed CHECK ((((closed_at IS NULL) = (closed_money IS NULL)) AND (closed_money = ANY (ARRAY['used'::text, 'returned'::text])) AND ((closed_at IS NULL) OR (state = ANY (ARRAY['decided'::text, 'used'::text, 'lapsed'::text]))))),
  constraint follow_up_case_money_decided CHECK ((((outcome IS NULL) = (money_decided IS NULL)) AND (money_decided = ANY (ARRAY['keep'::text, 'return'::text]))))
);

create table freeze_period (
  id uuid default gen_random_uuid() not null,
  name text not null,
  reason text not null,
  territory_code text not null,
  actions text[] not null,
  valid_from date not null,
  valid_to date not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_proposed_by uuid,
  end_proposed_at timestamp with time zone,
  constraint pk_freeze_period PRIMARY KEY (id),
  constraint freeze_period_actions CHECK ((cardinality(actions) > 0)),
  constraint freeze_period_dates CHECK ((valid_from <= valid_to)),
  constraint freeze_period_ended_by_two CHECK (((ended_at IS NULL) OR ((end_proposed_by IS NOT NULL) AND (end_proposed_by <> ended_by)))) NOT VALID
);

create table handover (
  id uuid default gen_random_uuid() not null,
  from_officer_id uuid not null,
  to_officer_id uuid not null,
  offered_by uuid not null,
  reason text not null,
  state text default 'offered'::text not null,
  answer_reason text,
  due_on date not null,
  reminded_at timestamp with time zone,
  offered_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint pk_handover PRIMARY KEY (id),
  constraint handover_closed CHECK (((state = 'offered'::text) = (closed_at IS NULL))),
  constraint handover_other CHECK ((to_officer_id <> from_officer_id)),
  constraint handover_state CHECK ((state = ANY (ARRAY['offered'::text, 'answered'::text, 'refused'::text, 'withdrawn'::text])))
);

create table handover_item (
  id bigint generated always as identity not null,
  handover_id uuid not null,
  kind text not null,
  task_id uuid,
  delegation_id uuid,
  state text default 'offered'::text not null,
  refusals jsonb default '[]'::jsonb not null,
  settled_at timestamp with time zone,
  constraint pk_handover_item PRIMARY KEY (id),
  constraint handover_item_about CHECK (((task_id IS NULL) <> (delegation_id IS NULL))),
  constraint handover_item_kind CHECK ((kind = ANY (ARRAY['held'::text, 'forwarded'::text, 'accountable'::text, 'delegation'::text]))),
  constraint handover_item_settled CHECK (((state = 'offered'::text) = (settled_at IS NULL))),
  constraint handover_item_state CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'refused'::text, 'stayed'::text, 'dropped'::text])))
);

create table identity_answer (
  roster_row_id bigint not null,
  roster_file_id uuid not null,
  sealed bytea not null,
  noted_at timestamp with time zone not null,
  constraint pk_identity_answer PRIMARY KEY (roster_row_id)
);

create table inbox_filter (
  id uuid default gen_random_uuid() not null,
  officer_id uuid not null,
  office_id uuid,
  name text not null,
  filter jsonb not null,
  saved_at timestamp with time zone not null,
  constraint pk_inbox_filter PRIMARY KEY (id),
  constraint uq_inbox_filter UNIQUE (officer_id, name)
);

create table ledger_transaction (
  id uuid default gen_random_uuid() not null,
  key text not null,
  kind text not null,
  period_id uuid not null,
  city_code text not null,
  posted_at timestamp with time zone not null,
  constraint pk_ledger_transaction PRIMARY KEY (id),
  constraint uq_ledger_transaction_key UNIQUE (key)
);

create table mail (
  id uuid default gen_random_uuid() not null,
  officer_id uuid not null,
  kind text not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone default now() not null,
  failure text,
  created_at timestamp with time zone default now() not null,
  closed_at timestamp with time zone,
  constraint pk_mail PRIMARY KEY (id),
  constraint mail_kind CHECK ((kind = ANY (ARRAY['immediate'::text, 'digest'::text, 'confirmation'::text]))),
  constraint mail_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'cancelled'::text])))
);

create table mandate (
  id uuid default gen_random_uuid() not null,
  kind text not null,
  period_id uuid not null,
  grantor_office_id uuid not null,
  grantee_office_id uuid not null,
  territory_code text not null,
  powers text[] not null,
  ceiling_families integer not null,
  ceiling_rupiah bigint not null,
  valid_from date not null,
  valid_to date not null,
  state text not null,
  parent_id uuid,
  depth integer default 0 not null,
  letter_number text,
  constraint pk_mandate PRIMARY KEY (id),
  constraint mandate_ceiling CHECK (((ceiling_families >= 0) AND (ceiling_rupiah >= 0))),
  constraint mandate_depth CHECK (((parent_id IS NULL) = (depth = 0))),
  constraint mandate_kind CHECK ((kind = ANY (ARRAY['attribution'::text, 'delegation'::text, 'mandate'::text, 'assignment'::text]))),
  constraint mandate_state CHECK ((state = ANY (ARRAY['granted'::text, 'accepted'::text, 'suspended'::text, 'revoked'::text, 'expired'::text, 'returned'::text, 'refused'::text])))
);

create table mandate_event (
  id bigint generated always as identity not null,
  mandate_id uuid not null,
  event text not null,
  officer_id uuid,
  reason text,
  occurred_at timestamp with time zone not null,
  families integer default 0 not null,
  amount_rupiah bigint default '0'::bigint not null,
  key text,
  task_id uuid,
  constraint pk_mandate_event PRIMARY KEY (id),
  constraint uq_mandate_use UNIQUE (mandate_id, event, key),
  constraint mandate_event_positive CHECK (((families >= 0) AND (amount_rupiah >= 0))),
  constraint mandate_use_has_key CHECK (((event <> ALL (ARRAY['used'::text, 'given_back'::text])) OR (key IS NOT NULL)))
);

create table notification (
  id bigint generated always as identity not null,
  officer_id uuid not null,
  kind text not null,
  key text not null,
  task_id uuid,
  details jsonb default '{}'::jsonb not null,
  occurred_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mail_id uuid,
  constraint pk_notification PRIMARY KEY (id),
  constraint uq_notification UNIQUE (officer_id, key)
);

create table notification_setting (
  officer_id uuid not null,
  email text,
  confirmed_at timestamp with time zone,
  mode text default 'off'::text not null,
  kinds_off text[] default '{}'::text[] not null,
  mail_after bigint default '0'::bigint not null,
  digest_on date,
  code_mail_id uuid,
  code_failures integer default 0 not null,
  refusal text,
  constraint pk_notification_setting PRIMARY KEY (officer_id),
  constraint notification_setting_email CHECK (((email IS NOT NULL) OR ((mode = 'off'::text) AND (confirmed_at IS NULL)))),
  constraint notification_setting_mode CHECK ((mode = ANY (ARRAY['off'::text, 'immediate'::text, 'digest'::text])))
);

create table office (
  id uuid default gen_random_uuid() not null,
  name text not null,
  level text not null,
  territory_code text not null,
  kind text not null,
  constraint pk_office PRIMARY KEY (id),
  constraint uq_office_name UNIQUE (name),
  constraint office_kind CHECK (((kind = ANY (ARRAY['ministry'::text, 'bank'::text, 'post'::text, 'province'::text, 'city'::text, 'kecamatan'::text, 'kelurahan'::text])) AND (level =
CASE
    WHEN (kind = ANY (ARRAY['ministry'::text, 'bank'::text, 'post'::text])) THEN 'nation'::text
    ELSE kind
END)))
);

create table office_delegation (
  id uuid default gen_random_uuid() not null,
  from_officer_id uuid not null,
  to_officer_id uuid not null,
  appointment_id uuid not null,
  to_appointment_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint pk_office_delegation PRIMARY KEY (id),
  constraint office_delegation_once EXCLUDE USING gist (appointment_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((ended_at IS NULL)),
  constraint office_delegation_days CHECK ((valid_to >= valid_from)),
  constraint office_delegation_other CHECK ((to_officer_id <> from_officer_id))
);

create table officer (
  id uuid default gen_random_uuid() not null,
  username text not null,
  full_name text not null,
  password_hash text not null,
  language text default 'id'::text not null,
  disabled_at timestamp with time zone,
  household_hash bytea,
  is_demo boolean default false not null,
  constraint pk_officer PRIMARY KEY (id),
  constraint uq_officer_username UNIQUE (username)
);

create table officer_activation (
  officer_id uuid not null,
  code_hash bytea not null,
  expires_at timestamp with time zone not null,
  created_by uuid not null,
  constraint pk_officer_activation PRIMARY KEY (officer_id)
);

create table officer_identity (
  id uuid default gen_random_uuid() not null,
  officer_id uuid not null,
  issuer text not null,
  subject text not null,
  linked_at timestamp with time zone default now() not null,
  used_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  constraint pk_officer_identity PRIMARY KEY (id)
);

create table officer_leave (
  id uuid default gen_random_uuid() not null,
  officer_id uuid not null,
  kind text not null,
  first_day date not null,
  last_day date not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  cancelled_by uuid,
  cancelled_at timestamp with time zone,
  constraint pk_officer_leave PRIMARY KEY (id),
  constraint one_leave EXCLUDE USING gist (officer_id WITH =, daterange(first_day, (last_day + 1)) WITH &&) WHERE ((cancelled_at IS NULL)),
  constraint officer_leave_cancelled CHECK (((cancelled_at IS NULL) = (cancelled_by IS NULL))),
  constraint officer_leave_dates CHECK ((first_day <= last_day)),
  constraint officer_leave_kind CHECK ((kind = ANY (ARRAY['annual'::text, 'sick'::text, 'duty'::text, 'other'::text])))
);

create table officer_passkey (
  id uuid default gen_random_uuid() not null,
  officer_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] default '{}'::text[] not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  used_at timestamp with time zone,
  constraint pk_officer_passkey PRIMARY KEY (id),
  constraint uq_officer_passkey UNIQUE (credential_id)
);

create table officer_second_factor (
  officer_id uuid not null,
  secret_sealed bytea not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  recovery_hashes bytea[] default '{}'::bytea[] not null,
  created_at timestamp with time zone default now() not null,
  constraint pk_officer_second_factor PRIMARY KEY (officer_id)
);

create table outbox (
  id bigint generated always as identity not null,
  workflow_id text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamp with time zone default now() not null,
  delivered_at timestamp with time zone,
  constraint pk_outbox PRIMARY KEY (id)
);

create table outreach_campaign (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  city_code text not null,
  topic text not null,
  purpose text not null,
  state text not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint pk_outreach_campaign PRIMARY KEY (id),
  constraint outreach_campaign_closed CHECK (((state = 'closed'::text) = ((closed_by IS NOT NULL) AND (closed_at IS NOT NULL)))),
  constraint outreach_campaign_state CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint outreach_campaign_topic CHECK ((topic = ANY (ARRAY['pin'::text, 'card'::text, 'payment'::text, 'rights'::text, 'use_of_aid'::text])))
);

create table outreach_invitation (
  id bigint generated always as identity not null,
  session_id uuid not null,
  entitlement_id bigint not null,
  is_added boolean not null,
  attendance text,
  noted_by uuid,
  noted_at timestamp with time zone,
  constraint pk_outreach_invitation PRIMARY KEY (id),
  constraint uq_outreach_invitation UNIQUE (session_id, entitlement_id),
  constraint outreach_invitation_attendance CHECK ((attendance = ANY (ARRAY['present'::text, 'represented'::text, 'absent'::text]))),
  constraint outreach_invitation_noted CHECK ((num_nonnulls(attendance, noted_by, noted_at) = ANY (ARRAY[0, 3])))
);

create table outreach_place (
  campaign_id uuid not null,
  kelurahan_code text not null,
  credited integer not null,
  not_transacted integer not null,
  found integer not null,
  mendable integer not null,
  constraint pk_outreach_place PRIMARY KEY (campaign_id, kelurahan_code)
);

create table outreach_session (
  id uuid default gen_random_uuid() not null,
  campaign_id uuid not null,
  kelurahan_code text not null,
  on_day date not null,
  starts_at text not null,
  place text not null,
  speaker text not null,
  materials text not null,
  state text not null,
  version integer default 1 not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  others integer,
  report_sealed bytea,
  reason text,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint pk_outreach_session PRIMARY KEY (id),
  constraint outreach_session_ended CHECK (((state <> 'planned'::text) = ((ended_by IS NOT NULL) AND (ended_at IS NOT NULL)))),
  constraint outreach_session_reason CHECK (((state = 'cancelled'::text) = (reason IS NOT NULL))),
  constraint outreach_session_report CHECK ((((state = 'held'::text) = ((others IS NOT NULL) AND (report_sealed IS NOT NULL))) AND (others >= 0))),
  constraint outreach_session_state CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text]))),
  constraint outreach_session_time CHECK ((starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
);

create table passkey_challenge (
  officer_id uuid not null,
  purpose text not null,
  challenge text not null,
  expires_at timestamp with time zone not null,
  constraint pk_passkey_challenge PRIMARY KEY (officer_id, purpose),
  constraint passkey_challenge_purpose CHECK ((purpose = ANY (ARRAY['register'::text, 'sign-in'::text, 'proof'::text])))
);

create table payment_order (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  city_code text not null,
  decree_id uuid not null,
  message_id text not null,
  families integer not null,
  amount_rupiah bigint not null,
  list_hash text not null,
  state text not null,
  spm_number text,
  sp2d_number text,
  execution_on date,
  file_sha256 text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  attempt integer default 1 not null,
  refusal_code text,
  break_round integer default 1 not null,
  reissues_id uuid,
  reissues_round integer,
  generation integer default 1 not null,
  repair_round integer default 1 not null,
  area_id uuid,
  channel text not null,
  constraint pk_payment_order PRIMARY KEY (id),
  constraint uq_payment_order_message_id UNIQUE (message_id),
  constraint uq_payment_order_reissue UNIQUE (reissues_id, reissues_round, channel),
  constraint payment_order_channel CHECK ((channel = ANY (ARRAY['card'::text, 'post'::text])))
);

create table payment_repair (
  id bigint generated always as identity not null,
  order_id uuid not null,
  entitlement_id bigint not null,
  round integer not null,
  action text not null,
  payee_sealed bytea,
  account_hash bytea,
  explanation text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint pk_payment_repair PRIMARY KEY (id),
  constraint uq_payment_repair UNIQUE (entitlement_id, round),
  constraint payment_repair_account CHECK (((action = 'new_account'::text) = ((payee_sealed IS NOT NULL) AND (account_hash IS NOT NULL)))),
  constraint payment_repair_action CHECK ((action = ANY (ARRAY['send_again'::text, 'new_account'::text, 'by_post'::text, 'give_up'::text])))
);

create table period (
  id uuid default gen_random_uuid() not null,
  programme text not null,
  code text not null,
  months text[] not null,
  channel text not null,
  policy_version_id uuid not null,
  state text not null,
  opened_on date not null,
  created_by uuid not null,
  closed_at timestamp with time zone,
  constraint pk_period PRIMARY KEY (id),
  constraint uq_period UNIQUE (programme, code)
);

create table policy_change (
  id uuid default gen_random_uuid() not null,
  programme text not null,
  key text not null,
  value jsonb not null,
  effective_from date not null,
  source text not null,
  verified boolean not null,
  state text not null,
  reason text,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint pk_policy_change PRIMARY KEY (id),
  constraint policy_change_four_eyes CHECK (((state <> ALL (ARRAY['adopted'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> proposed_by)))),
  constraint policy_change_state CHECK ((state = ANY (ARRAY['proposed'::text, 'adopted'::text, 'refused'::text, 'withdrawn'::text])))
);

create table policy_version (
  id uuid default gen_random_uuid() not null,
  programme text not null,
  version integer not null,
  content_hash text not null,
  parameters jsonb not null,
  loaded_at timestamp with time zone not null,
  constraint pk_policy_version PRIMARY KEY (id),
  constraint uq_policy_content UNIQUE (programme, content_hash),
  constraint uq_policy_version UNIQUE (programme, version)
);

create table posting (
  id bigint generated always as identity not null,
  transaction_id uuid not null,
  account text not null,
  territory_code text not null,
  families integer not null,
  amount_rupiah bigint not null,
  constraint pk_posting PRIMARY KEY (id)
);

create table programme_clock (
  id integer not null,
  offset_ms bigint default '0'::bigint not null,
  constraint pk_programme_clock PRIMARY KEY (id),
  constraint one_clock CHECK ((id = 1))
);

create table quota_change (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  ground text not null,
  paper text,
  state text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  lapsed_for jsonb,
  constraint pk_quota_change PRIMARY KEY (id),
  constraint quota_change_ended CHECK (((state = 'proposed'::text) = (ended_at IS NULL))),
  constraint quota_change_lapsed CHECK (((state = 'lapsed'::text) = (lapsed_for IS NOT NULL))),
  constraint quota_change_state CHECK ((state = ANY (ARRAY['proposed'::text, 'applied'::text, 'refused'::text, 'lapsed'::text])))
);

create table quota_change_line (
  change_id uuid not null,
  city_code text not null,
  delta_families integer not null,
  rupiah_per_family bigint not null,
  before_families integer,
  after_families integer,
  constraint pk_quota_change_line PRIMARY KEY (change_id, city_code),
  constraint quota_change_line_adds_up CHECK ((after_families = (before_families + delta_families))),
  constraint quota_change_line_moves CHECK ((delta_families <> 0)),
  constraint quota_change_line_whole CHECK (((before_families IS NULL) = (after_families IS NULL)))
);

create table reconciliation_break (
  id bigint generated always as identity not null,
  order_id uuid not null,
  entitlement_id bigint,
  end_to_end_id text not null,
  type text not null,
  expected_rupiah bigint,
  found_rupiah bigint,
  owner text not null,
  due_on date not null,
  state text not null,
  opened_by uuid,
  settled_by uuid,
  opened_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  reason text,
  said jsonb,
  resolution text,
  explanation text,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  proposed_round integer,
  settled_round integer,
  complaint_id uuid,
  constraint pk_reconciliation_break PRIMARY KEY (id)
);

create table report (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  city_code text not null,
  tier text not null,
  territory_code text not null,
  content jsonb not null,
  content_hash text not null,
  built_at timestamp with time zone not null,
  constraint pk_report PRIMARY KEY (id),
  constraint uq_report UNIQUE (period_id, tier, territory_code)
);

create table roster (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  city_code text not null,
  version integer not null,
  state text not null,
  content_hash text,
  created_at timestamp with time zone not null,
  doubt_round integer default 1 not null,
  constraint pk_roster PRIMARY KEY (id),
  constraint uq_roster_version UNIQUE (period_id, city_code, version)
);

create table roster_file (
  id uuid default gen_random_uuid() not null,
  roster_id uuid not null,
  purpose text not null,
  name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  state text not null,
  rows_read integer default 0 not null,
  rows_valid integer default 0 not null,
  rows_warning integer default 0 not null,
  rows_invalid integer default 0 not null,
  rows_duplicate integer default 0 not null,
  problem jsonb,
  uploaded_by uuid not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  notes jsonb default '[]'::jsonb not null,
  constraint pk_roster_file PRIMARY KEY (id),
  constraint uq_roster_file UNIQUE (roster_id, purpose, sha256)
);

create table roster_row (
  id bigint generated always as identity not null,
  roster_id uuid not null,
  roster_file_id uuid not null,
  row_number integer not null,
  kpm_code text,
  kelurahan_code text,
  rt_rw text,
  nik_hash bytea,
  nik_tail text,
  kk_hash bytea,
  account_hash bytea,
  sealed bytea not null,
  state text not null,
  findings jsonb default '[]'::jsonb not null,
  match_result text,
  verdict text,
  verdict_reason text,
  verdict_by uuid,
  verdict_at timestamp with time zone,
  sheet text default ''::text not null,
  row_digest integer,
  constraint pk_roster_row PRIMARY KEY (id),
  constraint uq_roster_row UNIQUE (roster_file_id, sheet, row_number)
) with (fillfactor=50);

create table service_area (
  id uuid default gen_random_uuid() not null,
  programme text not null,
  channel text not null,
  territory_code text not null,
  valid_from date not null,
  service_name text not null,
  bank_code text not null,
  payer_name text not null,
  payer_account text not null,
  mailbox text not null,
  paper text not null,
  state text not null,
  reason text,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint pk_service_area PRIMARY KEY (id),
  constraint service_area_channel CHECK ((channel = ANY (ARRAY['card'::text, 'post'::text]))),
  constraint service_area_four_eyes CHECK (((state <> ALL (ARRAY['adopted'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> proposed_by)))),
  constraint service_area_state CHECK ((state = ANY (ARRAY['proposed'::text, 'adopted'::text, 'refused'::text, 'withdrawn'::text])))
);

create table session (
  id uuid default gen_random_uuid() not null,
  token_hash bytea not null,
  officer_id uuid not null,
  kind text not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  started_at timestamp with time zone default now() not null,
  used_at timestamp with time zone default now() not null,
  ends_at timestamp with time zone not null,
  address text not null,
  client text not null,
  proved_at timestamp with time zone,
  constraint pk_session PRIMARY KEY (id),
  constraint uq_session_token_hash UNIQUE (token_hash)
);

create table signature (
  id bigint generated always as identity not null,
  chain_key text not null,
  officer_id uuid not null,
  capacity text not null,
  task_id uuid,
  signed_at timestamp with time zone not null,
  constraint pk_signature PRIMARY KEY (id),
  constraint uq_signature_task UNIQUE (task_id, officer_id),
  constraint four_eyes EXCLUDE USING gist (chain_key WITH =, officer_id WITH =, capacity WITH <>)
);

create table spot_check (
  id uuid default gen_random_uuid() not null,
  period_id uuid not null,
  city_code text not null,
  confidence smallint not null,
  margin smallint not null,
  seed text not null,
  state text not null,
  population integer not null,
  sample integer not null,
  closes_on date not null,
  drawn_by uuid not null,
  drawn_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint pk_spot_check PRIMARY KEY (id),
  constraint spot_check_closed CHECK (((state = 'closed'::text) = ((closed_by IS NOT NULL) AND (closed_at IS NOT NULL)))),
  constraint spot_check_precision CHECK (((confidence = ANY (ARRAY[90, 95, 99])) AND ((margin >= 1) AND (margin <= 20)))),
  constraint spot_check_size CHECK (((sample >= 1) AND (sample <= population))),
  constraint spot_check_state CHECK ((state = ANY (ARRAY['drawn'::text, 'closed'::text])))
);

create table spot_check_family (
  id bigint generated always as identity not null,
  spot_check_id uuid not null,
  stratum_code text not null,
  entitlement_id bigint not null,
  kelurahan_code text not null,
  position integer not null,
  is_drawn boolean not null,
  replaces_id bigint,
  constraint pk_spot_check_family PRIMARY KEY (id),
  constraint uq_spot_check_family UNIQUE (spot_check_id, entitlement_id),
  constraint uq_spot_check_position UNIQUE (spot_check_id, stratum_code, "position"),
  constraint uq_spot_check_replaces UNIQUE (replaces_id)
);

create table spot_check_result (
  id bigint generated always as identity not null,
  family_id bigint not null,
  receipt text,
  used_for_food text,
  own_control text,
  fair_price text,
  unreached text,
  note_sealed bytea,
  visited_on date not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null,
  constraint pk_spot_check_result PRIMARY KEY (id),
  constraint spot_check_result_answers CHECK (((used_for_food = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])) AND (own_control = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])) AND (fair_price = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])))),
  constraint spot_check_result_receipt CHECK ((receipt = ANY (ARRAY['received'::text, 'not_received'::text, 'with_issues'::text]))),
  constraint spot_check_result_unreached CHECK ((unreached = ANY (ARRAY['away'::text, 'moved'::text, 'died'::text, 'not_found'::text, 'refused'::text, 'unsafe'::text]))),
  constraint spot_check_result_whole CHECK ((num_nonnulls(receipt, used_for_food, own_control, fair_price) =
CASE
    WHEN (unreached IS NULL) THEN 4
    ELSE 0
END))
);

create table spot_check_stratum (
  spot_check_id uuid not null,
  code text not null,
  population integer not null,
  sample integer not null,
  constraint pk_spot_check_stratum PRIMARY KEY (spot_check_id, code)
);

create table stage_progress (
  period_id uuid not null,
  city_code text not null,
  stage text not null,
  state text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  due_on date,
  constraint pk_stage_progress PRIMARY KEY (period_id, city_code, stage)
);

create table stipend_statement (
  id uuid default gen_random_uuid() not null,
  programme text not null,
  city_code text not null,
  month text not null,
  version integer not null,
  month_rupiah bigint not null,
  visit_rupiah bigint not null,
  lines jsonb not null,
  total_rupiah bigint not null,
  content_hash text not null,
  state text not null,
  reason text,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint pk_stipend_statement PRIMARY KEY (id),
  constraint uq_stipend_statement UNIQUE (city_code, month, programme, version),
  constraint stipend_statement_four_eyes CHECK (((state <> ALL (ARRAY['approved'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> proposed_by)))),
  constraint stipend_statement_month CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint stipend_statement_state CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
);

create table task (
  id uuid default gen_random_uuid() not null,
  kind text not null,
  stage text not null,
  role text not null,
  workflow_id text not null,
  step_key text not null,
  period_id uuid not null,
  city_code text not null,
  territory_code text not null,
  subject_type text not null,
  subject_id text not null,
  chain_key text not null,
  artefact_hash text not null,
  families integer default 0 not null,
  amount_rupiah bigint default '0'::bigint not null,
  state text not null,
  owner_id uuid,
  claimed_at timestamp with time zone,
  due_on date not null,
  escalations integer default 0 not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_reason text,
  delegated_by uuid,
  potential_owners uuid[],
  resume_state text,
  suspended_on date,
  suspended_until date,
  suspended_reason text,
  waiting_for text,
  resumed_on date,
  start_due_on date,
  follow_up_on date,
  added_roles text[] default '{}'::text[] not null,
  steps_done text[] default '{}'::text[] not null,
  approval_request_id uuid,
  approval jsonb,
  excluded_owners uuid[] default '{}'::uuid[] not null,
  delegation_id uuid,
  last_event text,
  constraint pk_task PRIMARY KEY (id),
  constraint uq_task_step UNIQUE (workflow_id, step_key),
  constraint task_approval_is_pinned CHECK (((approval_request_id IS NULL) = (approval IS NULL))),
  constraint task_delegation_has_principal CHECK (((delegation_id IS NULL) OR (delegated_by IS NOT NULL))),
  constraint task_held_has_owner CHECK (((state <> ALL (ARRAY['reserved'::text, 'in_progress'::text])) OR (owner_id IS NOT NULL))),
  constraint task_state CHECK ((state = ANY (ARRAY['created'::text, 'ready'::text, 'reserved'::text, 'in_progress'::text, 'suspended'::text, 'completed'::text, 'failed'::text, 'exited'::text, 'obsolete'::text]))),
  constraint task_suspended_returns CHECK (((state <> 'suspended'::text) OR ((resume_state = ANY (ARRAY['created'::text, 'ready'::text, 'reserved'::text, 'in_progress'::text])) AND (suspended_on IS NOT NULL) AND (suspended_until IS NOT NULL))))
);

create table task_attachment (
  id uuid default gen_random_uuid() not null,
  task_id uuid not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  size_bytes integer not null,
  sealed bytea not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint pk_task_attachment PRIMARY KEY (id),
  constraint uq_task_attachment UNIQUE (task_id, sha256)
);

create table task_decision (
  task_id uuid not null,
  officer_id uuid not null,
  appointment_id uuid not null,
  mandate_id uuid,
  outcome text not null,
  reason text,
  return_to text,
  artefact_hash text not null,
  details jsonb default '{}'::jsonb not null,
  decided_at timestamp with time zone not null,
  acted_for_id uuid,
  constraint pk_task_decision PRIMARY KEY (task_id)
);

create table task_event (
  id bigint generated always as identity not null,
  task_id uuid not null,
  event text not null,
  officer_id uuid,
  reason text,
  details jsonb default '{}'::jsonb not null,
  occurred_at timestamp with time zone not null,
  constraint pk_task_event PRIMARY KEY (id)
);

create table task_watch (
  task_id uuid not null,
  officer_id uuid not null,
  since timestamp with time zone not null,
  constraint pk_task_watch PRIMARY KEY (officer_id, task_id)
);

create table territory (
  code text not null,
  name text not null,
  level text not null,
  parent_code text,
  constraint pk_territory PRIMARY KEY (code)
);

create table territory_holiday (
  id uuid default gen_random_uuid() not null,
  territory_code text not null,
  day date not null,
  name text not null,
  source text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_by uuid,
  removed_at timestamp with time zone,
  constraint pk_territory_holiday PRIMARY KEY (id)
);

create table territory_outline (
  code text not null,
  polygons jsonb not null,
  content_hash text not null,
  is_derived boolean not null,
  constraint pk_territory_outline PRIMARY KEY (code)
);

create table treasury_deposit (
  order_id uuid not null,
  ntpn text not null,
  ntb text not null,
  amount_rupiah bigint not null,
  deposited_on date not null,
  noted_at timestamp with time zone not null,
  return_number integer default 0 not null,
  constraint pk_treasury_deposit PRIMARY KEY (order_id, return_number, ntpn),
  constraint treasury_deposit_positive CHECK ((amount_rupiah > 0))
);

create table treasury_return (
  id uuid default gen_random_uuid() not null,
  order_id uuid not null,
  state text not null,
  families integer not null,
  held_rupiah bigint not null,
  list_hash text not null,
  created_at timestamp with time zone not null,
  instructed_at timestamp with time zone,
  number integer default 0 not null,
  constraint pk_treasury_return PRIMARY KEY (id),
  constraint uq_treasury_return_number UNIQUE (order_id, number)
);

create table treasury_return_item (
  entitlement_id bigint not null,
  return_id uuid not null,
  constraint pk_treasury_return_item PRIMARY KEY (entitlement_id, return_id)
);

create table webhook_attempt (
  id bigint not null,
  delivery_id uuid not null,
  started_at timestamp with time zone not null,
  duration_ms integer not null,
  status integer,
  failure text,
  answer text not null,
  constraint pk_webhook_attempt PRIMARY KEY (id),
  constraint webhook_attempt_answer CHECK (((status IS NULL) <> (failure IS NULL)))
);

create table webhook_delivery (
  id uuid default gen_random_uuid() not null,
  fact_id uuid not null,
  endpoint_id uuid not null,
  state text default 'pending'::text not null,
  tries integer default 0 not null,
  is_urgent boolean default false not null,
  next_attempt_at timestamp with time zone default now() not null,
  created_at timestamp(3) with time zone default now() not null,
  closed_at timestamp with time zone,
  constraint pk_webhook_delivery PRIMARY KEY (id),
  constraint uq_webhook_delivery UNIQUE (fact_id, endpoint_id),
  constraint webhook_delivery_closed CHECK (((state = 'pending'::text) = (closed_at IS NULL))),
  constraint webhook_delivery_state CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'given_up'::text, 'dropped'::text])))
);

create table webhook_endpoint (
  id uuid default gen_random_uuid() not null,
  territory_code text not null,
  name text not null,
  url text not null,
  types text[] not null,
  state text default 'active'::text not null,
  cause text default 'officer'::text not null,
  secret_sealed bytea not null,
  former_sealed bytea,
  former_until timestamp with time zone,
  given_up integer default 0 not null,
  away_since timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint pk_webhook_endpoint PRIMARY KEY (id),
  constraint webhook_endpoint_cause CHECK ((cause = ANY (ARRAY['officer'::text, 'failures'::text, 'gone'::text]))),
  constraint webhook_endpoint_former CHECK (((former_sealed IS NULL) = (former_until IS NULL))),
  constraint webhook_endpoint_state CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'ended'::text]))),
  constraint webhook_endpoint_types CHECK ((cardinality(types) > 0))
);

create table webhook_fact (
  id uuid default gen_random_uuid() not null,
  type text not null,
  subject_id uuid not null,
  territory_code text not null,
  occurred_at timestamp with time zone not null,
  data jsonb not null,
  constraint pk_webhook_fact PRIMARY KEY (id)
);

-- References

alter table account_reset add constraint fk_account_reset_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table account_reset add constraint fk_account_reset_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table account_reset add constraint fk_account_reset_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table alert add constraint fk_alert_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table alert add constraint fk_alert_rule_id FOREIGN KEY (rule_id) REFERENCES alert_rule(id);

alter table alert_rule add constraint fk_alert_rule_created_by FOREIGN KEY (created_by) REFERENCES officer(id);

alter table alert_rule add constraint fk_alert_rule_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table allocation add constraint fk_allocation_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table appointment add constraint fk_appointment_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES officer(id);

alter table appointment add constraint fk_appointment_created_by FOREIGN KEY (created_by) REFERENCES officer(id);

alter table appointment add constraint fk_appointment_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table appointment add constraint fk_appointment_office_id FOREIGN KEY (office_id) REFERENCES office(id);

alter table appointment add constraint fk_appointment_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table approval_policy add constraint fk_approval_policy_created_by FOREIGN KEY (created_by) REFERENCES officer(id);

alter table approval_policy add constraint fk_approval_policy_end_proposed_by FOREIGN KEY (end_proposed_by) REFERENCES officer(id);

alter table approval_policy add constraint fk_approval_policy_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table approval_request add constraint fk_approval_request_policy FOREIGN KEY (policy_id) REFERENCES approval_policy(id);

alter table approval_vote add constraint fk_approval_vote_acted_for FOREIGN KEY (acted_for_id) REFERENCES officer(id);

alter table approval_vote add constraint fk_approval_vote_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table approval_vote add constraint fk_approval_vote_request FOREIGN KEY (request_id) REFERENCES approval_request(id);

alter table approval_vote add constraint fk_approval_vote_task FOREIGN KEY (task_id) REFERENCES task(id);

alter table artefact_view add constraint fk_artefact_view_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table assignment_letter add constraint fk_assignment_letter_appointment FOREIGN KEY (appointment_id) REFERENCES appointment(id);

alter table assignment_letter add constraint fk_assignment_letter_issued_by FOREIGN KEY (issued_by) REFERENCES officer(id);

alter table assignment_letter add constraint fk_assignment_letter_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table assignment_letter add constraint fk_assignment_letter_period FOREIGN KEY (period_id) REFERENCES period(id);

alter table assignment_letter add constraint fk_assignment_letter_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES officer(id);

alter table assignment_letter_case add constraint fk_assignment_letter_case_case FOREIGN KEY (case_id) REFERENCES follow_up_case(id);

alter table assignment_letter_case add constraint fk_assignment_letter_case_letter FOREIGN KEY (letter_id) REFERENCES assignment_letter(id);

alter table bank_file add constraint fk_bank_file_order_id FOREIGN KEY (order_id) REFERENCES payment_order(id);

alter table budget add constraint fk_budget_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table budget add constraint fk_budget_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table card add constraint fk_card_bank_office_id FOREIGN KEY (bank_office_id) REFERENCES office(id);

alter table card add constraint fk_card_family_id FOREIGN KEY (family_id) REFERENCES family(id);

alter table card add constraint fk_card_replaces_id FOREIGN KEY (replaces_id) REFERENCES card(id);

alter table card_case add constraint fk_card_case_card_id FOREIGN KEY (card_id) REFERENCES card(id);

alter table card_file add constraint fk_card_file_bank_office_id FOREIGN KEY (bank_office_id) REFERENCES office(id);

alter table card_file add constraint fk_card_file_loaded_by FOREIGN KEY (loaded_by) REFERENCES officer(id);

alter table card_finding add constraint fk_card_finding_card_id FOREIGN KEY (card_id) REFERENCES card(id);

alter table card_finding add constraint fk_card_finding_file_id FOREIGN KEY (file_id) REFERENCES card_file(id);

alter table card_word add constraint fk_card_word_about_id FOREIGN KEY (about_id) REFERENCES card_word(id);

alter table card_word add constraint fk_card_word_card_id FOREIGN KEY (card_id) REFERENCES card(id);

alter table card_word add constraint fk_card_word_file_id FOREIGN KEY (file_id) REFERENCES card_file(id);

alter table card_word add constraint fk_card_word_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table case_measure add constraint fk_case_measure_case FOREIGN KEY (case_id) REFERENCES follow_up_case(id);

alter table case_measure add constraint fk_case_measure_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table case_measure add constraint fk_case_measure_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table case_measure add constraint fk_case_measure_entitlement FOREIGN KEY (entitlement_id) REFERENCES entitlement(id);

alter table case_measure add constraint fk_case_measure_return FOREIGN KEY (return_id) REFERENCES treasury_return(id);

alter table case_measure add constraint fk_case_measure_verified_by FOREIGN KEY (verified_by) REFERENCES officer(id);

alter table case_request add constraint fk_case_request_case FOREIGN KEY (case_id) REFERENCES follow_up_case(id);

alter table case_request add constraint fk_case_request_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table case_request add constraint fk_case_request_owner FOREIGN KEY (owner_id) REFERENCES officer(id);

alter table case_sanction add constraint fk_case_sanction_case FOREIGN KEY (case_id) REFERENCES follow_up_case(id);

alter table case_sanction add constraint fk_case_sanction_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table case_sanction add constraint fk_case_sanction_objected_by FOREIGN KEY (objected_by) REFERENCES officer(id);

alter table case_sanction add constraint fk_case_sanction_settled_by FOREIGN KEY (settled_by) REFERENCES officer(id);

alter table case_sanction add constraint fk_case_sanction_verified_by FOREIGN KEY (verified_by) REFERENCES officer(id);

alter table check_list add constraint fk_check_list_loaded_by FOREIGN KEY (loaded_by) REFERENCES officer(id);

alter table check_list add constraint fk_check_list_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES officer(id);

alter table check_list_entry add constraint fk_check_list_entry_check_list_id FOREIGN KEY (check_list_id) REFERENCES check_list(id);

alter table city_period add constraint fk_city_period_mandate_id FOREIGN KEY (mandate_id) REFERENCES mandate(id);

alter table city_period add constraint fk_city_period_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table city_posting add constraint fk_city_posting_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table city_posting add constraint fk_city_posting_transaction_id FOREIGN KEY (transaction_id) REFERENCES ledger_transaction(id);

alter table command_receipt add constraint fk_command_receipt_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table complaint add constraint fk_complaint_answered_by FOREIGN KEY (answered_by) REFERENCES officer(id);

alter table complaint add constraint fk_complaint_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table complaint add constraint fk_complaint_family_id FOREIGN KEY (family_id) REFERENCES family(id);

alter table complaint add constraint fk_complaint_merged_into FOREIGN KEY (merged_into) REFERENCES complaint(id);

alter table complaint add constraint fk_complaint_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table complaint add constraint fk_complaint_received_by FOREIGN KEY (received_by) REFERENCES officer(id);

alter table complaint_event add constraint fk_complaint_event_complaint_id FOREIGN KEY (complaint_id) REFERENCES complaint(id);

alter table complaint_event add constraint fk_complaint_event_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table complaint_paper add constraint fk_complaint_paper_complaint_id FOREIGN KEY (complaint_id) REFERENCES complaint(id);

alter table decree add constraint fk_decree_roster_id FOREIGN KEY (roster_id) REFERENCES roster(id);

alter table document_number add constraint fk_document_number_office_id FOREIGN KEY (office_id) REFERENCES office(id);

alter table entitlement add constraint fk_entitlement_decree_id FOREIGN KEY (decree_id) REFERENCES decree(id);

alter table entitlement add constraint fk_entitlement_reissues_id FOREIGN KEY (reissues_id) REFERENCES entitlement(id);

alter table entitlement add constraint fk_entitlement_roster_row_id FOREIGN KEY (roster_row_id) REFERENCES roster_row(id);

alter table exchanged_file add constraint fk_exchanged_file_content FOREIGN KEY (file_id) REFERENCES bank_file(id);

alter table exchanged_file add constraint fk_exchanged_file_order FOREIGN KEY (order_id) REFERENCES payment_order(id);

alter table family_change add constraint fk_family_change_complaint_id FOREIGN KEY (complaint_id) REFERENCES complaint(id);

alter table family_change add constraint fk_family_change_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table family_change add constraint fk_family_change_family_id FOREIGN KEY (family_id) REFERENCES family(id);

alter table family_change add constraint fk_family_change_paper_id FOREIGN KEY (paper_id) REFERENCES family_paper(id);

alter table family_change add constraint fk_family_change_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table family_doubt add constraint fk_family_doubt_check_entry_id FOREIGN KEY (check_entry_id) REFERENCES check_list_entry(id);

alter table family_doubt add constraint fk_family_doubt_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table family_doubt add constraint fk_family_doubt_roster_id FOREIGN KEY (roster_id) REFERENCES roster(id);

alter table family_doubt add constraint fk_family_doubt_roster_row_id FOREIGN KEY (roster_row_id) REFERENCES roster_row(id);

alter table family_event add constraint fk_family_event_family_id FOREIGN KEY (family_id) REFERENCES family(id);

alter table family_event add constraint fk_family_event_other_family_id FOREIGN KEY (other_family_id) REFERENCES family(id);

alter table family_former_key add constraint fk_family_former_key_family_id FOREIGN KEY (family_id) REFERENCES family(id);

alter table family_name add constraint fk_family_name_family_id FOREIGN KEY (family_id) REFERENCES family(id);

alter table family_paper add constraint fk_family_paper_added_by FOREIGN KEY (added_by) REFERENCES officer(id);

alter table family_paper add constraint fk_family_paper_family_id FOREIGN KEY (family_id) REFERENCES family(id);

alter table field_conflict add constraint fk_field_conflict_case FOREIGN KEY (case_id) REFERENCES follow_up_case(id);

alter table field_conflict add constraint fk_field_conflict_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table field_device add constraint fk_field_device_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table field_lease add constraint fk_field_lease_device FOREIGN KEY (device_id) REFERENCES field_device(id);

alter table field_lease add constraint fk_field_lease_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table field_lease add constraint fk_field_lease_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table field_lease_case add constraint fk_field_lease_case_case FOREIGN KEY (case_id) REFERENCES follow_up_case(id);

alter table field_lease_case add constraint fk_field_lease_case_lease FOREIGN KEY (lease_id) REFERENCES field_lease(id);

alter table field_operation add constraint fk_field_operation_lease FOREIGN KEY (lease_id) REFERENCES field_lease(id);

alter table follow_up_case add constraint fk_follow_up_case_entitlement_id FOREIGN KEY (entitlement_id) REFERENCES entitlement(id);

alter table freeze_period add constraint fk_freeze_period_created_by FOREIGN KEY (created_by) REFERENCES officer(id);

alter table freeze_period add constraint fk_freeze_period_end_proposed_by FOREIGN KEY (end_proposed_by) REFERENCES officer(id);

alter table freeze_period add constraint fk_freeze_period_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table handover add constraint fk_handover_from FOREIGN KEY (from_officer_id) REFERENCES officer(id);

alter table handover add constraint fk_handover_offered_by FOREIGN KEY (offered_by) REFERENCES officer(id);

alter table handover add constraint fk_handover_to FOREIGN KEY (to_officer_id) REFERENCES officer(id);

alter table handover_item add constraint fk_handover_item_delegation FOREIGN KEY (delegation_id) REFERENCES office_delegation(id);

alter table handover_item add constraint fk_handover_item_handover FOREIGN KEY (handover_id) REFERENCES handover(id);

alter table handover_item add constraint fk_handover_item_task FOREIGN KEY (task_id) REFERENCES task(id);

alter table identity_answer add constraint fk_identity_answer_roster_file_id FOREIGN KEY (roster_file_id) REFERENCES roster_file(id);

alter table identity_answer add constraint fk_identity_answer_roster_row_id FOREIGN KEY (roster_row_id) REFERENCES roster_row(id);

alter table inbox_filter add constraint fk_inbox_filter_office FOREIGN KEY (office_id) REFERENCES office(id);

alter table inbox_filter add constraint fk_inbox_filter_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table ledger_transaction add constraint fk_ledger_transaction_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table mail add constraint fk_mail_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table mandate add constraint fk_mandate_parent FOREIGN KEY (parent_id) REFERENCES mandate(id);

alter table mandate add constraint fk_mandate_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table mandate_event add constraint fk_mandate_event_mandate_id FOREIGN KEY (mandate_id) REFERENCES mandate(id);

alter table mandate_event add constraint fk_mandate_event_task FOREIGN KEY (task_id) REFERENCES task(id);

alter table notification add constraint fk_notification_mail FOREIGN KEY (mail_id) REFERENCES mail(id);

alter table notification add constraint fk_notification_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table notification add constraint fk_notification_task FOREIGN KEY (task_id) REFERENCES task(id);

alter table notification_setting add constraint fk_notification_setting_code FOREIGN KEY (code_mail_id) REFERENCES mail(id);

alter table notification_setting add constraint fk_notification_setting_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table office_delegation add constraint fk_office_delegation_appointment FOREIGN KEY (appointment_id) REFERENCES appointment(id);

alter table office_delegation add constraint fk_office_delegation_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table office_delegation add constraint fk_office_delegation_from FOREIGN KEY (from_officer_id) REFERENCES officer(id);

alter table office_delegation add constraint fk_office_delegation_to FOREIGN KEY (to_officer_id) REFERENCES officer(id);

alter table office_delegation add constraint fk_office_delegation_to_appointment FOREIGN KEY (to_appointment_id) REFERENCES appointment(id);

alter table officer_activation add constraint fk_officer_activation_created_by FOREIGN KEY (created_by) REFERENCES officer(id);

alter table officer_activation add constraint fk_officer_activation_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table officer_identity add constraint fk_officer_identity_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table officer_leave add constraint fk_officer_leave_cancelled_by FOREIGN KEY (cancelled_by) REFERENCES officer(id);

alter table officer_leave add constraint fk_officer_leave_created_by FOREIGN KEY (created_by) REFERENCES officer(id);

alter table officer_leave add constraint fk_officer_leave_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table officer_passkey add constraint fk_officer_passkey_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table officer_second_factor add constraint fk_officer_second_factor_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table outreach_campaign add constraint fk_outreach_campaign_closed_by FOREIGN KEY (closed_by) REFERENCES officer(id);

alter table outreach_campaign add constraint fk_outreach_campaign_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table outreach_campaign add constraint fk_outreach_campaign_planned_by FOREIGN KEY (planned_by) REFERENCES officer(id);

alter table outreach_invitation add constraint fk_outreach_invitation_entitlement_id FOREIGN KEY (entitlement_id) REFERENCES entitlement(id);

alter table outreach_invitation add constraint fk_outreach_invitation_noted_by FOREIGN KEY (noted_by) REFERENCES officer(id);

alter table outreach_invitation add constraint fk_outreach_invitation_session_id FOREIGN KEY (session_id) REFERENCES outreach_session(id);

alter table outreach_place add constraint fk_outreach_place_campaign_id FOREIGN KEY (campaign_id) REFERENCES outreach_campaign(id);

alter table outreach_session add constraint fk_outreach_session_campaign_id_kelurahan_code FOREIGN KEY (campaign_id, kelurahan_code) REFERENCES outreach_place(campaign_id, kelurahan_code);

alter table outreach_session add constraint fk_outreach_session_ended_by FOREIGN KEY (ended_by) REFERENCES officer(id);

alter table outreach_session add constraint fk_outreach_session_planned_by FOREIGN KEY (planned_by) REFERENCES officer(id);

alter table passkey_challenge add constraint fk_passkey_challenge_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table payment_order add constraint fk_payment_order_area_id FOREIGN KEY (area_id) REFERENCES service_area(id);

alter table payment_order add constraint fk_payment_order_decree_id FOREIGN KEY (decree_id) REFERENCES decree(id);

alter table payment_order add constraint fk_payment_order_reissues_id FOREIGN KEY (reissues_id) REFERENCES payment_order(id);

alter table payment_repair add constraint fk_payment_repair_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table payment_repair add constraint fk_payment_repair_entitlement_id FOREIGN KEY (entitlement_id) REFERENCES entitlement(id);

alter table payment_repair add constraint fk_payment_repair_order_id FOREIGN KEY (order_id) REFERENCES payment_order(id);

alter table period add constraint fk_period_created_by FOREIGN KEY (created_by) REFERENCES officer(id);

alter table period add constraint fk_period_policy_version_id FOREIGN KEY (policy_version_id) REFERENCES policy_version(id);

alter table policy_change add constraint fk_policy_change_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table policy_change add constraint fk_policy_change_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table posting add constraint fk_posting_transaction_id FOREIGN KEY (transaction_id) REFERENCES ledger_transaction(id);

alter table quota_change add constraint fk_quota_change_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table quota_change add constraint fk_quota_change_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table quota_change_line add constraint fk_quota_change_line_change_id FOREIGN KEY (change_id) REFERENCES quota_change(id);

alter table reconciliation_break add constraint fk_reconciliation_break_complaint_id FOREIGN KEY (complaint_id) REFERENCES complaint(id);

alter table reconciliation_break add constraint fk_reconciliation_break_opened_by FOREIGN KEY (opened_by) REFERENCES bank_file(id);

alter table reconciliation_break add constraint fk_reconciliation_break_order_id FOREIGN KEY (order_id) REFERENCES payment_order(id);

alter table reconciliation_break add constraint fk_reconciliation_break_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table report add constraint fk_report_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table roster add constraint fk_roster_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table roster_file add constraint fk_roster_file_roster_id FOREIGN KEY (roster_id) REFERENCES roster(id);

alter table roster_row add constraint fk_roster_row_roster_file_id FOREIGN KEY (roster_file_id) REFERENCES roster_file(id);

alter table service_area add constraint fk_service_area_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table service_area add constraint fk_service_area_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table session add constraint fk_session_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table signature add constraint fk_signature_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table spot_check add constraint fk_spot_check_closed_by FOREIGN KEY (closed_by) REFERENCES officer(id);

alter table spot_check add constraint fk_spot_check_drawn_by FOREIGN KEY (drawn_by) REFERENCES officer(id);

alter table spot_check add constraint fk_spot_check_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table spot_check_family add constraint fk_spot_check_family_entitlement_id FOREIGN KEY (entitlement_id) REFERENCES entitlement(id);

alter table spot_check_family add constraint fk_spot_check_family_replaces_id FOREIGN KEY (replaces_id) REFERENCES spot_check_family(id);

alter table spot_check_family add constraint fk_spot_check_family_spot_check_id FOREIGN KEY (spot_check_id) REFERENCES spot_check(id);

alter table spot_check_result add constraint fk_spot_check_result_family_id FOREIGN KEY (family_id) REFERENCES spot_check_family(id);

alter table spot_check_result add constraint fk_spot_check_result_noted_by FOREIGN KEY (noted_by) REFERENCES officer(id);

alter table spot_check_stratum add constraint fk_spot_check_stratum_spot_check_id FOREIGN KEY (spot_check_id) REFERENCES spot_check(id);

alter table stage_progress add constraint fk_stage_progress_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table stipend_statement add constraint fk_stipend_statement_decided_by FOREIGN KEY (decided_by) REFERENCES officer(id);

alter table stipend_statement add constraint fk_stipend_statement_proposed_by FOREIGN KEY (proposed_by) REFERENCES officer(id);

alter table task add constraint fk_task_approval_request FOREIGN KEY (approval_request_id) REFERENCES approval_request(id);

alter table task add constraint fk_task_delegated_by FOREIGN KEY (delegated_by) REFERENCES officer(id);

alter table task add constraint fk_task_delegation FOREIGN KEY (delegation_id) REFERENCES office_delegation(id);

alter table task add constraint fk_task_owner_id FOREIGN KEY (owner_id) REFERENCES officer(id);

alter table task add constraint fk_task_period_id FOREIGN KEY (period_id) REFERENCES period(id);

alter table task_attachment add constraint fk_task_attachment_added_by FOREIGN KEY (added_by) REFERENCES officer(id);

alter table task_attachment add constraint fk_task_attachment_task FOREIGN KEY (task_id) REFERENCES task(id);

alter table task_decision add constraint fk_task_decision_acted_for_id FOREIGN KEY (acted_for_id) REFERENCES officer(id);

alter table task_decision add constraint fk_task_decision_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table task_decision add constraint fk_task_decision_task_id FOREIGN KEY (task_id) REFERENCES task(id);

alter table task_event add constraint fk_task_event_officer_id FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table task_event add constraint fk_task_event_task_id FOREIGN KEY (task_id) REFERENCES task(id);

alter table task_watch add constraint fk_task_watch_officer FOREIGN KEY (officer_id) REFERENCES officer(id);

alter table task_watch add constraint fk_task_watch_task FOREIGN KEY (task_id) REFERENCES task(id);

alter table territory_holiday add constraint fk_territory_holiday_added_by FOREIGN KEY (added_by) REFERENCES officer(id);

alter table territory_holiday add constraint fk_territory_holiday_removed_by FOREIGN KEY (removed_by) REFERENCES officer(id);

alter table treasury_deposit add constraint fk_treasury_deposit_order_id FOREIGN KEY (order_id) REFERENCES payment_order(id);

alter table treasury_return add constraint fk_treasury_return_order_id FOREIGN KEY (order_id) REFERENCES payment_order(id);

alter table treasury_return_item add constraint fk_treasury_return_item_entitlement FOREIGN KEY (entitlement_id) REFERENCES entitlement(id);

alter table treasury_return_item add constraint fk_treasury_return_item_return FOREIGN KEY (return_id) REFERENCES treasury_return(id);

alter table webhook_attempt add constraint fk_webhook_attempt_delivery_id FOREIGN KEY (delivery_id) REFERENCES webhook_delivery(id);

alter table webhook_delivery add constraint fk_webhook_delivery_endpoint_id FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint(id);

alter table webhook_delivery add constraint fk_webhook_delivery_fact_id FOREIGN KEY (fact_id) REFERENCES webhook_fact(id);

alter table webhook_endpoint add constraint fk_webhook_endpoint_created_by FOREIGN KEY (created_by) REFERENCES officer(id);

-- Indexes

CREATE INDEX ix_account_reset_officer on account_reset USING btree (officer_id, proposed_at);

CREATE INDEX ix_account_reset_waiting on account_reset USING btree (due_on) WHERE (state = 'proposed'::text);

CREATE UNIQUE INDEX uq_account_reset_open on account_reset USING btree (officer_id) WHERE (state = ANY (ARRAY['proposed'::text, 'confirmed'::text]));

CREATE INDEX ix_alert_place on alert USING btree (territory_code, id) WHERE (ended_on IS NULL);

CREATE UNIQUE INDEX uq_alert_open on alert USING btree (rule_id, period_id, territory_code) WHERE (ended_on IS NULL);

CREATE INDEX ix_alert_rule_active on alert_rule USING btree (territory_code, id) WHERE (ended_at IS NULL);

CREATE INDEX ix_appointment_officer on appointment USING btree (officer_id);

CREATE INDEX ix_appointment_post on appointment USING btree (office_id, role);

CREATE UNIQUE INDEX uq_approval_policy_live on approval_policy USING btree (kind, territory_code) WHERE (ended_at IS NULL);

CREATE INDEX ix_assignment_letter_place on assignment_letter USING btree (city_code, valid_from, id);

CREATE UNIQUE INDEX uq_assignment_letter_hash on assignment_letter USING btree (hash) WHERE (withdrawn_at IS NULL);

CREATE INDEX ix_audit_action on audit_entry USING btree (action, id);

CREATE INDEX ix_audit_day on audit_entry USING brin (occurred_at) WITH (pages_per_range='32', autosummarize='on');

CREATE INDEX ix_audit_officer on audit_entry USING btree (officer_id, id);

CREATE INDEX ix_audit_subject on audit_entry USING btree (subject_type, subject_id, id);

CREATE UNIQUE INDEX uq_budget_in_force on budget USING btree (programme, year) WHERE (state = 'in_force'::text);

CREATE UNIQUE INDEX uq_budget_proposed on budget USING btree (programme, year) WHERE (state = 'proposed'::text);

CREATE INDEX ix_card_due on card USING btree (due_on) WHERE (due_on IS NOT NULL);

CREATE INDEX ix_card_family on card USING btree (family_id) WHERE (family_id IS NOT NULL);

CREATE INDEX ix_card_place on card USING btree (territory_code, id);

CREATE INDEX ix_card_replaces on card USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);

CREATE INDEX ix_card_since on card USING btree (since, id);

CREATE INDEX ix_card_undated on card USING btree (since) WHERE ((due_on IS NULL) AND (state <> ALL (ARRAY['handed_over'::text, 'destroyed'::text])));

CREATE INDEX ix_card_case_undated on card_case USING btree (opened_on) WHERE ((due_on IS NULL) AND (closed_on IS NULL));

CREATE UNIQUE INDEX uq_card_case_open on card_case USING btree (card_id) WHERE (closed_on IS NULL);

CREATE INDEX ix_card_finding on card_finding USING btree (file_id, row_number);

CREATE UNIQUE INDEX uq_card_word on card_word USING btree (card_id, kind, happened_on, reason) WHERE (about_id IS NULL);

CREATE UNIQUE INDEX uq_card_word_about on card_word USING btree (about_id, kind) WHERE (about_id IS NOT NULL);

CREATE INDEX ix_case_measure_entitlement on case_measure USING btree (entitlement_id);

CREATE INDEX ix_case_measure_place on case_measure USING btree (kelurahan_code, due_on, id);

CREATE INDEX ix_case_request_open on case_request USING btree (due_on, id) WHERE (state = 'open'::text);

CREATE INDEX ix_case_request_place on case_request USING btree (period_id, kelurahan_code, due_on, id);

CREATE INDEX ix_case_sanction_in_force on case_sanction USING btree (nik_hash) WHERE (state = 'in_force'::text);

CREATE INDEX ix_case_sanction_letter on case_sanction USING btree (letter_hash) WHERE (letter_hash IS NOT NULL);

CREATE INDEX ix_case_sanction_place on case_sanction USING btree (kelurahan_code, due_on, id);

CREATE INDEX ix_check_list_entry_nik on check_list_entry USING btree (nik_hash);

CREATE INDEX ix_city_posting_figures on city_posting USING btree (period_id, city_code, account, posted_on, families, amount_rupiah);

CREATE INDEX ix_complaint_due on complaint USING btree (due_on, id);

CREATE INDEX ix_complaint_family on complaint USING btree (family_id) WHERE (family_id IS NOT NULL);

CREATE INDEX ix_complaint_merged on complaint USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX ix_complaint_event on complaint_event USING btree (complaint_id, id);

CREATE INDEX ix_entitlement_order on entitlement USING btree (order_id);

CREATE INDEX ix_entitlement_place on entitlement USING btree (period_id, kelurahan_code);

CREATE UNIQUE INDEX uq_entitlement_row on entitlement USING btree (decree_id, roster_row_id) WHERE (reissues_id IS NULL);

CREATE UNIQUE INDEX uq_one_live_payment on entitlement USING btree (period_id, purpose, nik_hash) WHERE live;

CREATE INDEX ix_exchanged_file_content on exchanged_file USING btree (file_id);

CREATE INDEX ix_exchanged_file_order on exchanged_file USING btree (order_id);

CREATE INDEX ix_family_account on family USING btree (account_hash);

CREATE INDEX ix_family_kk on family USING btree (kk_hash);

CREATE INDEX ix_family_place on family USING btree (territory_code text_pattern_ops, id);

CREATE INDEX ix_family_change_complaint on family_change USING btree (complaint_id) WHERE (complaint_id IS NOT NULL);

CREATE INDEX ix_family_change_family on family_change USING btree (family_id, proposed_at);

CREATE INDEX ix_family_change_head on family_change USING btree (new_nik_hash) WHERE ((state = 'confirmed'::text) AND (new_nik_hash IS NOT NULL));

CREATE INDEX ix_family_change_waiting on family_change USING btree (due_on, id) WHERE (state = 'proposed'::text);

CREATE UNIQUE INDEX uq_family_change_proposed on family_change USING btree (family_id, field) WHERE (state = 'proposed'::text);

CREATE INDEX ix_family_doubt_entry on family_doubt USING btree (check_entry_id);

CREATE INDEX ix_family_doubt_roster on family_doubt USING btree (roster_id, id);

CREATE INDEX ix_family_event_family on family_event USING btree (family_id, id);

CREATE INDEX ix_family_name_keys on family_name USING gin (keys);

CREATE INDEX ix_field_conflict_case on field_conflict USING btree (case_id);

CREATE INDEX ix_field_conflict_place on field_conflict USING btree (kelurahan_code, made_at, id);

CREATE INDEX ix_field_lease_officer on field_lease USING btree (officer_id, issued_at);

CREATE UNIQUE INDEX uq_field_lease_open on field_lease USING btree (device_id) WHERE (ended_at IS NULL);

CREATE INDEX ix_field_lease_case on field_lease_case USING btree (case_id);

CREATE INDEX ix_field_operation_lease on field_operation USING btree (lease_id, received_at);

CREATE INDEX ix_case_desk on follow_up_case USING btree (desk_workflow_id, state);

CREATE INDEX ix_case_open on follow_up_case USING btree (period_id, city_code, kelurahan_code, finding, restricted, amount_rupiah) WHERE (state = ANY (ARRAY['to_visit'::text, 'to_decide'::text]));

CREATE INDEX ix_case_place on follow_up_case USING btree (period_id, kelurahan_code, deadline_on, id);

CREATE INDEX ix_handover_from on handover USING btree (from_officer_id, offered_at);

CREATE INDEX ix_handover_to on handover USING btree (to_officer_id, offered_at);

CREATE UNIQUE INDEX uq_handover_open on handover USING btree (from_officer_id) WHERE (closed_at IS NULL);

CREATE INDEX ix_handover_item on handover_item USING btree (handover_id, id);

CREATE INDEX ix_inbox_filter_office on inbox_filter USING btree (office_id) WHERE (office_id IS NOT NULL);

CREATE INDEX ix_ledger_transaction_allocation on ledger_transaction USING btree (period_id) WHERE (kind = 'allocation'::text);

CREATE INDEX ix_ledger_transaction_city on ledger_transaction USING btree (period_id, city_code);

CREATE INDEX ix_mail_due on mail USING btree (next_attempt_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));

CREATE INDEX ix_mail_officer on mail USING btree (officer_id, created_at);

CREATE INDEX ix_mandate_place on mandate USING btree (period_id, territory_code);

CREATE UNIQUE INDEX uq_mandate_root on mandate USING btree (period_id, territory_code, grantee_office_id) WHERE (parent_id IS NULL);

CREATE UNIQUE INDEX uq_mandate_slice on mandate USING btree (parent_id, grantee_office_id, territory_code) WHERE ((parent_id IS NOT NULL) AND (state = ANY (ARRAY['granted'::text, 'accepted'::text, 'suspended'::text])));

CREATE INDEX ix_notification_mail on notification USING btree (mail_id) WHERE (mail_id IS NOT NULL);

CREATE INDEX ix_notification_officer on notification USING btree (officer_id, id);

CREATE INDEX ix_notification_unread on notification USING btree (officer_id, id) WHERE (read_at IS NULL);

CREATE INDEX ix_notification_setting_mode on notification_setting USING btree (mode) WHERE (mode <> 'off'::text);

CREATE INDEX ix_office_place on office USING btree (territory_code, name, id);

CREATE INDEX ix_office_delegation_from on office_delegation USING btree (from_officer_id, valid_from);

CREATE INDEX ix_office_delegation_to on office_delegation USING btree (to_officer_id, valid_to) WHERE (ended_at IS NULL);

CREATE INDEX ix_office_delegation_via on office_delegation USING btree (to_appointment_id, valid_to) WHERE (ended_at IS NULL);

CREATE INDEX ix_officer_household on officer USING btree (household_hash) WHERE (household_hash IS NOT NULL);

CREATE INDEX ix_officer_name on officer USING btree (full_name, id);

CREATE UNIQUE INDEX uq_officer_identity_officer on officer_identity USING btree (officer_id, issuer) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX uq_officer_identity_subject on officer_identity USING btree (issuer, subject) WHERE (ended_at IS NULL);

CREATE INDEX ix_officer_passkey_officer on officer_passkey USING btree (officer_id);

CREATE INDEX ix_outbox_waiting on outbox USING btree (id) WHERE (delivered_at IS NULL);

CREATE INDEX ix_outreach_campaign on outreach_campaign USING btree (planned_at, id);

CREATE INDEX ix_outreach_session_campaign on outreach_session USING btree (campaign_id);

CREATE INDEX ix_outreach_session_day on outreach_session USING btree (on_day, id);

CREATE INDEX ix_outreach_session_place on outreach_session USING btree (kelurahan_code, on_day);

CREATE UNIQUE INDEX uq_payment_order_of_decree on payment_order USING btree (decree_id, channel) WHERE (reissues_id IS NULL);

CREATE UNIQUE INDEX uq_policy_change_proposed on policy_change USING btree (programme, key) WHERE (state = 'proposed'::text);

CREATE INDEX ix_posting_transaction on posting USING btree (transaction_id);

CREATE INDEX ix_quota_change_period on quota_change USING btree (period_id, proposed_at, id);

CREATE INDEX ix_break_complaint on reconciliation_break USING btree (complaint_id) WHERE (complaint_id IS NOT NULL);

CREATE UNIQUE INDEX uq_open_break on reconciliation_break USING btree (order_id, end_to_end_id, type) WHERE (state = 'open'::text);

CREATE INDEX ix_roster_row_kelurahan on roster_row USING btree (roster_id, kelurahan_code, id);

CREATE INDEX ix_roster_row_nik on roster_row USING btree (roster_id, nik_hash);

CREATE INDEX ix_roster_row_problem on roster_row USING btree (roster_id, state, id) WHERE (state = ANY (ARRAY['invalid'::text, 'duplicate'::text]));

CREATE UNIQUE INDEX uq_service_area_proposed on service_area USING btree (programme, channel, territory_code) WHERE (state = 'proposed'::text);

CREATE INDEX ix_session_officer on session USING btree (officer_id, started_at);

CREATE INDEX ix_spot_check_drawn on spot_check USING btree (drawn_at, id);

CREATE UNIQUE INDEX uq_spot_check_open on spot_check USING btree (period_id, city_code) WHERE (state = 'drawn'::text);

CREATE INDEX ix_spot_check_family on spot_check_family USING btree (spot_check_id, id);

CREATE INDEX ix_spot_check_result on spot_check_result USING btree (family_id, id);

CREATE UNIQUE INDEX uq_stipend_statement_proposed on stipend_statement USING btree (city_code, month, programme) WHERE (state = 'proposed'::text);

CREATE INDEX ix_task_accountable on task USING btree (delegated_by) WHERE (delegated_by IS NOT NULL);

CREATE INDEX ix_task_added on task USING btree (city_code, due_on, ((- amount_rupiah)), id) WHERE ((added_roles <> '{}'::text[]) AND (state = ANY (ARRAY['created'::text, 'ready'::text, 'reserved'::text, 'in_progress'::text, 'suspended'::text])));

CREATE INDEX ix_task_approval on task USING btree (approval_request_id) WHERE (approval_request_id IS NOT NULL);

CREATE INDEX ix_task_chain on task USING btree (chain_key);

CREATE INDEX ix_task_city on task USING btree (role, city_code, due_on, ((- amount_rupiah)), id) WHERE (state = ANY (ARRAY['created'::text, 'ready'::text, 'reserved'::text, 'in_progress'::text, 'suspended'::text]));

CREATE INDEX ix_task_delegation on task USING btree (delegation_id) WHERE (delegation_id IS NOT NULL);

CREATE INDEX ix_task_owner on task USING btree (owner_id, due_on, ((- amount_rupiah)), id) WHERE ((owner_id IS NOT NULL) AND (state = ANY (ARRAY['created'::text, 'ready'::text, 'reserved'::text, 'in_progress'::text, 'suspended'::text])));

CREATE INDEX ix_task_pool on task USING btree (role, due_on, ((- amount_rupiah)), id) WHERE (state = ANY (ARRAY['created'::text, 'ready'::text, 'reserved'::text, 'in_progress'::text, 'suspended'::text]));

CREATE INDEX ix_task_subject on task USING btree (subject_type, subject_id);

CREATE INDEX ix_task_suspended on task USING btree (suspended_until) WHERE (state = 'suspended'::text);

CREATE INDEX ix_task_decision_artefact on task_decision USING btree (artefact_hash);

CREATE INDEX ix_task_decision_officer on task_decision USING btree (officer_id, decided_at);

CREATE INDEX ix_task_event_task on task_event USING btree (task_id, id);

CREATE UNIQUE INDEX uq_territory_holiday on territory_holiday USING btree (territory_code, day) WHERE (removed_at IS NULL);

CREATE INDEX ix_webhook_attempt_delivery on webhook_attempt USING btree (delivery_id, id);

CREATE INDEX ix_webhook_delivery_due on webhook_delivery USING btree (endpoint_id, next_attempt_at) WHERE (state = 'pending'::text);

CREATE INDEX ix_webhook_delivery_endpoint on webhook_delivery USING btree (endpoint_id, created_at, id);

CREATE INDEX ix_webhook_delivery_list on webhook_delivery USING btree (created_at, id);

CREATE INDEX ix_webhook_delivery_tried on webhook_delivery USING btree (endpoint_id, next_attempt_at) WHERE ((state = 'pending'::text) AND ((tries > 0) OR is_urgent));

CREATE INDEX ix_webhook_endpoint_open on webhook_endpoint USING btree (territory_code) WHERE (state <> 'ended'::text);

-- Views

create view mandate_balance as
 SELECT m.id AS mandate_id,
    u.families AS used_families,
    u.rupiah AS used_rupiah,
    b.families AS bound_families,
    b.rupiah AS bound_rupiah,
    ((m.ceiling_families - u.families) - b.families) AS left_families,
    ((m.ceiling_rupiah - u.rupiah) - b.rupiah) AS left_rupiah
   FROM ((mandate m
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(
                CASE e.event
                    WHEN 'used'::text THEN e.families
                    ELSE (- e.families)
                END), (0)::bigint))::integer AS families,
            (COALESCE(sum(
                CASE e.event
                    WHEN 'used'::text THEN e.amount_rupiah
                    ELSE (- e.amount_rupiah)
                END), (0)::numeric))::bigint AS rupiah
           FROM mandate_event e
          WHERE ((e.mandate_id = m.id) AND (e.event = ANY (ARRAY['used'::text, 'given_back'::text])))) u)
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum((s.ceiling_families - su.families)), (0)::bigint))::integer AS families,
            (COALESCE(sum((s.ceiling_rupiah - su.rupiah)), (0)::numeric))::bigint AS rupiah
           FROM (mandate s
             CROSS JOIN LATERAL ( SELECT (COALESCE(sum(
                        CASE e.event
                            WHEN 'used'::text THEN e.families
                            ELSE (- e.families)
                        END), (0)::bigint))::integer AS families,
                    (COALESCE(sum(
                        CASE e.event
                            WHEN 'used'::text THEN e.amount_rupiah
                            ELSE (- e.amount_rupiah)
                        END), (0)::numeric))::bigint AS rupiah
                   FROM mandate_event e
                  WHERE ((e.mandate_id = s.id) AND (e.event = ANY (ARRAY['used'::text, 'given_back'::text])))) su)
          WHERE ((s.parent_id = m.id) AND (s.state = ANY (ARRAY['granted'::text, 'accepted'::text, 'suspended'::text])))) b);

-- Functions

CREATE OR REPLACE FUNCTION programme_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
        SELECT clock_timestamp() + offset_ms * interval '1 millisecond' FROM programme_clock
      $function$;

CREATE OR REPLACE FUNCTION programme_today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
        SELECT (programme_now() AT TIME ZONE 'Asia/Jakarta')::date
      $function$;

CREATE OR REPLACE FUNCTION announce_period()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        PERFORM pg_notify('amanah_period', NEW.period_id::text);
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION announce_outbox()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        NOTIFY amanah_outbox;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $function$;

CREATE OR REPLACE FUNCTION check_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
            BEGIN
              IF EXISTS (SELECT FROM posting WHERE transaction_id = NEW.transaction_id
                         HAVING sum(amount_rupiah) <> 0 OR sum(families) <> 0) THEN
                RAISE EXCEPTION 'postings of % do not sum to zero', NEW.transaction_id USING ERRCODE = 'check_violation';
              END IF;
              RETURN NULL;
            END $function$;

CREATE OR REPLACE FUNCTION demand_mandate_left(wanted uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
  DECLARE balance mandate_balance;
  BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
      RAISE EXCEPTION 'the mandate ledger cannot be written from an old snapshot' USING ERRCODE = 'serialization_failure';
    END IF;
    PERFORM 1 FROM mandate WHERE id = wanted FOR UPDATE;
    SELECT * INTO balance FROM mandate_balance WHERE mandate_id = wanted;
    IF balance.left_families < 0 OR balance.left_rupiah < 0 THEN
      RAISE EXCEPTION 'mandate % would have less than nothing left', wanted
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ceiling_kept';
    END IF;
  END $function$;

CREATE OR REPLACE FUNCTION check_mandate_use()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE own mandate;
  BEGIN
    PERFORM demand_mandate_left(NEW.mandate_id);
    SELECT * INTO own FROM mandate WHERE id = NEW.mandate_id;
    IF own.state <> 'accepted' THEN
      RAISE EXCEPTION 'mandate % is not in force', own.id USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_in_force';
    END IF;
    IF own.parent_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM mandate_event above WHERE above.mandate_id = own.parent_id AND above.event = 'used' AND above.key = NEW.key
         AND above.families >= (SELECT sum(e.families) FROM mandate_event e JOIN mandate s ON s.id = e.mandate_id
                                 WHERE s.parent_id = own.parent_id AND e.event = 'used' AND e.key = NEW.key)
         AND above.amount_rupiah >= (SELECT sum(e.amount_rupiah) FROM mandate_event e JOIN mandate s ON s.id = e.mandate_id
                                 WHERE s.parent_id = own.parent_id AND e.event = 'used' AND e.key = NEW.key)) THEN
      RAISE EXCEPTION 'a use of slice % is a use of its parent too', own.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_use_rolls_up';
    END IF;
    RETURN NULL;
  END $function$;

CREATE OR REPLACE FUNCTION check_mandate_slice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE above mandate;
  BEGIN
    PERFORM demand_mandate_left(NEW.id);
    IF NEW.parent_id IS NULL THEN
      RETURN NULL;
    END IF;
    PERFORM demand_mandate_left(NEW.parent_id);
    SELECT * INTO above FROM mandate WHERE id = NEW.parent_id;
    IF NEW.depth <> above.depth + 1 OR NEW.period_id <> above.period_id OR NOT NEW.powers <@ above.powers
       OR NOT (NEW.territory_code = above.territory_code OR starts_with(NEW.territory_code, above.territory_code || '.'))
       OR NEW.valid_from < above.valid_from OR NEW.valid_to > above.valid_to THEN
      RAISE EXCEPTION 'slice % does not lie within its parent', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_lies_within';
    END IF;
    RETURN NULL;
  END $function$;

CREATE OR REPLACE FUNCTION announce_notification()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     IF (SELECT count(DISTINCT officer_id) FROM told) > 200 THEN
       PERFORM pg_notify('amanah_notification', '*');
     ELSE
       PERFORM pg_notify('amanah_notification', officer_id::text) FROM (SELECT DISTINCT officer_id FROM told) who;
     END IF;
     RETURN NULL;
   END $function$;

CREATE OR REPLACE FUNCTION office_kind_of_tier()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     NEW.kind := coalesce(NEW.kind, CASE NEW.level WHEN 'nation' THEN 'ministry' ELSE NEW.level END);
     RETURN NEW;
   END $function$;

CREATE OR REPLACE FUNCTION check_task_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF (coalesce(NEW.last_event, ''), OLD.state, NEW.state) NOT IN (VALUES
        ('claim', 'created', 'reserved'), ('claim', 'ready', 'reserved'), ('claim', 'in_progress', 'reserved'),
        ('release', 'reserved', 'ready'), ('release', 'in_progress', 'ready'), ('release', 'in_progress', 'reserved'),
        ('start', 'created', 'in_progress'), ('start', 'ready', 'in_progress'), ('start', 'reserved', 'in_progress'),
        ('stop', 'in_progress', 'reserved'),
        ('suspend', 'created', 'suspended'), ('suspend', 'ready', 'suspended'), ('suspend', 'reserved', 'suspended'), ('suspend', 'in_progress', 'suspended'),
        ('resume', 'suspended', 'created'), ('resume', 'suspended', 'ready'), ('resume', 'suspended', 'reserved'), ('resume', 'suspended', 'in_progress'),
        ('delegate', 'in_progress', 'reserved'),
        ('forward', 'created', 'ready'), ('forward', 'reserved', 'ready'), ('forward', 'in_progress', 'ready'),
        ('nominate', 'created', 'reserved'), ('nominate', 'ready', 'reserved'),
        ('skip', 'created', 'obsolete'), ('skip', 'ready', 'obsolete'), ('skip', 'reserved', 'obsolete'), ('skip', 'in_progress', 'obsolete'),
        ('fail', 'reserved', 'failed'), ('fail', 'in_progress', 'failed'),
        ('decide', 'created', 'completed'), ('decide', 'ready', 'completed'), ('decide', 'reserved', 'completed'), ('decide', 'in_progress', 'completed'),
        ('vote', 'created', 'ready'), ('vote', 'reserved', 'ready'), ('vote', 'in_progress', 'ready'),
        ('return-to-principal', 'in_progress', 'reserved'),
        ('return-to-grantor', 'created', 'ready'), ('return-to-grantor', 'reserved', 'ready'), ('return-to-grantor', 'in_progress', 'ready'), ('return-to-grantor', 'suspended', 'ready'),
        ('restore-to-grantee', 'created', 'ready'), ('restore-to-grantee', 'reserved', 'ready'), ('restore-to-grantee', 'in_progress', 'ready'), ('restore-to-grantee', 'suspended', 'ready'),
        ('exit', 'created', 'exited'), ('exit', 'ready', 'exited'), ('exit', 'reserved', 'exited'), ('exit', 'in_progress', 'exited'), ('exit', 'suspended', 'exited')
        ) THEN
          RAISE EXCEPTION 'a task does not go from % to % by %', OLD.state, NEW.state, coalesce(NEW.last_event, 'nothing')
            USING ERRCODE = 'check_violation', CONSTRAINT = 'task_moves';
        END IF;
        RETURN NEW;
      END $function$;

CREATE OR REPLACE FUNCTION tell_diary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        INSERT INTO outbox (workflow_id, kind, payload) SELECT 'diary:' || diary, 'diary', '{}' FROM unnest(TG_ARGV) diary;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION tell_mail_diary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        INSERT INTO outbox (workflow_id, kind, payload)
        SELECT 'diary:mails', 'diary', '{}' WHERE EXISTS (
          SELECT FROM told JOIN notification_setting s ON s.officer_id = told.officer_id
           WHERE s.mode = 'immediate' AND s.confirmed_at IS NOT NULL AND told.kind <> ALL (s.kinds_off));
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION check_one_payment_a_month()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        DECLARE
          paid_in uuid[] := ARRAY(SELECT DISTINCT period_id FROM paying);
          twice text;
        BEGIN
          IF NOT EXISTS (SELECT FROM period own JOIN period other ON other.id <> own.id AND other.months && own.months
                          WHERE own.id = ANY (paid_in)) THEN
            RETURN NULL;
          END IF;
          PERFORM pg_advisory_xact_lock(hashtext('one_payment_a_month'));
          SELECT p.end_to_end_id INTO twice
            FROM paying p JOIN period own ON own.id = p.period_id
            JOIN period other ON other.id <> own.id AND other.months && own.months
            JOIN entitlement e ON e.period_id = other.id AND e.purpose = p.purpose AND e.nik_hash = p.nik_hash AND e.live
           WHERE p.live LIMIT 1;
          IF twice IS NOT NULL THEN
            RAISE EXCEPTION 'one_payment_a_month: % would be paid twice for a month', twice USING ERRCODE = 'unique_violation';
          END IF;
          RETURN NULL;
        END $function$;

CREATE OR REPLACE FUNCTION check_revived_payment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          PERFORM pg_advisory_xact_lock(hashtext('one_payment_a_month'));
          IF EXISTS (SELECT FROM period own JOIN period other ON other.id <> own.id AND other.months && own.months
                       JOIN entitlement e ON e.period_id = other.id AND e.purpose = NEW.purpose AND e.nik_hash = NEW.nik_hash AND e.live
                      WHERE own.id = NEW.period_id) THEN
            RAISE EXCEPTION 'one_payment_a_month: % would be paid twice for a month', NEW.end_to_end_id
              USING ERRCODE = 'unique_violation';
          END IF;
          RETURN NULL;
        END $function$;

CREATE OR REPLACE FUNCTION audit_line(entry audit_entry)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
     select json_build_object(
       'id', entry.id,
       'occurredAt', to_char(entry.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       'recordedAt', to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       'officerId', entry.officer_id, 'action', entry.action, 'subjectType', entry.subject_type,
       'subjectId', entry.subject_id, 'territoryCode', entry.territory_code, 'requestId', entry.request_id,
       'details', entry.details)::text $function$;

CREATE OR REPLACE FUNCTION audit_horizon()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '250ms'
AS $function$
     begin
       lock table public.audit_entry in share mode;
       return (select max(id) from public.audit_entry);
     end $function$;

CREATE OR REPLACE FUNCTION check_budget_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if TG_OP = 'UPDATE'
       and (new.id, new.programme, new.year, new.revision, new.dipa_number, new.dipa_on, new.amount_rupiah,
            new.proposed_by, new.proposed_at)
         = (old.id, old.programme, old.year, old.revision, old.dipa_number, old.dipa_on, old.amount_rupiah,
            old.proposed_by, old.proposed_at)
       and (old.state, new.state) in (('proposed', 'in_force'), ('proposed', 'refused'), ('proposed', 'withdrawn'),
                                      ('in_force', 'superseded'))
       and (old.state = 'proposed'
            or (new.decided_by, new.decided_at, new.reason) is not distinct from (old.decided_by, old.decided_at, old.reason))
    then
      return new;
    end if;
    raise exception 'a budget is not rewritten' using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION family_code(family bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
     select 'K-' || substr(lpad(family::text, 8, '0'), 1, 4) || '-' || substr(lpad(family::text, 8, '0'), 5) || '-'
            || lpad((98 - family * 100 % 97)::text, 2, '0') $function$;

CREATE OR REPLACE FUNCTION link_families(list uuid)
 RETURNS TABLE(listed bigint, made bigint)
 LANGUAGE plpgsql
AS $function$
  declare
    city text := (select city_code from roster where id = list);
  begin
    -- One list at a time, or two cities would make one family twice.
    perform pg_advisory_xact_lock(hashtextextended('link_families', 0));
    create temp table if not exists listed_family (row_id bigint, nik_hash bytea, nik_tail text, kk_hash bytea,
      account_hash bytea, territory_code text, family_id bigint, linked_by text, is_other boolean) on commit drop;
    truncate listed_family;
    insert into listed_family
    select r.id, r.nik_hash, r.nik_tail, r.kk_hash, r.account_hash, coalesce(r.kelurahan_code, city), f.id,
           case when f.id is not null then 'nik' end,
           f.id is not null and (f.kk_hash, f.account_hash, f.territory_code) is distinct from
             (coalesce(r.kk_hash, f.kk_hash), coalesce(r.account_hash, f.account_hash), coalesce(r.kelurahan_code, city))
      from roster_row r left join family f on f.nik_hash = r.nik_hash
     where r.roster_id = list and r.state in ('valid', 'warning') and r.nik_hash is not null
       and not exists (select from family_listing x where x.roster_row_id = r.id);
    analyze listed_family;
    update listed_family l set family_id = c.family_id, linked_by = 'change', is_other = true
      from (select h.new_nik_hash, max(h.family_id) as family_id from family_change h
             where h.state = 'confirmed' and h.new_nik_hash in (select nik_hash from listed_family where family_id is null)
               and not exists (select from listed_family t where t.family_id = h.family_id)
             group by h.new_nik_hash having count(distinct h.family_id) = 1) c
     where l.family_id is null and l.nik_hash = c.new_nik_hash
       and (select count(*) from family_change o join listed_family n on n.nik_hash = o.new_nik_hash and n.family_id is null
             where o.state = 'confirmed' and o.family_id = c.family_id) = 1;
    update listed_family l set family_id = c.family_id, linked_by = 'card', is_other = true
      from (select alone.kk_hash, min(f.id) as family_id
              from (select kk_hash from listed_family where family_id is null and kk_hash is not null
                     group by kk_hash having count(*) = 1) alone
              join family f on f.kk_hash = alone.kk_hash
             where (f.territory_code = city or f.territory_code like city || '.%')
               and not exists (select from listed_family t where t.family_id = f.id)
             group by alone.kk_hash having count(*) = 1) c
     where l.family_id is null and l.kk_hash = c.kk_hash;
    -- Numbers are given in the order of the list.
    update listed_family l set linked_by = 'new', family_id = n.family_id
      from (select row_id, nextval('family_number') as family_id
              from (select row_id from listed_family where family_id is null order by row_id) o) n
     where l.row_id = n.row_id;
    insert into family_event (family_id, roster_row_id, event, noted_at)
    select f.id, l.row_id, case when l.linked_by in ('card', 'change') then 'head_changed' else 'card_changed' end, programme_now()
      from listed_family l join family f on f.id = l.family_id
     where l.is_other and (l.linked_by in ('card', 'change') or (l.kk_hash is not null and f.kk_hash <> l.kk_hash));
    insert into family_former_key (family_id, kind, hash, until_row_id)
    select f.id, k.kind, k.before, l.row_id
      from listed_family l join family f on f.id = l.family_id
     cross join lateral (values ('nik', f.nik_hash, l.nik_hash), ('kk', f.kk_hash, l.kk_hash),
                                ('account', f.account_hash, l.account_hash)) k(kind, before, after)
     where l.is_other and k.before <> k.after
        on conflict do nothing;
    update family f set nik_hash = l.nik_hash, nik_tail = l.nik_tail, kk_hash = coalesce(l.kk_hash, f.kk_hash),
           account_hash = coalesce(l.account_hash, f.account_hash), territory_code = l.territory_code
      from listed_family l
     where l.family_id = f.id and l.is_other;
    insert into family (id, nik_hash, nik_tail, kk_hash, account_hash, territory_code, since)
    select family_id, nik_hash, nik_tail, kk_hash, account_hash, territory_code, programme_now()
      from listed_family where linked_by = 'new' order by family_id;
    insert into family_event (family_id, roster_row_id, event, other_family_id, noted_at)
    select l.family_id, l.row_id, 'card_shared', min(o.id), programme_now()
      from listed_family l join family o on o.kk_hash = l.kk_hash and o.id <> l.family_id
     where l.linked_by = 'new'
     group by l.family_id, l.row_id;
    insert into family_listing (family_id, roster_row_id, linked_by)
    select family_id, row_id, linked_by from listed_family order by row_id;
    insert into family_listing (family_id, roster_row_id, linked_by)
    select f.id, r.id, 'nik'
      from roster_row r join family f on f.nik_hash = r.nik_hash
     where r.roster_id = list and r.state not in ('valid', 'warning')
       and not exists (select from family_listing x where x.roster_row_id = r.id);
    return query select count(*), count(*) filter (where linked_by = 'new') from listed_family;
  end $function$;

CREATE OR REPLACE FUNCTION check_family_change_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if TG_OP = 'UPDATE' and old.state = 'proposed' and new.state <> 'proposed'
          and (new.id, new.family_id, new.territory_code, new.field, new.sealed, new.content_hash, new.new_nik_hash, new.reason,
               new.paper_id, new.complaint_id, new.due_on, new.proposed_by, new.proposed_at)
            is not distinct from
              (old.id, old.family_id, old.territory_code, old.field, old.sealed, old.content_hash, old.new_nik_hash, old.reason,
               old.paper_id, old.complaint_id, old.due_on, old.proposed_by, old.proposed_at)
       then
         return new;
       end if;
       raise exception 'a change of a record is not rewritten' using errcode = 'restrict_violation';
     end $function$;

CREATE OR REPLACE FUNCTION keep_listed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if (select state from roster where id = old.roster_id) = 'draft' then return new; end if;
       raise exception 'a list that was sent keeps its families' using errcode = 'restrict_violation';
     end $function$;

CREATE OR REPLACE FUNCTION settled_doubt_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     raise exception 'a settled doubt is a record' using errcode = 'restrict_violation';
   end $function$;

CREATE OR REPLACE FUNCTION finding_rule_on(text, text, date)
 RETURNS SETOF finding_rule
 LANGUAGE sql
 STABLE
AS $function$
     select * from (select * from finding_rule where programme = $1 and finding = $2 and effective_from <= $3
                     order by effective_from desc limit 1) newest
      where effective_to is null or $3 <= effective_to $function$;

CREATE OR REPLACE FUNCTION check_case_closing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     declare money text;
     begin
       if TG_OP = 'UPDATE' and old.closed_at is not null then
         raise exception 'a closed case stays as it is' using errcode = 'restrict_violation';
       end if;
       if new.closed_at is null then return new; end if;
       select case e.state when 'transacted' then 'used' when 'returned' then 'returned' end into money
         from entitlement e where e.id = new.entitlement_id;
       if money is distinct from new.closed_money then
         raise exception 'the ledger does not confirm what a case closes with' using errcode = 'restrict_violation';
       end if;
       return new;
     end $function$;

CREATE OR REPLACE FUNCTION check_case_request_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if old.state = 'open' and (new.id, new.case_id, new.kind, new.period_id, new.city_code, new.kelurahan_code, new.due_on, new.made_at)
            is not distinct from
            (old.id, old.case_id, old.kind, old.period_id, old.city_code, old.kelurahan_code, old.due_on, old.made_at)
       then return new; end if;
       raise exception 'a request that has ended is not rewritten' using errcode = 'restrict_violation';
     end $function$;

CREATE OR REPLACE FUNCTION check_case_sanction_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if (old.state, new.state) not in (('proposed', 'verified'), ('proposed', 'refused'), ('proposed', 'lapsed'), ('verified', 'objected'),
             ('verified', 'in_force'), ('objected', 'in_force'), ('objected', 'lifted'), ('in_force', 'lifted'))
          or (new.id, new.case_id, new.kind, new.period_id, new.city_code, new.kelurahan_code, new.nik_hash, new.finding, new.decided_by,
              new.decided_at, new.due_on) is distinct from
             (old.id, old.case_id, old.kind, old.period_id, old.city_code, old.kelurahan_code, old.nik_hash, old.finding, old.decided_by,
              old.decided_at, old.due_on)
          or (old.state <> 'proposed' and (new.verified_by, new.verified_at, new.objection_until, new.letter_hash) is distinct from
              (old.verified_by, old.verified_at, old.objection_until, old.letter_hash))
          or (new.state = 'in_force' and old.state = 'verified' and new.objection_until >= programme_today())
       then
         raise exception 'a sanction goes its way, and is not rewritten' using errcode = 'restrict_violation';
       end if;
       return new;
     end $function$;

CREATE OR REPLACE FUNCTION check_policy_change_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if TG_OP = 'UPDATE' and old.state = 'proposed' and new.state <> 'proposed'
       and (new.id, new.programme, new.key, new.value, new.effective_from, new.source, new.verified,
            new.proposed_by, new.proposed_at)
         = (old.id, old.programme, old.key, old.value, old.effective_from, old.source, old.verified,
            old.proposed_by, old.proposed_at)
    then return new;
    end if;
    raise exception 'a change of a rule is not rewritten' using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION check_service_area_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if TG_OP = 'UPDATE' and old.state = 'proposed' and new.state <> 'proposed'
       and (to_jsonb(new) - array['state', 'reason', 'decided_by', 'decided_at'])
         = (to_jsonb(old) - array['state', 'reason', 'decided_by', 'decided_at'])
    then return new;
    end if;
    raise exception 'a service area is not rewritten' using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION check_area_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.area_id is distinct from old.area_id or new.channel <> old.channel then
      raise exception 'an order stays with its bank' using errcode = 'restrict_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION check_case_measure_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if (old.state, new.state) not in (('proposed', 'in_force'), ('proposed', 'returning'), ('proposed', 'refused'), ('proposed', 'lapsed'),
             ('proposed', 'overtaken'), ('in_force', 'released'), ('in_force', 'returning'), ('in_force', 'ended'), ('in_force', 'overtaken'),
             ('released', 'returning'), ('released', 'ended'), ('released', 'overtaken'), ('returning', 'ended'), ('returning', 'overtaken'))
          or (new.id, new.case_id, new.entitlement_id, new.kind, new.period_id, new.city_code, new.kelurahan_code, new.ground, new.until_on,
              new.decided_by, new.decided_at, new.due_on) is distinct from
             (old.id, old.case_id, old.entitlement_id, old.kind, old.period_id, old.city_code, old.kelurahan_code, old.ground, old.until_on,
              old.decided_by, old.decided_at, old.due_on)
          or (old.state <> 'proposed' and (new.verified_by, new.verified_at) is distinct from (old.verified_by, old.verified_at))
          or (new.state = 'in_force' and (select state from entitlement where id = new.entitlement_id) <> 'held')
       then
         raise exception 'a measure goes its way with the ledger, and is not rewritten' using errcode = 'restrict_violation';
       end if;
       return new;
     end $function$;

CREATE OR REPLACE FUNCTION check_assignment_letter_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if old.withdrawn_at is null and new.withdrawn_at is not null
          and (to_jsonb(new) - '{withdrawn_at,withdrawn_by,reason}'::text[]) = (to_jsonb(old) - '{withdrawn_at,withdrawn_by,reason}'::text[])
       then return new; end if;
       raise exception 'a letter is withdrawn once, and never rewritten' using errcode = 'restrict_violation';
     end $function$;

CREATE OR REPLACE FUNCTION check_field_lease_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if old.ended_at is not null
          or (new.id, new.device_id, new.officer_id, new.issued_at) is distinct from (old.id, old.device_id, old.officer_id, old.issued_at)
          or new.expires_at < old.expires_at
       then
         raise exception 'a lease that has ended stays ended' using errcode = 'restrict_violation';
       end if;
       return new;
     end $function$;

CREATE OR REPLACE FUNCTION check_field_conflict_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if (old.state, new.state) not in (('open', 'kept'), ('open', 'recorded'), ('open', 'theirs'), ('kept', 'recorded'), ('kept', 'theirs'))
          or (to_jsonb(new) - array['state', 'settled_at']) <> (to_jsonb(old) - array['state', 'settled_at'])
       then
         raise exception 'a version is settled, and never rewritten' using errcode = 'restrict_violation';
       end if;
       return new;
     end $function$;

CREATE OR REPLACE FUNCTION check_stipend_statement_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if TG_OP = 'UPDATE' and old.state = 'proposed' and new.state <> 'proposed'
       and (to_jsonb(new) - array['state', 'reason', 'decided_by', 'decided_at'])
         = (to_jsonb(old) - array['state', 'reason', 'decided_by', 'decided_at'])
    then return new;
    end if;
    raise exception 'a statement of stipends is not rewritten' using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION check_complaint_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if (new.number, new.submission_key, new.territory_code, new.kind, new.is_restricted, new.channel, new.sealed, new.received_at)
       is distinct from (old.number, old.submission_key, old.territory_code, old.kind, old.is_restricted, old.channel, old.sealed, old.received_at)
       or old.state in ('final', 'decided', 'merged')
       or (new.state = 'final' and old.state <> 'answered')
       or (new.state = 'decided' and old.state <> 'appealed')
    then raise exception 'a complaint is not rewritten' using errcode = 'restrict_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION check_account_reset_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
     begin
       if TG_OP = 'UPDATE'
          and ((old.state = 'proposed' and new.state not in ('proposed', 'used')
                and (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decision_reason'])
                  = (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decision_reason']))
            or (old.state = 'confirmed' and new.state = 'used'
                and (to_jsonb(new) - array['state', 'used_at']) = (to_jsonb(old) - array['state', 'used_at'])))
       then return new;
       end if;
       raise exception 'a reset of an account is not rewritten' using errcode = 'restrict_violation';
     end $function$;

CREATE OR REPLACE FUNCTION check_spot_check_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if old.state = 'closed' then raise exception 'a closed spot check stays closed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION check_outreach_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if old.state in ('closed', 'held', 'cancelled') then
      raise exception 'outreach that is over stays as it is' using errcode = 'restrict_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION card_may_become(earlier text, later text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
     select (earlier, later) in (
       ('printed', 'at_branch'), ('printed', 'at_place'), ('printed', 'handed_over'), ('printed', 'not_handed_over'), ('printed', 'destroyed'),
       ('at_branch', 'at_place'), ('at_branch', 'handed_over'), ('at_branch', 'not_handed_over'), ('at_branch', 'destroyed'),
       ('at_place', 'handed_over'), ('at_place', 'not_handed_over'), ('at_place', 'returned'),
       ('not_handed_over', 'at_place'), ('not_handed_over', 'handed_over'), ('not_handed_over', 'returned'),
       ('handed_over', 'destroyed'), ('returned', 'at_branch'), ('returned', 'at_place'), ('returned', 'destroyed')) $function$;

CREATE OR REPLACE FUNCTION card_fold(folded uuid, OUT state text, OUT since date, OUT reason text, OUT reason_word_id bigint, OUT is_confirmed boolean, OUT until_on date, OUT contradicted integer)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
   declare
     word record;
     reason_on date;
   begin
     contradicted := 0;
     reason := '';
     for word in
       select w.* from card_word w
        where w.card_id = folded and w.about_id is null
          and not exists (select from card_word x where x.about_id = w.id and x.kind = 'void')
        order by w.happened_on, array_position(array['printed', 'at_branch', 'at_place', 'not_handed_over', 'handed_over', 'returned', 'destroyed'], w.kind),
                 w.reason collate "C"
     loop
       if state is null or card_may_become(state, word.kind) then
         if word.kind not in ('returned', 'destroyed') then reason := ''; reason_word_id := null; reason_on := null; end if;
         state := word.kind;
         since := word.happened_on;
         until_on := word.until_on;
         if word.reason <> '' then reason := word.reason; reason_word_id := word.id; reason_on := word.happened_on; end if;
       elsif state <> word.kind or (word.reason <> '' and reason <> '' and word.reason <> reason and reason_on = word.happened_on) then
         contradicted := contradicted + 1;
       elsif word.reason <> '' and word.reason <> reason then
         reason := word.reason;
         reason_word_id := word.id;
         reason_on := word.happened_on;
       end if;
     end loop;
     is_confirmed := reason_word_id is not null
       and exists (select from card_word x where x.about_id = reason_word_id and x.kind = 'confirmed');
   end $function$;

CREATE OR REPLACE FUNCTION fold_card()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   declare
     folded record;
   begin
     folded := card_fold(new.id);
     if new.state is distinct from old.state and new.state is distinct from folded.state
     then raise exception 'a card is in the state that was said of it' using errcode = 'restrict_violation';
     end if;
     new.state := folded.state;
     new.since := folded.since;
     new.reason := folded.reason;
     new.reason_word_id := folded.reason_word_id;
     new.is_confirmed := folded.is_confirmed;
     new.until_on := folded.until_on;
     new.contradicted := folded.contradicted;
     if (new.state, new.since, new.until_on) is distinct from (old.state, old.since, old.until_on) then
       new.due_on := null;
       new.told_on := null;
     end if;
     return new;
   end $function$;

CREATE OR REPLACE FUNCTION check_card_word()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   declare
     about card_word;
   begin
     if new.about_id is null then return new; end if;
     select * into about from card_word where id = new.about_id;
     if about.card_id <> new.card_id or about.about_id is not null
        or (new.kind = 'confirmed' and (about.reason = '' or about.officer_id is not distinct from new.officer_id))
        or (new.kind = 'void' and (new.note_sealed is null or about.officer_id is not distinct from new.officer_id))
     then raise exception 'a second person confirms or sets aside a word of this card' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;

CREATE OR REPLACE FUNCTION hear_card_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   declare
     before bigint;
     later bigint;
   begin
     select sum(c.contradicted) into before from card c
      where c.id in (select h.card_id from heard h where h.officer_id is not null and h.about_id is null);
     update card c set contradicted = c.contradicted where c.id in (select h.card_id from heard h);
     select sum(c.contradicted) into later from card c
      where c.id in (select h.card_id from heard h where h.officer_id is not null and h.about_id is null);
     if later > before then raise exception 'the life of a card does not allow this' using errcode = 'restrict_violation';
     end if;
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION check_card_heard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if not exists (select from card_word w where w.card_id = new.id)
     then raise exception 'a card begins with a word of its bank' using errcode = 'restrict_violation';
     end if;
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION check_card_case_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if old.closed_on is not null or new.card_id <> old.card_id then raise exception 'a closed case stays closed' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;

CREATE OR REPLACE FUNCTION check_webhook_endpoint_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if old.state = 'ended' then raise exception 'an endpoint that has ended stays so' using errcode = 'restrict_violation';
     end if;
     return new;
   end $function$;

CREATE OR REPLACE FUNCTION webhook_waits(endpoint webhook_endpoint, fact text, place text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
     select endpoint.state <> 'ended' and fact = any(endpoint.types)
        and (endpoint.territory_code in ('ID', place) or place like endpoint.territory_code || '.%') $function$;

CREATE OR REPLACE FUNCTION address_webhooks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     with addressed as (
       insert into webhook_delivery (fact_id, endpoint_id)
       select f.id, e.id from facts f join webhook_endpoint e on webhook_waits(e, f.type, f.territory_code)
       returning endpoint_id)
     insert into outbox (workflow_id, kind, payload)
     select distinct 'webhook:' || e.id, 'webhook', jsonb_build_object('endpointId', e.id)
       from addressed a join webhook_endpoint e on e.id = a.endpoint_id where e.state = 'active';
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION tell_webhooks_of_decree()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     insert into webhook_fact (type, subject_id, territory_code, occurred_at, data)
     select 'decree.ratified', d.id, d.city_code, d.ratified_at,
            jsonb_build_object('periodId', p.id, 'programme', p.programme, 'period', p.code, 'territoryCode', d.city_code, 'number', d.number, 'families', d.families,
                               'amountRupiah', d.amount_rupiah::text)
       from decree d join period p on p.id = d.period_id
      where d.id = new.id and exists (select from webhook_endpoint e where webhook_waits(e, 'decree.ratified', d.city_code));
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION tell_webhooks_of_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     insert into webhook_fact (type, subject_id, territory_code, occurred_at, data)
     select 'order.' || new.state, new.id, new.city_code, programme_now(),
            jsonb_build_object('periodId', p.id, 'programme', p.programme, 'period', p.code, 'territoryCode', new.city_code, 'decreeId', new.decree_id, 'channel', new.channel,
                               'messageId', case new.state when 'refused' then old.message_id else new.message_id end,
                               'executionOn', new.execution_on, 'families', new.families, 'amountRupiah', new.amount_rupiah::text)
            || case new.state when 'refused' then jsonb_build_object('refusalCode', new.refusal_code) else '{}' end
       from period p where p.id = new.period_id and exists (select from webhook_endpoint e where webhook_waits(e, 'order.' || new.state, new.city_code));
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION tell_webhooks_of_opened_cases()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if not exists (select from webhook_endpoint where state <> 'ended' and 'case.opened' = any(types)) then return null; end if;
     insert into webhook_fact (type, subject_id, territory_code, occurred_at, data)
     select 'case.opened', c.id, c.kelurahan_code, programme_now(),
            jsonb_build_object('periodId', p.id, 'programme', p.programme, 'period', p.code, 'territoryCode', c.kelurahan_code, 'deadlineOn', c.deadline_on)
       from cases c join period p on p.id = c.period_id where exists (select from webhook_endpoint e where webhook_waits(e, 'case.opened', c.kelurahan_code));
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION tell_webhooks_of_closed_cases()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if not exists (select from webhook_endpoint where state <> 'ended' and 'case.closed' = any(types)) then return null; end if;
     insert into webhook_fact (type, subject_id, territory_code, occurred_at, data)
     select 'case.closed', c.id, c.kelurahan_code, c.closed_at,
            jsonb_build_object('periodId', p.id, 'programme', p.programme, 'period', p.code, 'territoryCode', c.kelurahan_code, 'money', c.closed_money)
       from cases c join former o on o.id = c.id join period p on p.id = c.period_id
      where o.closed_at is null and c.closed_at is not null and exists (select from webhook_endpoint e where webhook_waits(e, 'case.closed', c.kelurahan_code));
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION tell_webhooks_of_reports()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     if not exists (select from webhook_endpoint where state <> 'ended' and types && array['report.submitted', 'report.accepted'])
     then return null; end if;
     insert into webhook_fact (type, subject_id, territory_code, occurred_at, data)
     select f.type, r.id, r.territory_code, d.decided_at,
            jsonb_build_object('periodId', p.id, 'programme', p.programme, 'period', p.code, 'territoryCode', r.territory_code, 'tier', r.tier, 'contentHash', d.artefact_hash)
       from decisions d join task t on t.id = d.task_id and t.subject_type = 'report'
       join report r on r.id::text = t.subject_id join period p on p.id = r.period_id
      cross join lateral (select case d.outcome when 'submitted' then 'report.submitted' when 'approved' then 'report.accepted' end as type) f
      where f.type is not null and exists (select from webhook_endpoint e where webhook_waits(e, f.type, r.territory_code));
     return null;
   end $function$;

-- Triggers

CREATE TRIGGER account_reset_life BEFORE DELETE OR UPDATE ON account_reset FOR EACH ROW EXECUTE FUNCTION check_account_reset_life();

CREATE TRIGGER rows_stay BEFORE TRUNCATE ON account_reset FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER INSERT ON account_reset FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('accounts');

CREATE TRIGGER tell_alerts AFTER INSERT ON alert_rule FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('alerts');

CREATE TRIGGER tell_diary AFTER INSERT OR DELETE OR UPDATE ON appointment FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('delegations', 'approvals');

CREATE TRIGGER tell_diary AFTER INSERT ON approval_request FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('approvals');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON approval_vote FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER INSERT ON approval_vote FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('approvals');

CREATE TRIGGER assignment_letter_life BEFORE UPDATE ON assignment_letter FOR EACH ROW EXECUTE FUNCTION check_assignment_letter_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON assignment_letter FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON assignment_letter_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON bank_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER budget_life BEFORE DELETE OR UPDATE ON budget FOR EACH ROW EXECUTE FUNCTION check_budget_life();

CREATE TRIGGER rows_stay BEFORE TRUNCATE ON budget FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER card_heard AFTER INSERT ON card DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_card_heard();

CREATE TRIGGER fold_card BEFORE UPDATE OF state, since, reason, reason_word_id, is_confirmed, until_on, contradicted ON card FOR EACH ROW EXECUTE FUNCTION fold_card();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON card FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER UPDATE OF due_on ON card FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('cards');

CREATE TRIGGER card_case_life BEFORE UPDATE ON card_case FOR EACH ROW EXECUTE FUNCTION check_card_case_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON card_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON card_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON card_finding FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON card_word FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER check_card_word BEFORE INSERT ON card_word FOR EACH ROW EXECUTE FUNCTION check_card_word();

CREATE TRIGGER hear_card_words AFTER INSERT ON card_word REFERENCING NEW TABLE AS heard FOR EACH STATEMENT EXECUTE FUNCTION hear_card_words();

CREATE TRIGGER case_measure_life BEFORE UPDATE ON case_measure FOR EACH ROW EXECUTE FUNCTION check_case_measure_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON case_measure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER INSERT OR UPDATE OF state ON case_measure FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('followUp');

CREATE TRIGGER case_request_life BEFORE UPDATE ON case_request FOR EACH ROW EXECUTE FUNCTION check_case_request_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON case_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER INSERT ON case_request FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('followUp');

CREATE TRIGGER case_sanction_life BEFORE UPDATE ON case_sanction FOR EACH ROW EXECUTE FUNCTION check_case_sanction_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON case_sanction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER INSERT OR UPDATE OF state ON case_sanction FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('followUp');

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON check_list FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON check_list_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON city_posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER complaint_life BEFORE UPDATE ON complaint FOR EACH ROW EXECUTE FUNCTION check_complaint_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON complaint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON complaint_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON complaint_paper FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER tell_webhooks AFTER UPDATE ON decree DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state <> 'ratified'::text) AND (new.state = 'ratified'::text))) EXECUTE FUNCTION tell_webhooks_of_decree();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON document_number FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER decreed_stays BEFORE UPDATE OF period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose, nik_hash, account_hash, amount_rupiah, end_to_end_id, reissues_id, payee_sealed ON entitlement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER one_payment_a_month AFTER INSERT ON entitlement REFERENCING NEW TABLE AS paying FOR EACH STATEMENT EXECUTE FUNCTION check_one_payment_a_month();

CREATE TRIGGER one_payment_a_month_again AFTER UPDATE ON entitlement FOR EACH ROW WHEN ((new.live AND (NOT old.live))) EXECUTE FUNCTION check_revived_payment();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON family FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER family_change_life BEFORE DELETE OR UPDATE ON family_change FOR EACH ROW EXECUTE FUNCTION check_family_change_life();

CREATE TRIGGER rows_stay BEFORE TRUNCATE ON family_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER INSERT ON family_change FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('families');

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON family_doubt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER settled_stays BEFORE UPDATE ON family_doubt FOR EACH ROW WHEN ((old.settled_at IS NOT NULL)) EXECUTE FUNCTION settled_doubt_stays();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON family_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON family_former_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON family_listing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON family_name FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON family_paper FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER field_conflict_life BEFORE UPDATE ON field_conflict FOR EACH ROW EXECUTE FUNCTION check_field_conflict_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON field_conflict FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON field_device FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER field_lease_life BEFORE UPDATE ON field_lease FOR EACH ROW EXECUTE FUNCTION check_field_lease_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON field_lease FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON field_lease_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON field_operation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON finding_rule FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closes_with_its_money BEFORE INSERT OR UPDATE ON follow_up_case FOR EACH ROW EXECUTE FUNCTION check_case_closing();

CREATE TRIGGER tell_webhooks_of_closed AFTER UPDATE ON follow_up_case REFERENCING OLD TABLE AS former NEW TABLE AS cases FOR EACH STATEMENT EXECUTE FUNCTION tell_webhooks_of_closed_cases();

CREATE TRIGGER tell_webhooks_of_opened AFTER INSERT ON follow_up_case REFERENCING NEW TABLE AS cases FOR EACH STATEMENT EXECUTE FUNCTION tell_webhooks_of_opened_cases();

CREATE TRIGGER tell_diary AFTER INSERT ON handover FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('handovers');

CREATE TRIGGER announce AFTER INSERT OR UPDATE ON ledger_transaction FOR EACH ROW EXECUTE FUNCTION announce_period();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger_transaction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER INSERT ON mail FOR EACH ROW WHEN ((new.kind = 'confirmation'::text)) EXECUTE FUNCTION tell_diary('mails');

CREATE CONSTRAINT TRIGGER mandate_slice AFTER INSERT OR UPDATE ON mandate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_mandate_slice();

CREATE TRIGGER tell_diary AFTER INSERT OR UPDATE OF valid_to ON mandate FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('mandates');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON mandate_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER mandate_use AFTER INSERT ON mandate_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.event = 'used'::text)) EXECUTE FUNCTION check_mandate_use();

CREATE TRIGGER announce AFTER INSERT ON notification REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION announce_notification();

CREATE TRIGGER tell_diary AFTER INSERT ON notification REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_mail_diary();

CREATE TRIGGER tell_diary AFTER INSERT OR UPDATE OF mode, confirmed_at, kinds_off ON notification_setting FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('mails');

CREATE TRIGGER office_kind_of_tier BEFORE INSERT ON office FOR EACH ROW EXECUTE FUNCTION office_kind_of_tier();

CREATE TRIGGER tell_diary AFTER INSERT OR UPDATE OF valid_to, ended_at ON office_delegation FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('delegations');

CREATE TRIGGER tell_diary AFTER UPDATE OF disabled_at ON officer FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('approvals');

CREATE TRIGGER tell_diary AFTER INSERT OR DELETE OR UPDATE ON officer_leave FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('approvals');

CREATE TRIGGER announce AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION announce_outbox();

CREATE TRIGGER outreach_life BEFORE UPDATE ON outreach_campaign FOR EACH ROW EXECUTE FUNCTION check_outreach_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON outreach_campaign FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON outreach_invitation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON outreach_place FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER outreach_life BEFORE UPDATE ON outreach_session FOR EACH ROW EXECUTE FUNCTION check_outreach_life();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON outreach_session FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_diary AFTER INSERT OR UPDATE ON outreach_session FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('outreach');

CREATE TRIGGER area_stays BEFORE UPDATE OF area_id, channel ON payment_order FOR EACH ROW EXECUTE FUNCTION check_area_stays();

CREATE TRIGGER tell_webhooks AFTER UPDATE OF state ON payment_order FOR EACH ROW WHEN (((old.state <> new.state) AND (new.state = ANY (ARRAY['sent'::text, 'settled'::text, 'refused'::text])))) EXECUTE FUNCTION tell_webhooks_of_order();

CREATE TRIGGER tell_alerts AFTER INSERT ON period FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('alerts');

CREATE TRIGGER policy_change_life BEFORE DELETE OR UPDATE ON policy_change FOR EACH ROW EXECUTE FUNCTION check_policy_change_life();

CREATE TRIGGER rows_stay BEFORE TRUNCATE ON policy_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON policy_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER postings_balance AFTER INSERT ON posting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_balance();

CREATE TRIGGER sent_rows_stay BEFORE UPDATE OF roster_id, roster_file_id, kpm_code, kelurahan_code, rt_rw, nik_hash, nik_tail, kk_hash, account_hash, sealed ON roster_row FOR EACH ROW EXECUTE FUNCTION keep_listed();

CREATE TRIGGER rows_stay BEFORE TRUNCATE ON service_area FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER service_area_life BEFORE DELETE OR UPDATE ON service_area FOR EACH ROW EXECUTE FUNCTION check_service_area_life();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON spot_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER spot_check_life BEFORE UPDATE ON spot_check FOR EACH ROW EXECUTE FUNCTION check_spot_check_life();

CREATE TRIGGER tell_diary AFTER INSERT ON spot_check FOR EACH STATEMENT EXECUTE FUNCTION tell_diary('monitoring');

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON spot_check_family FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON spot_check_result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON spot_check_stratum FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER announce AFTER INSERT OR UPDATE ON stage_progress FOR EACH ROW EXECUTE FUNCTION announce_period();

CREATE TRIGGER rows_stay BEFORE TRUNCATE ON stipend_statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER stipend_statement_life BEFORE DELETE OR UPDATE ON stipend_statement FOR EACH ROW EXECUTE FUNCTION check_stipend_statement_life();

CREATE TRIGGER announce AFTER INSERT OR UPDATE ON task FOR EACH ROW EXECUTE FUNCTION announce_period();

CREATE TRIGGER task_moves BEFORE UPDATE OF state ON task FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION check_task_move();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON task_attachment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON task_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tell_webhooks AFTER INSERT ON task_decision REFERENCING NEW TABLE AS decisions FOR EACH STATEMENT EXECUTE FUNCTION tell_webhooks_of_reports();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON task_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON treasury_deposit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON treasury_return_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON webhook_attempt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON webhook_delivery FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER rows_stay BEFORE DELETE OR TRUNCATE ON webhook_endpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER webhook_endpoint_life BEFORE UPDATE ON webhook_endpoint FOR EACH ROW EXECUTE FUNCTION check_webhook_endpoint_life();

CREATE TRIGGER address_webhooks AFTER INSERT ON webhook_fact REFERENCING NEW TABLE AS facts FOR EACH STATEMENT EXECUTE FUNCTION address_webhooks();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON webhook_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

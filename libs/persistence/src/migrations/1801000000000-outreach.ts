import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns of outreach, their kelurahan and sessions, and who was invited and came. */
const UP = [
  `create table outreach_campaign (
     id uuid default gen_random_uuid() not null,
     period_id uuid not null,
     city_code text not null,
     topic text not null,
     purpose text not null,
     state text not null,
     planned_by uuid not null,
     planned_at timestamptz not null,
     closed_by uuid,
     closed_at timestamptz,
     constraint pk_outreach_campaign primary key (id),
     constraint outreach_campaign_topic check (topic in ('pin', 'card', 'payment', 'rights', 'use_of_aid')),
     constraint outreach_campaign_state check (state in ('open', 'closed')),
     constraint outreach_campaign_closed check ((state = 'closed') = (closed_by is not null and closed_at is not null)),
     constraint fk_outreach_campaign_period_id foreign key (period_id) references period(id),
     constraint fk_outreach_campaign_planned_by foreign key (planned_by) references officer(id),
     constraint fk_outreach_campaign_closed_by foreign key (closed_by) references officer(id))`,
  `create index ix_outreach_campaign on outreach_campaign (planned_at, id)`,
  `create function check_outreach_life() returns trigger language plpgsql as $$
  begin
    if old.state in ('closed', 'held', 'cancelled') then
      raise exception 'outreach that is over stays as it is' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger outreach_life before update on outreach_campaign for each row execute function check_outreach_life()`,
  `create trigger rows_stay before delete or truncate on outreach_campaign for each statement execute function refuse_change()`,
  `create table outreach_place (
     campaign_id uuid not null,
     kelurahan_code text not null,
     credited integer not null,
     not_transacted integer not null,
     found integer not null,
     mendable integer not null,
     constraint pk_outreach_place primary key (campaign_id, kelurahan_code),
     constraint fk_outreach_place_campaign_id foreign key (campaign_id) references outreach_campaign(id))`,
  `create trigger append_only before update or delete or truncate on outreach_place
     for each statement execute function refuse_change()`,
  `create table outreach_session (
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
     planned_at timestamptz not null,
     others integer,
     report_sealed bytea,
     reason text,
     ended_by uuid,
     ended_at timestamptz,
     constraint pk_outreach_session primary key (id),
     constraint outreach_session_state check (state in ('planned', 'held', 'cancelled')),
     constraint outreach_session_time check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
     constraint outreach_session_ended check ((state <> 'planned') = (ended_by is not null and ended_at is not null)),
     constraint outreach_session_report check ((state = 'held') = (others is not null and report_sealed is not null) and others >= 0),
     constraint outreach_session_reason check ((state = 'cancelled') = (reason is not null)),
     constraint fk_outreach_session_campaign_id_kelurahan_code foreign key (campaign_id, kelurahan_code)
       references outreach_place(campaign_id, kelurahan_code),
     constraint fk_outreach_session_planned_by foreign key (planned_by) references officer(id),
     constraint fk_outreach_session_ended_by foreign key (ended_by) references officer(id))`,
  `create index ix_outreach_session_day on outreach_session (on_day, id)`,
  `create index ix_outreach_session_place on outreach_session (kelurahan_code, on_day)`,
  `create index ix_outreach_session_campaign on outreach_session (campaign_id)`,
  `create trigger outreach_life before update on outreach_session for each row execute function check_outreach_life()`,
  `create trigger rows_stay before delete or truncate on outreach_session for each statement execute function refuse_change()`,
  `create trigger tell_diary after insert or update on outreach_session for each statement execute function tell_diary('outreach')`,
  `create table outreach_invitation (
     id bigint generated always as identity not null,
     session_id uuid not null,
     entitlement_id bigint not null,
     is_added boolean not null,
     attendance text,
     noted_by uuid,
     noted_at timestamptz,
     constraint pk_outreach_invitation primary key (id),
     constraint uq_outreach_invitation unique (session_id, entitlement_id),
     constraint outreach_invitation_attendance check (attendance in ('present', 'represented', 'absent')),
     constraint outreach_invitation_noted check (num_nonnulls(attendance, noted_by, noted_at) in (0, 3)),
     constraint fk_outreach_invitation_session_id foreign key (session_id) references outreach_session(id),
     constraint fk_outreach_invitation_entitlement_id foreign key (entitlement_id) references entitlement(id),
     constraint fk_outreach_invitation_noted_by foreign key (noted_by) references officer(id))`,
  `create trigger rows_stay before delete or truncate on outreach_invitation for each statement execute function refuse_change()`,
];

export class Outreach1801000000000 implements MigrationInterface {
  name = 'Outreach1801000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

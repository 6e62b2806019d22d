import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LINK } from './1800000850000-families.js';

/** A change of a family's record is proposed by one person with its paper and confirmed by another. What was listed and decreed stays. */
const UP = [
  `create table family_paper (
     id uuid default gen_random_uuid() not null,
     family_id bigint not null,
     name text not null,
     media_type text not null,
     sha256 text not null,
     size_bytes integer not null,
     sealed bytea not null,
     added_by uuid not null,
     added_at timestamptz not null,
     constraint pk_family_paper primary key (id),
     constraint uq_family_paper unique (family_id, sha256),
     constraint fk_family_paper_family_id foreign key (family_id) references family(id),
     constraint fk_family_paper_added_by foreign key (added_by) references officer(id))`,
  `create trigger append_only before update or delete or truncate on family_paper
     for each statement execute function refuse_change()`,
  `create table family_change (
     id uuid default gen_random_uuid() not null,
     family_id bigint not null,
     territory_code text not null,
     field text not null,
     sealed bytea not null,
     content_hash text not null,
     new_nik_hash bytea,
     reason text not null,
     paper_id uuid not null,
     state text not null,
     due_on date not null,
     proposed_by uuid not null,
     proposed_at timestamptz not null,
     decided_by uuid,
     decided_at timestamptz,
     decision_reason text,
     constraint pk_family_change primary key (id),
     constraint family_change_field check (field in ('name', 'address', 'phone', 'head')),
     constraint family_change_head check ((field = 'head') = (new_nik_hash is not null)),
     constraint family_change_state check (state in ('proposed', 'confirmed', 'refused', 'withdrawn', 'lapsed')),
     constraint family_change_four_eyes check (state not in ('confirmed', 'refused')
       or (decided_by is not null and decided_by <> proposed_by)),
     constraint fk_family_change_family_id foreign key (family_id) references family(id),
     constraint fk_family_change_paper_id foreign key (paper_id) references family_paper(id),
     constraint fk_family_change_proposed_by foreign key (proposed_by) references officer(id),
     constraint fk_family_change_decided_by foreign key (decided_by) references officer(id))`,
  `create unique index uq_family_change_proposed on family_change (family_id, field) where state = 'proposed'`,
  `create index ix_family_change_family on family_change (family_id, proposed_at)`,
  `create index ix_family_change_waiting on family_change (due_on, id) where state = 'proposed'`,
  `create index ix_family_change_head on family_change (new_nik_hash) where state = 'confirmed' and new_nik_hash is not null`,
  `create function check_family_change_life() returns trigger language plpgsql as $$
     begin
       if TG_OP = 'UPDATE' and old.state = 'proposed' and new.state <> 'proposed'
          and (new.id, new.family_id, new.territory_code, new.field, new.sealed, new.content_hash, new.new_nik_hash, new.reason,
               new.paper_id, new.due_on, new.proposed_by, new.proposed_at)
            is not distinct from
              (old.id, old.family_id, old.territory_code, old.field, old.sealed, old.content_hash, old.new_nik_hash, old.reason,
               old.paper_id, old.due_on, old.proposed_by, old.proposed_at)
       then
         return new;
       end if;
       raise exception 'a change of a record is not rewritten' using errcode = 'restrict_violation';
     end $$`,
  `create trigger family_change_life before update or delete on family_change
     for each row execute function check_family_change_life()`,
  `create trigger rows_stay before truncate on family_change for each statement execute function refuse_change()`,
  `create trigger tell_diary after insert on family_change for each statement execute function tell_diary('families')`,
  // Who stands on a list that was sent, and who was decreed with what, is what was signed.
  `create function keep_listed() returns trigger language plpgsql as $$
     begin
       if (select state from roster where id = old.roster_id) = 'draft' then return new; end if;
       raise exception 'a list that was sent keeps its families' using errcode = 'restrict_violation';
     end $$`,
  `create trigger sent_rows_stay before update of roster_id, roster_file_id, kpm_code, kelurahan_code, rt_rw, nik_hash, nik_tail,
       kk_hash, account_hash, sealed on roster_row
     for each row execute function keep_listed()`,
  `create trigger decreed_stays before update of period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose,
       nik_hash, account_hash, amount_rupiah, end_to_end_id on entitlement
     for each statement execute function refuse_change()`,
  `alter table family_listing drop constraint family_listing_linked_by`,
  `alter table family_listing add constraint family_listing_linked_by check (linked_by in ('new', 'nik', 'card', 'change')) not valid`,
  `alter table family_listing validate constraint family_listing_linked_by`,
];

/** Before the card: a NIK that two people have confirmed as the new head of a family is that family's, whatever its card. */
const BY_CHANGE = `
    update listed_family l set family_id = c.family_id, linked_by = 'change', is_other = true
      from (select h.new_nik_hash, max(h.family_id) as family_id from family_change h
             where h.state = 'confirmed' and h.new_nik_hash in (select nik_hash from listed_family where family_id is null)
               and not exists (select from listed_family t where t.family_id = h.family_id)
             group by h.new_nik_hash having count(distinct h.family_id) = 1) c
     where l.family_id is null and l.nik_hash = c.new_nik_hash
       and (select count(*) from family_change o join listed_family n on n.nik_hash = o.new_nik_hash and n.family_id is null
             where o.state = 'confirmed' and o.family_id = c.family_id) = 1;`;

const BY_CARD = `    update listed_family l set family_id = c.family_id, linked_by = 'card'`;

const LINK_WITH_CHANGES = LINK.replace('create function', 'create or replace function')
  .replace(BY_CARD, `${BY_CHANGE.trimStart().replace(/^/, '    ')}\n${BY_CARD}`)
  .replace(
    `case when l.linked_by = 'card' then 'head_changed'`,
    `case when l.linked_by in ('card', 'change') then 'head_changed'`,
  )
  .replace(`l.is_other and (l.linked_by = 'card' or`, `l.is_other and (l.linked_by in ('card', 'change') or`);

export class FamilyChanges1800000870000 implements MigrationInterface {
  name = 'FamilyChanges1800000870000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...UP, LINK_WITH_CHANGES]) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

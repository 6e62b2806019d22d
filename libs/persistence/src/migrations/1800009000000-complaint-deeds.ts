import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A granted complaint changes a record or disputes a payment: both know the complaint, which is a change's paper where it has no other. */
export class ComplaintDeeds1800009000000 implements MigrationInterface {
  readonly name = 'ComplaintDeeds1800009000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table family_change
      alter column paper_id drop not null, add column complaint_id uuid,
      add constraint fk_family_change_complaint_id foreign key (complaint_id) references complaint (id),
      add constraint family_change_source check (paper_id is not null or complaint_id is not null)`);
    await queryRunner.query(
      `create index ix_family_change_complaint on family_change (complaint_id) where complaint_id is not null`,
    );
    await queryRunner.query(`alter table reconciliation_break add column complaint_id uuid,
      add constraint fk_reconciliation_break_complaint_id foreign key (complaint_id) references complaint (id)`);
    await queryRunner.query(
      `create index ix_break_complaint on reconciliation_break (complaint_id) where complaint_id is not null`,
    );
    await queryRunner.query(CHANGE_LIFE);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

const CHANGE_LIFE = `
  create or replace function check_family_change_life() returns trigger language plpgsql as $function$
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
     end $function$`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A family that the civil registry did not match is a question for two people of the city, no longer a silence at the decree. Lists
 * that are past their verification have no questions, and go on as they were.
 */
const UP = [
  `alter table roster add column doubt_round integer default 1 not null`,
  `create table family_doubt (
     id bigint generated always as identity not null,
     roster_id uuid not null,
     roster_row_id bigint not null,
     kind text not null,
     basis text not null,
     opened_at timestamptz not null,
     decision text,
     explanation text,
     proposed_by uuid,
     proposed_at timestamptz,
     proposed_round integer,
     settled_at timestamptz,
     constraint pk_family_doubt primary key (id),
     constraint uq_family_doubt unique (roster_row_id, kind, basis),
     constraint family_doubt_kind check (kind in ('identity')),
     constraint family_doubt_decision check (decision in ('cleared', 'excluded', 'unresolved')),
     constraint family_doubt_proposed check ((decision is null) = (proposed_by is null) and (decision is null) = (proposed_round is null)),
     constraint family_doubt_settled check (settled_at is null or decision is not null),
     constraint fk_family_doubt_roster_id foreign key (roster_id) references roster(id),
     constraint fk_family_doubt_roster_row_id foreign key (roster_row_id) references roster_row(id),
     constraint fk_family_doubt_proposed_by foreign key (proposed_by) references officer(id))`,
  `create index ix_family_doubt_roster on family_doubt (roster_id, id)`,
  // What two people settled is a record.
  `create function settled_doubt_stays() returns trigger language plpgsql as $$
   begin
     raise exception 'a settled doubt is a record' using errcode = 'restrict_violation';
   end $$`,
  `create trigger settled_stays before update on family_doubt
     for each row when (old.settled_at is not null) execute function settled_doubt_stays()`,
  `create trigger rows_stay before delete or truncate on family_doubt
     for each statement execute function refuse_change()`,
  `create table identity_answer (
     roster_row_id bigint not null,
     roster_file_id uuid not null,
     sealed bytea not null,
     noted_at timestamptz not null,
     constraint pk_identity_answer primary key (roster_row_id),
     constraint fk_identity_answer_roster_row_id foreign key (roster_row_id) references roster_row(id),
     constraint fk_identity_answer_roster_file_id foreign key (roster_file_id) references roster_file(id))`,
];

export class FamilyDoubts1800000930000 implements MigrationInterface {
  name = 'FamilyDoubts1800000930000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

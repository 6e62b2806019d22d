import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE office ADD kind text`,
  `UPDATE office o SET kind = CASE
     WHEN level <> 'nation' THEN level
     WHEN exists (SELECT FROM appointment a WHERE a.office_id = o.id AND a.role = 'bank_officer') THEN 'bank'
     ELSE 'ministry' END`,
  `ALTER TABLE office ALTER kind SET NOT NULL`,
  `ALTER TABLE office ADD CONSTRAINT office_kind CHECK (kind in ('ministry', 'bank', 'post', 'province', 'city', 'kecamatan', 'kelurahan')
     and level = case when kind in ('ministry', 'bank', 'post') then 'nation' else kind end)`,
  `CREATE FUNCTION office_kind_of_tier() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     NEW.kind := coalesce(NEW.kind, CASE NEW.level WHEN 'nation' THEN 'ministry' ELSE NEW.level END);
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER office_kind_of_tier BEFORE INSERT ON office FOR EACH ROW EXECUTE FUNCTION office_kind_of_tier()`,
  `CREATE INDEX ix_office_place ON office (territory_code, name, id)`,
  `ALTER TABLE appointment
     ADD letter_number text, ADD extended_from date,
     ADD created_by uuid, ADD created_at timestamptz,
     ADD ended_by uuid, ADD ended_at timestamptz, ADD ended_reason text`,
  `ALTER TABLE appointment ADD CONSTRAINT fk_appointment_created_by FOREIGN KEY (created_by) REFERENCES officer (id)`,
  `ALTER TABLE appointment ADD CONSTRAINT fk_appointment_ended_by FOREIGN KEY (ended_by) REFERENCES officer (id)`,
  `ALTER TABLE appointment ADD CONSTRAINT appointment_dates CHECK (valid_to >= valid_from - 1)`,
  `ALTER TABLE appointment ADD CONSTRAINT appointment_ended
     CHECK ((ended_at is null) = (ended_by is null) and (ended_at is null or valid_to is not null))`,
  `ALTER TABLE appointment ADD CONSTRAINT appointment_acting_letter
     CHECK (acting is null or created_by is null or (letter_number is not null and valid_to is not null))`,
  `ALTER TABLE appointment ADD CONSTRAINT one_appointment EXCLUDE
     USING gist (officer_id WITH =, office_id WITH =, role WITH =, daterange(valid_from, valid_to + 1) WITH &&)`,
  `ALTER TABLE appointment ADD CONSTRAINT one_acting EXCLUDE
     USING gist (office_id WITH =, role WITH =, daterange(valid_from, valid_to + 1) WITH &&)
     WHERE (acting is not null and created_by is not null)`,
  `ALTER TABLE appointment DROP CONSTRAINT uq_appointment`,
  `CREATE INDEX ix_appointment_officer ON appointment (officer_id)`,
  `CREATE INDEX ix_appointment_post ON appointment (office_id, role)`,
  `CREATE TABLE officer_leave (
     id uuid NOT NULL DEFAULT gen_random_uuid(), officer_id uuid NOT NULL, kind text NOT NULL,
     first_day date NOT NULL, last_day date NOT NULL, created_by uuid NOT NULL, created_at timestamptz NOT NULL,
     cancelled_by uuid, cancelled_at timestamptz,
     CONSTRAINT pk_officer_leave PRIMARY KEY (id),
     CONSTRAINT officer_leave_kind CHECK (kind in ('annual', 'sick', 'duty', 'other')),
     CONSTRAINT officer_leave_dates CHECK (first_day <= last_day),
     CONSTRAINT officer_leave_cancelled CHECK ((cancelled_at is null) = (cancelled_by is null)),
     CONSTRAINT one_leave EXCLUDE
       USING gist (officer_id WITH =, daterange(first_day, last_day + 1) WITH &&) WHERE (cancelled_at is null),
     CONSTRAINT fk_officer_leave_officer FOREIGN KEY (officer_id) REFERENCES officer (id),
     CONSTRAINT fk_officer_leave_created_by FOREIGN KEY (created_by) REFERENCES officer (id),
     CONSTRAINT fk_officer_leave_cancelled_by FOREIGN KEY (cancelled_by) REFERENCES officer (id))`,
  `CREATE TABLE officer_activation (
     officer_id uuid NOT NULL, code_hash bytea NOT NULL, expires_at timestamptz NOT NULL, created_by uuid NOT NULL,
     CONSTRAINT pk_officer_activation PRIMARY KEY (officer_id),
     CONSTRAINT fk_officer_activation_officer FOREIGN KEY (officer_id) REFERENCES officer (id),
     CONSTRAINT fk_officer_activation_created_by FOREIGN KEY (created_by) REFERENCES officer (id))`,
  `CREATE INDEX ix_officer_name ON officer (full_name, id)`,
];

/** Offices of every kind, appointments with their letter and their end, leaves, and codes for a first sign-in. */
export class Organisation1700000000060 implements MigrationInterface {
  name = 'Organisation1700000000060';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

import type { EntityManager } from 'typeorm';
import {
  type ActingPolicy,
  type AppointmentFacts,
  type KnownOffice,
  type KnownOfficer,
  type KnownOrganisation,
  levelOfKind,
  type PlannedAppointment,
  ROLE_NAMES,
  signs,
} from '#domain';
import { copyRows } from '../../shared/copy-rows.js';
import { rowsOf } from '../../shared/unit-of-work.js';
import { ACTIVATION_DAYS } from '../../auth/activation.repository.js';
import { setHouseholds } from './household.js';

/** A line to be written, with what must not be kept in clear. */
export interface StagedOfficer extends PlannedAppointment {
  readonly kkHash: Buffer | null;
  /** Of a new officer's code. */
  readonly codeHash: Buffer | null;
}

const FACTS = `jsonb_build_object('id', a.id, 'officerId', a.officer_id, 'officeId', a.office_id, 'officeName', f.name,
  'kind', f.kind, 'level', f.level, 'territoryCode', f.territory_code, 'role', a.role, 'validFrom', a.valid_from) ||
  jsonb_strip_nulls(jsonb_build_object('validTo', a.valid_to, 'acting', a.acting))`;

const STAGE = `create temp table officer_import (
  row_number int, username text, full_name text, language text, household_hash bytea, code_hash bytea,
  office text, kind text, level text, territory_code text, role text, valid_from date, valid_to date,
  change text, appointment_id uuid) on commit drop`;

/** Lists of officers: what the register holds of what they name, and their writing as a whole. */
export class OfficerImportRepository {
  constructor(private readonly manager: EntityManager) {}

  async known(
    names: {
      readonly usernames: readonly string[];
      readonly offices: readonly string[];
      readonly codes: readonly string[];
    },
    today: string,
    policy: ActingPolicy,
  ): Promise<KnownOrganisation> {
    const { manager } = this;
    const territories = await rowsOf<{ code: string }>(manager, 'select code from territory where code = any($1)', [
      names.codes,
    ]);
    const offices = await rowsOf<KnownOffice & { name: string }>(
      manager,
      'select id, name, kind, territory_code as "territoryCode" from office where name = any($1)',
      [names.offices],
    );
    const officers = await rowsOf<{
      username: string;
      id: string;
      fullName: string;
      appointments: KnownOfficer['appointments'];
    }>(
      manager,
      `select o.username, o.id, o.full_name as "fullName",
              coalesce(jsonb_agg(${FACTS}) filter (where a.id is not null), '[]') as appointments
         from officer o left join appointment a on a.officer_id = o.id left join office f on f.id = a.office_id
        where o.username = any($1) group by o.id`,
      [names.usernames],
    );
    const acting = await rowsOf<{ facts: AppointmentFacts }>(
      manager,
      `select ${FACTS} as facts from appointment a join office f on f.id = a.office_id
        where f.name = any($1) and a.acting = 'plt'`,
      [names.offices],
    );
    return {
      today,
      policy,
      territories: new Set(territories.map(({ code }) => code)),
      offices: new Map(offices.map(({ name, ...office }) => [name, office])),
      officers: new Map(officers.map(({ username, ...officer }) => [username, officer])),
      acting: acting.map(({ facts }) => facts),
    };
  }

  /** Writes every line: offices, people, codes, appointments, ends and households, set by set. */
  async apply(staged: readonly StagedOfficer[], by: string, reason: string): Promise<void> {
    await this.manager.query(STAGE);
    await copyRows(this.manager, 'officer_import', fields(staged));
    await this.manager.query('analyze officer_import');
    await this.manager.query(
      `insert into office (name, kind, level, territory_code)
       select distinct on (office) office, kind, level, territory_code from officer_import on conflict (name) do nothing`,
    );
    await this.manager.query(
      `insert into officer (username, full_name, password_hash, language)
       select distinct on (username) username, full_name, '', language from officer_import
        order by username, row_number on conflict (username) do nothing`,
    );
    await this.manager.query(
      `insert into officer_activation (officer_id, code_hash, expires_at, created_by)
       select o.id, i.code_hash, now() + interval '${ACTIVATION_DAYS} days', $1
         from officer_import i join officer o on o.username = i.username where i.code_hash is not null`,
      [by],
    );
    await this.manager.query(
      `insert into appointment (officer_id, office_id, role, valid_from, valid_to, created_by, created_at, is_proposed)
       select o.id, f.id, i.role, i.valid_from, i.valid_to, $1, programme_now(), i.role = any($2)
         from officer_import i join officer o on o.username = i.username join office f on f.name = i.office
        where i.change = 'added'`,
      [by, ROLE_NAMES.filter(signs)],
    );
    await this.manager.query(
      `delete from officer_activation c using officer_import i join officer o on o.username = i.username
        where c.officer_id = o.id and i.change = 'added' and i.role = any($1)`,
      [ROLE_NAMES.filter(signs)],
    );
    await this.manager.query(
      `update appointment a set valid_to = i.valid_to, ended_by = $1, ended_at = programme_now(), ended_reason = $2
         from officer_import i where i.change = 'ended' and a.id = i.appointment_id`,
      [by, reason],
    );
    await this.linkHouseholds();
  }

  /** One row of the audit for each appointment that the list added or ended. */
  async audit(by: string, requestId: string, sha256: string): Promise<void> {
    await this.manager.query(
      `insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id, occurred_at)
       select $1, 'appointment.' || i.change, 'officer', o.id, i.territory_code,
              jsonb_build_object('role', i.role, 'row', i.row_number, 'sha256', $3::text), $2, programme_now()
         from officer_import i join officer o on o.username = i.username where i.change <> 'unchanged'
        order by i.row_number`,
      [by, requestId, sha256],
    );
  }

  private async linkHouseholds(): Promise<void> {
    const households = await rowsOf<{ officerId: string; kkHash: Buffer }>(
      this.manager,
      `select distinct on (o.id) o.id as "officerId", i.household_hash as "kkHash"
         from officer_import i join officer o on o.username = i.username
        where i.household_hash is not null and o.household_hash is distinct from i.household_hash`,
    );
    await setHouseholds(this.manager, households);
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- COPY takes what streams
async function* fields(staged: readonly StagedOfficer[]) {
  for (const one of staged) {
    yield [
      ...[one.row, one.username, one.fullName, one.language, one.kkHash, one.codeHash],
      ...[one.office.name, one.office.kind, levelOfKind(one.office.kind), one.office.territoryCode],
      ...[one.role, one.validFrom, one.validTo ?? null, one.change, one.appointmentId ?? null],
    ];
  }
}

import type { EntityManager } from 'typeorm';
import { type ActingKind, type AssignedDays, DomainError } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { isLive } from '../organisation/appointments/live-appointment.js';

export interface AssignmentLetterRow {
  id: string;
  periodId: string;
  cityCode: string;
  territoryCode: string;
  territoryName: string | null;
  officerId: string;
  officer: string;
  issuedBy: string;
  issuer: string;
  /** How the issuer held the office of the head; null as its holder. */
  acting: ActingKind | null;
  number: string;
  issuedAt: Date;
  validFrom: string;
  validTo: string;
  cases: number;
  hash: string;
  withdrawnAt: Date | null;
  reason: string | null;
}

/** One who may be sent to a place, and how many cases wait there to be visited. */
export interface AssignmentChoice {
  officerId: string;
  officer: string;
  territoryCode: string;
  territoryName: string;
  cases: number;
}

const COLUMNS = `l.id, l.period_id as "periodId", l.city_code as "cityCode", l.territory_code as "territoryCode", t.name as "territoryName",
  l.officer_id as "officerId", o.full_name as officer, l.issued_by as "issuedBy", i.full_name as issuer, a.acting, l.number,
  l.issued_at as "issuedAt", l.valid_from::text as "validFrom", l.valid_to::text as "validTo",
  (select count(*)::int from assignment_letter_case c where c.letter_id = l.id) as cases, l.hash, l.withdrawn_at as "withdrawnAt", l.reason`;
const FROM = `assignment_letter l join officer o on o.id = l.officer_id join officer i on i.id = l.issued_by
  join appointment a on a.id = l.appointment_id left join territory t on t.code = l.territory_code`;

/** Of an appointment `a` and its office `f`: somebody who visits families, today. */
const VISITS = `a.role = 'tksk' and ${isLive('a')}`;
/** Of a case `c`: it waits for a visit, and the officer may make it, being no kin of the family. */
const toVisit = (officerId: string): string => `c.state = 'to_visit' and not exists (
  select from task k where k.subject_type = 'case' and k.subject_id = c.id::text and ${officerId} = any(k.excluded_owners))`;

/** Letters of assignment. The database keeps them as they were issued. */
export class AssignmentLetterRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Who may be sent where in the territories: a kecamatan as a whole, and each kelurahan of it with a case to visit. */
  async choices(periodId: string, territories: readonly string[]): Promise<AssignmentChoice[]> {
    return rowsOf<AssignmentChoice>(
      this.manager,
      `select o.id as "officerId", o.full_name as officer, t.code as "territoryCode", t.name as "territoryName", count(*)::int as cases
         from appointment a join office f on f.id = a.office_id join officer o on o.id = a.officer_id
         join follow_up_case c on c.period_id = $1 and (c.kelurahan_code = f.territory_code or c.kelurahan_code like f.territory_code || '.%')
         join territory t on t.code in (left(c.kelurahan_code, 8), c.kelurahan_code)
          and (t.code = f.territory_code or t.code like f.territory_code || '.%')
        where ${VISITS} and ${toVisit('o.id')} and ${inTerritories('c.kelurahan_code', '$2')}
        group by 1, 2, 3, 4 order by 2, 3`,
      [periodId, territories],
    );
  }

  /** The ids of the cases in a place that wait for a visit by this officer, in order; none where they hold no such office there today. */
  async casesFor(periodId: string, officerId: string, territoryCode: string): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `select c.id from follow_up_case c
        where c.period_id = $1 and (c.kelurahan_code = $3 or c.kelurahan_code like $3 || '.%') and ${toVisit('$2::uuid')}
          and exists (select from appointment a join office f on f.id = a.office_id
                       where a.officer_id = $2 and ${VISITS} and ($3 = f.territory_code or $3 like f.territory_code || '.%'))
        order by c.kelurahan_code, c.rt_rw nulls last, c.id`,
      [periodId, officerId, territoryCode],
    );
    return rows.map(({ id }) => id);
  }

  /** The letter that says the same and stands; undefined where there is none. */
  async standing(hash: string): Promise<string | undefined> {
    const sql = 'select id from assignment_letter where hash = $1 and withdrawn_at is null';
    return (await rowOf<{ id: string }>(this.manager, sql, [hash]))?.id;
  }

  async add(
    letter: AssignedDays & {
      readonly id: string;
      readonly periodId: string;
      readonly cityCode: string;
      readonly territoryCode: string;
      readonly officerId: string;
      readonly issuedBy: string;
      readonly appointmentId: string;
      readonly number: string;
      readonly hash: string;
      readonly caseIds: readonly string[];
    },
  ): Promise<void> {
    await this.manager.query(
      `insert into assignment_letter (id, period_id, city_code, territory_code, officer_id, issued_by, appointment_id, number, issued_at,
                                      valid_from, valid_to, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, programme_now(), $9, $10, $11)`,
      [
        ...[letter.id, letter.periodId, letter.cityCode, letter.territoryCode, letter.officerId, letter.issuedBy],
        ...[letter.appointmentId, letter.number, letter.validFrom, letter.validTo, letter.hash],
      ],
    );
    await this.manager.query('insert into assignment_letter_case (letter_id, case_id) select $1, unnest($2::uuid[])', [
      ...[letter.id, letter.caseIds],
    ]);
  }

  /** Throws ASSIGNMENT_UNKNOWN. */
  async find(id: string): Promise<AssignmentLetterRow> {
    const row = await rowOf<AssignmentLetterRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where l.id = $1 for update of l`,
      [id],
    );
    if (row === undefined) throw new DomainError('ASSIGNMENT_UNKNOWN', 'no such letter of yours');
    return row;
  }

  /** The cases on it, by place: a family's code, where it lives by kelurahan and RT/RW, and nothing else of it. */
  async casesOf(
    id: string,
  ): Promise<{ kpmCode: string; kelurahanName: string; rtRw: string | null; deadlineOn: string }[]> {
    return rowsOf(
      this.manager,
      `select c.kpm_code as "kpmCode", coalesce(k.name, c.kelurahan_code) as "kelurahanName", c.rt_rw as "rtRw",
              c.deadline_on::text as "deadlineOn"
         from assignment_letter_case l join follow_up_case c on c.id = l.case_id left join territory k on k.code = c.kelurahan_code
        where l.letter_id = $1 order by c.kelurahan_code, c.rt_rw nulls last, c.kpm_code`,
      [id],
    );
  }

  async withdraw(id: string, officerId: string, reason: string): Promise<void> {
    await this.manager.query(
      'update assignment_letter set withdrawn_by = $2, withdrawn_at = programme_now(), reason = $3 where id = $1',
      [id, officerId, reason],
    );
  }

  /** Those in the territories and those of the officer, the newest days first. */
  async page(filter: {
    territories: readonly string[];
    officerId: string;
    after?: { readonly key: string; readonly id: string } | undefined;
    limit: number;
  }): Promise<AssignmentLetterRow[]> {
    return rowsOf<AssignmentLetterRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where (l.officer_id = $2 or ${inTerritories('l.territory_code', '$1')})
          and ($3::date is null or (l.valid_from, l.id) < ($3::date, $4::uuid))
        order by l.valid_from desc, l.id desc limit $5`,
      [filter.territories, filter.officerId, filter.after?.key ?? null, filter.after?.id ?? null, filter.limit],
    );
  }

  /** The letters with this hash, for whoever holds one: number, place and days, and nothing of a person. */
  async lettersOver(
    hash: string,
  ): Promise<{ number: string; territoryName: string; validFrom: string; validTo: string; isWithdrawn: boolean }[]> {
    return rowsOf(
      this.manager,
      `select l.number, coalesce(t.name, l.territory_code) as "territoryName", l.valid_from::text as "validFrom",
              l.valid_to::text as "validTo", l.withdrawn_at is not null as "isWithdrawn"
         from assignment_letter l left join territory t on t.code = l.territory_code where l.hash = $1 order by l.issued_at desc`,
      [hash],
    );
  }
}

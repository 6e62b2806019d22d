import type { EntityManager } from 'typeorm';
import { CASE_SANCTION_KINDS, type CaseSanctionKind, type CaseSanctionState, DomainError, type IsoDate } from '#domain';
import { familyOfRow } from '../families/family-of-row.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { DECISION_OF_CASE } from './decision-of-case.js';

export interface CaseSanctionRow {
  id: string;
  caseId: string;
  kind: CaseSanctionKind;
  periodId: string;
  cityCode: string;
  kelurahanCode: string;
  kelurahanName: string | null;
  kpmCode: string;
  familyCode: string | null;
  rosterRowId: string;
  finding: string;
  state: CaseSanctionState;
  decidedBy: string;
  decider: string;
  decidedAt: Date;
  dueOn: IsoDate;
  verifiedBy: string | null;
  verifier: string | null;
  verifiedAt: Date | null;
  objectionUntil: IsoDate | null;
  letterHash: string | null;
  objection: string | null;
  objector: string | null;
  answerDueOn: IsoDate | null;
  settler: string | null;
  reason: string | null;
  inForceAt: Date | null;
}

const COLUMNS = `s.id, s.case_id as "caseId", s.kind, s.period_id as "periodId", s.city_code as "cityCode",
  s.kelurahan_code as "kelurahanCode", k.name as "kelurahanName", c.kpm_code as "kpmCode",
  ${familyOfRow('e.roster_row_id')} as "familyCode", e.roster_row_id as "rosterRowId", s.finding, s.state,
  s.decided_by as "decidedBy", d.full_name as decider, s.decided_at as "decidedAt", s.due_on::text as "dueOn",
  s.verified_by as "verifiedBy", v.full_name as verifier, s.verified_at as "verifiedAt",
  s.objection_until::text as "objectionUntil", s.letter_hash as "letterHash", s.objection, o.full_name as objector,
  s.answer_due_on::text as "answerDueOn", z.full_name as settler, s.reason, s.in_force_at as "inForceAt"`;
const FROM = `case_sanction s join follow_up_case c on c.id = s.case_id join entitlement e on e.id = c.entitlement_id
  join officer d on d.id = s.decided_by left join officer v on v.id = s.verified_by left join officer o on o.id = s.objected_by
  left join officer z on z.id = s.settled_by left join territory k on k.code = s.kelurahan_code`;

/** Suspensions and exclusions. The database holds the hands apart, and the days. */
export class CaseSanctionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Proposes those of a desk's decided cases, each by who decided, to be verified until a day. A repeat proposes none twice. */
  async propose(deskWorkflowId: string, dueOn: IsoDate): Promise<{ id: string; cityCode: string }[]> {
    return rowsOf(
      this.manager,
      `insert into case_sanction (case_id, kind, period_id, city_code, kelurahan_code, nik_hash, finding, state, decided_by,
                                  decided_at, due_on)
       select c.id, c.outcome, c.period_id, c.city_code, c.kelurahan_code, e.nik_hash, c.finding, 'proposed', d.officer_id,
              d.decided_at, $2
         from follow_up_case c join entitlement e on e.id = c.entitlement_id
         ${DECISION_OF_CASE}
        where c.desk_workflow_id = $1 and c.state = 'decided' and c.outcome = any($3)
       on conflict (case_id) do nothing returning id, city_code as "cityCode"`,
      [deskWorkflowId, dueOn, CASE_SANCTION_KINDS],
    );
  }

  /** Locks it. Throws CASE_SANCTION_UNKNOWN outside the territories, too. */
  async find(id: string, territories: readonly string[]): Promise<CaseSanctionRow> {
    const row = await rowOf<CaseSanctionRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where s.id = $1 and ${inTerritories('s.kelurahan_code', '$2')} for update of s`,
      [id, territories],
    );
    if (row === undefined) throw new DomainError('CASE_SANCTION_UNKNOWN', 'no such sanction in the territory');
    return row;
  }

  async verify(id: string, officerId: string, objectionUntil: IsoDate, letterHash: string): Promise<void> {
    await this.manager.query(
      `update case_sanction set state = 'verified', verified_by = $2, verified_at = programme_now(), objection_until = $3,
              letter_hash = $4 where id = $1`,
      [id, officerId, objectionUntil, letterHash],
    );
  }

  async object(id: string, officerId: string, objection: string, answerDueOn: IsoDate): Promise<void> {
    await this.manager.query(
      `update case_sanction set state = 'objected', objected_by = $2, objected_at = programme_now(), objection = $3,
              answer_due_on = $4 where id = $1`,
      [id, officerId, objection, answerDueOn],
    );
  }

  /** Ends the proposal, the objection or what is in force, with a reason. */
  async settle(id: string, state: 'refused' | 'in_force' | 'lifted', officerId: string, reason: string): Promise<void> {
    await this.manager.query(
      `update case_sanction set state = $2, settled_by = $3, settled_at = programme_now(), reason = $4,
              in_force_at = case $2 when 'in_force' then programme_now() else in_force_at end where id = $1`,
      [id, state, officerId, reason],
    );
  }

  /** What the day brings: unverified ones lapse, and those whose term has passed without an objection are in force. */
  async look(): Promise<{ id: string; state: 'lapsed' | 'in_force'; decidedBy: string; cityCode: string }[]> {
    return rowsOf(
      this.manager,
      `update case_sanction set state = case state when 'proposed' then 'lapsed' else 'in_force' end,
              in_force_at = case state when 'verified' then programme_now() end
        where (state = 'proposed' and due_on < programme_today()) or (state = 'verified' and objection_until < programme_today())
        returning id, state, decided_by as "decidedBy", city_code as "cityCode"`,
    );
  }

  /** Objections whose day of answer is over without one. */
  async lateAnswers(): Promise<{ id: string; cityCode: string }[]> {
    return rowsOf(
      this.manager,
      `select id, city_code as "cityCode" from case_sanction where state = 'objected' and answer_due_on < programme_today()`,
    );
  }

  /** In the territories, the newest first, after the one seen last. */
  async page(filter: {
    territories: readonly string[];
    state?: CaseSanctionState | undefined;
    after?: { readonly key: string; readonly id: string } | undefined;
    limit: number;
  }): Promise<CaseSanctionRow[]> {
    return rowsOf<CaseSanctionRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${inTerritories('s.kelurahan_code', '$1')} and ($2::text is null or s.state = $2)
          and ($3::date is null or (s.due_on, s.id) > ($3::date, $4::uuid))
        order by s.due_on, s.id limit $5`,
      [filter.territories, filter.state ?? null, filter.after?.key ?? null, filter.after?.id ?? null, filter.limit],
    );
  }

  /** The letters with this hash: what they are about and where, and nothing of a person. */
  async lettersOver(hash: string): Promise<
    {
      kind: CaseSanctionKind;
      state: CaseSanctionState;
      territoryName: string;
      verifiedAt: Date;
    }[]
  > {
    return rowsOf(
      this.manager,
      `select s.kind, s.state, coalesce(k.name, s.kelurahan_code) as "territoryName", s.verified_at as "verifiedAt"
         from case_sanction s left join territory k on k.code = s.kelurahan_code where s.letter_hash = $1`,
      [hash],
    );
  }
}

import type { EntityManager } from 'typeorm';
import { CASE_MEASURE_KINDS, type CaseMeasureKind, type CaseMeasureState, DomainError, type IsoDate } from '#domain';
import { familyOfRow } from '../families/family-of-row.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { DECISION_OF_CASE } from './decision-of-case.js';

export interface CaseMeasureRow {
  id: string;
  caseId: string;
  entitlementId: string;
  orderId: string;
  kind: CaseMeasureKind;
  periodId: string;
  cityCode: string;
  kelurahanCode: string;
  kelurahanName: string | null;
  kpmCode: string;
  familyCode: string | null;
  amountRupiah: string;
  /** Only who decides on such a case, or settles its measure, reads on which ground. */
  restricted: boolean;
  ground: string | null;
  untilOn: IsoDate | null;
  deadlineOn: IsoDate;
  state: CaseMeasureState;
  decidedBy: string;
  decider: string;
  dueOn: IsoDate;
  verifiedBy: string | null;
  verifier: string | null;
  verifiedAt: Date | null;
  useUntil: IsoDate | null;
  ender: string | null;
  reason: string | null;
  returnId: string | null;
}

const COLUMNS = `m.id, m.case_id as "caseId", m.entitlement_id as "entitlementId", e.order_id as "orderId", m.kind, m.period_id as "periodId",
  m.city_code as "cityCode", m.kelurahan_code as "kelurahanCode", k.name as "kelurahanName", c.kpm_code as "kpmCode",
  ${familyOfRow('e.roster_row_id')} as "familyCode", c.amount_rupiah as "amountRupiah", c.restricted, m.ground,
  m.until_on::text as "untilOn", c.deadline_on::text as "deadlineOn", m.state, m.decided_by as "decidedBy", d.full_name as decider,
  m.due_on::text as "dueOn", m.verified_by as "verifiedBy", v.full_name as verifier, m.verified_at as "verifiedAt",
  m.use_until::text as "useUntil", x.full_name as ender, m.reason, m.return_id as "returnId"`;
const FROM = `case_measure m join follow_up_case c on c.id = m.case_id join entitlement e on e.id = m.entitlement_id
  join officer d on d.id = m.decided_by left join officer v on v.id = m.verified_by left join officer x on x.id = m.ended_by
  left join territory k on k.code = m.kelurahan_code`;

/** Holds and early returns. The database holds the hands apart, and the states to the ledger. */
export class CaseMeasureRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Proposes those of a desk's decided cases, to be approved until a day, and never past the case's own. A repeat proposes none twice. */
  async propose(deskWorkflowId: string, dueOn: IsoDate): Promise<{ id: string; cityCode: string }[]> {
    return rowsOf(
      this.manager,
      `insert into case_measure (case_id, entitlement_id, kind, period_id, city_code, kelurahan_code, ground, until_on, state,
                                 decided_by, decided_at, due_on)
       select c.id, c.entitlement_id, c.outcome, c.period_id, c.city_code, c.kelurahan_code,
              case c.outcome when 'hold' then d.details ->> 'ground' end, case c.outcome when 'hold' then (d.details ->> 'holdUntil')::date end,
              'proposed', d.officer_id, d.decided_at, least($2::date, c.deadline_on)
         from follow_up_case c
         ${DECISION_OF_CASE}
        where c.desk_workflow_id = $1 and c.state = 'decided' and c.outcome = any($3) and c.closed_at is null
       on conflict (case_id, kind) do nothing
       returning id, city_code as "cityCode"`,
      [deskWorkflowId, dueOn, CASE_MEASURE_KINDS],
    );
  }

  /** Locks it. Throws CASE_MEASURE_UNKNOWN outside the territories, too. */
  async find(id: string, territories: readonly string[]): Promise<CaseMeasureRow> {
    const row = await rowOf<CaseMeasureRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where m.id = $1 and ${inTerritories('m.kelurahan_code', '$2')} for update of m`,
      [id, territories],
    );
    if (row === undefined) throw new DomainError('CASE_MEASURE_UNKNOWN', 'no such measure in the territory');
    return row;
  }

  /** The newest of a case; undefined where it has none. */
  async ofCase(caseId: string): Promise<CaseMeasureRow | undefined> {
    return rowOf<CaseMeasureRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where m.case_id = $1 order by m.decided_at desc, m.id limit 1`,
      [caseId],
    );
  }

  /** In the territories, the nearest day of approval first, after the one seen last. */
  async page(filter: {
    territories: readonly string[];
    state?: CaseMeasureState | undefined;
    after?: { readonly key: string; readonly id: string } | undefined;
    limit: number;
  }): Promise<CaseMeasureRow[]> {
    return rowsOf<CaseMeasureRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${inTerritories('m.kelurahan_code', '$1')} and ($2::text is null or m.state = $2)
          and ($3::date is null or (m.due_on, m.id) > ($3::date, $4::uuid))
        order by m.due_on, m.id limit $5`,
      [filter.territories, filter.state ?? null, filter.after?.key ?? null, filter.after?.id ?? null, filter.limit],
    );
  }

  async setInForce(id: string, verifiedBy: string): Promise<void> {
    await this.manager.query(
      `update case_measure set state = 'in_force', verified_by = $2, verified_at = programme_now() where id = $1`,
      [id, verifiedBy],
    );
  }

  /** The money is the family's again, until a last day of use. */
  async setReleased(id: string, endedBy: string, reason: string, useUntil: IsoDate): Promise<void> {
    await this.manager.query(
      `update case_measure set state = 'released', ended_by = $2, ended_at = programme_now(), reason = $3, use_until = $4 where id = $1`,
      [id, endedBy, reason, useUntil],
    );
  }

  async setRefused(id: string, endedBy: string, reason: string): Promise<void> {
    await this.manager.query(
      `update case_measure set state = 'refused', ended_by = $2, ended_at = programme_now(), reason = $3 where id = $1`,
      [id, endedBy, reason],
    );
  }

  /** They lie on this return order. Who approved an early return is kept; nobody, where a day brought it. */
  async setReturning(
    ids: readonly string[],
    returnId: string,
    approvedBy: string | null,
    reason: string | null,
  ): Promise<void> {
    await this.manager.query(
      `update case_measure set verified_by = case state when 'proposed' then $3::uuid else verified_by end,
              verified_at = case state when 'proposed' then programme_now() else verified_at end,
              ended_by = case state when 'in_force' then $3::uuid else ended_by end,
              ended_at = case state when 'in_force' then programme_now() else ended_at end,
              reason = coalesce($4, reason), state = 'returning', return_id = $2
        where id = any($1::uuid[])`,
      [ids, returnId, approvedBy, reason],
    );
  }

  /** How many families and how much are held on a named ground in a territory, by the ledger's state of their money. */
  async onHold(periodId: string, territories: readonly string[]): Promise<{ families: number; amountRupiah: string }> {
    const row = await rowOf<{ families: number; amountRupiah: string }>(
      this.manager,
      `select count(*)::int as families, coalesce(sum(e.amount_rupiah), 0)::text as "amountRupiah"
         from case_measure m join entitlement e on e.id = m.entitlement_id and e.state = 'held'
        where m.period_id = $1 and m.kind = 'hold' and m.state = 'in_force' and ${inTerritories('m.kelurahan_code', '$2')}`,
      [periodId, territories],
    );
    return row ?? { families: 0, amountRupiah: '0' };
  }
}

import type { EntityManager } from 'typeorm';
import { CASE_REQUEST_KINDS, type CaseRequestKind, type CaseRequestState, DomainError, type IsoDate } from '#domain';
import { familyOfRow } from '../families/family-of-row.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { DECISION_OF_CASE } from './decision-of-case.js';

export interface CaseRequestRow {
  id: string;
  caseId: string;
  kind: CaseRequestKind;
  kpmCode: string;
  familyCode: string | null;
  kelurahanCode: string;
  kelurahanName: string | null;
  cityCode: string;
  amountRupiah: string;
  ownerId: string;
  owner: string;
  dueOn: IsoDate;
  state: CaseRequestState;
  madeAt: Date;
  endedBy: string | null;
  endedAt: Date | null;
  note: string | null;
}

const COLUMNS = `q.id, q.case_id as "caseId", q.kind, c.kpm_code as "kpmCode", ${familyOfRow('e.roster_row_id')} as "familyCode",
  q.kelurahan_code as "kelurahanCode", k.name as "kelurahanName", q.city_code as "cityCode", c.amount_rupiah as "amountRupiah",
  q.owner_id as "ownerId", o.full_name as owner, q.due_on::text as "dueOn", q.state, q.made_at as "madeAt",
  x.full_name as "endedBy", q.ended_at as "endedAt", q.note`;
const FROM = `case_request q join follow_up_case c on c.id = q.case_id join entitlement e on e.id = c.entitlement_id
  join officer o on o.id = q.owner_id left join officer x on x.id = q.ended_by left join territory k on k.code = q.kelurahan_code`;

/** Requests that outcomes set going. The database keeps what has ended as it is. */
export class CaseRequestRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Opens the requests of a desk's decided cases, each followed by who decided, until a day and never past the case's own. A repeat
   * opens none twice; a case whose money has moved meanwhile needs none.
   */
  async open(deskWorkflowId: string, dueOn: IsoDate): Promise<void> {
    await this.manager.query(
      `insert into case_request (case_id, kind, period_id, city_code, kelurahan_code, owner_id, due_on, state, made_at)
       select c.id, c.outcome, c.period_id, c.city_code, c.kelurahan_code, d.officer_id,
              case c.money_decided when 'keep' then least($2::date, c.deadline_on) else $2::date end, 'open', programme_now()
         from follow_up_case c
         ${DECISION_OF_CASE}
        where c.desk_workflow_id = $1 and c.state = 'decided' and c.outcome = any($3)
          and (c.closed_at is null or c.outcome = 'replace')
       on conflict (case_id, kind) do nothing`,
      [deskWorkflowId, dueOn, CASE_REQUEST_KINDS],
    );
  }

  /** Locks it. Throws CASE_REQUEST_UNKNOWN outside the territories, too. */
  async find(id: string, territories: readonly string[]): Promise<CaseRequestRow> {
    const row = await rowOf<CaseRequestRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where q.id = $1 and ${inTerritories('q.kelurahan_code', '$2')} for update of q`,
      [id, territories],
    );
    if (row === undefined) throw new DomainError('CASE_REQUEST_UNKNOWN', 'no such request in the territory');
    return row;
  }

  async setOwner(id: string, ownerId: string): Promise<void> {
    await this.manager.query('update case_request set owner_id = $2 where id = $1', [id, ownerId]);
  }

  async end(id: string, state: 'done' | 'refused', endedBy: string, note: string): Promise<void> {
    await this.manager.query(
      `update case_request set state = $2, ended_by = $3, ended_at = programme_now(), note = $4 where id = $1`,
      [id, state, endedBy, note],
    );
  }

  /** Ends those whose day has passed; each is answered once. */
  async lapse(): Promise<{ id: string; ownerId: string; cityCode: string }[]> {
    return rowsOf(
      this.manager,
      `update case_request set state = 'lapsed', ended_at = programme_now()
        where state = 'open' and due_on < programme_today()
        returning id, owner_id as "ownerId", city_code as "cityCode"`,
    );
  }

  /** Whether two people have confirmed a new head of the case's family since the request was made. */
  async headWasChanged(id: string): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `select 1 from case_request q join follow_up_case c on c.id = q.case_id join entitlement e on e.id = c.entitlement_id
         join family_listing l on l.roster_row_id = e.roster_row_id
         join family_change h on h.family_id = l.family_id and h.field = 'head' and h.state = 'confirmed' and h.decided_at >= q.made_at
        where q.id = $1`,
      [id],
    );
    return row !== undefined;
  }

  /** Those of a period, or of all, in the territories: the nearest day first, after the one seen last. */
  async page(filter: {
    territories: readonly string[];
    periodId?: string | undefined;
    state?: CaseRequestState | undefined;
    after?: { readonly key: string; readonly id: string } | undefined;
    limit: number;
  }): Promise<CaseRequestRow[]> {
    return rowsOf<CaseRequestRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${inTerritories('q.kelurahan_code', '$1')} and ($2::uuid is null or q.period_id = $2)
          and ($3::text is null or q.state = $3) and ($4::date is null or (q.due_on, q.id) > ($4::date, $5::uuid))
        order by q.due_on, q.id limit $6`,
      [
        ...[filter.territories, filter.periodId ?? null, filter.state ?? null],
        ...[filter.after?.key ?? null, filter.after?.id ?? null, filter.limit],
      ],
    );
  }
}

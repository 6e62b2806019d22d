import type { EntityManager } from 'typeorm';
import type { IsoDate } from '#domain';
import { LedgerRepository } from '../money/ledger.repository.js';
import { rowsOf } from '../shared/unit-of-work.js';
import type { CaseMeasureRow } from './case-measure.repository.js';
import { ON_A_LIST } from '../distribution/return/of-return.js';

type Held = Pick<CaseMeasureRow, 'id' | 'caseId' | 'entitlementId' | 'periodId' | 'cityCode'>;

/** A measure whose day is over. `isLate` when the last day of use is over, too, so that the deadline's return no longer takes it. */
export interface OverMeasure extends Held {
  readonly orderId: string;
  readonly decidedBy: string;
  readonly state: 'in_force' | 'released';
  readonly isLate: boolean;
}

const OVER = `select m.id, m.case_id as "caseId", m.entitlement_id as "entitlementId", m.period_id as "periodId", m.city_code as "cityCode",
    e.order_id as "orderId", m.decided_by as "decidedBy", m.state,
    case m.state when 'in_force' then m.until_on else m.use_until end > c.deadline_on and e.state in ('held', 'not_transacted') as "isLate"
  from case_measure m join follow_up_case c on c.id = m.case_id join entitlement e on e.id = m.entitlement_id
 where ((m.state = 'in_force' and m.until_on < programme_today()) or (m.state = 'released' and m.use_until < programme_today()))`;

/** Held money in the ledger: frozen, let go, and what the calendar brings to it. The bank is asked by a request that an officer follows. */
export class CaseHoldRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Freezes the family's money; false when it is no longer untouched. A repeat freezes nothing twice. */
  async freeze(measure: Held): Promise<boolean> {
    return this.move(measure, `case-hold:${measure.id}`, 'held');
  }

  /** Lets it go: the family's again until its last day. A repeat changes nothing. */
  async letGo(measure: Held): Promise<void> {
    await this.move(measure, `case-hold-end:${measure.id}`, 'not_transacted');
  }

  /** Asks the bank to freeze the account, by who decided, until a day (ISO date) and never past the hold's own. */
  async askToFreeze(measureId: string, dueOn: IsoDate): Promise<void> {
    await this.manager.query(
      `insert into case_request (case_id, kind, period_id, city_code, kelurahan_code, owner_id, due_on, state, made_at)
       select m.case_id, 'freeze', m.period_id, m.city_code, m.kelurahan_code, m.decided_by, least($2::date, m.until_on), 'open', programme_now()
         from case_measure m where m.id = $1 on conflict (case_id, kind) do nothing`,
      [measureId, dueOn],
    );
  }

  /** What the bank has frozen it is asked to open again; what it has not yet frozen it need not. */
  async askToUnfreeze(measureId: string, dueOn: IsoDate): Promise<void> {
    await this.manager.query(
      `with over as (
         update case_request q set state = 'overtaken', ended_at = programme_now() from case_measure m
          where m.id = $1 and q.case_id = m.case_id and q.kind = 'freeze' and q.state = 'open'
       )
       insert into case_request (case_id, kind, period_id, city_code, kelurahan_code, owner_id, due_on, state, made_at)
       select m.case_id, 'unfreeze', m.period_id, m.city_code, m.kelurahan_code, m.decided_by, $2, 'open', programme_now()
         from case_measure m join case_request q on q.case_id = m.case_id and q.kind = 'freeze' and q.state = 'done'
        where m.id = $1 on conflict (case_id, kind) do nothing`,
      [measureId, dueOn],
    );
  }

  /** Ends proposals that nobody approved in time; each is answered once. */
  async lapse(): Promise<{ id: string; decidedBy: string; cityCode: string }[]> {
    return rowsOf(
      this.manager,
      `update case_measure set state = 'lapsed', ended_at = programme_now() where state = 'proposed' and due_on < programme_today()
        returning id, decided_by as "decidedBy", city_code as "cityCode"`,
    );
  }

  /** Holds whose day is over, and released money whose last day of use is; locked. Of one order, or of all. */
  async over(orderId?: string): Promise<OverMeasure[]> {
    return rowsOf<OverMeasure>(
      this.manager,
      `${OVER} and ($1::uuid is null or e.order_id = $1) order by m.id for update of m`,
      [orderId ?? null],
    );
  }

  /** Which of these are used, or on another return's list, so that no return takes them. */
  async notReturnable(entitlementIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `select e.id from entitlement e where e.id = any($1::bigint[]) and (e.state not in ('not_transacted', 'held')
          or ${ON_A_LIST})`,
      [entitlementIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async setEnded(id: string): Promise<void> {
    await this.manager.query(
      `update case_measure set state = 'ended', ended_at = coalesce(ended_at, programme_now()) where id = $1`,
      [id],
    );
  }

  private async move(
    { entitlementId, periodId, cityCode }: Held,
    key: string,
    to: 'held' | 'not_transacted',
  ): Promise<boolean> {
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({ key, kind: 'case-hold', periodId, cityCode });
    if (transactionId === undefined) return true;
    await ledger.stageMoves();
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state) select e.id, $2 from entitlement e
        where e.id = $1 and e.state = case $2 when 'held' then 'not_transacted' else 'held' end`,
      [entitlementId, to],
    );
    return (await ledger.moveEntitlements(transactionId, { releases: to === 'not_transacted' })) === 1;
  }
}

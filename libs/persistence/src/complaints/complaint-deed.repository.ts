import type { EntityManager } from 'typeorm';
import {
  breakOfDenial,
  type BreakType,
  type ComplaintDeed,
  type DeedResult,
  type EntitlementState,
  type FamilyChangeField,
} from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface ComplaintDeedRow {
  deed: ComplaintDeed;
  /** Of a record, which part; null of a payment. */
  field: FamilyChangeField | null;
  /** Of a payment, its month; null of a record. */
  periodCode: string | null;
  dueOn: string;
  /** How it ended; null while it is open. */
  result: DeedResult | null;
}

/** A payment that may be denied, and the break that this makes of it. */
export interface DeniablePayment {
  readonly entitlementId: string;
  readonly orderId: string;
  readonly periodId: string;
  readonly periodCode: string;
  readonly type: BreakType;
}

/** What answers to complaints set going, and what came of it. */
export class ComplaintDeedRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The first to the last. */
  async of(complaintId: string): Promise<ComplaintDeedRow[]> {
    return rowsOf<ComplaintDeedRow>(
      this.manager,
      `select 'record' as deed, field, null as "periodCode", due_on::text as "dueOn",
              nullif(state, 'proposed') as result
         from family_change where complaint_id = $1
       union all
       select 'payment', null, p.code, b.due_on::text,
              case b.state when 'settled' then b.resolution end
         from reconciliation_break b join payment_order o on o.id = b.order_id join period p on p.id = o.period_id
        where b.complaint_id = $1
       order by "dueOn", deed`,
      [complaintId],
    );
  }

  async isOpen(complaintId: string): Promise<boolean> {
    return (await this.of(complaintId)).some(({ result }) => result === null);
  }

  /**
   * The family's payment while its period is open, and the break that its denial makes; locked. Undefined where it is not this family's or
   * nobody has said that it was made.
   */
  async deniable(familyId: string, entitlementId: string): Promise<DeniablePayment | undefined> {
    const paid = await rowOf<Omit<DeniablePayment, 'type'> & { state: EntitlementState }>(
      this.manager,
      `select e.id as "entitlementId", e.order_id as "orderId", p.id as "periodId", p.code as "periodCode", e.state
         from entitlement e join family_listing l on l.roster_row_id = e.roster_row_id join period p on p.id = e.period_id
        where e.id = $1 and l.family_id = $2 and e.order_id is not null and p.state <> 'closed' for update of e`,
      [entitlementId, familyId],
    );
    const type = paid === undefined ? undefined : breakOfDenial(paid.state);
    return paid === undefined || type === undefined ? undefined : { ...paid, type };
  }

  /** Opens the break. False where the payment is denied already. */
  async deny(complaintId: string, { entitlementId, type }: DeniablePayment, dueOn: string): Promise<boolean> {
    const opened = await rowOf(
      this.manager,
      `insert into reconciliation_break (order_id, entitlement_id, end_to_end_id, type, expected_rupiah, owner, due_on, state, opened_at,
                                         complaint_id)
       select order_id, id, end_to_end_id, $2, amount_rupiah, 'bank', $3, 'open', programme_now(), $4
         from entitlement where id = $1
       on conflict (order_id, end_to_end_id, type) where (state = 'open') do nothing returning id`,
      [entitlementId, type, dueOn, complaintId],
    );
    return opened !== undefined;
  }

  /** Complaints whose payments a round of two signatures settled, and as what. */
  async settledIn(orderId: string, round: number): Promise<{ complaintId: string; result: DeedResult }[]> {
    return rowsOf(
      this.manager,
      `select complaint_id as "complaintId", resolution as result from reconciliation_break
        where order_id = $1 and settled_round = $2 and complaint_id is not null order by id`,
      [orderId, round],
    );
  }
}

import type { EntityManager } from 'typeorm';
import type { BreakMatter, BreakType, EntitlementState } from '#domain';
import { rowOf } from '../../shared/unit-of-work.js';
import type { PaymentOrderRow } from '../order/payment-order.repository.js';

/** What each instruction becomes where the bank said nothing at all. */
const EACH = {
  status: { state: 'unreconciled', type: 'unmatched_internal' },
  usage: { state: 'credited', type: 'use_unknown' },
} as const satisfies Partial<Record<BreakMatter, { readonly state: EntitlementState; readonly type: BreakType }>>;

/** A bank that stays silent: every instruction without an answer becomes a break of its own, for people to settle. */
export class SettledSilence {
  constructor(
    private readonly manager: EntityManager,
    private readonly order: PaymentOrderRow,
  ) {}

  /** Instructions that were sent and never answered are no longer expected to be; one that the same round settles has its answer. */
  async stageMoves(): Promise<void> {
    if (!(await this.isProposed('status'))) return;
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state)
       select id, 'unreconciled' from entitlement where order_id = $1 and state = 'ordered'
       on conflict do nothing`,
      [this.order.id],
    );
  }

  /** One break for each, due today: from tomorrow it waits for people. */
  async openBreaks(): Promise<void> {
    for (const matter of ['status', 'usage'] as const) {
      if (!(await this.isProposed(matter))) continue;
      const { state, type } = EACH[matter];
      await this.manager.query(
        `insert into reconciliation_break (order_id, entitlement_id, end_to_end_id, type, expected_rupiah, owner, due_on, state, opened_at)
         select order_id, id, end_to_end_id, $3, amount_rupiah, 'bank', programme_today(), 'open', programme_now()
           from entitlement where order_id = $1 and state = $2
         on conflict (order_id, end_to_end_id, type) where (state = 'open') do nothing`,
        [this.order.id, state, type],
      );
    }
  }

  private async isProposed(matter: BreakMatter): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `select 1 from reconciliation_break where order_id = $1 and state = 'open' and proposed_round = $2
          and type = 'late' and end_to_end_id = $3 and resolution = 'one_by_one'`,
      [this.order.id, this.order.breakRound, matter],
    );
    return row !== undefined;
  }
}

import type { EntityManager } from 'typeorm';
import type { BreakResolution, BreakType, EntitlementState } from '#domain';
import { LedgerRepository } from '../../money/ledger.repository.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { exitTasks } from '../../tasks/life/exit-tasks.js';
import { FOR_PEOPLE } from './break-for-people.js';
import type { PaymentOrderRow } from '../order/payment-order.repository.js';
import { SettledSilence } from './settled-silence.js';

/** What two people are to settle: a break with what is proposed for it. */
export interface ProposedBreak {
  id: string;
  type: BreakType;
  expectedRupiah: string | null;
  resolution: BreakResolution;
  explanation: string;
}

/** How breaks end where no file ends them: proposed by one, settled by another, both over one list. */
export class BreakSettlementRepository {
  constructor(private readonly manager: EntityManager) {}

  /** How many wait for people today, and on which day (ISO date) the next one does. */
  async waiting(orderId: string): Promise<{ breaks: number; nextOn: string | null }> {
    const row = await rowOf<{ breaks: number; nextOn: string | null }>(
      this.manager,
      `select count(*) filter (where ${FOR_PEOPLE})::int as breaks,
              (min(b.due_on) filter (where not ${FOR_PEOPLE}) + 1)::text as "nextOn"
         from reconciliation_break b where b.order_id = $1 and b.state = 'open'`,
      [orderId],
    );
    return row ?? { breaks: 0, nextOn: null };
  }

  /** What was proposed in a round; a break that a file has settled since stays on the paper, so that its hash stands. */
  async proposals(orderId: string, round: number): Promise<ProposedBreak[]> {
    return rowsOf<ProposedBreak>(
      this.manager,
      `select b.id, b.type, b.expected_rupiah as "expectedRupiah", b.resolution, b.explanation
         from reconciliation_break b where b.order_id = $1 and b.proposed_round = $2 order by b.id`,
      [orderId, round],
    );
  }

  /** Breaks that wait for people and for which nothing is proposed in this round. */
  async undecided(orderId: string, round: number): Promise<number> {
    const row = await rowOf<{ breaks: number }>(
      this.manager,
      `select count(*)::int as breaks from reconciliation_break b
        where b.order_id = $1 and b.state = 'open' and ${FOR_PEOPLE} and b.proposed_round is distinct from $2`,
      [orderId, round],
    );
    return row?.breaks ?? 0;
  }

  async find(orderId: string, breakId: string): Promise<{ type: BreakType; endToEndId: string } | undefined> {
    return rowOf<{ type: BreakType; endToEndId: string }>(
      this.manager,
      `select type, end_to_end_id as "endToEndId" from reconciliation_break where order_id = $1 and id = $2 and state = 'open'`,
      [orderId, breakId],
    );
  }

  /** Writes what is proposed for one break; the newest proposal counts. */
  async propose(
    breakId: string,
    officerId: string,
    { resolution, explanation }: { readonly resolution: BreakResolution; readonly explanation: string },
  ): Promise<void> {
    await this.manager.query(
      `update reconciliation_break b set resolution = $2, explanation = $3, proposed_by = $4, proposed_at = programme_now(),
              proposed_round = o.break_round
         from payment_order o where o.id = b.order_id and b.id = $1 and b.state = 'open'`,
      [breakId, resolution, explanation, officerId],
    );
  }

  /**
   * Settles what was proposed in this round and moves the families' money accordingly. Later files are held against what
   * was decided here, not against what lay before the two. What the bank was asked again about stays open, due anew on
   * `dueOn` (ISO date). A repeat changes nothing.
   */
  async settle(order: PaymentOrderRow, dueOn: string): Promise<void> {
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({
      key: `breaks:${order.id}:${order.breakRound}`,
      kind: 'breaks',
      periodId: order.periodId,
      cityCode: order.cityCode,
    });
    if (transactionId === undefined) return;
    await ledger.stageMoves();
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state, reason, on_date)
       select b.entitlement_id, min(b.resolution), min(b.reason), programme_today()
         from reconciliation_break b
        where b.order_id = $1 and b.state = 'open' and b.entitlement_id is not null and b.proposed_round = $2
          and b.resolution in ('credited', 'failed', 'transacted', 'not_transacted', 'returned')
        group by b.entitlement_id having count(distinct b.resolution) = 1`,
      [order.id, order.breakRound],
    );
    const silence = new SettledSilence(this.manager, order);
    await silence.stageMoves();
    await ledger.moveEntitlements(transactionId);
    await silence.openBreaks();
    await this.remember(order);
    await this.manager.query(
      `update reconciliation_break set state = 'settled', settled_at = programme_now(), settled_round = $2
        where order_id = $1 and state = 'open' and proposed_round = $2`,
      [order.id, order.breakRound],
    );
    await this.waitAnew(order, dueOn);
    await this.nextRound(order.id);
  }

  /** Nothing is open any more: tasks over what files have settled are closed, their workflow told, and the round is over. */
  async endRound(orderId: string): Promise<void> {
    const reason = 'settled by the bank';
    await exitTasks(this.manager, { subjectId: orderId, kinds: ['breaks.propose', 'breaks.settle'], reason });
    await this.nextRound(orderId);
  }

  private async nextRound(orderId: string): Promise<void> {
    await this.manager.query('update payment_order set break_round = break_round + 1 where id = $1', [orderId]);
  }

  /** A silent bank is heard of when its day has passed again; every other difference is there until its answer ends it. */
  private async waitAnew({ id, breakRound }: PaymentOrderRow, dueOn: string): Promise<void> {
    await this.manager.query(
      `insert into reconciliation_break (order_id, entitlement_id, end_to_end_id, type, expected_rupiah, found_rupiah,
                                         reason, said, owner, due_on, state, opened_at)
       select order_id, entitlement_id, end_to_end_id, type, expected_rupiah, found_rupiah, reason, said, owner, $3::date,
              'open', programme_now()
         from reconciliation_break
        where order_id = $1 and settled_round = $2 and resolution = 'asked_again' and type <> 'late'`,
      [id, breakRound, dueOn],
    );
  }

  private async remember({ id, breakRound }: PaymentOrderRow): Promise<void> {
    const credited: readonly EntitlementState[] = ['credited', 'transacted', 'not_transacted', 'held', 'returned'];
    await this.manager.query(
      `update entitlement e
          set settled_file = (select max(number) from bank_file where order_id = $1),
              settled_as = case when e.state = any($2) then 'credited' when e.state = 'failed' then 'failed' end,
              live = e.state not in ('failed', 'reissued')
         from reconciliation_break b
        where b.order_id = $1 and b.state = 'open' and b.proposed_round = $3 and e.id = b.entitlement_id`,
      [id, credited, breakRound],
    );
  }
}

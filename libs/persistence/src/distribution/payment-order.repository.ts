import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { LedgerRepository } from '../money/ledger.repository.js';

export interface PaymentOrderRow {
  id: string;
  periodId: string;
  cityCode: string;
  decreeId: string;
  messageId: string;
  families: number;
  amountRupiah: string;
  listHash: string;
  state: 'drafted' | 'released' | 'sent' | 'settled';
  spmNumber: string | null;
  sp2dNumber: string | null;
  executionOn: string | null;
  fileSha256: string | null;
  sentAt: Date | null;
}

export interface InstructionRow {
  id: string;
  endToEndId: string;
  amountRupiah: string;
  sealed: Buffer;
}

/** Orders to the bank. `sent` with nothing heard back is a state of its own, not a line in a log. */
export class PaymentOrderRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The order of a ratified decree, under the same id, by which its entitlements knew it beforehand; a repeat finds it. */
  async draft(decreeId: string): Promise<PaymentOrderRow> {
    await this.manager.query(
      `insert into payment_order (id, period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state, created_at)
       select d.id, d.period_id, d.city_code, d.id, 'AMN-' || upper(substr(replace(d.id::text, '-', ''), 1, 20)), d.families,
              d.amount_rupiah, d.list_hash, 'drafted', programme_now()
         from decree d where d.id = $1 and d.state = 'ratified'
       on conflict do nothing`,
      [decreeId],
    );
    const row = await rowOf<{ id: string }>(this.manager, 'select id from payment_order where decree_id = $1', [
      decreeId,
    ]);
    if (row === undefined) throw new DomainError('DECREE_NOT_RATIFIED', 'only a ratified decree can be paid');
    return this.find(row.id);
  }

  async find(orderId: string): Promise<PaymentOrderRow> {
    const row = await rowOf<PaymentOrderRow>(
      this.manager,
      `select id, period_id as "periodId", city_code as "cityCode", decree_id as "decreeId", message_id as "messageId",
              families, amount_rupiah as "amountRupiah", list_hash as "listHash", state, spm_number as "spmNumber",
              sp2d_number as "sp2dNumber", execution_on::text as "executionOn", file_sha256 as "fileSha256",
              sent_at as "sentAt"
         from payment_order where id = $1`,
      [orderId],
    );
    if (row === undefined) throw new DomainError('ORDER_UNKNOWN', 'no such payment order');
    return row;
  }

  async ofPeriod(periodId: string, cityCode?: string): Promise<PaymentOrderRow[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      'select id from payment_order where period_id = $1 and ($2::text is null or city_code = $2) order by created_at',
      [periodId, cityCode ?? null],
    );
    return Promise.all(rows.map(({ id }) => this.find(id)));
  }

  /**
   * Releases the order for the day planned, today at the earliest, and moves its money to `ordered`. A repeat changes nothing. The numbers of SPM and SP2D
   * come from the treasury's office; nobody makes them up, so they stay blank here.
   */
  async release(orderId: string): Promise<void> {
    const order = await this.find(orderId);
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({
      key: `order:${orderId}`,
      kind: 'order',
      periodId: order.periodId,
      cityCode: order.cityCode,
    });
    if (transactionId === undefined) return;
    await ledger.stageMoves();
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state) select id, 'ordered' from entitlement where order_id = $1`,
      [orderId],
    );
    await ledger.moveEntitlements(transactionId);
    await this.manager.query(
      `update payment_order set state = 'released', execution_on = greatest(execution_on, programme_today()) where id = $1`,
      [orderId],
    );
  }

  /** The next instructions after an id, with the sealed person; the order file is written from them part by part. */
  async instructions(orderId: string, afterId: string, limit: number): Promise<InstructionRow[]> {
    return rowsOf<InstructionRow>(
      this.manager,
      `select e.id, e.end_to_end_id as "endToEndId", e.amount_rupiah as "amountRupiah", f.sealed
         from entitlement e join roster_row f on f.id = e.roster_row_id
        where e.order_id = $1 and e.id > $2 order by e.id limit $3`,
      [orderId, afterId, limit],
    );
  }

  async markSent(orderId: string, fileSha256: string): Promise<void> {
    await this.manager.query(
      `update payment_order set state = 'sent', sent_at = coalesce(sent_at, programme_now()), file_sha256 = $2
        where id = $1 and state in ('released', 'sent')`,
      [orderId, fileSha256],
    );
  }

  async setState(orderId: string, state: 'settled'): Promise<void> {
    await this.manager.query('update payment_order set state = $2 where id = $1', [orderId, state]);
  }

  /** Instructions the bank has not given a final answer on. */
  async outstanding(orderId: string): Promise<number> {
    const row = await rowOf<{ families: number }>(
      this.manager,
      `select count(*)::int as families from entitlement where order_id = $1 and state in ('ordered', 'unreconciled')`,
      [orderId],
    );
    return row?.families ?? 0;
  }
}

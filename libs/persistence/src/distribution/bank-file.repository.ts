import type { EntityManager } from 'typeorm';
import { copyRows } from '../shared/copy-rows.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { LedgerRepository } from '../money/ledger.repository.js';
import type { PaymentOrderRow } from './payment-order.repository.js';

export type BankFileKind = 'status' | 'usage' | 'return';

export interface BankFileRow {
  id: string;
  name: string;
  kind: BankFileKind;
  sha256: string;
  rows: number;
  summary: Record<string, number>;
  appliedAt: Date;
}

/** One line of a bank's file, boiled down to what moves money. Amounts are decimal strings of whole rupiah. */
export interface BankLine {
  readonly endToEndId: string;
  readonly toState: 'credited' | 'failed' | 'transacted' | 'not_transacted' | 'returned' | 'pending';
  readonly reason: string | null;
  readonly onDate: string | null;
  readonly amountRupiah: string | null;
}

/** Staging and set-based application of bank files. Silence is not an answer: rows the bank left out become breaks. */
export class BankFileRepository {
  constructor(private readonly manager: EntityManager) {}

  async wasApplied(orderId: string, kind: BankFileKind, sha256: string): Promise<boolean> {
    const row = await rowOf(this.manager, 'select 1 from bank_file where order_id = $1 and kind = $2 and sha256 = $3', [
      orderId,
      kind,
      sha256,
    ]);
    return row !== undefined;
  }

  async ofOrder(orderId: string): Promise<BankFileRow[]> {
    return rowsOf<BankFileRow>(
      this.manager,
      `select id, name, kind, sha256, rows, summary, applied_at as "appliedAt"
         from bank_file where order_id = $1 order by applied_at`,
      [orderId],
    );
  }

  /**
   * Applies a file once, in one transaction: matched lines move money, everything else becomes a break, and breaks
   * that this file answers are settled. Returns the counts, or undefined for a file applied before.
   */
  async apply(
    order: PaymentOrderRow,
    file: { name: string; kind: BankFileKind; sha256: string; breakDueOn: string },
    lines: AsyncIterable<BankLine>,
  ): Promise<Record<string, number> | undefined> {
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({
      key: `bank-file:${order.id}:${file.kind}:${file.sha256}`,
      kind: file.kind,
      periodId: order.periodId,
      cityCode: order.cityCode,
    });
    if (transactionId === undefined) return undefined;
    const rows = await this.stage(lines);
    const noted = await rowOf<{ id: string }>(
      this.manager,
      `insert into bank_file (order_id, name, kind, sha256, rows, summary, applied_at)
       values ($1, $2, $3, $4, $5, '{}', programme_now()) returning id`,
      [order.id, file.name, file.kind, file.sha256, rows],
    );
    const fileId = noted?.id ?? '';
    await this.settleBreaks(order.id, fileId);
    await ledger.stageMoves();
    await this.chooseMoves(order.id);
    await this.openBreaks(order.id, fileId, file);
    const moved = await ledger.moveEntitlements(transactionId);
    const summary = { ...(await this.summary()), moved };
    await this.manager.query('update bank_file set summary = $2 where id = $1', [fileId, JSON.stringify(summary)]);
    return summary;
  }

  private async stage(lines: AsyncIterable<BankLine>): Promise<number> {
    await this.manager.query(`create temp table if not exists bank_line
      (end_to_end_id text, to_state text, reason text, on_date date, amount_rupiah bigint) on commit drop`);
    await this.manager.query('truncate bank_line');
    async function* fields() {
      for await (const line of lines) {
        yield [line.endToEndId, line.toState, line.reason, line.onDate, line.amountRupiah];
      }
    }
    await copyRows(this.manager, 'bank_line (end_to_end_id, to_state, reason, on_date, amount_rupiah)', fields());
    await this.manager.query('create index on bank_line (end_to_end_id)');
    await this.manager.query('analyze bank_line');
    const row = await rowOf<{ rows: number }>(this.manager, 'select count(*)::int as rows from bank_line');
    return row?.rows ?? 0;
  }

  /** A line moves money when its instruction is ours, named once, and of the amount we ordered. */
  private async chooseMoves(orderId: string): Promise<void> {
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state, reason, on_date)
       select e.id, min(l.to_state), min(l.reason), min(l.on_date)
         from bank_line l join entitlement e on e.end_to_end_id = l.end_to_end_id and e.order_id = $1
        where l.to_state <> 'pending' and (l.amount_rupiah is null or l.amount_rupiah = e.amount_rupiah)
        group by e.id having count(*) = 1`,
      [orderId],
    );
  }

  private async openBreaks(
    orderId: string,
    fileId: string,
    file: { kind: BankFileKind; breakDueOn: string },
  ): Promise<void> {
    await this.manager.query(
      `insert into reconciliation_break (order_id, entitlement_id, end_to_end_id, type, expected_rupiah, found_rupiah,
                                         owner, due_on, state, opened_by, opened_at)
       select $1::uuid, e.id, l.end_to_end_id,
              case when e.id is null then 'unmatched_external'
                   when count(*) over (partition by l.end_to_end_id) > 1 then 'duplicate' else 'amount_mismatch' end,
              e.amount_rupiah, l.amount_rupiah, 'bank', $3::date, 'open', $2::uuid, programme_now()
         from bank_line l left join entitlement e on e.end_to_end_id = l.end_to_end_id and e.order_id = $1::uuid
        where l.to_state <> 'pending' and (e.id is null or l.amount_rupiah <> e.amount_rupiah
              or l.end_to_end_id in (select end_to_end_id from bank_line group by 1 having count(*) > 1))
       on conflict (order_id, end_to_end_id, type) do nothing`,
      [orderId, fileId, file.breakDueOn],
    );
    if (file.kind !== 'status') return;
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state)
       select e.id, 'unreconciled' from entitlement e
        where e.order_id = $1 and e.state = 'ordered'
          and not exists (select from bank_line l where l.end_to_end_id = e.end_to_end_id)
       on conflict do nothing`,
      [orderId],
    );
    await this.manager.query(
      `insert into reconciliation_break (order_id, entitlement_id, end_to_end_id, type, expected_rupiah, owner, due_on,
                                         state, opened_by, opened_at)
       select $1::uuid, e.id, e.end_to_end_id, 'unmatched_internal', e.amount_rupiah, 'bank', $3::date, 'open', $2::uuid,
              programme_now()
         from entitlement_move m join entitlement e on e.id = m.entitlement_id where m.to_state = 'unreconciled'
       on conflict (order_id, end_to_end_id, type) do nothing`,
      [orderId, fileId, file.breakDueOn],
    );
  }

  /** A silence is over when the bank speaks with the right amount. */
  private async settleBreaks(orderId: string, fileId: string): Promise<void> {
    await this.manager.query(
      `update reconciliation_break b set state = 'settled', settled_by = $2, settled_at = programme_now()
         from bank_line l
        where b.order_id = $1 and b.state = 'open' and b.end_to_end_id = l.end_to_end_id
          and b.type in ('unmatched_internal', 'amount_mismatch') and l.to_state <> 'pending'
          and (l.amount_rupiah is null or l.amount_rupiah = b.expected_rupiah)`,
      [orderId, fileId],
    );
  }

  private async summary(): Promise<Record<string, number>> {
    const rows = await rowsOf<{ toState: string; rows: number }>(
      this.manager,
      'select to_state as "toState", count(*)::int as rows from bank_line group by 1',
    );
    return Object.fromEntries(rows.map(({ toState, rows: count }) => [toState, count]));
  }
}

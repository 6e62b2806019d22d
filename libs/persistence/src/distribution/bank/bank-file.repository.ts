import type { EntityManager } from 'typeorm';
import { LedgerRepository } from '../../money/ledger.repository.js';
import { copyRows } from '../../shared/copy-rows.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import type { ArrivedFile, BankFileKind, BankFileRow, BankLine, GroupAnswer } from './bank-file.types.js';
import { FoundBreaks } from '../breaks/found-breaks.js';
import type { PaymentOrderRow } from '../order/payment-order.repository.js';
import { JUDGE_RETURN } from './return-answers.js';
import { judgeSilence, judgeStatus, SPREAD_GROUP_ANSWER } from './status-answers.js';
import { JUDGE_UNSPOKEN_USE, judgeUsage } from './usage-answers.js';

interface NotedFile {
  id: string;
  number: string;
}

/** Staging and set-based application of bank files. Silence is not an answer: rows the bank left out become breaks. */
export class BankFileRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whether this content was taken in for the order before, applied or refused. */
  async wasTakenIn(orderId: string, kind: BankFileKind, sha256: string): Promise<boolean> {
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
      `select id, name, kind, sha256, rows, summary, state, refusal_code as "refusalCode",
              refusal_details as "refusalDetails", applied_at as "appliedAt"
         from bank_file where order_id = $1 order by number`,
      [orderId],
    );
  }

  /** Keeps a file that was refused whole, with its reason; nothing of it is applied. A repeat changes nothing. */
  async refuse(
    order: PaymentOrderRow | undefined,
    file: Pick<ArrivedFile, 'name' | 'kind' | 'sha256'>,
    refusal: { readonly code: string; readonly details: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    await this.manager.query(
      `insert into bank_file (order_id, name, kind, sha256, rows, summary, applied_at, state, attempt, said_at,
                              refusal_code, refusal_details)
       values ($1, $2, $3, $4, 0, '{}', programme_now(), 'refused', $5, programme_now(), $6, $7)
       on conflict do nothing`,
      [
        ...[order?.id ?? null, file.name, file.kind, file.sha256, order?.attempt ?? 1],
        ...[refusal.code, JSON.stringify(refusal.details)],
      ],
    );
  }

  /**
   * Applies a file once, in one transaction: what the bank has said so far is judged anew for every instruction named in
   * it, matched answers move money, everything else becomes a break, and breaks that it answers are settled. Returns the
   * counts, or undefined for a file applied before. The group's word counts where the file has no line.
   */
  async apply(
    order: PaymentOrderRow,
    file: ArrivedFile,
    lines: AsyncIterable<BankLine>,
    group?: GroupAnswer,
  ): Promise<Record<string, number> | undefined> {
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({
      key: `bank-file:${order.id}:${file.kind}:${file.sha256}`,
      kind: file.kind,
      periodId: order.periodId,
      cityCode: order.cityCode,
    });
    if (transactionId === undefined) return undefined;
    const noted = await this.note(order, file);
    const count = await this.keep(noted, lines);
    if (count === 0 && group !== undefined) await this.spread(order, noted, group);
    const breaks = new FoundBreaks(this.manager);
    await ledger.stageMoves();
    await breaks.stage();
    await this.judge(order, file, noted);
    await breaks.settleHealed(order.id, file.kind, noted);
    await breaks.open(order.id, noted, file.breakDueOn);
    const moved = await ledger.moveEntitlements(transactionId);
    await breaks.keepLive(order.id);
    return this.sum(noted, moved);
  }

  private async note(order: PaymentOrderRow, file: ArrivedFile): Promise<NotedFile> {
    const noted = await rowOf<NotedFile>(
      this.manager,
      `insert into bank_file (order_id, name, kind, sha256, rows, summary, applied_at, state, attempt, said_at)
       values ($1, $2, $3, $4, 0, '{}', programme_now(), 'applied', $5, $6) returning id, number`,
      [order.id, file.name, file.kind, file.sha256, order.attempt, file.saidAt],
    );
    if (noted === undefined) throw new Error('an inserted file has a row');
    return noted;
  }

  private async keep({ number }: NotedFile, lines: AsyncIterable<BankLine>): Promise<number> {
    let count = 0;
    async function* fields() {
      for await (const line of lines) {
        count += 1;
        yield [
          ...[number, line.endToEndId, count, line.answer, line.reason, line.onDate, line.amountRupiah],
          ...[line.withdrawnRupiah ?? null, line.balanceRupiah ?? null],
        ];
      }
    }
    const columns =
      'file_number, end_to_end_id, line, answer, reason, on_date, amount_rupiah, withdrawn_rupiah, balance_rupiah';
    await copyRows(this.manager, `bank_answer (${columns})`, fields());
    await this.manager.query('analyze bank_answer');
    return count;
  }

  private async spread(order: PaymentOrderRow, { number }: NotedFile, group: GroupAnswer): Promise<void> {
    const { answer, reason, onDate } = group;
    await this.manager.query(SPREAD_GROUP_ANSWER, [number, order.id, answer, reason, onDate]);
  }

  private async judge(order: PaymentOrderRow, { kind, namesAll }: ArrivedFile, { number }: NotedFile): Promise<void> {
    const isOnly = !(await this.hasEarlier(order, kind, number));
    if (kind === 'return') {
      await this.manager.query(JUDGE_RETURN, [order.id, number]);
    } else if (kind === 'usage') {
      await this.manager.query(judgeUsage(isOnly), [order.id, number]);
      await this.manager.query(JUDGE_UNSPOKEN_USE, [order.id, number]);
    } else {
      await this.manager.query(judgeStatus(isOnly), [order.id, number, order.attempt]);
      if (!namesAll) return;
      const hasRows = await rowOf(this.manager, 'select 1 from bank_answer where file_number = $1 limit 1', [number]);
      if (hasRows !== undefined) await this.manager.query(judgeSilence(isOnly), [order.id, number, order.attempt]);
    }
  }

  /** Whether another file of this kind and sending has a line. */
  private async hasEarlier(order: PaymentOrderRow, kind: BankFileKind, number: string): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `select 1 from bank_file f where f.order_id = $1 and f.kind = $2 and f.attempt = $3 and f.number <> $4
          and exists (select from bank_answer a where a.file_number = f.number) limit 1`,
      [order.id, kind, order.attempt, number],
    );
    return row !== undefined;
  }

  private async sum({ id, number }: NotedFile, moved: number): Promise<Record<string, number>> {
    const rows = await rowsOf<{ answer: string; rows: number }>(
      this.manager,
      'select answer, count(*)::int as rows from bank_answer where file_number = $1 group by 1',
      [number],
    );
    const summary = { ...Object.fromEntries(rows.map((row) => [row.answer, row.rows])), moved };
    await this.manager.query('update bank_file set summary = $2, rows = $3 where id = $1', [
      ...[id, JSON.stringify(summary)],
      rows.reduce((sum, row) => sum + row.rows, 0),
    ]);
    return summary;
  }
}

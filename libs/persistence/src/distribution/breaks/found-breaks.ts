import type { EntityManager } from 'typeorm';
import { breaksOf } from '#domain';
import type { BankFileKind } from '../bank/bank-file.types.js';

interface NotedFile {
  readonly id: string;
  readonly number: string;
}

/** Reasons that speak of the account or its holder: whoever keeps the family's data has to mend them, not the bank. */
const OWNER = `case when b.reason ~ '^(AC0|AC1|BE|MD07)' then 'data' else 'bank' end`;

/** The breaks that one file shows, held against those that are open: a break is there while the bank's words differ. */
export class FoundBreaks {
  constructor(private readonly manager: EntityManager) {}

  async stage(): Promise<void> {
    await this.manager.query(`create temp table if not exists break_found
      (entitlement_id bigint, end_to_end_id text, type text, expected_rupiah bigint, found_rupiah bigint, reason text,
       said jsonb) on commit drop`);
    await this.manager.query('truncate break_found');
  }

  /** Breaks of instructions in this file that it no longer shows, and the wait for it. */
  async settleHealed(orderId: string, kind: BankFileKind, file: NotedFile): Promise<void> {
    await this.manager.query(
      `update reconciliation_break b set state = 'settled', settled_by = $2, settled_at = programme_now()
        where b.order_id = $1 and b.state = 'open'
          and ((b.type = any($3) and not exists (select from break_found n where n.end_to_end_id = b.end_to_end_id and n.type = b.type)
                and exists (select from bank_answer a where a.file_number = $4 and a.end_to_end_id = b.end_to_end_id))
            or (b.type = 'late' and b.end_to_end_id = $5
                and exists (select from bank_answer a where a.file_number = $4)))`,
      [orderId, file.id, breaksOf(kind), file.number, kind],
    );
  }

  /** Opens what is not open yet. An explained line that is not ours stays explained. */
  async open(orderId: string, file: NotedFile, dueOn: string): Promise<void> {
    await this.manager.query(
      `insert into break_found (end_to_end_id, type, found_rupiah)
       select a.end_to_end_id, 'unmatched_external', min(a.amount_rupiah) from bank_answer a
        where a.file_number = $2
          and not exists (select from entitlement e where e.end_to_end_id = a.end_to_end_id and e.order_id = $1)
          and not exists (select from reconciliation_break b where b.order_id = $1 and b.end_to_end_id = a.end_to_end_id
                             and b.type = 'unmatched_external')
        group by a.end_to_end_id`,
      [orderId, file.number],
    );
    await this.manager.query(
      `insert into reconciliation_break (order_id, entitlement_id, end_to_end_id, type, expected_rupiah, found_rupiah,
                                         reason, said, owner, due_on, state, opened_by, opened_at)
       select $1, b.entitlement_id, b.end_to_end_id, b.type, b.expected_rupiah, b.found_rupiah, b.reason, b.said,
              ${OWNER}, $3, 'open', $2, programme_now()
         from break_found b
       on conflict (order_id, end_to_end_id, type) where (state = 'open')
       do update set found_rupiah = excluded.found_rupiah, reason = excluded.reason, said = excluded.said`,
      [orderId, file.id, dueOn],
    );
  }

  /** While it is disputed whether a failed payment was made, nobody else may pay the family. */
  async keepLive(orderId: string): Promise<void> {
    await this.manager.query(
      `update entitlement e set live = true
         from break_found n join reconciliation_break b on b.order_id = $1 and b.end_to_end_id = n.end_to_end_id
                                                       and b.type = n.type and b.state = 'open'
        where e.id = n.entitlement_id and e.state = 'failed' and not e.live
          and n.type in ('changed_answer', 'later_return')
          and not exists (select from entitlement o where o.live and o.period_id = e.period_id and o.purpose = e.purpose
                             and o.nik_hash = e.nik_hash)`,
      [orderId],
    );
  }
}

import type { EntityManager } from 'typeorm';
import { DomainError, type PaymentChannel } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { isGivenUp } from '../breaks/given-up.js';
import { hashOfPaid } from './hash-of-paid.js';
import { LedgerRepository } from '../../money/ledger.repository.js';

export interface PaymentOrderRow {
  id: string;
  periodId: string;
  cityCode: string;
  decreeId: string;
  messageId: string;
  families: number;
  amountRupiah: string;
  listHash: string;
  state: 'drafted' | 'released' | 'sent' | 'refused' | 'settled';
  /** Which sending this is, from 1. */
  attempt: number;
  /** The bank's reason for refusing the last sending whole; null while it has refused none. */
  refusalCode: string | null;
  breakRound: number;
  /** The order whose failed payments it makes again; null for a decree's own. */
  reissuesId: string | null;
  /** Through how many orders its payments have gone, itself included. */
  generation: number;
  repairRound: number;
  /** Families who are paid to another account than the roster's. */
  newAccounts: number;
  /** Into accounts, or in cash at the post office. */
  channel: PaymentChannel;
  /** It goes its own way beside its city's first order: it makes failed payments again, or pays by the other channel. */
  isBeside: boolean;
  /** The bank or post office that pays it; null where the rules of the programme say. */
  serviceName: string | null;
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
  nikHash: Buffer;
  /** Null where it is fetched at the post office. */
  accountHash: Buffer | null;
  kelurahanName: string | null;
}

const isAnswered = (order: string): string => `(exists (
  select from bank_file f where f.order_id = ${order}.id and f.kind = 'status' and f.state = 'applied'
     and f.attempt = ${order}.attempt and f.rows > 0) or ${isGivenUp(`${order}.id`, `'status'`)})`;

const IS_BESIDE = `(reissues_id is not null or exists (select from payment_order first
  where first.decree_id = payment_order.decree_id and first.reissues_id is null and first.channel < payment_order.channel))`;

const COLUMNS = `id, period_id as "periodId", city_code as "cityCode", decree_id as "decreeId", message_id as "messageId",
              families, amount_rupiah as "amountRupiah", list_hash as "listHash", state, spm_number as "spmNumber",
              sp2d_number as "sp2dNumber", execution_on::text as "executionOn", file_sha256 as "fileSha256",
              sent_at as "sentAt", attempt, refusal_code as "refusalCode", break_round as "breakRound",
              reissues_id as "reissuesId", generation, channel, ${IS_BESIDE} as "isBeside", repair_round as "repairRound",
              (select a.service_name from service_area a where a.id = payment_order.area_id) as "serviceName",
              case when reissues_id is null then 0
                else (select count(*)::int from entitlement e where e.order_id = payment_order.id and e.payee_sealed is not null) end
                as "newAccounts"`;

/** Orders to the bank. `sent` with nothing heard back is a state of its own, not a line in a log. */
export class PaymentOrderRepository {
  constructor(private readonly manager: EntityManager) {}

  async find(orderId: string): Promise<PaymentOrderRow> {
    const sql = `select ${COLUMNS} from payment_order where id = $1`;
    const row = await rowOf<PaymentOrderRow>(this.manager, sql, [orderId]);
    if (row === undefined) throw new DomainError('ORDER_UNKNOWN', 'no such payment order');
    return row;
  }

  /** The decree that an order pays; undefined where there is no such order. */
  async decreeOf(orderId: string): Promise<string | undefined> {
    const sql = 'select decree_id as "decreeId" from payment_order where id::text = $1';
    return (await rowOf<{ decreeId: string }>(this.manager, sql, [orderId]))?.decreeId;
  }

  /** The order that a message is about, in whichever sending; undefined for one that is not ours. */
  async ofMessage(messageId: string): Promise<PaymentOrderRow | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `select id from payment_order where message_id = $1 or ($1 ~ '^AMN-[A-Z0-9]{20}' and left(message_id, 24) = left($1, 24))`,
      [messageId],
    );
    return row && this.find(row.id);
  }

  async ofPeriod(periodId: string, cityCode?: string): Promise<PaymentOrderRow[]> {
    return rowsOf<PaymentOrderRow>(
      this.manager,
      `select ${COLUMNS} from payment_order where period_id = $1 and ($2::text is null or city_code = $2) order by created_at`,
      [periodId, cityCode ?? null],
    );
  }

  /**
   * Releases the order for the day planned, today at the earliest, and moves its money to `ordered`; after a refusal by the
   * bank it is sent again, under the message id that the refusal gave it. A repeat changes nothing.
   */
  async release(orderId: string): Promise<void> {
    const order = await this.find(orderId);
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({
      key: order.attempt === 1 ? `order:${orderId}` : `order:${orderId}:${order.attempt}`,
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

  /** The SPM's number, and that of the SP2D as the treasurer entered it with the release; none while nobody has. */
  async setNumbers(orderId: string, spmNumber: string | null): Promise<void> {
    await this.manager.query(
      `update payment_order set spm_number = $2, sp2d_number = (
         select nullif(d.details ->> 'sp2dNumber', '') from task t join task_decision d on d.task_id = t.id
          where t.kind = 'payment.release' and t.subject_id = $1::text and d.outcome = 'approved'
          order by d.decided_at desc limit 1)
        where id = $1::uuid`,
      [orderId, spmNumber],
    );
  }

  /** The next instructions after an id, with the sealed person; the order file is written from them part by part. */
  async instructions(orderId: string, afterId: string, limit: number): Promise<InstructionRow[]> {
    return rowsOf<InstructionRow>(
      this.manager,
      `select e.id, e.end_to_end_id as "endToEndId", e.amount_rupiah as "amountRupiah", coalesce(e.payee_sealed, f.sealed) as sealed,
              e.nik_hash as "nikHash", e.account_hash as "accountHash", t.name as "kelurahanName"
         from entitlement e join roster_row f on f.id = e.roster_row_id
         left join territory t on t.code = e.kelurahan_code
        where e.order_id = $1 and e.id > $2 order by e.id limit $3`,
      [orderId, afterId, limit],
    );
  }

  /** The hash of what would be paid now; it must be the one that was signed. */
  async hashNow(orderId: string): Promise<string> {
    const sql = `select ${hashOfPaid('e.order_id = $1')} as hash`;
    return (await rowOf<{ hash: string }>(this.manager, sql, [orderId]))?.hash ?? '';
  }

  async markSent(orderId: string, fileSha256: string): Promise<void> {
    await this.manager.query(
      `update payment_order set state = 'sent', sent_at = coalesce(sent_at, programme_now()), file_sha256 = $2
        where id = $1 and state in ('released', 'sent')`,
      [orderId, fileSha256],
    );
  }

  /**
   * The bank refused the order whole: nothing of it was paid, and it waits to be requested and released anew under the
   * next message id, since a bank never takes the same one twice.
   */
  async refuse(orderId: string, reason: string): Promise<void> {
    await this.manager.query(
      `update payment_order set state = 'refused', refusal_code = $2, attempt = attempt + 1, sent_at = null,
              message_id = left(message_id, 24) || '-' || (attempt + 1)
        where id = $1 and state in ('released', 'sent')`,
      [orderId, reason],
    );
  }

  /** An order is settled when the bank has answered and no instruction waits; what comes later is still taken in. */
  async settleIfAnswered(orderId: string): Promise<void> {
    await this.manager.query(
      `update payment_order o set state = 'settled'
        where o.id = $1 and o.state = 'sent' and ${isAnswered('o')}
          and not exists (select from entitlement e where e.order_id = o.id and e.state in ('ordered', 'unreconciled'))`,
      [orderId],
    );
  }

  /** Whether the bank has said of any instruction that it was paid or not. */
  async hasFinalAnswer(orderId: string): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `select 1 from entitlement where order_id = $1 and state not in ('decreed', 'ordered', 'unreconciled') limit 1`,
      [orderId],
    );
    return row !== undefined;
  }

  /** Whether a report has named instructions of this sending, or spoken for all of them. */
  async isAnswered(orderId: string): Promise<boolean> {
    const row = await rowOf(this.manager, `select 1 from payment_order o where o.id = $1 and ${isAnswered('o')}`, [
      orderId,
    ]);
    return row !== undefined;
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

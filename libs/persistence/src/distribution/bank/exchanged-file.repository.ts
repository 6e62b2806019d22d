import type { EntityManager } from 'typeorm';
import type { BankFileKind } from './bank-file.types.js';

export type SentFileKind = 'order' | 'usage_request' | 'return_order';

/** A file that lay in a bank's outbox and was looked at. */
export interface Arrival {
  readonly name: string;
  readonly mailbox: string;
  readonly kind: BankFileKind;
  /** Empty where it was refused for its name, unread. */
  readonly sha256: string;
  readonly orderId: string | null;
  readonly isNameKnown: boolean;
  readonly writtenAt: Date | null;
}

export interface SentFile {
  readonly name: string;
  readonly mailbox: string;
  readonly kind: SentFileKind;
  readonly orderId: string;
  readonly sha256: string;
  /** Families that it names; null where it names none. */
  readonly rows: number | null;
}

/** The register of files that passed between us and those who pay. Noted once however often the passing is repeated. */
export class ExchangedFileRepository {
  constructor(private readonly manager: EntityManager) {}

  /** After the content was taken in or refused. One that is known from an earlier file is a repeat; a file that waited for its order waits no more. */
  async noteArrival(arrival: Arrival): Promise<void> {
    const { name, mailbox, kind, sha256, orderId, isNameKnown, writtenAt } = arrival;
    await this.manager.query(
      `insert into exchanged_file (direction, name, mailbox, kind, order_id, file_id, sha256, passed_at, is_repeat, written_at)
       select 'in', $1, $2, case when $7 then $3 else 'unknown' end, $4, f.id, nullif($5, ''), programme_now(),
              exists (select from exchanged_file x where x.file_id = f.id), $6
         from (select (select id from bank_file
                        where order_id is not distinct from $4::uuid and kind = $3::text and sha256 = $5
                          and ($4 is not null or name = $1) order by number desc limit 1) as id) f
       on conflict (direction, mailbox, name, written_at) do update
       set file_id = excluded.file_id, is_repeat = excluded.is_repeat where exchanged_file.file_id is null`,
      [name, mailbox, kind, orderId, sha256, writtenAt, isNameKnown],
    );
  }

  /** An answer to an order that was not sent from here yet: it lies there until that is so. */
  async noteWaiting(
    waiting: Pick<Arrival, 'name' | 'mailbox' | 'kind' | 'writtenAt'>,
    messageId: string,
  ): Promise<void> {
    const { name, mailbox, kind, writtenAt } = waiting;
    await this.manager.query(
      `insert into exchanged_file (direction, name, mailbox, kind, order_id, passed_at, written_at)
       select 'in', $1, $2, $3, (select id from payment_order where message_id = $4), programme_now(), $5::timestamptz
        where not exists (select from exchanged_file
                           where direction = 'in' and mailbox = $2 and name = $1 and written_at = $5::timestamptz)
       on conflict do nothing`,
      [name, mailbox, kind, messageId, writtenAt],
    );
  }

  async noteSent({ name, mailbox, kind, orderId, sha256, rows }: SentFile): Promise<void> {
    await this.manager.query(
      `insert into exchanged_file (direction, name, mailbox, kind, order_id, sha256, rows, passed_at)
       values ('out', $1, $2, $3, $4, $5, $6, programme_now()) on conflict do nothing`,
      [name, mailbox, kind, orderId, sha256, rows],
    );
  }
}

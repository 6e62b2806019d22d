import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../shared/unit-of-work.js';

/** A file as the bank's outbox lists it. */
export interface ListedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

/** Which files of the outbox were looked at, in the state in which they lie there. */
export class BankArrivalRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Files that are new or were replaced since, in the order in which the bank wrote them. */
  async unseen(listed: readonly ListedFile[]): Promise<ListedFile[]> {
    if (listed.length === 0) return [];
    const names = await rowsOf<{ name: string }>(
      this.manager,
      `select f.name from jsonb_to_recordset($1::jsonb) as f(name text, "sizeBytes" bigint, "modifiedAt" timestamptz)
        where not exists (select from bank_arrival a where a.name = f.name and a.size_bytes = f."sizeBytes"
                             and a.modified_at = f."modifiedAt")
        order by f."modifiedAt", f.name`,
      [JSON.stringify(listed)],
    );
    const byName = new Map(listed.map((file) => [file.name, file]));
    return names.flatMap(({ name }) => byName.get(name) ?? []);
  }

  /** Which of these messages are about an order that was never sent from here, as after a restore. */
  async neverSent(messageIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ messageId: string }>(
      this.manager,
      `select m.id as "messageId" from unnest($1::text[]) as m(id)
         join payment_order o on o.message_id = m.id and o.state = 'drafted' and o.attempt = 1`,
      [messageIds],
    );
    return new Set(rows.map(({ messageId }) => messageId));
  }

  /** Looked at in this state; a repeat changes nothing. */
  async see(file: ListedFile): Promise<void> {
    await this.manager.query(
      `insert into bank_arrival (name, size_bytes, modified_at, seen_at) values ($1, $2, $3, programme_now())
       on conflict (name) do update set size_bytes = excluded.size_bytes, modified_at = excluded.modified_at,
                                        seen_at = excluded.seen_at`,
      [file.name, file.sizeBytes, file.modifiedAt],
    );
  }
}

import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { type Prepared, preparedRows } from './prepared.js';
import { rowOf } from './unit-of-work.js';

/** Who sent a command, under which Idempotency-Key, and what it asked. */
export interface Receipt {
  readonly officerId: string;
  readonly key: string;
  readonly requestHash: string;
}

export interface FirstAnswer {
  readonly status: number;
  readonly response: unknown;
}

const TAKE: Prepared = {
  name: 'receipt-take',
  text: `insert into command_receipt (officer_id, key, request_hash) values ($1, $2, $3)
         on conflict (officer_id, key) do nothing returning key`,
};

const KEEP: Prepared = {
  name: 'receipt-keep',
  text: 'update command_receipt set status = $3, response = $4 where officer_id = $1 and key = $2',
};

/** Remembers the answer to each Idempotency-Key of an officer. */
export class CommandReceiptRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Takes the key for this command, or brings back the first answer. A second caller waits for the first one's
   * transaction. Throws IDEMPOTENCY_KEY_REUSED when the key came with another request.
   */
  async take({ officerId, key, requestHash }: Receipt): Promise<FirstAnswer | undefined> {
    const taken = await preparedRows(this.manager, TAKE, [officerId, key, requestHash]);
    if (taken.length === 1) return undefined;
    const first = await rowOf<{ requestHash: string; status: number | null; response: unknown }>(
      this.manager,
      `select request_hash as "requestHash", status, response from command_receipt where officer_id = $1 and key = $2`,
      [officerId, key],
    );
    if (first?.requestHash !== requestHash) {
      throw new DomainError('IDEMPOTENCY_KEY_REUSED', 'this key was used for another request');
    }
    return { status: first.status ?? 200, response: first.response };
  }

  async keep({ officerId, key }: Receipt, answer: FirstAnswer): Promise<void> {
    await preparedRows(this.manager, KEEP, [officerId, key, answer.status, JSON.stringify(answer.response)]);
  }
}

import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface FirstAnswer {
  readonly status: number;
  readonly response: unknown;
}

/** Remembers the answer to each Idempotency-Key of an officer. */
export class CommandReceiptRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Takes the key for this command, or brings back the first answer. A second caller waits for the first one's
   * transaction. Throws IDEMPOTENCY_KEY_REUSED when the key came with another request.
   */
  async take(officerId: string, key: string, requestHash: string): Promise<FirstAnswer | undefined> {
    const taken = await rowsOf(
      this.manager,
      `insert into command_receipt (officer_id, key, request_hash) values ($1, $2, $3)
       on conflict (officer_id, key) do nothing returning key`,
      [officerId, key, requestHash],
    );
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

  async keep(officerId: string, key: string, answer: FirstAnswer): Promise<void> {
    await this.manager.query(
      'update command_receipt set status = $3, response = $4 where officer_id = $1 and key = $2',
      [officerId, key, answer.status, JSON.stringify(answer.response)],
    );
  }
}

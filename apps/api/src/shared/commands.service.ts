import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { CommandReceiptRepository, inTransaction } from '#persistence';
import type { CommandContext } from './request-context.js';

/** Runs commands: one transaction each, and the same answer for the same Idempotency-Key. */
@Injectable()
export class CommandsService {
  constructor(private readonly database: DataSource) {}

  /** `name` and `input` identify the request; `work` writes everything through the manager it is given. */
  async run<Answer>(
    context: CommandContext,
    name: string,
    input: unknown,
    work: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const { key } = context;
    if (key === undefined || key.trim() === '' || key.length > 200) {
      throw new DomainError('IDEMPOTENCY_KEY_REQUIRED', 'a command needs an Idempotency-Key');
    }
    const requestHash = createHash('sha256')
      .update(JSON.stringify([name, input]))
      .digest('hex');
    return inTransaction(this.database, async (manager) => {
      const receipts = new CommandReceiptRepository(manager);
      const first = await receipts.take(context.actor.officerId, key, requestHash);
      if (first !== undefined) return first.response as Answer;
      const answer = await work(manager);
      await receipts.keep(context.actor.officerId, key, { status: 200, response: answer });
      return answer;
    });
  }
}

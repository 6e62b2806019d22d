import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { CommandReceiptRepository, inTransaction, type Receipt } from '#persistence';
import type { CommandContext } from '../shared/command-context.js';

/** Runs commands: one transaction each, and the same answer for the same Idempotency-Key. */
@Injectable()
export class Commands {
  constructor(private readonly database: DataSource) {}

  /** `name` and `input` identify the request; `work` writes everything through the manager it is given. */
  async run<Answer>(
    context: CommandContext,
    name: string,
    input: unknown,
    work: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const receipt = receiptOf(context, name, input);
    return inTransaction(this.database, async (manager) => {
      const receipts = new CommandReceiptRepository(manager);
      const first = await receipts.take(receipt);
      if (first !== undefined) return first.response as Answer;
      const answer = await work(manager);
      await receipts.keep(receipt, { status: 200, response: answer });
      return answer;
    });
  }

  /**
   * Tries a command as statements that stand alone, the last of which writes everything with the receipt. Undefined when
   * anything is in the way: the answer is known, a rule refuses, the row has moved. Then `run` says what.
   */
  async attempt<Answer>(
    context: CommandContext,
    name: string,
    input: unknown,
    work: (manager: EntityManager, receipt: Receipt) => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    const receipt = receiptOf(context, name, input);
    try {
      return await work(this.database.manager, receipt);
    } catch (error) {
      const isRefused = error instanceof DomainError || (error instanceof Error && 'constraint' in error);
      if (!isRefused) throw error;
      return undefined;
    }
  }
}

/** Throws IDEMPOTENCY_KEY_REQUIRED. */
function receiptOf({ key, actor }: CommandContext, name: string, input: unknown): Receipt {
  if (key === undefined || key.trim() === '' || key.length > 200) {
    throw new DomainError('IDEMPOTENCY_KEY_REQUIRED', 'a command needs an Idempotency-Key');
  }
  const content = JSON.stringify([name, input]);
  return { officerId: actor.officerId, key, requestHash: createHash('sha256').update(content).digest('hex') };
}

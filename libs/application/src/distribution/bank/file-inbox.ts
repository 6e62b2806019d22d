import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { DomainError, territoriesWith } from '#domain';
import { FileInboxReadModel, PeriodRepository } from '#persistence';
import type { SignedIn } from '../../shared/command-context.js';
import { ByNumber, decodeCursor, toPage } from '../../shared/page.js';
import type { ExchangedFileDetail, ExchangedFilePage, ExchangedFileQuery } from './file-inbox.schemas.js';

/** Files that passed between us and those who pay, for whoever may see their orders' money; those about no order for the nation alone. */
@Injectable()
export class FileInbox {
  constructor(private readonly database: DataSource) {}

  async page(actor: SignedIn, query: ExchangedFileQuery): Promise<z.infer<typeof ExchangedFilePage>> {
    const { cursor, limit, isLate, ...filter } = query;
    const rows = await new FileInboxReadModel(this.database.manager).page({
      ...filter,
      lateAfterDays: isLate && filter.periodId ? await this.#answerDays(filter.periodId) : undefined,
      territories: territoriesWith(actor, 'money:read'),
      afterId: decodeCursor(cursor, ByNumber)?.id,
      limit: limit + 1,
    });
    return toPage(rows, limit, ({ id }) => ({ id }));
  }

  /** Throws BANK_FILE_UNKNOWN for a file outside the reader's territory, as if it were not there. */
  async file(actor: SignedIn, id: string): Promise<z.infer<typeof ExchangedFileDetail>> {
    const territories = territoriesWith(actor, 'money:read');
    const found = await new FileInboxReadModel(this.database.manager).find(territories, id);
    if (found === undefined) throw new DomainError('BANK_FILE_UNKNOWN', 'no such file of a bank or post office');
    return found;
  }

  async #answerDays(periodId: string): Promise<number> {
    return (await new PeriodRepository(this.database.manager).policyOf(periodId)).count('bank.answer_days');
  }
}

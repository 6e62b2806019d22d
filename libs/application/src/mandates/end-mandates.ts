import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DiaryRepository, inTransaction, MandateRepository } from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';

/**
 * Writes into the ledger that mandates are over, a transaction each, and hands their open tasks back. Decisions are
 * refused from the day itself, whether this has run or not; a repeat, or another at the same time, finds them ended.
 */
@Injectable()
export class EndMandates {
  constructor(private readonly database: DataSource) {}

  async look(): Promise<NextLook> {
    for (const id of await new MandateRepository(this.database.manager).due()) {
      await inTransaction(this.database, (manager) => new MandateRepository(manager).expire(id));
    }
    return onDay(await new DiaryRepository(this.database.manager).mandateEnd());
  }
}

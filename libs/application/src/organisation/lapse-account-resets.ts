import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountResetRepository, AuditRepository, DiaryRepository, inTransaction } from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';
import { tellOfDecision } from './tell-of-reset.js';

/** Ways back into accounts that nobody confirmed by their day lapse: silence opens nothing. Officer and who asked are told, once. */
@Injectable()
export class LapseAccountResets {
  constructor(private readonly database: DataSource) {}

  async look(): Promise<NextLook> {
    await inTransaction(this.database, async (manager) => {
      for (const reset of await new AccountResetRepository(manager).lapse()) {
        await tellOfDecision(manager, reset, 'lapsed', []);
        const about = { subjectType: 'officer', subjectId: reset.officerId, details: { resetId: reset.id } };
        await new AuditRepository(manager).note({ action: 'account.reset-lapsed', ...about });
      }
    });
    return onDay(await new DiaryRepository(this.database.manager).lateAccountReset());
  }
}

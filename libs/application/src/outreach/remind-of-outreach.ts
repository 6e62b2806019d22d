import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DiaryRepository, inTransaction, OutreachSessionRepository } from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';
import { tellOfLateSession } from './tell-of-outreach.js';

/** Sessions of which nobody said what came of them: who planned them and their head are told, once. They may still be held or cancelled. */
@Injectable()
export class RemindOfOutreach {
  constructor(private readonly database: DataSource) {}

  async look(): Promise<NextLook> {
    await inTransaction(this.database, async (manager) => {
      for (const session of await new OutreachSessionRepository(manager).late()) {
        await tellOfLateSession(manager, session);
      }
    });
    return onDay(await new DiaryRepository(this.database.manager).lateOutreach());
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseRequestRepository, DiaryRepository, inTransaction, NotificationRepository } from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';

/** Requests that nobody answered by their day lapse; whoever followed them and the head of Dinsos are told, once. The money goes as it was decided. */
@Injectable()
export class LapseCaseRequests {
  constructor(private readonly database: DataSource) {}

  async look(): Promise<NextLook> {
    await inTransaction(this.database, async (manager) => {
      const notifications = new NotificationRepository(manager);
      for (const { id, ownerId, cityCode } of await new CaseRequestRepository(manager).lapse()) {
        const message = { kind: 'case-request.lapsed', key: `case-request.lapsed:${id}`, details: {} } as const;
        await notifications.tell([ownerId], message);
        await notifications.tellOffice('dinsos_head', cityCode, message);
      }
    });
    return onDay(await new DiaryRepository(this.database.manager).lateCaseRequest());
  }
}

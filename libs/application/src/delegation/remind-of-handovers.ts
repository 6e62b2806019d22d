import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { supervisorOf } from '#domain';
import { DiaryRepository, HandoverRepository, inTransaction, NotificationRepository } from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';

/** Reminds the office above of packs that nobody has answered in time, once; nothing moves by itself. */
@Injectable()
export class RemindOfHandovers {
  constructor(private readonly database: DataSource) {}

  async look(): Promise<NextLook> {
    await inTransaction(this.database, (manager) => remind(manager));
    return onDay(await new DiaryRepository(this.database.manager).lateHandover());
  }
}

async function remind(manager: EntityManager): Promise<void> {
  const notifications = new NotificationRepository(manager);
  for (const { id, offices } of await new HandoverRepository(manager).takeLate()) {
    for (const { role, territoryCode } of offices) {
      const above = supervisorOf(role);
      const reminder = { kind: 'handover.offered', key: `handover-late:${id}`, details: { event: 'late' } } as const;
      if (above !== undefined) await notifications.tellOffice(above, territoryCode, reminder);
    }
  }
}

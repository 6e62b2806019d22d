import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendar } from '#domain';
import { DiaryRepository, FamilyChangeRepository, inTransaction, NotificationRepository } from '#persistence';
import { deedEnded } from '../complaints/deed-ended.js';
import { type NextLook, onDay } from '../shared/next-look.js';

/** Changes of records that nobody decided by their day lapse: silence confirms nothing. Proposer and the lurah of the place are told, once. */
@Injectable()
export class LapseFamilyChanges {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  async look(): Promise<NextLook> {
    await inTransaction(this.database, async (manager) => {
      const notifications = new NotificationRepository(manager);
      for (const { id, territoryCode, proposedBy, complaintId } of await new FamilyChangeRepository(manager).lapse()) {
        const message = {
          kind: 'family-change.decided',
          key: `family-change.lapsed:${id}`,
          details: { event: 'lapsed' },
        } as const;
        await notifications.tell([proposedBy], message);
        await notifications.tellOffice('lurah', territoryCode, message);
        if (complaintId !== null) {
          await deedEnded(manager, this.calendar, complaintId, { deed: 'record', result: 'lapsed' });
        }
      }
    });
    return onDay(await new DiaryRepository(this.database.manager).lateFamilyChange());
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkingCalendar } from '#domain';
import {
  CardFollowRepository,
  DiaryRepository,
  inTransaction,
  type LateCards,
  NotificationRepository,
} from '#persistence';
import { type NextLook, onDay } from '../../shared/next-look.js';
import { followCards } from './card-days.js';

const AT_THE_PLACE = ['lurah', 'kelurahan_operator', 'tksk'] as const;

/**
 * Cards whose last day has passed without a word: whoever has to bring them on hears of it, once. The bank answers for its own delay; a card
 * that waited for its family at the kelurahan becomes a case.
 */
@Injectable()
export class RemindOfCards {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  async look(): Promise<NextLook> {
    await inTransaction(this.database, async (manager) => {
      await followCards(manager, this.calendar, null);
      for (const late of await new CardFollowRepository(manager).hearOfLate()) await tell(manager, late);
    });
    return onDay(await new DiaryRepository(this.database.manager).lateCard());
  }
}

async function tell(manager: EntityManager, late: LateCards): Promise<void> {
  const { bankOfficeId, territoryCode, keeper, day, cards } = late;
  const notifications = new NotificationRepository(manager);
  const letter = {
    ...{ kind: 'card.late' as const, key: `card:${bankOfficeId}:${territoryCode}:${keeper}:${day}:late` },
    details: { cards, keeper, territoryCode },
  };
  if (keeper === 'bank') {
    await notifications.tell(await new CardFollowRepository(manager).bankOfficers(bankOfficeId), letter);
    return;
  }
  for (const role of AT_THE_PLACE) await notifications.tellOffice(role, territoryCode, letter);
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkingCalendar } from '#domain';
import {
  CardFollowRepository,
  DiaryRepository,
  inTransaction,
  type LateCards,
  type NewLetter,
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
      await tell(manager, await new CardFollowRepository(manager).hearOfLate());
    });
    return onDay(await new DiaryRepository(this.database.manager).lateCard());
  }
}

/** All in one statement: on one day the cards of every kelurahan of the nation may be late. */
async function tell(manager: EntityManager, places: readonly LateCards[]): Promise<void> {
  const banks = new CardFollowRepository(manager);
  const letters: NewLetter[] = [];
  for (const { bankOfficeId, territoryCode, keeper, day, cards } of places) {
    const letter = {
      ...{ kind: 'card.late' as const, key: `card:${bankOfficeId}:${territoryCode}:${keeper}:${day}:late` },
      ...{ details: { cards, keeper, territoryCode }, taskId: null, territory: territoryCode },
    };
    if (keeper === 'bank') letters.push({ ...letter, officerIds: await banks.bankOfficers(bankOfficeId), role: null });
    else letters.push(...AT_THE_PLACE.map((role) => ({ ...letter, officerIds: null, role })));
  }
  await new NotificationRepository(manager).tellAll(letters);
}

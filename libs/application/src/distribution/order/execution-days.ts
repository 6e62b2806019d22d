import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type IsoDate, NATION, unlessYearUnknown, WorkingCalendar } from '#domain';
import { ExecutionDayRepository, HolidayRepository, inTransaction, ProgrammeClockRepository } from '#persistence';

/** Banks carry out orders on days that are worked throughout the country. */
@Injectable()
export class ExecutionDays {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** The first bank day from today on; null where no holiday decree is loaded for the year. */
  async next(manager: EntityManager): Promise<IsoDate | null> {
    const today = await new ProgrammeClockRepository(manager).today();
    const calendar = (await new HolidayRepository(manager).calendars(this.calendar)).for(NATION);
    return unlessYearUnknown(() => calendar.firstWorkingDay(today));
  }

  /** Puts an order that is about to be released on that day. A repeat after the release changes nothing. */
  async plan(orderId: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const day = await this.next(manager);
      if (day !== null) await new ExecutionDayRepository(manager).plan(orderId, day);
    });
  }
}

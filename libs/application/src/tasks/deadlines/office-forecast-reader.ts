import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, officeForecast, officeWindowFrom, territoriesWith, WorkingCalendar } from '#domain';
import { HolidayRepository, OfficeWorkRepository, ProgrammeClockRepository } from '#persistence';
import type { OfficeForecasts } from './office-forecasts.schemas.js';

/** The work of each office in the reader's territory, and whether it will be done in time. */
@Injectable()
export class OfficeForecastReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  async ofPeriod(actor: Actor, periodId: string): Promise<OfficeForecasts> {
    const { manager } = this.database;
    const today = await new ProgrammeClockRepository(manager).today();
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    const from = officeWindowFrom(today, this.calendar);
    const rows = await new OfficeWorkRepository(manager).list(periodId, territoriesWith(actor, 'task:read'), from);
    return rows.map(({ decidedLately, ...row }) => ({
      ...row,
      ...officeForecast({ ...row, decidedLately }, today, calendars.for(row.territoryCode)),
    }));
  }
}

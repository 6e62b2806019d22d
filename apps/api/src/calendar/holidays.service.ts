import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type IsoDate, NATION } from '#domain';
import { HolidayRepository } from '#persistence';
import { loadNationalHolidays, type NationalHoliday } from '#policies';
import type { Holiday } from './calendar.schemas.js';

/** National and regional holidays together. */
@Injectable()
export class HolidaysService {
  private readonly national: readonly NationalHoliday[] = loadNationalHolidays();

  constructor(private readonly database: DataSource) {}

  /** The days of a span on which a territory, or a part of it, does not work, in order. */
  async between(territoryCode: string, from: IsoDate, to: IsoDate): Promise<Holiday[]> {
    const regional = await new HolidayRepository(this.database.manager).list(territoryCode, from, to);
    const national = this.national
      .filter(({ day }) => day >= from && day <= to)
      .map((holiday) => ({ ...holiday, id: null, territoryCode: NATION, addedBy: null }));
    const all = [...national, ...regional.map(({ addedAt: _, ...holiday }) => holiday)];
    return all.sort((one, other) =>
      `${one.day}${one.territoryCode}`.localeCompare(`${other.day}${other.territoryCode}`),
    );
  }

  /** Years whose national decree is loaded; in another, working days are not counted. */
  years(): string[] {
    return [...new Set(this.national.map(({ day }) => day.slice(0, 4)))].sort();
  }
}

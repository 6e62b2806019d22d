import { covers } from '../territories/territory.js';
import type { IsoDate, WorkingCalendar } from './working-days.js';

/** A day on which the offices of a territory, and of everything in it, are closed. */
export interface RegionalHoliday {
  readonly territoryCode: string;
  readonly day: IsoDate;
}

/** Whoever can say which days are worked in a territory. */
export interface Calendars {
  for(territoryCode: string): WorkingCalendar;
}

/** The national calendar with the holidays of each territory and of those above it. */
export class TerritoryCalendars implements Calendars {
  private readonly known = new Map<string, WorkingCalendar>();

  constructor(
    private readonly national: WorkingCalendar,
    private readonly regional: readonly RegionalHoliday[],
  ) {}

  for(territoryCode: string): WorkingCalendar {
    const known = this.known.get(territoryCode);
    if (known !== undefined) return known;
    const own = this.regional.filter((holiday) => covers(holiday.territoryCode, territoryCode)).map(({ day }) => day);
    const calendar = this.national.plus(own);
    this.known.set(territoryCode, calendar);
    return calendar;
  }
}

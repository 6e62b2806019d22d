import type { EntityManager } from 'typeorm';
import { DomainError, type IsoDate, type RegionalHoliday, TerritoryCalendars, type WorkingCalendar } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface HolidayRow {
  id: string;
  territoryCode: string;
  day: IsoDate;
  name: string;
  source: string;
  addedBy: string;
  addedAt: Date;
}

export interface NewHoliday {
  readonly territoryCode: string;
  readonly day: IsoDate;
  readonly name: string;
  readonly source: string;
}

/** Holidays of territories; the national ones are in the repository of rules. */
export class HolidayRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Every territory's calendar, after one question however many are asked for. */
  async calendars(national: WorkingCalendar): Promise<TerritoryCalendars> {
    const regional = await rowsOf<RegionalHoliday>(
      this.manager,
      `select territory_code as "territoryCode", day::text as day from territory_holiday where removed_at is null`,
    );
    return new TerritoryCalendars(national, regional);
  }

  /** Those that hold in a territory, its own and those of the territories above and below, in a span of days. */
  async list(territoryCode: string, from: IsoDate, to: IsoDate): Promise<HolidayRow[]> {
    return rowsOf<HolidayRow>(
      this.manager,
      `select ${COLUMNS} from territory_holiday h join officer o on o.id = h.added_by
        where h.removed_at is null and h.day between $2 and $3
          and ($1 = 'ID' or h.territory_code = 'ID' or h.territory_code = $1
               or $1 like h.territory_code || '.%' or h.territory_code like $1 || '.%')
        order by h.day, h.territory_code limit 1000`,
      [territoryCode, from, to],
    );
  }

  async find(id: string): Promise<HolidayRow> {
    const row = await rowOf<HolidayRow>(
      this.manager,
      `select ${COLUMNS} from territory_holiday h join officer o on o.id = h.added_by
        where h.id = $1 and h.removed_at is null`,
      [id],
    );
    if (row === undefined) throw new DomainError('HOLIDAY_UNKNOWN', 'no such holiday');
    return row;
  }

  /** Adds a day. Undefined when that territory has it already. */
  async add(holiday: NewHoliday, officerId: string): Promise<string | undefined> {
    const { territoryCode, day, name, source } = holiday;
    const added = await rowOf<{ id: string }>(
      this.manager,
      `insert into territory_holiday (territory_code, day, name, source, added_by, added_at)
       values ($1, $2, $3, $4, $5, programme_now())
       on conflict (territory_code, day) where removed_at is null do nothing returning id`,
      [territoryCode, day, name, source, officerId],
    );
    return added?.id;
  }

  async remove(id: string, officerId: string): Promise<void> {
    await this.manager.query(
      `update territory_holiday set removed_at = programme_now(), removed_by = $2 where id = $1 and removed_at is null`,
      [id, officerId],
    );
  }
}

const COLUMNS = `h.id, h.territory_code as "territoryCode", h.day::text as day, h.name, h.source,
  o.full_name as "addedBy", h.added_at as "addedAt"`;

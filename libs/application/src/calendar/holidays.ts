import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { covers, DomainError, type IsoDate, NATION } from '#domain';
import { HolidayRepository, OutboxRepository, ProgrammeClockRepository } from '#persistence';
import { loadNationalHolidays, type NationalHoliday } from '#policies';
import { noteBy } from '../audit/note-by.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext } from '../shared/command-context.js';
import { scopeOf } from '../shared/scope.js';
import type { Holiday, NewHoliday } from './calendar.schemas.js';

/** National and regional holidays together. */
@Injectable()
export class Holidays {
  private readonly national: readonly NationalHoliday[] = loadNationalHolidays();

  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

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

  /**
   * Adds a day to a territory's calendar; whoever waits for a deadline there asks anew. Throws TERRITORY_CODE,
   * TERRITORY_NOT_YOURS, HOLIDAY_NOT_LATER, HOLIDAY_EXISTS, each with its field.
   */
  async add(context: CommandContext, holiday: NewHoliday): Promise<Holiday> {
    const { territoryCode, day } = holiday;
    return this.commands.run(context, 'holiday', holiday, async (manager) => {
      scopeOf(context.actor, 'calendar:write', territoryCode, 'territoryCode');
      const today = await new ProgrammeClockRepository(manager).today();
      demand(day > today, 'HOLIDAY_NOT_LATER', { than: today });
      const same = await this.between(territoryCode, day, day);
      demand(!same.some((known) => covers(known.territoryCode, territoryCode)), 'HOLIDAY_EXISTS', { day });
      const id = await new HolidayRepository(manager).add(holiday, context.actor.officerId);
      demand(id !== undefined, 'HOLIDAY_EXISTS', { day });
      await this.note(manager, context, 'holiday.added', { id: id ?? '', territoryCode, day });
      return { ...holiday, id: id ?? null, addedBy: context.actor.fullName };
    });
  }

  /** Takes a day away that is still to come. Throws HOLIDAY_UNKNOWN, TERRITORY_NOT_YOURS, HOLIDAY_NOT_LATER. */
  async remove(context: CommandContext, id: string): Promise<void> {
    await this.commands.run(context, `holiday:${id}`, {}, async (manager) => {
      const { territoryCode, day } = await new HolidayRepository(manager).find(id);
      scopeOf(context.actor, 'calendar:write', territoryCode, 'territoryCode');
      const today = await new ProgrammeClockRepository(manager).today();
      demand(day > today, 'HOLIDAY_NOT_LATER', { than: today });
      await new HolidayRepository(manager).remove(id, context.actor.officerId);
      await this.note(manager, context, 'holiday.removed', { id, territoryCode, day });
      return {};
    });
  }

  private async note(
    manager: EntityManager,
    context: CommandContext,
    action: string,
    { id, territoryCode, day }: { readonly id: string; readonly territoryCode: string; readonly day: IsoDate },
  ): Promise<void> {
    const subject = { subjectType: 'holiday', subjectId: id, territoryCode, details: { day } };
    await noteBy(manager, context, { action, ...subject });
    await new OutboxRepository(manager).tellDeadlinesIn(territoryCode);
  }
}

function demand(holds: boolean, code: 'HOLIDAY_NOT_LATER' | 'HOLIDAY_EXISTS', details: Record<string, string>): void {
  if (holds) return;
  throw new DomainError(code, 'the day cannot be a holiday', {
    ...details,
    refusals: [{ code, field: 'day', details }],
  });
}

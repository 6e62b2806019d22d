import type { EntityManager } from 'typeorm';
import { DomainError, type IsoDate, startOfOfficeDay } from '#domain';
import { rowOf } from '../shared/unit-of-work.js';

/** The programme's calendar. Everything with a legal date reads it; sessions and logs use the machine's clock. */
export class ProgrammeClockRepository {
  constructor(private readonly manager: EntityManager) {}

  async now(): Promise<Date> {
    const row = await rowOf<{ now: Date }>(this.manager, 'select programme_now() as now');
    return row?.now ?? new Date();
  }

  async today(): Promise<IsoDate> {
    const row = await rowOf<{ today: string }>(this.manager, 'select programme_today()::text as today');
    return row?.today ?? '';
  }

  /** Milliseconds by which the programme's calendar is ahead of (or behind) the real one. */
  async offsetMs(): Promise<number> {
    const row = await rowOf<{ offsetMs: string }>(this.manager, 'select offset_ms as "offsetMs" from programme_clock');
    return Number(row?.offsetMs ?? 0);
  }

  /**
   * Moves the sandbox calendar to the morning of a day and wakes every running workflow. It only goes forward, so
   * that deadlines already passed stay passed; the first setting, before any period exists, may go back.
   */
  async moveTo(date: IsoDate): Promise<number> {
    const started = await rowOf(this.manager, 'select 1 from period limit 1');
    if (started !== undefined && date <= (await this.today())) {
      throw new DomainError('CLOCK_ONLY_FORWARD', 'the sandbox calendar only goes forward', { date });
    }
    const offsetMs = startOfOfficeDay(date).getTime() - Date.now();
    await this.manager.query('update programme_clock set offset_ms = $1', [offsetMs]);
    return offsetMs;
  }
}

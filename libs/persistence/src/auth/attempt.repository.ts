import type { EntityManager } from 'typeorm';
import { rowOf } from '../shared/unit-of-work.js';

export interface Reserved {
  /** This attempt's number in its window. */
  readonly count: number;
  /** Until the window ends. */
  readonly seconds: number;
}

/** Attempts by key. Real time, not the programme's: security has no sandbox. */
export class AttemptRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Counts an attempt before it is made, in one statement: of many at once, each has a number of its own. */
  async reserve(key: string, windowMinutes: number): Promise<Reserved> {
    const row = await rowOf<Reserved>(
      this.manager,
      `insert into attempt (key, window_started_at, count) values ($1, now(), 1)
       on conflict (key) do update set
         count = case when attempt.window_started_at > now() - $2 * interval '1 minute'
                      then least(attempt.count + 1, 1000000) else 1 end,
         window_started_at = case when attempt.window_started_at > now() - $2 * interval '1 minute'
                      then attempt.window_started_at else now() end
       returning count, greatest(1, ceil(extract(epoch from window_started_at + $2 * interval '1 minute' - now())))::int as seconds`,
      [key, windowMinutes],
    );
    if (row === undefined) throw new Error('a reserved attempt has a row');
    return row;
  }

  /** Takes one attempt back that turned out to be none. */
  async release(key: string): Promise<void> {
    await this.manager.query('update attempt set count = count - 1 where key = $1 and count > 0', [key]);
  }

  async forget(key: string): Promise<void> {
    await this.manager.query('delete from attempt where key = $1', [key]);
  }
}

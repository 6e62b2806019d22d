import type { EntityManager } from 'typeorm';
import { rowOf } from '../shared/unit-of-work.js';

export type SessionKind = 'web' | 'bearer';

/** Sessions and the count of failed sign-ins. Real time, not the programme's: security has no sandbox. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  async start(tokenHash: Buffer, officerId: string, kind: SessionKind, minutes: number): Promise<Date> {
    const row = await rowOf<{ expiresAt: Date }>(
      this.manager,
      `insert into session (token_hash, officer_id, kind, expires_at)
       values ($1, $2, $3, now() + $4 * interval '1 minute') returning expires_at as "expiresAt"`,
      [tokenHash, officerId, kind, minutes],
    );
    return row?.expiresAt ?? new Date();
  }

  /** The officer of a live session; a web session is prolonged by use, a bearer token is not. */
  async officerOf(tokenHash: Buffer, kind: SessionKind, minutes: number): Promise<string | undefined> {
    const row = await rowOf<{ officerId: string; isAging: boolean }>(
      this.manager,
      `select officer_id as "officerId", expires_at < now() + $3 * interval '1 minute' * 0.9 as "isAging"
         from session where token_hash = $1 and kind = $2 and expires_at > now() and ended_at is null`,
      [tokenHash, kind, minutes],
    );
    if (row?.isAging === true && kind === 'web') {
      await this.manager.query(
        `update session set expires_at = now() + $2 * interval '1 minute' where token_hash = $1`,
        [tokenHash, minutes],
      );
    }
    return row?.officerId;
  }

  async end(tokenHash: Buffer): Promise<void> {
    await this.manager.query('update session set ended_at = now() where token_hash = $1', [tokenHash]);
  }

  /** Seconds to wait before this key may try again; 0 when it may. */
  async retryAfterSeconds(key: string, limit: number, windowMinutes: number): Promise<number> {
    const row = await rowOf<{ seconds: number }>(
      this.manager,
      `select ceil(extract(epoch from window_started_at + $3 * interval '1 minute' - now()))::int as seconds
         from sign_in_attempt where key = $1 and failures >= $2
          and window_started_at > now() - $3 * interval '1 minute'`,
      [key, limit, windowMinutes],
    );
    return row?.seconds ?? 0;
  }

  async countFailure(key: string, windowMinutes: number): Promise<void> {
    await this.manager.query(
      `insert into sign_in_attempt (key, window_started_at, failures) values ($1, now(), 1)
       on conflict (key) do update set
         failures = case when sign_in_attempt.window_started_at > now() - $2 * interval '1 minute'
                         then sign_in_attempt.failures + 1 else 1 end,
         window_started_at = case when sign_in_attempt.window_started_at > now() - $2 * interval '1 minute'
                         then sign_in_attempt.window_started_at else now() end`,
      [key, windowMinutes],
    );
  }

  async forgetFailures(key: string): Promise<void> {
    await this.manager.query('delete from sign_in_attempt where key = $1', [key]);
  }
}

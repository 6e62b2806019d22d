import type { EntityManager } from 'typeorm';
import type { Actor, StandIn } from '#domain';
import { STANDS_FOR, standsIn } from '../delegation/standing.js';
import { type Prepared, preparedRows } from '../shared/prepared.js';
import { rowOf } from '../shared/unit-of-work.js';
import { APPOINTMENT_JSON } from '../organisation/appointments/appointment-json.js';
import { isLive } from '../organisation/appointments/live-appointment.js';

export type SessionKind = 'web' | 'bearer';

export type SessionActor = Actor & { readonly username: string; readonly language: string };

const ACTOR: Prepared = {
  name: 'session-actor',
  text: `
    select o.id as "officerId", o.username, o.full_name as "fullName", o.language,
           s.expires_at < now() + $3 * interval '1 minute' * 0.9 as "isAging",
           coalesce((
             select jsonb_agg(${APPOINTMENT_JSON} order by a.role, f.territory_code)
               from appointment a join office f on f.id = a.office_id
              where a.officer_id = o.id and ${isLive('a')}), '[]') as appointments,
           ${standsIn('o.id')} as "standsIn"
      from session s join officer o on o.id = s.officer_id and o.disabled_at is null
     where s.token_hash = $1 and s.kind = $2 and s.expires_at > now() and s.ended_at is null`,
};

interface FoundWith {
  readonly isAging: boolean;
  readonly standsIn: boolean;
}

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

  /**
   * Who a live session belongs to, with the appointments that are live today: one query, because every request asks
   * it. A web session is prolonged by use, a bearer token is not.
   */
  async actorOf(tokenHash: Buffer, kind: SessionKind, minutes: number): Promise<SessionActor | undefined> {
    const [row] = await preparedRows<Omit<SessionActor, 'standsFor'> & FoundWith>(this.manager, ACTOR, [
      tokenHash,
      kind,
      minutes,
    ]);
    if (row === undefined) return undefined;
    const { isAging, standsIn: isStandIn, ...actor } = row;
    if (isAging && kind === 'web') {
      await this.manager.query(
        `update session set expires_at = now() + $2 * interval '1 minute' where token_hash = $1`,
        [tokenHash, minutes],
      );
    }
    if (!isStandIn) return actor;
    return { ...actor, standsFor: await preparedRows<StandIn>(this.manager, STANDS_FOR, [actor.officerId]) };
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

import type { EntityManager } from 'typeorm';
import { type Actor, PROOF_MINUTES, type StandIn } from '#domain';
import { STANDS_FOR, standsIn } from '../delegation/standing.js';
import { type Prepared, preparedRows } from '../shared/prepared.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { APPOINTMENT_JSON } from '../organisation/appointments/appointment-json.js';
import { isLive } from '../organisation/appointments/live-appointment.js';

export type SessionKind = 'web' | 'bearer';

export type SessionActor = Actor & {
  readonly sessionId: string;
  readonly username: string;
  readonly language: string;
  /** A second factor is set up. */
  readonly hasSecondFactor: boolean;
  /** It was proved in this session within the last minutes. */
  readonly isProved: boolean;
};

/** Where a request came from, as far as it says so truly. */
export interface CameFrom {
  readonly address: string;
  /** What the browser or program calls itself. */
  readonly client: string;
}

interface NewSession {
  readonly tokenHash: Buffer;
  readonly officerId: string;
  readonly kind: SessionKind;
  readonly life: { readonly idleMinutes: number; readonly mostMinutes: number };
  readonly from: CameFrom;
  /** It begins with a proof. */
  readonly isProved: boolean;
  /** Of the password that opened it. Whoever changes it waits for this, or this finds it changed. */
  readonly passwordHash: string;
}

const LIVE = 's.expires_at > now() and s.ends_at > now() and s.ended_at is null';

export interface SessionRow {
  readonly id: string;
  readonly kind: SessionKind;
  readonly address: string;
  readonly client: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly expiresAt: Date;
}

const ACTOR: Prepared = {
  name: 'session-actor',
  text: `
    select o.id as "officerId", o.username, o.full_name as "fullName", o.language,
           s.id as "sessionId", s.expires_at < least(now() + $3 * interval '1 minute' * 0.9, s.ends_at) as "isAging",
           coalesce((
             select jsonb_agg(${APPOINTMENT_JSON} order by a.role, f.territory_code)
               from appointment a join office f on f.id = a.office_id
              where a.officer_id = o.id and ${isLive('a')}), '[]') as appointments,
           ${standsIn('o.id')} as "standsIn",
           exists (select from officer_second_factor f where f.officer_id = o.id and f.confirmed_at is not null)
             or exists (select from officer_passkey k where k.officer_id = o.id) as "hasSecondFactor",
           coalesce(s.proved_at > now() - interval '${PROOF_MINUTES} minutes', false) as "isProved"
      from session s join officer o on o.id = s.officer_id and o.disabled_at is null
     where s.token_hash = $1 and s.kind = $2 and ${LIVE}`,
};

interface FoundWith {
  readonly isAging: boolean;
  readonly standsIn: boolean;
}

/** Sessions. Real time, not the programme's: security has no sandbox. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Until when it lives; undefined when the password that was looked at is another by now. */
  async start({
    tokenHash,
    officerId,
    kind,
    life,
    from,
    isProved,
    passwordHash,
  }: NewSession): Promise<Date | undefined> {
    const row = await rowOf<{ expiresAt: Date }>(
      this.manager,
      `insert into session (token_hash, officer_id, kind, expires_at, ends_at, address, client, proved_at)
       select $1, o.id, $3, now() + $4 * interval '1 minute', now() + $5 * interval '1 minute', $6, $7,
              case when $8 then now() end
         from (select id from officer where id = $2 and password_hash = $9 for share) o
       returning expires_at as "expiresAt"`,
      [
        tokenHash,
        officerId,
        kind,
        life.idleMinutes,
        life.mostMinutes,
        from.address,
        from.client,
        isProved,
        passwordHash,
      ],
    );
    return row?.expiresAt;
  }

  /** Whether this account was signed in to from this address within a season. */
  async hasBeenFrom(username: string, address: string): Promise<boolean> {
    const sql = `select 1 from session s join officer o on o.id = s.officer_id
      where o.username = $1 and s.address = $2 and s.started_at > now() - interval '90 days' limit 1`;
    return (await rowOf(this.manager, sql, [username, address])) !== undefined;
  }

  /**
   * Who a live session belongs to, with the appointments that are live today: one query, because every request asks
   * it. A web session is prolonged by use until its last moment, a bearer token is not.
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
        `update session set expires_at = least(now() + $2 * interval '1 minute', ends_at), used_at = now()
          where token_hash = $1`,
        [tokenHash, minutes],
      );
    }
    if (!isStandIn) return actor;
    return { ...actor, standsFor: await preparedRows<StandIn>(this.manager, STANDS_FOR, [actor.officerId]) };
  }

  /** Whether a session still lives; unlike use, asking does not lengthen it. */
  async isLive(sessionId: string): Promise<boolean> {
    const sql = `select 1 from session s join officer o on o.id = s.officer_id and o.disabled_at is null
      where s.id = $1 and ${LIVE}`;
    return (await rowOf(this.manager, sql, [sessionId])) !== undefined;
  }

  /** An officer's live sessions, the one used last first. */
  async live(officerId: string): Promise<SessionRow[]> {
    return rowsOf<SessionRow>(
      this.manager,
      `select s.id, s.kind, s.address, s.client, s.started_at as "startedAt", s.used_at as "usedAt",
              least(s.expires_at, s.ends_at) as "expiresAt"
         from session s where s.officer_id = $1 and ${LIVE} order by s.used_at desc, s.id limit 200`,
      [officerId],
    );
  }

  /** Ends one of an officer's own; false when there is none such that lives. */
  async end(officerId: string, sessionId: string): Promise<boolean> {
    const sql = `update session s set ended_at = now() where s.id = $1 and s.officer_id = $2 and ${LIVE} returning s.id`;
    return (await rowsOf(this.manager, sql, [sessionId, officerId])).length > 0;
  }

  /** Ends all of an officer's but one, if one is named. Returns how many lived. */
  async endAll(officerId: string, exceptId: string | null): Promise<number> {
    const sql = `update session s set ended_at = now()
      where s.officer_id = $1 and s.id is distinct from $2::uuid and ${LIVE} returning s.id`;
    return (await rowsOf(this.manager, sql, [officerId, exceptId])).length;
  }
}

import type { EntityManager } from 'typeorm';
import {
  type EndpointState,
  type KeptFact,
  MOST_GIVEN_UP,
  WEBHOOK_ATTEMPTS,
  webhookPause,
  type WebhookVerdict,
} from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { WebhookEndpointRepository } from './webhook-endpoint.repository.js';

/** Where to send, and by which secrets to sign: two while one is changed. */
export interface SendingEndpoint {
  state: EndpointState;
  territoryCode: string;
  name: string;
  url: string;
  secretSealed: Buffer;
  formerSealed: Buffer | null;
}

export type ClaimedDelivery = KeptFact & {
  readonly deliveryId: string;
  /** With this one, since it was first due or asked for by hand. */
  readonly tries: number;
};

export interface AttemptToKeep {
  readonly deliveryId: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly failure: string | null;
  readonly answer: string;
}

interface Locked {
  readonly state: EndpointState;
  readonly givenUp: number;
}

/** What an attempt led to that a person must hear of. */
export type WebhookTrouble = 'given_up' | 'paused' | 'gone';

/** Longer than every timeout of a sending together: whoever still has not answered then is dead. */
const LEASE = `interval '2 minutes'`;

/**
 * Deliveries on their way. While a receiver is away only those that were tried already, or that somebody asked for by hand, go there, and the others wait untouched: thousands are
 * not given up because one server was down.
 */
const MAY_GO = `d.endpoint_id = $1 and d.state = 'pending' and (
  d.tries > 0 or d.is_urgent or not exists (
    select from webhook_endpoint e where e.id = d.endpoint_id and e.away_since is not null
       and exists (select from webhook_delivery x where x.endpoint_id = e.id and x.state = 'pending' and (x.tries > 0 or x.is_urgent))))`;

/** Claimed for a while, sent outside of any transaction, and marked. Times are the machine's: a receiver knows no sandbox calendar. */
export class WebhookSendingRepository {
  constructor(private readonly manager: EntityManager) {}

  async endpoint(id: string): Promise<SendingEndpoint | undefined> {
    return rowOf<SendingEndpoint>(
      this.manager,
      `select state, territory_code as "territoryCode", name, url, secret_sealed as "secretSealed",
              case when former_until > now() then former_sealed end as "formerSealed"
         from webhook_endpoint where id = $1`,
      [id],
    );
  }

  /** Takes what is due, the longest waiting first, also what a dead sender had claimed. Another's claims are left to it. */
  async claim(endpointId: string, limit: number): Promise<ClaimedDelivery[]> {
    return rowsOf<ClaimedDelivery>(
      this.manager,
      `with claimed as (
         update webhook_delivery set next_attempt_at = now() + ${LEASE}, tries = tries + 1
          where id in (select d.id from webhook_delivery d where ${MAY_GO} and d.next_attempt_at <= now()
                        order by d.next_attempt_at limit $2 for update skip locked)
         returning id, fact_id, tries
       )
       select c.id as "deliveryId", c.tries, f.id, f.type, f.subject_id as "subjectId", f.occurred_at as "occurredAt", f.data
         from claimed c join webhook_fact f on f.id = c.fact_id`,
      [endpointId, limit],
    );
  }

  /** When something is due next, by the programme's calendar, as everything that a workflow waits for; undefined when nothing is. */
  async next(endpointId: string): Promise<Date | undefined> {
    const row = await rowOf<{ at: Date | null }>(
      this.manager,
      `select programme_now() + (min(d.next_attempt_at) - now()) as at from webhook_delivery d where ${MAY_GO}`,
      [endpointId],
    );
    return row?.at ?? undefined;
  }

  /**
   * Keeps the attempt and what follows of it, in the caller's transaction. The endpoint is locked first, as whoever pauses or ends it does. Answers with
   * what a person must hear of.
   */
  async keep(
    endpointId: string,
    tries: number,
    verdict: WebhookVerdict,
    attempt: AttemptToKeep,
  ): Promise<WebhookTrouble | undefined> {
    const endpoint = await this.#locked(endpointId);
    await this.manager.query(
      `insert into webhook_attempt (delivery_id, started_at, duration_ms, status, failure, answer) values ($1, $2, $3, $4, $5, $6)`,
      [attempt.deliveryId, attempt.startedAt, attempt.durationMs, attempt.status, attempt.failure, attempt.answer],
    );
    if (endpoint.state !== 'ended') await this.#mark(endpointId, verdict);
    const pause = tries >= WEBHOOK_ATTEMPTS ? undefined : webhookPause(tries);
    if (verdict === 'delivered') await this.#close(attempt.deliveryId, 'delivered');
    else if (verdict === 'gone' || pause === undefined) return this.#givenUp(endpointId, endpoint, verdict, attempt);
    else await this.#postpone(attempt.deliveryId, pause);
    return undefined;
  }

  async #locked(endpointId: string): Promise<Locked> {
    const sql = 'select state, given_up as "givenUp" from webhook_endpoint where id = $1 for update';
    const row = await rowOf<Locked>(this.manager, sql, [endpointId]);
    if (row === undefined) throw new Error('the endpoint of a delivery is not there');
    return row;
  }

  /** Whether anything is taken there at the moment; what was delivered ends a row of failures. */
  async #mark(endpointId: string, verdict: WebhookVerdict): Promise<void> {
    await this.manager.query(
      `update webhook_endpoint set away_since = case when $2 then coalesce(away_since, now()) end, given_up = case when $3 then 0 else given_up end
        where id = $1 and ((away_since is not null) <> $2 or $3 and given_up > 0)`,
      [endpointId, verdict === 'away', verdict === 'delivered'],
    );
  }

  async #givenUp(
    endpointId: string,
    { state, givenUp }: Locked,
    verdict: WebhookVerdict,
    { deliveryId }: AttemptToKeep,
  ): Promise<WebhookTrouble | undefined> {
    await this.#close(deliveryId, 'given_up');
    const endpoints = new WebhookEndpointRepository(this.manager);
    if (state === 'ended') return undefined;
    if (verdict === 'gone') {
      await endpoints.become(endpointId, 'ended', 'gone');
      return 'gone';
    }
    if (state === 'active' && givenUp + 1 >= MOST_GIVEN_UP) {
      await endpoints.become(endpointId, 'paused', 'failures');
      return 'paused';
    }
    await this.manager.query('update webhook_endpoint set given_up = given_up + 1 where id = $1', [endpointId]);
    return 'given_up';
  }

  async #postpone(deliveryId: string, seconds: number): Promise<void> {
    await this.manager.query(
      `update webhook_delivery set next_attempt_at = now() + $2 * interval '1 second', is_urgent = false where id = $1 and state = 'pending'`,
      [deliveryId, seconds],
    );
  }

  async #close(deliveryId: string, state: 'delivered' | 'given_up'): Promise<void> {
    await this.manager.query(
      `update webhook_delivery set state = $2, closed_at = now(), is_urgent = false where id = $1 and state = 'pending'`,
      [deliveryId, state],
    );
  }
}

import type { EntityManager } from 'typeorm';
import { DomainError, type EndpointCause, type EndpointState, ROTATION_HOURS, WEBHOOK_PING } from '#domain';
import { OutboxRepository } from '../shared/outbox.repository.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface NewWebhookEndpoint {
  readonly territoryCode: string;
  readonly name: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly secretSealed: Buffer;
  readonly createdBy: string;
}

export interface WebhookEndpointRow {
  id: string;
  territoryCode: string;
  territoryName: string | null;
  name: string;
  url: string;
  types: string[];
  state: EndpointState;
  cause: EndpointCause;
  /** Until when the secret of before signs as well. */
  formerUntil: Date | null;
  awaySince: Date | null;
  creator: string;
  createdAt: Date;
  pending: number;
  givenUp: number;
  deliveredAt: Date | null;
}

/** The workflow that sends to an endpoint; triggers name it, too. */
const workflowOf = (endpointId: string): string => `webhook:${endpointId}`;

const COLUMNS = `e.id, e.territory_code as "territoryCode", t.name as "territoryName", e.name, e.url, e.types, e.state, e.cause,
  case when e.former_until > now() then e.former_until end as "formerUntil", e.away_since as "awaySince",
  o.full_name as creator, e.created_at as "createdAt",
  (select count(*)::int from webhook_delivery d where d.endpoint_id = e.id and d.state = 'pending') as pending,
  (select count(*)::int from webhook_delivery d where d.endpoint_id = e.id and d.state = 'given_up') as "givenUp",
  (select max(d.closed_at) from webhook_delivery d where d.endpoint_id = e.id and d.state = 'delivered') as "deliveredAt"`;
const FROM = `webhook_endpoint e join officer o on o.id = e.created_by left join territory t on t.code = e.territory_code`;

/** Receivers of other systems, as those who look after them know them; a secret is written here and never read. */
export class WebhookEndpointRepository {
  constructor(private readonly manager: EntityManager) {}

  async add({ territoryCode, name, url, types, secretSealed, createdBy }: NewWebhookEndpoint): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into webhook_endpoint (territory_code, name, url, types, secret_sealed, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, programme_now()) returning id`,
      [territoryCode, name, url, types, secretSealed, createdBy],
    );
    return row?.id ?? '';
  }

  /** Those that run first, by name. */
  async list(scopes: readonly string[]): Promise<WebhookEndpointRow[]> {
    return rowsOf<WebhookEndpointRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where ${inTerritories('e.territory_code', '$1')}
        order by e.state = 'ended', e.name, e.id`,
      [scopes],
    );
  }

  /** Locked until the transaction ends. Throws WEBHOOK_ENDPOINT_UNKNOWN outside these territories. */
  async lock(id: string, scopes: readonly string[]): Promise<{ territoryCode: string; state: EndpointState }> {
    const row = await rowOf<{ territoryCode: string; state: EndpointState }>(
      this.manager,
      `select e.territory_code as "territoryCode", e.state from webhook_endpoint e
        where e.id = $1 and ${inTerritories('e.territory_code', '$2')} for update`,
      [id, scopes],
    );
    if (row === undefined) throw new DomainError('WEBHOOK_ENDPOINT_UNKNOWN', 'no such endpoint');
    return row;
  }

  /** What waited goes on when it is active again, and is dropped when it ends. */
  async become(id: string, state: EndpointState, cause: EndpointCause): Promise<void> {
    await this.manager.query(
      `update webhook_endpoint set state = $2, cause = $3, given_up = 0, away_since = case $2 when 'active' then null else away_since end
        where id = $1`,
      [id, state, cause],
    );
    if (state === 'ended') {
      await this.manager.query(
        `update webhook_delivery set state = 'dropped', closed_at = now() where endpoint_id = $1 and state = 'pending'`,
        [id],
      );
    }
    await this.wake(id);
  }

  /** The secret of now signs for another day beside the new one. */
  async rotate(id: string, secretSealed: Buffer): Promise<void> {
    await this.manager.query(
      `update webhook_endpoint set former_sealed = secret_sealed, former_until = now() + ${ROTATION_HOURS} * interval '1 hour', secret_sealed = $2
        where id = $1`,
      [id, secretSealed],
    );
  }

  /** A fact that tells of nothing, to this endpoint alone. Answers with the delivery's id. */
  async ping(id: string, territoryCode: string): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `with fact as (
         insert into webhook_fact (type, subject_id, territory_code, occurred_at, data)
         values ('${WEBHOOK_PING}', $1, $2, programme_now(), jsonb_build_object('territoryCode', $2::text)) returning id
       )
       insert into webhook_delivery (fact_id, endpoint_id, is_urgent) select fact.id, $1, true from fact returning id`,
      [id, territoryCode],
    );
    await this.wake(id);
    return row?.id ?? '';
  }

  /** Lets the workflow look, in the transaction of what it is to find. */
  async wake(id: string): Promise<void> {
    await new OutboxRepository(this.manager).add(workflowOf(id), 'webhook', { endpointId: id });
  }
}

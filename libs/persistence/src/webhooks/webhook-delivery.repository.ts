import type { EntityManager } from 'typeorm';
import { type DeliveryState, DomainError, type EndpointState, type KeptFact } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export const DELIVERY_SORTS = ['newest', 'oldest'] as const;
export type DeliverySort = (typeof DELIVERY_SORTS)[number];

export interface DeliveryFilter {
  readonly endpointId?: string | undefined;
  readonly state?: DeliveryState | undefined;
  readonly type?: string | undefined;
  /** The id of a delivery, of a fact or of what the fact is about, or the beginning of one. */
  readonly text?: string | undefined;
}

export interface DeliveryPosition {
  readonly limit: number;
  readonly sort: DeliverySort;
  readonly after?: { readonly key: string; readonly id: string } | undefined;
}

export interface DeliveryRow {
  id: string;
  endpointId: string;
  endpointName: string;
  endpointState: EndpointState;
  territoryCode: string;
  type: string;
  subjectId: string;
  state: DeliveryState;
  attempts: number;
  /** Of the last attempt: the status, or the code of what kept it from arriving. */
  lastStatus: number | null;
  lastFailure: string | null;
  /** Real time; null when nothing is tried any more. */
  nextAttemptAt: Date | null;
  createdAt: Date;
  closedAt: Date | null;
}

export interface AttemptRow {
  startedAt: Date;
  durationMs: number;
  status: number | null;
  failure: string | null;
  answer: string;
}

const COLUMNS = `d.id, e.id as "endpointId", e.name as "endpointName", e.state as "endpointState", e.territory_code as "territoryCode",
  f.type, f.subject_id as "subjectId", d.state, d.created_at as "createdAt", d.closed_at as "closedAt",
  case when d.state = 'pending' and e.state = 'active' then d.next_attempt_at end as "nextAttemptAt",
  (select count(*)::int from webhook_attempt a where a.delivery_id = d.id) as attempts, l.status as "lastStatus", l.failure as "lastFailure"`;
const FROM = `webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id join webhook_fact f on f.id = d.fact_id
  left join lateral (select a.status, a.failure from webhook_attempt a where a.delivery_id = d.id order by a.id desc limit 1) l on true`;

/** Deliveries as lists show them, each with its attempts, within the territories of whoever reads. */
export class WebhookDeliveryRepository {
  constructor(private readonly manager: EntityManager) {}

  /** After the one seen last. */
  async page(scopes: readonly string[], filter: DeliveryFilter, page: DeliveryPosition): Promise<DeliveryRow[]> {
    const [beyond, order] = page.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
    return rowsOf<DeliveryRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${inTerritories('e.territory_code', '$1')} and ($2::uuid is null or d.endpoint_id = $2) and ($3::text is null or d.state = $3)
          and ($4::text is null or f.type = $4)
          and ($5::text is null or d.id::text like lower($5) || '%' or f.id::text like lower($5) || '%' or f.subject_id::text like lower($5) || '%')
          and ($6::timestamptz is null or (d.created_at, d.id) ${beyond} ($6, $7::uuid))
        order by d.created_at ${order}, d.id ${order} limit $8`,
      [
        ...[scopes, filter.endpointId ?? null, filter.state ?? null, filter.type ?? null, filter.text ?? null],
        ...[page.after?.key ?? null, page.after?.id ?? null, page.limit],
      ],
    );
  }

  /** With the fact it brings. Throws WEBHOOK_DELIVERY_UNKNOWN outside these territories. */
  async find(id: string, scopes: readonly string[]): Promise<DeliveryRow & { fact: KeptFact }> {
    const row = await rowOf<DeliveryRow & { factId: string; occurredAt: Date; data: Record<string, unknown> }>(
      this.manager,
      `select ${COLUMNS}, f.id as "factId", f.occurred_at as "occurredAt", f.data from ${FROM}
        where d.id = $1 and ${inTerritories('e.territory_code', '$2')}`,
      [id, scopes],
    );
    if (row === undefined) throw new DomainError('WEBHOOK_DELIVERY_UNKNOWN', 'no such delivery');
    const { factId, occurredAt, data, ...delivery } = row;
    return { ...delivery, fact: { id: factId, type: row.type, subjectId: row.subjectId, occurredAt, data } };
  }

  /** The last first. */
  async attempts(id: string): Promise<AttemptRow[]> {
    return rowsOf<AttemptRow>(
      this.manager,
      `select started_at as "startedAt", duration_ms as "durationMs", status, failure, answer
         from webhook_attempt where delivery_id = $1 order by id desc`,
      [id],
    );
  }

  /** Due again at once, under the same id; its pauses begin anew. */
  async repeat(id: string): Promise<void> {
    await this.manager.query(
      `update webhook_delivery set state = 'pending', closed_at = null, tries = 0, is_urgent = true, next_attempt_at = now() where id = $1`,
      [id],
    );
  }
}

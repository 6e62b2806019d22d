import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Config } from '#config';
import { actsOnEndpoint, covers, eventBody, territoriesWith } from '#domain';
import { WebhookDeliveryRepository, WebhookEndpointRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { CONFIG } from '../shared/config.js';
import { ByMoment, decodeCursor, toPage } from '../shared/page.js';
import { sourceOf } from './source-of.js';
import type {
  WebhookDeliveryDetails,
  WebhookDeliveryPage,
  WebhookDeliveryQuery,
  WebhookEndpoints,
} from './webhooks.schemas.js';

/** Endpoints and deliveries of the reader's territories. No secret is within reach here. */
@Injectable()
export class WebhookReader {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async endpoints(actor: SignedIn): Promise<z.infer<typeof WebhookEndpoints>> {
    const rows = await new WebhookEndpointRepository(this.database.manager).list(
      territoriesWith(actor, 'webhook:read'),
    );
    return rows.map((row) => ({
      ...row,
      types: row.types as z.infer<typeof WebhookEndpoints>[number]['types'],
      acts: mayManage(actor, row.territoryCode) ? [...actsOnEndpoint(row.state)] : [],
    }));
  }

  async deliveries(actor: SignedIn, query: WebhookDeliveryQuery): Promise<z.infer<typeof WebhookDeliveryPage>> {
    const { limit, cursor, sort, ...filter } = query;
    const after = decodeCursor(cursor, ByMoment);
    const deliveries = new WebhookDeliveryRepository(this.database.manager);
    const scopes = territoriesWith(actor, 'webhook:read');
    const rows = await deliveries.page(scopes, filter, { limit: limit + 1, sort, after });
    const { rows: shown, next } = toPage(rows, limit, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }));
    return { rows: shown.map((row) => ({ ...row, type: row.type as DeliveryType })), next };
  }

  /** With the body as it is sent and every attempt. Throws WEBHOOK_DELIVERY_UNKNOWN. */
  async delivery(actor: SignedIn, id: string): Promise<z.infer<typeof WebhookDeliveryDetails>> {
    const deliveries = new WebhookDeliveryRepository(this.database.manager);
    const { fact, ...row } = await deliveries.find(id, territoriesWith(actor, 'webhook:read'));
    return {
      ...{ ...row, type: row.type as DeliveryType },
      body: eventBody(fact, sourceOf(this.config)),
      tries: await deliveries.attempts(id),
      mayRepeat: row.endpointState === 'active' && mayManage(actor, row.territoryCode),
    };
  }
}

type DeliveryType = z.infer<typeof WebhookDeliveryDetails>['type'];

const mayManage = (actor: SignedIn, territoryCode: string): boolean =>
  territoriesWith(actor, 'webhook:manage').some((scope) => covers(scope, territoryCode));

import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { WebhookCarrier } from '#channels';
import type { Config } from '#config';
import { eventBody, NATION } from '#domain';
import {
  AuditRepository,
  type ClaimedDelivery,
  inTransaction,
  NotificationRepository,
  PersonVault,
  ProgrammeClockRepository,
  type SendingEndpoint,
  WebhookSendingRepository,
  type WebhookTrouble,
} from '#persistence';
import { CONFIG } from '../shared/config.js';
import { sourceOf } from './source-of.js';

/** What carries deliveries to their receivers. */
export const WEBHOOK_CARRIER = Symbol('amanah:webhook-carrier');

/** What the workflow of an endpoint does next: it is over, waits for a moment, or, with null, until something comes. */
export type WebhookLook = { readonly isOver: true } | { readonly dueAt: string } | null;

const AT_ONCE = 5;
/** Then whoever has just ended or paused the endpoint is heard, and the workflow's step is over in time. */
const LONGEST_MS = 600_000;

/**
 * Brings facts to a receiver, the longest waiting first, a few at once. Anybody may look; rows say who has which delivery. It is sent outside of any transaction and
 * marked after: when the outcome is unknown it is sent again under the same id. So every fact arrives at least once, and whoever keeps ids drops the repeat.
 */
@Injectable()
export class SendWebhooks {
  private readonly logger = new Logger(SendWebhooks.name);

  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(WEBHOOK_CARRIER) private readonly carrier: WebhookCarrier,
  ) {}

  /** Sends until nothing is due, the endpoint rests, or it was a lot. */
  async look(endpointId: string, stopping?: AbortSignal): Promise<WebhookLook> {
    const sending = new WebhookSendingRepository(this.database.manager);
    const until = Date.now() + LONGEST_MS;
    for (;;) {
      const endpoint = await sending.endpoint(endpointId);
      if (endpoint === undefined || endpoint.state === 'ended') return { isOver: true };
      if (endpoint.state === 'paused') return null;
      const isTime = stopping?.aborted !== true && Date.now() < until;
      const claimed = isTime ? await sending.claim(endpointId, AT_ONCE) : [];
      if (claimed.length === 0) break;
      await Promise.all(claimed.map((delivery) => this.#carry(endpointId, endpoint, delivery)));
    }
    const next = await sending.next(endpointId);
    return next === undefined ? null : { dueAt: next.toISOString() };
  }

  async #carry(endpointId: string, endpoint: SendingEndpoint, delivery: ClaimedDelivery): Promise<void> {
    const { deliveryId, tries } = delivery;
    const startedAt = new Date();
    const content = { id: deliveryId, sentAt: startedAt, body: eventBody(delivery, sourceOf(this.config)) };
    const outcome = await this.carrier.send(endpoint.url, content, this.#secretsOf(endpoint));
    const { verdict, status, failure, answer } = outcome;
    const durationMs = Date.now() - startedAt.getTime();
    if (verdict !== 'delivered') {
      this.logger.warn({ endpointId, deliveryId, tries, status, failure }, 'a webhook was not taken');
    }
    await inTransaction(this.database, async (manager) => {
      const attempt = { deliveryId, startedAt, durationMs, status, failure, answer };
      const trouble = await new WebhookSendingRepository(manager).keep(endpointId, tries, verdict, attempt);
      if (trouble !== undefined) await tell(manager, endpointId, endpoint, trouble);
    });
  }

  #secretsOf({ secretSealed, formerSealed }: SendingEndpoint): string[] {
    const sealed = formerSealed === null ? [secretSealed] : [secretSealed, formerSealed];
    return sealed.map((one) => this.vault.openBytes(one).toString('utf8'));
  }
}

/** The office of the endpoint and the operators hear of it, once a day of each kind; what the machine did to the endpoint is in the trail. */
async function tell(
  manager: EntityManager,
  endpointId: string,
  { territoryCode }: SendingEndpoint,
  trouble: WebhookTrouble,
): Promise<void> {
  const today = await new ProgrammeClockRepository(manager).today();
  const owner = territoryCode === NATION ? ('programme_officer' as const) : ('dinsos_head' as const);
  const letter = {
    ...{ kind: 'webhook.trouble' as const, key: `webhook:${endpointId}:${trouble}:${today}` },
    ...{ taskId: null, officerIds: null, territory: territoryCode, details: { event: trouble, territoryCode } },
  };
  const letters = [owner, 'operator' as const].map((role) => ({ ...letter, role }));
  await new NotificationRepository(manager).tellAll(letters);
  if (trouble === 'given_up') return;
  await new AuditRepository(manager).note({
    ...{ action: `webhook-endpoint.${trouble === 'gone' ? 'ended' : 'paused'}` },
    ...{ subjectType: 'webhook_endpoint', subjectId: endpointId, territoryCode, details: { cause: trouble } },
  });
}

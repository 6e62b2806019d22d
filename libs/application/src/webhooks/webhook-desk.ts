import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newWebhookSecret } from '#channels';
import type { Config } from '#config';
import {
  actsOnEndpoint,
  covers,
  DomainError,
  type EndpointAct,
  faultOfAddress,
  isRegionCode,
  NATION,
  territoriesWith,
} from '#domain';
import { PersonVault, territoryNames, WebhookDeliveryRepository, WebhookEndpointRepository } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { CONFIG } from '../shared/config.js';
import type { NewWebhookEndpoint, WebhookSecret } from './webhooks.schemas.js';

type Id = Promise<{ id: string }>;
const STATE_AFTER = { pause: 'paused', resume: 'active', end: 'ended' } as const;

/**
 * Receivers of other systems, looked after by the offices that know them. Every act is in the trail. A secret is answered with once and kept sealed; the
 * receipt of the command does not have it, so that the same request again is answered without.
 */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly commands: Commands,
    private readonly vault: PersonVault,
    @Inject(CONFIG) private readonly config: Pick<Config, 'sandbox'>,
  ) {}

  /** Throws WEBHOOK_PLACE outside the officer's territory, WEBHOOK_ADDRESS. */
  async register(context: CommandContext, wanted: NewWebhookEndpoint): Promise<WebhookSecret> {
    const secret = newWebhookSecret();
    return this.#withSecret(secret, (keep) =>
      this.commands.run(context, 'webhook-endpoint:register', wanted, async (manager) => {
        await this.#demandPlaceAndAddress(manager, context, wanted);
        const { territoryCode, name, url } = wanted;
        const types = [...new Set(wanted.types)].sort();
        const id = await new WebhookEndpointRepository(manager).add({
          ...{ territoryCode, name, url, types, createdBy: context.actor.officerId },
          secretSealed: this.#sealed(secret),
        });
        await noted(manager, context, 'registered', id, territoryCode, { name, host: new URL(url).host, types });
        keep();
        return { id };
      }),
    );
  }

  /** Another secret; the one of before signs beside it for a day. Throws WEBHOOK_ENDPOINT_UNKNOWN, WEBHOOK_ENDPOINT_STATE. */
  async rotate(context: CommandContext, id: string): Promise<WebhookSecret> {
    const secret = newWebhookSecret();
    return this.#withSecret(secret, (keep) =>
      this.#act(context, id, 'rotate', async (endpoints) => {
        await endpoints.rotate(id, this.#sealed(secret));
        keep();
        return { id };
      }),
    );
  }

  /** What is due while it is paused waits; what waits when it ends is dropped. Throws WEBHOOK_ENDPOINT_UNKNOWN, WEBHOOK_ENDPOINT_STATE. */
  async change(context: CommandContext, id: string, act: keyof typeof STATE_AFTER): Id {
    return this.#act(context, id, act, async (endpoints) => {
      await endpoints.become(id, STATE_AFTER[act], 'officer');
      return { id };
    });
  }

  /** Sends a fact that tells of nothing. Answers with its delivery. Throws WEBHOOK_ENDPOINT_UNKNOWN, WEBHOOK_ENDPOINT_STATE. */
  async ping(context: CommandContext, id: string): Id {
    return this.#act(context, id, 'ping', async (endpoints, territoryCode) => ({
      id: await endpoints.ping(id, territoryCode),
    }));
  }

  /** Sends a delivery again, under the same id. Throws WEBHOOK_DELIVERY_UNKNOWN, WEBHOOK_ENDPOINT_STATE. */
  async repeat(context: CommandContext, deliveryId: string): Id {
    return this.commands.run(context, `webhook-delivery:repeat:${deliveryId}`, {}, async (manager) => {
      const deliveries = new WebhookDeliveryRepository(manager);
      const scopes = territoriesWith(context.actor, 'webhook:manage');
      const { endpointId } = await deliveries.find(deliveryId, scopes);
      const endpoints = new WebhookEndpointRepository(manager);
      const { state, territoryCode } = await endpoints.lock(endpointId, scopes);
      if (state !== 'active') throw wrongState(state);
      await deliveries.repeat(deliveryId);
      await endpoints.wake(endpointId);
      await noted(manager, context, 'repeated', endpointId, territoryCode, { deliveryId });
      return { id: deliveryId };
    });
  }

  async #act<Answer>(
    context: CommandContext,
    id: string,
    act: EndpointAct,
    work: (endpoints: WebhookEndpointRepository, territoryCode: string) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(context, `webhook-endpoint:${act}:${id}`, {}, async (manager) => {
      const endpoints = new WebhookEndpointRepository(manager);
      const { state, territoryCode } = await endpoints.lock(id, territoriesWith(context.actor, 'webhook:manage'));
      if (!actsOnEndpoint(state).includes(act)) throw wrongState(state);
      const answer = await work(endpoints, territoryCode);
      await noted(manager, context, PAST[act], id, territoryCode, {});
      return answer;
    });
  }

  async #demandPlaceAndAddress(
    manager: EntityManager,
    { actor }: CommandContext,
    { territoryCode, url }: NewWebhookEndpoint,
  ): Promise<void> {
    const isKnown =
      territoryCode === NATION ||
      (isRegionCode(territoryCode) && (await territoryNames(manager, [territoryCode])).has(territoryCode));
    if (!isKnown || !territoriesWith(actor, 'webhook:manage').some((scope) => covers(scope, territoryCode))) {
      throw new DomainError('WEBHOOK_PLACE', 'outside the officer’s territory', { field: 'territoryCode' });
    }
    const fault = faultOfAddress(url, this.config.sandbox);
    if (fault !== undefined) {
      throw new DomainError('WEBHOOK_ADDRESS', 'nothing may be sent to this address', { field: 'url', fault });
    }
  }

  /** The secret, unless the work was done before and only its answer is repeated. */
  async #withSecret(secret: string, work: (keep: () => void) => Id): Promise<WebhookSecret> {
    const kept: { secret: string | null } = { secret: null };
    const { id } = await work(() => {
      kept.secret = secret;
    });
    return { id, secret: kept.secret };
  }

  #sealed(secret: string): Buffer {
    return this.vault.sealBytes(Buffer.from(secret, 'utf8'));
  }
}

const PAST = { pause: 'paused', resume: 'resumed', end: 'ended', ping: 'pinged', rotate: 'rotated' } as const;

const wrongState = (state: string): DomainError =>
  new DomainError('WEBHOOK_ENDPOINT_STATE', 'not in the state of the endpoint', { endpointState: state });

async function noted(
  manager: EntityManager,
  context: CommandContext,
  done: (typeof PAST)[EndpointAct] | 'registered' | 'repeated',
  subjectId: string,
  territoryCode: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const action = `webhook-endpoint.${done}`;
  await noteBy(manager, context, { action, subjectType: 'webhook_endpoint', subjectId, territoryCode, details });
}

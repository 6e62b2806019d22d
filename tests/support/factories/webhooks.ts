import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { SendWebhooks, type WebhookLook } from '#application';
import { newWebhookSecret, type SignedContent, type WebhookCarrier, type WebhookOutcome } from '#channels';
import { WEBHOOK_FACTS } from '#domain';
import { PersonVault, rowsOf, WebhookEndpointRepository } from '#persistence';
import { anOfficer } from './officers.js';

const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });

export interface MadeEndpoint {
  readonly id: string;
  readonly secret: string;
}

/** A receiver that waits for everything in a territory. */
export async function anEndpoint(
  database: DataSource,
  { territoryCode = '32.75', types = WEBHOOK_FACTS }: { territoryCode?: string; types?: readonly string[] } = {},
): Promise<MadeEndpoint> {
  const { officerId } = await anOfficer(database.manager, 'operator');
  const secret = newWebhookSecret();
  const id = await new WebhookEndpointRepository(database.manager).add({
    ...{ territoryCode, types, name: 'Sistem keuangan kota', url: 'https://receiver.example.go.id/hook' },
    ...{ secretSealed: vault.sealBytes(Buffer.from(secret)), createdBy: officerId },
  });
  return { id, secret };
}

export interface KnownFact {
  type: string;
  subjectId: string;
  territoryCode: string;
  data: Record<string, unknown>;
}

/** What is on its way to an endpoint, in the order in which it happened. */
export const factsFor = (database: DataSource, { id }: MadeEndpoint): Promise<KnownFact[]> =>
  rowsOf<KnownFact>(
    database.manager,
    `select f.type, f.subject_id as "subjectId", f.territory_code as "territoryCode", f.data
       from webhook_delivery d join webhook_fact f on f.id = d.fact_id where d.endpoint_id = $1 order by d.created_at, f.id`,
    [id],
  );

export const TAKEN: WebhookOutcome = { verdict: 'delivered', status: 200, failure: null, answer: 'ok' };
export const AWAY: WebhookOutcome = { verdict: 'away', status: null, failure: 'ECONNREFUSED', answer: '' };
export const REFUSED: WebhookOutcome = { verdict: 'refused', status: 400, failure: null, answer: 'no' };
export const GONE: WebhookOutcome = { verdict: 'gone', status: 410, failure: null, answer: '' };

/** A receiver that answers as a spec says, and remembers what came. */
export class FakeReceiver implements WebhookCarrier {
  readonly received: { readonly content: SignedContent; readonly secrets: readonly string[] }[] = [];
  answer: (body: string) => WebhookOutcome = () => TAKEN;

  constructor(private readonly database: DataSource) {
    Logger.overrideLogger(false);
  }

  send(_url: string, content: SignedContent, secrets: readonly string[]): Promise<WebhookOutcome> {
    this.received.push({ content, secrets });
    return Promise.resolve(this.answer(content.body));
  }

  /** Looks as the endpoint's workflow does. */
  look({ id }: MadeEndpoint): Promise<WebhookLook> {
    return new SendWebhooks(this.database, vault, { publicUrl: 'https://amanah.example.go.id' }, this).look(id);
  }

  /** As if so much time had passed that everything tried before is due again. */
  async later({ id }: MadeEndpoint): Promise<void> {
    await this.database.query(
      `update webhook_delivery set next_attempt_at = now() where endpoint_id = $1 and state = 'pending' and tries > 0`,
      [id],
    );
  }
}

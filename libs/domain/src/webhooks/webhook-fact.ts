/** Facts that other systems wait for. Database triggers name them, too: `webhook-facts.spec.ts` compares. */
export const WEBHOOK_FACTS = [
  'decree.ratified',
  'order.sent',
  'order.settled',
  'order.refused',
  'case.opened',
  'case.closed',
  'report.submitted',
  'report.accepted',
] as const;
export type WebhookFact = (typeof WEBHOOK_FACTS)[number];

/** Sent by hand to try a receiver; tells of nothing. */
export const WEBHOOK_PING = 'webhook.ping';

/** A fact as it is kept: ids, codes, amounts and dates; nothing of a family or an officer. */
export interface KeptFact {
  readonly id: string;
  readonly type: string;
  readonly subjectId: string;
  readonly occurredAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

const VERSION = 'v1';

/** The name by which receivers know a fact; another shape of its data gets another version. */
export const eventType = (fact: string): string => `id.amanah.${fact}.${VERSION}`;

/**
 * The fact in its envelope (CloudEvents 1.0, structured mode). The same fact is the same text each time: whoever kept it may compare.
 * `source` says which installation speaks.
 */
export const eventBody = ({ id, type, subjectId, occurredAt, data }: KeptFact, source: string): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source,
    type: eventType(type),
    time: occurredAt.toISOString(),
    subject: subjectId,
    datacontenttype: 'application/json',
    data,
  });

import { z } from 'zod';
import { DELIVERY_STATES, ENDPOINT_ACTS, ENDPOINT_CAUSES, ENDPOINT_STATES, WEBHOOK_FACTS, WEBHOOK_PING } from '#domain';
import { cleanText } from '#files';
import { DELIVERY_SORTS } from '#persistence';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

const Fact = z.enum(WEBHOOK_FACTS);
const Type = z.enum([...WEBHOOK_FACTS, WEBHOOK_PING]);

export const NewWebhookEndpoint = z
  .strictObject({
    name: z.string().overwrite(cleanText).trim().min(3).max(100),
    /** https; in a sandbox http to its own machine, too. */
    url: z.string().trim().max(500),
    territoryCode: z.string().max(13),
    types: z.array(Fact).min(1).max(WEBHOOK_FACTS.length),
  })
  .meta({ id: 'NewWebhookEndpoint' });
export type NewWebhookEndpoint = z.infer<typeof NewWebhookEndpoint>;

/** A secret is in the first answer alone; where the same request comes again it is null, and another one has to be made. */
export const WebhookSecret = z.object({ id: z.uuid(), secret: z.string().nullable() }).meta({ id: 'WebhookSecret' });
export type WebhookSecret = z.infer<typeof WebhookSecret>;

export const WebhookEndpoint = z
  .object({
    id: z.uuid(),
    territoryCode: z.string(),
    territoryName: z.string().nullable(),
    name: z.string(),
    url: z.string(),
    types: z.array(Fact),
    state: z.enum(ENDPOINT_STATES),
    /** Who or what brought it into its state. */
    cause: z.enum(ENDPOINT_CAUSES),
    /** Until then the secret of before signs as well. */
    formerUntil: instant().nullable(),
    /** Since then nothing is taken there. */
    awaySince: instant().nullable(),
    creator: z.string(),
    createdAt: instant(),
    pending: z.int(),
    givenUp: z.int(),
    deliveredAt: instant().nullable(),
    acts: z.array(z.enum(ENDPOINT_ACTS)),
  })
  .meta({ id: 'WebhookEndpoint' });
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

export const WebhookEndpoints = z.array(WebhookEndpoint).meta({ id: 'WebhookEndpoints' });

const delivery = {
  /** The id that the receiver sees, at each repeat the same. */
  id: z.uuid(),
  endpointId: z.uuid(),
  endpointName: z.string(),
  endpointState: z.enum(ENDPOINT_STATES),
  territoryCode: z.string(),
  type: Type,
  subjectId: z.uuid(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  lastStatus: z.int().nullable(),
  lastFailure: z.string().nullable(),
  nextAttemptAt: instant().nullable(),
  createdAt: instant(),
  closedAt: instant().nullable(),
};

export const WebhookDelivery = z.object(delivery).meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;
export const WebhookDeliveryPage = pageOf(WebhookDelivery).meta({ id: 'WebhookDeliveryPage' });

export const WebhookDeliveryQuery = PageQuery.extend({
  endpointId: z.uuid().optional(),
  state: z.enum(DELIVERY_STATES).optional(),
  type: Type.optional(),
  /** The beginning of the id of a delivery, of a fact, or of what it is about. */
  text: z
    .string()
    .trim()
    .regex(/^[0-9a-fA-F-]{1,36}$/)
    .optional(),
  sort: z.enum(DELIVERY_SORTS).default('newest'),
});
export type WebhookDeliveryQuery = z.infer<typeof WebhookDeliveryQuery>;

export const WebhookDeliveryDetails = z
  .object({
    ...delivery,
    /** As it is sent, byte by byte. */
    body: z.string(),
    tries: z.array(
      z.object({
        startedAt: instant(),
        durationMs: z.int(),
        status: z.int().nullable(),
        failure: z.string().nullable(),
        answer: z.string(),
      }),
    ),
    mayRepeat: z.boolean(),
  })
  .meta({ id: 'WebhookDeliveryDetails' });

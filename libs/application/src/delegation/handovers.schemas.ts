import { z } from 'zod';
import { HANDOVER_ITEM_STATES, HANDOVER_KINDS, HANDOVER_STATES, TASK_KINDS } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';
import { Refusal } from '../tasks/tasks.schemas.js';

const Counts = z.object({
  offered: z.number().int(),
  accepted: z.number().int(),
  refused: z.number().int(),
  stayed: z.number().int(),
  dropped: z.number().int(),
});

export const Handover = z
  .object({
    id: z.uuid(),
    fromOfficerId: z.uuid(),
    fromOfficer: z.string(),
    toOfficerId: z.uuid(),
    toOfficer: z.string(),
    /** The giver, or somebody of the office above. */
    offeredBy: z.string(),
    reason: z.string(),
    state: z.enum(HANDOVER_STATES),
    answerReason: z.string().nullable(),
    /** After this day the office above is reminded; nothing moves by itself. */
    dueOn: z.string(),
    offeredAt: instant(),
    closedAt: instant().nullable(),
    counts: Counts,
    /** Whether the reader may accept or refuse it now. */
    mayAnswer: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'Handover' });
export type Handover = z.infer<typeof Handover>;

export const Handovers = z.array(Handover).meta({ id: 'Handovers' });

export const HandoverItem = z
  .object({
    id: z.string(),
    kind: z.enum(HANDOVER_KINDS),
    state: z.enum(HANDOVER_ITEM_STATES),
    /** Why it stayed with the giver. */
    refusals: z.array(Refusal),
    taskId: z.uuid().nullable(),
    taskKind: z.enum(TASK_KINDS).nullable(),
    territoryName: z.string().nullable(),
    dueOn: z.string().nullable(),
    delegationId: z.uuid().nullable(),
    settledAt: instant().nullable(),
  })
  .meta({ id: 'HandoverItem' });
export type HandoverItem = z.infer<typeof HandoverItem>;
export const HandoverItems = pageOf(HandoverItem).meta({ id: 'HandoverItems' });
export const HandoverItemQuery = PageQuery;

export const OfGiver = z.object({ fromOfficerId: z.uuid().optional() });

/** What a pack would hold now, and who could receive it. */
export const HandoverContents = z
  .object({
    items: z.array(z.object({ kind: z.enum(HANDOVER_KINDS), items: z.number().int() })),
    receivers: z.array(z.object({ officerId: z.uuid(), fullName: z.string(), offices: z.array(z.string()) })),
    answerDays: z.number().int(),
  })
  .meta({ id: 'HandoverContents' });
export type HandoverContents = z.infer<typeof HandoverContents>;

export const OfferHandover = z
  .strictObject({
    toOfficerId: z.uuid(),
    reason: z.string().trim().min(5).max(500),
    /** Of an officer below who is absent; one's own pack without it. */
    fromOfficerId: z.uuid().optional(),
  })
  .meta({ id: 'OfferHandover' });
export type OfferHandover = z.infer<typeof OfferHandover>;

const ItemIds = z
  .array(z.string().regex(/^\d{1,18}$/))
  .min(1)
  .max(5000);

export const AcceptHandover = z
  .strictObject({
    /** Those that are accepted; the whole pack without it. */
    itemIds: ItemIds.optional(),
  })
  .meta({ id: 'AcceptHandover' });

export const RefuseHandover = z
  .strictObject({ reason: z.string().trim().min(5).max(500), itemIds: ItemIds.optional() })
  .meta({ id: 'RefuseHandover' });
export type RefuseHandover = z.infer<typeof RefuseHandover>;

export const HandoverAnswer = z
  .object({
    handover: Handover,
    accepted: z.number().int(),
    stayed: z.number().int(),
    dropped: z.number().int(),
    /** One for each item that did not move, with its reasons. */
    results: z.array(z.object({ itemId: z.string(), state: z.enum(HANDOVER_ITEM_STATES), refusals: z.array(Refusal) })),
  })
  .meta({ id: 'HandoverAnswer' });
export type HandoverAnswer = z.infer<typeof HandoverAnswer>;

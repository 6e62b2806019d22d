import { z } from 'zod';
import { BREAK_RESOLUTIONS, BREAK_TYPES, ENTITLEMENT_STATES, PAYMENT_CHANNELS } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf, rupiah } from '../shared/shapes.js';

export const Decree = z
  .object({
    id: z.uuid(),
    periodId: z.uuid(),
    cityCode: z.string(),
    rosterId: z.uuid(),
    version: z.number().int(),
    state: z.enum(['draft', 'ratified', 'void']),
    families: z.number().int(),
    amountRupiah: rupiah(),
    /** Of the families those who fetch their money at the post office. */
    postFamilies: z.number().int(),
    /** Families left out, by reason. */
    excluded: z.record(z.string(), z.number()),
    listHash: z.string(),
    number: z.string().nullable(),
    ratifiedAt: instant().nullable(),
  })
  .meta({ id: 'Decree' });

export const PaymentOrder = z
  .object({
    id: z.uuid(),
    periodId: z.uuid(),
    cityCode: z.string(),
    decreeId: z.uuid(),
    messageId: z.string(),
    families: z.number().int(),
    amountRupiah: rupiah(),
    listHash: z.string(),
    state: z.enum(['drafted', 'released', 'sent', 'refused', 'settled']),
    /** Which sending this is, from 1. */
    attempt: z.number().int(),
    /** The bank's reason for refusing the last sending whole. */
    refusalCode: z.string().nullable(),
    breakRound: z.number().int(),
    /** The order whose failed payments it makes again; null for a decree's own. */
    reissuesId: z.uuid().nullable(),
    /** Through how many orders its payments have gone, itself included. */
    generation: z.number().int(),
    /** Families who are paid to another account than the roster's. */
    newAccounts: z.number().int(),
    /** Into accounts, or in cash at the post office. */
    channel: z.enum(PAYMENT_CHANNELS),
    /** It goes its own way beside its city's first order: it makes failed payments again, or pays by the other channel. */
    isBeside: z.boolean(),
    /** The bank or post office that pays it; null where the rules of the programme say. */
    serviceName: z.string().nullable(),
    spmNumber: z.string().nullable(),
    sp2dNumber: z.string().nullable(),
    executionOn: z.string().nullable(),
    fileSha256: z.string().nullable(),
    sentAt: instant().nullable(),
    outstanding: z.number().int(),
    files: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.enum(['status', 'usage', 'return']),
        sha256: z.string(),
        rows: z.number().int(),
        summary: z.record(z.string(), z.number()),
        state: z.enum(['applied', 'refused']),
        /** Why the whole file was refused. */
        refusalCode: z.string().nullable(),
        refusalDetails: z.record(z.string(), z.unknown()).nullable(),
        appliedAt: instant(),
      }),
    ),
  })
  .meta({ id: 'PaymentOrder' });

export const OrderOnBoard = PaymentOrder.pick({
  id: true,
  cityCode: true,
  messageId: true,
  state: true,
  attempt: true,
  families: true,
  amountRupiah: true,
  spmNumber: true,
  sp2dNumber: true,
  executionOn: true,
})
  .extend({
    cityName: z.string().nullable(),
    /** Its payments have failed before, in another order. */
    isReissue: z.boolean(),
    /** When the bank's last file on it was taken in. */
    answeredAt: instant().nullable(),
    openBreaks: z.number().int(),
  })
  .meta({ id: 'OrderOnBoard' });
export type OrderOnBoard = z.infer<typeof OrderOnBoard>;

/** The name of who pays the order; `-` where the rules of the programme say. */
const payer = z.string().max(200).optional();
const text = z.string().trim().min(1).max(60).optional();

export const OrderPage = pageOf(OrderOnBoard).meta({ id: 'OrderPage' });
export const OrderQuery = PageQuery.extend({
  /** Comma-separated states, such as `sent,refused`. */
  states: z
    .string()
    .transform((states) => states.split(','))
    .pipe(z.array(PaymentOrder.shape.state))
    .optional(),
  /** A part of a message id, of a number of the SPM or the SP2D, or of a city's name. */
  text,
  sort: z.enum(['place', 'amount']).default('place'),
});
export type OrderQuery = z.infer<typeof OrderQuery>;

export const TreasuryReturn = z
  .object({
    id: z.uuid(),
    orderId: z.uuid(),
    /** 0 for the return at the deadline; early ones count from 1. */
    number: z.number().int(),
    state: z.enum(['drafted', 'held', 'sent', 'deposited', 'confirmed', 'overtaken']),
    families: z.number().int(),
    toKeepFamilies: z.number().int(),
    heldRupiah: rupiah(),
    listHash: z.string(),
    returnedFamilies: z.number().int().nullable(),
    depositedRupiah: rupiah().nullable(),
    depositedOn: z.string().nullable(),
    ntpn: z.string().nullable(),
    ntb: z.string().nullable(),
    instructedAt: instant().nullable(),
  })
  .meta({ id: 'TreasuryReturn' });

export const Break = z
  .object({
    id: z.string(),
    orderId: z.uuid(),
    endToEndId: z.string(),
    kpmCode: z.string().nullable(),
    familyCode: z.string().nullable(),
    type: z.enum(BREAK_TYPES),
    expectedRupiah: rupiah().nullable(),
    foundRupiah: rupiah().nullable(),
    owner: z.string(),
    dueOn: z.string(),
    state: z.enum(['open', 'settled']),
    /** The bank's own reason, where it gave one. */
    reason: z.string().nullable(),
    /** The bank's words, where they contradict each other. */
    said: z.array(z.object({ answer: z.string(), amountRupiah: rupiah().nullable() })).nullable(),
    /** How this type of break can be settled. */
    resolutions: z.array(z.enum(BREAK_RESOLUTIONS)),
    /** What is proposed, or was decided. */
    resolution: z.enum(BREAK_RESOLUTIONS).nullable(),
    isForPeople: z.boolean(),
    explanation: z.string().nullable(),
    isSettledByPeople: z.boolean(),
    openedAt: instant(),
    settledAt: instant().nullable(),
  })
  .meta({ id: 'Break' });

export type Break = z.infer<typeof Break>;

export const BreakPage = pageOf(Break).meta({ id: 'BreakPage' });
export const BreakQuery = PageQuery.extend({
  state: z.enum(['open', 'settled']).optional(),
  orderId: z.uuid().optional(),
  type: z.enum(BREAK_TYPES).optional(),
  /** A break's number, a family's code, or the number of its payment. */
  text,
  /** A kelurahan or what lies above it; a break without a family lies with its city. */
  territoryCode: z.string().max(13).optional(),
  /** The content of a bank's file that opened it, or that settled it. */
  openedBy: z.uuid().optional(),
  settledBy: z.uuid().optional(),
  payer,
  channel: z.enum(PAYMENT_CHANNELS).optional(),
  sort: z.enum(['number', 'due']).default('number'),
});
export type BreakQuery = z.infer<typeof BreakQuery>;

export const Entitlement = z
  .object({
    id: z.string(),
    kpmCode: z.string(),
    familyCode: z.string().nullable(),
    kelurahanCode: z.string(),
    kelurahanName: z.string().nullable(),
    amountRupiah: rupiah(),
    state: z.enum(ENTITLEMENT_STATES),
    reason: z.string().nullable(),
    endToEndId: z.string(),
    creditedOn: z.string().nullable(),
    transactedOn: z.string().nullable(),
  })
  .meta({ id: 'Entitlement' });

export type Entitlement = z.infer<typeof Entitlement>;

export const EntitlementPage = pageOf(Entitlement).meta({ id: 'EntitlementPage' });
export const EntitlementQuery = PageQuery.extend({
  territoryCode: z.string().max(13).optional(),
  payer,
  channel: z.enum(PAYMENT_CHANNELS).optional(),
  /** Only families of one order. */
  orderId: z.uuid().optional(),
  /** Why the payment failed; `-` where no reason was given. */
  reason: z.string().max(35).optional(),
  /** Only what lies unused although its last day of use has passed. */
  isIdle: z.literal('true').optional(),
  /** Comma-separated states, such as `held,returned`. */
  states: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(ENTITLEMENT_STATES)))
    .optional(),
});
export type EntitlementQuery = z.infer<typeof EntitlementQuery>;

import { z } from 'zod';
import { BREAK_RESOLUTIONS, BREAK_TYPES, REPAIR_ACTIONS } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf, rupiah } from '../shared/shapes.js';

const MAX_RESOLUTIONS = 500;
const MAX_EXPLANATION = 1_000;

const Explanation = z.string().trim().min(10).max(MAX_EXPLANATION);

export const NewResolutions = z.strictObject({
  resolutions: z
    .array(
      z.strictObject({
        breakId: z.string().regex(/^\d{1,18}$/),
        resolution: z.enum(BREAK_RESOLUTIONS),
        explanation: Explanation,
      }),
    )
    .min(1)
    .max(MAX_RESOLUTIONS),
});
export type NewResolutions = z.infer<typeof NewResolutions>;

/** What was written into a paper that is made in its task. */
export const PaperSaved = z.object({
  changed: z.int(),
  /** Of the paper as it stands now. */
  artefactHash: z.string(),
  savedAt: instant(),
});

export const NewRepairs = z.strictObject({
  repairs: z
    .array(
      z.strictObject({
        entitlementId: z.string().regex(/^\d{1,18}$/),
        action: z.enum(REPAIR_ACTIONS),
        /** Of the family, where the action is `new_account`: ten to sixteen digits. */
        accountNumber: z.string().trim().max(40).optional(),
        explanation: Explanation,
      }),
    )
    .max(MAX_RESOLUTIONS),
  /** The same for all with this reason of the bank (null: without one) that have nothing yet. */
  alike: z
    .strictObject({
      reason: z.string().max(35).nullable(),
      action: z.enum(['send_again', 'by_post', 'give_up']),
      explanation: Explanation,
    })
    .optional(),
});
export type NewRepairs = z.infer<typeof NewRepairs>;

export const FailedPayment = z
  .object({
    id: z.string(),
    kpmCode: z.string(),
    kelurahanCode: z.string(),
    kelurahanName: z.string().nullable(),
    amountRupiah: rupiah(),
    /** The bank's own reason, where it gave one. */
    reason: z.string().nullable(),
    /** What may be done about it. */
    actions: z.array(z.enum(REPAIR_ACTIONS)),
    /** What is put down in this round. */
    action: z.enum(REPAIR_ACTIONS).nullable(),
    explanation: z.string().nullable(),
  })
  .meta({ id: 'FailedPayment' });

export const FailedPaymentPage = pageOf(FailedPayment).meta({ id: 'FailedPaymentPage' });
export const FailedPaymentQuery = PageQuery;
export type FailedPaymentQuery = z.infer<typeof FailedPaymentQuery>;

/** What a bank file would do to an order; of rows and breaks the first 200, the moves and `breaksTotal` count all. */
export const BankFileEffects = z
  .object({
    file: z.string(),
    sha256: z.string(),
    order: z.string(),
    /** Of this content at this stand of the order. */
    basis: z.string(),
    refused: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
    moves: z.array(z.object({ from: z.string(), to: z.string(), families: z.number().int() })),
    rows: z.array(
      z.object({ endToEndId: z.string(), from: z.string(), to: z.string(), reason: z.string().nullable() }),
    ),
    breaksTotal: z.number().int(),
    breaks: z.array(
      z.object({
        endToEndId: z.string(),
        type: z.enum(BREAK_TYPES),
        state: z.enum(['open', 'settled']),
        expected: rupiah().nullable(),
        found: rupiah().nullable(),
      }),
    ),
    postings: z.array(z.object({ account: z.string(), families: z.number().int(), amountRupiah: rupiah() })),
    cases: z.object({ opens: z.number().int(), ends: z.number().int() }),
  })
  .meta({ id: 'BankFileEffects' });

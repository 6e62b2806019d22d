import { z } from 'zod';
import { BREAK_TYPES, PAYMENT_CHANNELS } from '#domain';
import { rupiah } from '../../shared/shapes.js';

const MOST_PERIODS = 12;

/** What one bank or post office did for a period in one channel. */
export const PayerScore = z
  .object({
    periodId: z.uuid(),
    months: z.array(z.string()),
    channel: z.enum(PAYMENT_CHANNELS),
    /** Its name; `-` where the rules of the programme say who pays. */
    payer: z.string(),
    /** Calendar days after which the policy of the period calls an answer late. */
    answerDays: z.int(),
    ordered: z.int(),
    orderedRupiah: rupiah(),
    /** Families whose money was paid in, whatever became of it since. */
    credited: z.int(),
    /** Families who were not paid by it, those paid elsewhere since too. */
    failed: z.int(),
    failedFor: z.array(z.object({ reason: z.string().nullable(), families: z.int() })),
    /** Paid in and not used, although the last day of use has passed. */
    idle: z.int(),
    idleRupiah: rupiah(),
    returned: z.int(),
    returnedRupiah: rupiah(),
    breaksOpened: z.int(),
    breaksOpen: z.int(),
    /** Days are calendar days until they were settled, or until now. */
    breaks: z.array(
      z.object({
        type: z.enum(BREAK_TYPES),
        opened: z.int(),
        open: z.int(),
        meanDays: z.number(),
        mostDays: z.number(),
      }),
    ),
    /** Files of ours that ask for an answer. */
    sent: z.int(),
    late: z.int(),
    answers: z.array(
      z.object({
        kind: z.enum(['order', 'usage_request', 'return_order']),
        sent: z.int(),
        answered: z.int(),
        late: z.int(),
        medianDays: z.number(),
        mostDays: z.int(),
      }),
    ),
  })
  .meta({ id: 'PayerScore' });
export type PayerScore = z.infer<typeof PayerScore>;

export const Scores = z.array(PayerScore).meta({ id: 'Scores' });
export const ScoreQuery = z.object({
  /** How many periods of the programme: this one, and those opened before it. */
  over: z.coerce.number().int().min(1).max(MOST_PERIODS).default(1),
  channel: z.enum(PAYMENT_CHANNELS).optional(),
  /** A part of a payer's name. */
  text: z.string().trim().min(1).max(60).optional(),
  sort: z.enum(['newest', 'late', 'failed', 'breaks', 'idle']).default('newest'),
});
export type ScoreQuery = z.infer<typeof ScoreQuery>;

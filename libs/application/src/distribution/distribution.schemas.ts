import { z } from 'zod';
import { BREAK_RESOLUTIONS, BREAK_TYPES } from '#domain';
import { instant, rupiah } from '../shared/shapes.js';

const MAX_RESOLUTIONS = 500;
const MAX_EXPLANATION = 1_000;

export const NewResolutions = z.strictObject({
  resolutions: z
    .array(
      z.strictObject({
        breakId: z.string().regex(/^\d{1,18}$/),
        resolution: z.enum(BREAK_RESOLUTIONS),
        explanation: z.string().trim().min(10).max(MAX_EXPLANATION),
      }),
    )
    .min(1)
    .max(MAX_RESOLUTIONS),
});
export type NewResolutions = z.infer<typeof NewResolutions>;

export const ResolutionsSaved = z.object({
  changed: z.int(),
  /** Of the paper as it stands now. */
  artefactHash: z.string(),
  savedAt: instant(),
});

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

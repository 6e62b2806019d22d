import { z } from 'zod';
import { CASE_SANCTION_KINDS, CASE_SANCTION_STATES, ROLE_NAMES, STAGES, TASK_KINDS } from '#domain';
import { instant, rupiah } from '../shared/shapes.js';

export const PaperHash = z.string().regex(/^[0-9a-fA-F]{64}$/);

export const SignedPaper = z
  .object({
    hash: z.string(),
    signatures: z.array(
      z.object({
        kind: z.enum(TASK_KINDS),
        stage: z.enum(STAGES),
        role: z.enum(ROLE_NAMES),
        outcome: z.string(),
        programme: z.string(),
        months: z.array(z.string()),
        territoryCode: z.string(),
        territoryName: z.string(),
        families: z.int(),
        amountRupiah: rupiah(),
        decidedAt: instant(),
      }),
    ),
    /** Letters of assignment with this hash: whether one stands, and nothing of who is sent. */
    assignments: z.array(
      z.object({
        number: z.string(),
        territoryName: z.string(),
        validFrom: z.string(),
        validTo: z.string(),
        isWithdrawn: z.boolean(),
      }),
    ),
    /** Letters to a family with this hash: whether what they say still holds, and nothing of the family. */
    letters: z.array(
      z.object({
        kind: z.enum(CASE_SANCTION_KINDS),
        state: z.enum(CASE_SANCTION_STATES),
        territoryName: z.string(),
        verifiedAt: instant(),
      }),
    ),
  })
  .meta({ id: 'SignedPaper' });

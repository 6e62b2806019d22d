import { z } from 'zod';
import { Refusal } from '../tasks.schemas.js';

export const WhyQuery = z.object({
  action: z.enum(['claim', 'release', 'prepare', 'decide']),
  taskId: z.uuid(),
  /** Which outcome of a decision; the first that the kind offers unless told. */
  outcome: z.enum(['submitted', 'approved', 'returned', 'refused']).optional(),
});
export type WhyQuery = z.infer<typeof WhyQuery>;

export const Why = z
  .object({
    allowed: z.boolean(),
    refusals: z.array(Refusal),
    /** Offices that could act instead; of the task's own role, five at most. */
    offices: z.array(z.string()),
    /** The mandate that the decision would name. */
    mandateId: z.uuid().nullable(),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof Why>;

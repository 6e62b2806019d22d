import { z } from 'zod';
import { BREAK_RESOLUTIONS } from '#domain';
import { instant } from '../shared/shapes.js';

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

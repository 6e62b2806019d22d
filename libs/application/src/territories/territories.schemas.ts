import { z } from 'zod';

export const RegionImportAnswer = z
  .object({
    sha256: z.string(),
    isApplied: z.boolean(),
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    /** Regions that stand and that the list lacks; none is deleted. */
    missing: z.number().int(),
    mistakes: z.number().int(),
    /** Mistakes, or where there are none what changes and what is missing; the first thousand. */
    issues: z.array(
      z.object({
        row: z.number().int().nullable(),
        column: z.string(),
        code: z.string(),
        details: z.record(z.string(), z.string()),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'RegionImport' });
export type RegionImportAnswer = z.infer<typeof RegionImportAnswer>;

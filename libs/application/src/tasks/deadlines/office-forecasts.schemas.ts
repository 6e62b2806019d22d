import { z } from 'zod';
import { ROLE_NAMES } from '#domain';

export const OfficeForecasts = z
  .array(
    z.object({
      role: z.enum(ROLE_NAMES),
      territoryCode: z.string(),
      territoryName: z.string().nullable(),
      open: z.number().int(),
      late: z.number().int(),
      families: z.number().int(),
      lastDueOn: z.string().nullable(),
      /** Decided per working day of the last ten. */
      perWorkingDay: z.number(),
      finishesOn: z.string().nullable(),
      isLate: z.boolean(),
    }),
  )
  .meta({ id: 'OfficeForecasts' });
export type OfficeForecasts = z.infer<typeof OfficeForecasts>;

import { z } from 'zod';
import { instant, rupiah } from '../shared/shapes.js';
import { proposalShape, RefusalOfProposal } from '../shared/proposals.js';

const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

export const StipendLineView = z
  .object({
    officer: z.string(),
    placeCode: z.string(),
    place: z.string(),
    /** Days of the month on which the post was held. */
    servedDays: z.int(),
    /** Visits recorded in the month. */
    visits: z.int(),
    serviceRupiah: rupiah(),
    visitsRupiah: rupiah(),
    totalRupiah: rupiah(),
  })
  .meta({ id: 'StipendLine' });

export const StipendStatement = z
  .object({
    id: z.uuid(),
    programme: z.string(),
    cityCode: z.string(),
    cityName: z.string().nullable(),
    month: Month,
    version: z.int(),
    monthRupiah: rupiah(),
    visitRupiah: rupiah(),
    lines: z.array(StipendLineView),
    totalRupiah: rupiah(),
    contentHash: z.string(),
    state: z.enum(['proposed', 'approved', 'refused', 'withdrawn']),
    ...proposalShape,
  })
  .meta({ id: 'StipendStatement' });

export const Stipends = z
  .object({
    programmes: z.array(z.string()),
    /** Cities that the reader may state a month for. */
    cities: z.array(z.object({ code: z.string(), name: z.string() })),
    /** The last month that is over. */
    lastMonth: Month,
    statements: z.array(StipendStatement),
  })
  .meta({ id: 'Stipends' });

export const OwnStipends = z
  .array(
    z.object({
      month: Month,
      version: z.int(),
      programme: z.string(),
      approvedAt: instant().nullable(),
      line: StipendLineView,
    }),
  )
  .meta({ id: 'OwnStipends' });

export const NewStipendStatement = z
  .strictObject({ programme: z.string().min(1).max(40), cityCode: z.string().regex(/^\d{2}\.\d{2}$/), month: Month })
  .meta({ id: 'NewStipendStatement' });
export type NewStipendStatement = z.infer<typeof NewStipendStatement>;

export const StipendRefusal = RefusalOfProposal.meta({ id: 'StipendRefusal' });
export type StipendRefusal = z.infer<typeof StipendRefusal>;

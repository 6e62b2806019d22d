import { z } from 'zod';
import { instant, rupiah } from '../shared/shapes.js';

const Measure = z.object({ families: z.number().int(), amountRupiah: rupiah() });

const Line = z.object({
  territoryCode: z.string(),
  name: z.string(),
  allocated: Measure,
  credited: Measure,
  transacted: Measure,
  notTransacted: Measure,
  failed: Measure,
  returned: Measure,
});

export const ReportContent = z.object({
  programme: z.string(),
  period: z.string(),
  months: z.array(z.string()),
  tier: z.enum(['kecamatan', 'city', 'period']),
  territoryCode: z.string(),
  territoryName: z.string(),
  total: Line,
  unallocated: Measure,
  pending: Measure,
  unreconciled: Measure,
  held: Measure,
  firstDifferenceRupiah: rupiah(),
  secondDifferenceRupiah: rupiah(),
  lines: z.array(Line),
  reasons: z.array(z.object({ reason: z.string(), families: z.number().int(), amountRupiah: rupiah() })),
  ntpn: z.string().nullable(),
});

export const Report = z
  .object({
    id: z.uuid(),
    periodId: z.uuid(),
    cityCode: z.string(),
    tier: z.enum(['kecamatan', 'city', 'period']),
    territoryCode: z.string(),
    contentHash: z.string(),
    builtAt: instant(),
    content: ReportContent,
  })
  .meta({ id: 'Report' });

export const Reports = z.array(Report.omit({ content: true })).meta({ id: 'Reports' });

import { z } from 'zod';
import { Measure } from '../periods/periods.schemas.js';
import { instant, rupiah } from '../shared/shapes.js';

/** What a territory's money has come to; the six parts and the remainder are what was allocated. */
export const TerritoryFigures = z
  .object({
    allocated: Measure,
    /** An order was made for them, whatever became of it since. */
    ordered: Measure,
    /** The bank has paid it in, whatever became of it since. */
    credited: Measure,
    transacted: Measure,
    notTransacted: Measure,
    pending: Measure,
    failed: Measure,
    unreconciled: Measure,
    unallocated: Measure,
    returned: Measure,
    /** Allocated and in none of the parts: nothing, or something to explain. */
    remainder: Measure,
  })
  .meta({ id: 'TerritoryFigures' });

const Place = z.object({ territoryCode: z.string(), name: z.string() });
const Counts = z.object({ figures: TerritoryFigures, openCases: z.int(), openBreaks: z.int() });

export const DashboardPart = Place.extend(Counts.shape)
  .extend({
    /** The same place in the period before; null where it had nothing, or there is none. */
    before: TerritoryFigures.nullable(),
  })
  .meta({ id: 'DashboardPart' });
export type DashboardPart = z.infer<typeof DashboardPart>;

/** When the money will have been used, should families go on as in the days that it looks back on. */
const BurnForecast = z.object({
  /** Whole days that the pace comes from, and what ended on each in the mean. */
  days: z.int(),
  perDay: z.number(),
  /** The days on which nothing is left, in four of five cases between the first and the last; null beyond a year. */
  earliest: z.string().nullable(),
  likely: z.string().nullable(),
  latest: z.string().nullable(),
  isInTime: z.enum(['yes', 'no', 'unsure']),
  /** Families left at the end of each day to the deadline. */
  band: z.array(z.object({ on: z.string(), least: z.int(), middle: z.int(), most: z.int() })),
});

/** A territory in a period: whether it adds up, which part is worst, why, whether time suffices, and what has changed. */
export const Dashboard = Place.extend(Counts.shape)
  .extend({
    at: instant(),
    months: z.array(z.string()),
    /** From the nation down to this one; those that the reader may not open say so. */
    trail: z.array(Place.extend({ isReaders: z.boolean() })),
    /** The level of the parts; null where there is none below. */
    partsAre: z.enum(['province', 'city', 'kecamatan', 'kelurahan']).nullable(),
    parts: z.array(DashboardPart),
    /** Open cases by what was found, the most frequent first. */
    reasons: z.array(z.object({ reason: z.string(), families: z.int(), amountRupiah: rupiah() })),
    /** Money unused in accounts at the end of each day on which that changed. */
    unused: z.array(
      z.object({
        on: z.string(),
        families: z.int(),
        amountRupiah: rupiah(),
        /** Families whose money was used or returned on that day. */
        ended: z.int(),
      }),
    ),
    /** The first and the last day on which money may be used; null before an order was released. */
    deadlines: z.object({ first: z.string(), last: z.string() }).nullable(),
    /** Null where nothing is unused, the last day is past or not known, or there is a reason why not. */
    forecast: BurnForecast.nullable(),
    noForecast: z.enum(['few_days', 'still']).nullable(),
    /** The period before of the same programme. */
    before: z.object({ periodId: z.uuid(), months: z.array(z.string()), figures: TerritoryFigures }).nullable(),
  })
  .meta({ id: 'Dashboard' });

export const DashboardQuery = z.object({
  territory: z
    .string()
    .regex(/^(ID|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)$/)
    .default('ID'),
});
export type DashboardQuery = z.infer<typeof DashboardQuery>;

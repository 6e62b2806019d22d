import { z } from 'zod';
import {
  CONFIDENCES,
  LEAST_MARGIN,
  MOST_MARGIN,
  RECEIPTS,
  SPOT_ANSWERS,
  SPOT_CHECK_STATES,
  SPOT_MEASURES,
  UNREACHED_REASONS,
} from '#domain';
import { cleanText } from '#files';
import { SPOT_FAMILY_VIEWS } from '#persistence';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

const City = z.string().regex(/^\d{2}\.\d{2}$/);
const Kecamatan = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/);
const confidence = z.union(CONFIDENCES.map((one) => z.literal(one)));
const margin = z.int().min(LEAST_MARGIN).max(MOST_MARGIN);
/** More families than the office can visit are no use. */
const mostVisits = z.int().min(1).max(1_000_000).optional();

export const SpotPlanQuery = z.object({
  periodId: z.uuid(),
  cityCode: City,
  confidence: z.coerce.number().pipe(confidence),
  margin: z.coerce.number().pipe(margin),
  mostVisits: z.coerce.number().pipe(z.int().min(1).max(1_000_000)).optional(),
});
export type SpotPlanQuery = z.infer<typeof SpotPlanQuery>;

const Stratum = z.object({ code: z.string(), name: z.string(), population: z.number(), sample: z.number() });

/** What a draw would be, before it is one. */
export const SpotPlan = z
  .object({
    population: z.number(),
    sample: z.number(),
    /** The margin in points that this sample reaches. */
    reached: z.number(),
    strata: z.array(Stratum),
  })
  .meta({ id: 'SpotPlan' });
export type SpotPlan = z.infer<typeof SpotPlan>;

export const SpotDraw = z
  .strictObject({
    periodId: z.uuid(),
    cityCode: City,
    confidence,
    margin,
    mostVisits,
    /** Drawn by lot where none is given. With the same one, the same families are the same sample. */
    seed: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{4,40}$/)
      .optional(),
    closesOn: z.iso.date(),
    /** Families of a kecamatan, where it is to have another number than its share. */
    sizes: z.record(Kecamatan, z.int().min(0).max(1_000_000)).default({}),
  })
  .meta({ id: 'SpotDraw' });
export type SpotDraw = z.infer<typeof SpotDraw>;

export const DrawnSpotCheck = z.object({ id: z.uuid() }).meta({ id: 'DrawnSpotCheck' });

const Row = z.object({
  id: z.uuid(),
  periodId: z.uuid(),
  months: z.array(z.string()),
  cityCode: z.string(),
  cityName: z.string(),
  confidence,
  margin: z.number(),
  seed: z.string(),
  state: z.enum(SPOT_CHECK_STATES),
  population: z.number(),
  sample: z.number(),
  answered: z.number(),
  closesOn: z.string(),
  /** The day is past and nobody has closed it. */
  isLate: z.boolean(),
  drawer: z.string(),
  drawnAt: instant(),
  closedAt: instant().nullable(),
});
export const SpotCheckPage = pageOf(Row).meta({ id: 'SpotCheckPage' });
export const SpotCheckQuery = PageQuery.extend({
  state: z.enum(SPOT_CHECK_STATES).optional(),
  text: z.string().trim().max(60).optional(),
  periodId: z.uuid().optional(),
});
export type SpotCheckQuery = z.infer<typeof SpotCheckQuery>;

const Measured = z.object({
  measure: z.enum(SPOT_MEASURES),
  /** Families that gave an answer other than "not known", and those of them that said yes. */
  known: z.number(),
  yes: z.number(),
  /** Parts of one; absent while a kecamatan has no answer. */
  estimate: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Kecamatan without an answer. */
  missing: z.array(z.string()),
});

export const SpotCheckDetails = Row.extend({
  strata: z.array(
    Stratum.extend({
      toVisit: z.number(),
      answered: z.number(),
      unreached: z.number(),
      replaced: z.number(),
    }),
  ),
  estimates: z.array(Measured),
  mayVisit: z.boolean(),
  mayClose: z.boolean(),
}).meta({ id: 'SpotCheckDetails' });
export type SpotCheckDetails = z.infer<typeof SpotCheckDetails>;

const Family = z.object({
  id: z.string(),
  kpmCode: z.string(),
  familyCode: z.string().nullable(),
  nikMasked: z.string(),
  stratumCode: z.string(),
  kelurahanCode: z.string(),
  kelurahanName: z.string().nullable(),
  rtRw: z.string().nullable(),
  position: z.number(),
  isReplacement: z.boolean(),
  isReplaced: z.boolean(),
  receipt: z.enum(RECEIPTS).nullable(),
  usedForFood: z.enum(SPOT_ANSWERS).nullable(),
  ownControl: z.enum(SPOT_ANSWERS).nullable(),
  fairPrice: z.enum(SPOT_ANSWERS).nullable(),
  unreached: z.enum(UNREACHED_REASONS).nullable(),
  note: z.string().nullable(),
  visitedOn: z.string().nullable(),
  visitor: z.string().nullable(),
});
export const SpotFamilyPage = pageOf(Family).meta({ id: 'SpotFamilyPage' });
export const SpotFamilyQuery = PageQuery.extend({ view: z.enum(SPOT_FAMILY_VIEWS).optional() });
export type SpotFamilyQuery = z.infer<typeof SpotFamilyQuery>;

const visit = { visitedOn: z.iso.date(), note: z.string().overwrite(cleanText).trim().max(500).default('') };
/** What the family said, or why nobody could be spoken to. */
export const SpotResult = z
  .union([
    z.strictObject({
      receipt: z.enum(RECEIPTS),
      usedForFood: z.enum(SPOT_ANSWERS),
      ownControl: z.enum(SPOT_ANSWERS),
      fairPrice: z.enum(SPOT_ANSWERS),
      ...visit,
    }),
    z.strictObject({ unreached: z.enum(UNREACHED_REASONS), ...visit }),
  ])
  .meta({ id: 'SpotResult' });
export type SpotResult = z.infer<typeof SpotResult>;

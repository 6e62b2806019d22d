import { z } from 'zod';
import { CASE_MEASURE_KINDS, CASE_MEASURE_STATES } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf, rupiah } from '../shared/shapes.js';

export const CASE_MEASURE_ACTS = ['approve', 'refuse', 'release', 'return'] as const;
export type CaseMeasureAct = (typeof CASE_MEASURE_ACTS)[number];

export const CaseMeasure = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    kind: z.enum(CASE_MEASURE_KINDS),
    kpmCode: z.string(),
    familyCode: z.string().nullable(),
    kelurahanCode: z.string(),
    kelurahanName: z.string().nullable(),
    amountRupiah: rupiah(),
    /** In the words of the period's policy; null for an early return, and for who may not read it. */
    ground: z.string().nullable(),
    /** The last day of a hold. */
    untilOn: z.string().nullable(),
    /** The last day on which the family may use its money. */
    deadlineOn: z.string(),
    state: z.enum(CASE_MEASURE_STATES),
    decider: z.string(),
    /** By when a second person approves it; else it lapses. */
    dueOn: z.string(),
    verifier: z.string().nullable(),
    verifiedAt: instant().nullable(),
    /** The last day on which the family may use what was released to it. */
    useUntil: z.string().nullable(),
    ender: z.string().nullable(),
    reason: z.string().nullable(),
    /** The return order on which the money goes back. */
    returnId: z.uuid().nullable(),
    /** What the reader may do with it now. */
    acts: z.array(z.enum(CASE_MEASURE_ACTS)),
  })
  .meta({ id: 'CaseMeasure' });
export const CaseMeasurePage = pageOf(CaseMeasure).meta({ id: 'CaseMeasurePage' });

export const CaseMeasureQuery = PageQuery.extend({ state: z.enum(CASE_MEASURE_STATES).optional() });
export type CaseMeasureQuery = z.infer<typeof CaseMeasureQuery>;

/** One act on one or many at once, all of them or none. Why, in words without personal data: needed for every act but `approve`. */
export const ActOnCaseMeasures = z
  .strictObject({
    act: z.enum(CASE_MEASURE_ACTS),
    ids: z.array(z.uuid()).min(1).max(500),
    reason: z.string().trim().min(5).max(1000).optional(),
  })
  .refine(({ act, reason }) => act === 'approve' || reason !== undefined, { path: ['reason'] })
  .meta({ id: 'ActOnCaseMeasures' });
export type ActOnCaseMeasures = z.infer<typeof ActOnCaseMeasures>;

import { z } from 'zod';
import { DOUBT_DECISIONS, DOUBT_KINDS } from '#domain';
import { PageQuery } from '../../shared/page.js';
import { instant, pageOf } from '../../shared/shapes.js';
import { COMPARED_FIELDS } from './compare-records.js';
import { Person } from '../rosters.schemas.js';

const MOST_DECISIONS = 500;
/** Of decisions about a family: what was seen, by whom and when does not fit into less. */
const SHORTEST_EXPLANATION = 10;

/** How a field of the two records compares; nothing of what they hold. */
const FieldLikeness = z.object({
  field: z.enum(COMPARED_FIELDS),
  likeness: z.enum(['same', 'near', 'different']),
  letters: z.int(),
});

export const Doubt = z
  .object({
    id: z.string(),
    kind: z.enum(DOUBT_KINDS),
    /** What raised it: the civil registry's answer, the kind of the list that names the family, or how far its newest case came. */
    basis: z.string(),
    /** For how many months in a row its aid lay unused, where that is the question. */
    unusedMonths: z.int().nullable(),
    rowId: z.string(),
    kpmCode: z.string().nullable(),
    familyCode: z.string().nullable(),
    kelurahanCode: z.string().nullable(),
    kelurahanName: z.string().nullable(),
    rtRw: z.string().nullable(),
    nikMasked: z.string(),
    verdict: z.enum(['eligible', 'ineligible', 'check']).nullable(),
    verdictReason: z.string().nullable(),
    decision: z.enum(DOUBT_DECISIONS).nullable(),
    explanation: z.string().nullable(),
    proposedAt: instant().nullable(),
    settledAt: instant().nullable(),
    /** False where the kelurahan found the family not eligible: it is out whatever the answer is. */
    isToDecide: z.boolean(),
    /** The list was withdrawn before anybody settled it. */
    voidAt: instant().nullable(),
    /** The list that names the family, where that is the question. */
    list: z.object({ kindName: z.string(), source: z.string(), listedOn: z.string() }).nullable(),
    /** Whether there is a second record to look at. */
    hasOther: z.boolean(),
    likeness: z.array(FieldLikeness),
  })
  .meta({ id: 'Doubt' });

export const DoubtPage = pageOf(Doubt)
  .extend({
    /** Families by kind and decision, over the whole list as far as the reader sees it. */
    counts: z.array(
      z.object({
        kind: z.enum(DOUBT_KINDS),
        decision: z.enum(DOUBT_DECISIONS).nullable(),
        isSettled: z.boolean(),
        families: z.int(),
      }),
    ),
  })
  .meta({ id: 'DoubtPage' });

export const DoubtQuery = PageQuery.extend({
  kind: z.enum(DOUBT_KINDS).optional(),
  view: z.enum(['open', 'undecided', 'settled']).optional(),
  kelurahanCode: z.string().max(13).optional(),
});
export type DoubtQuery = z.infer<typeof DoubtQuery>;

export const NewDoubtDecisions = z
  .strictObject({
    decisions: z
      .array(
        z.strictObject({
          doubtId: z.string().regex(/^\d{1,18}$/),
          decision: z.enum(DOUBT_DECISIONS),
          explanation: z.string().trim().min(SHORTEST_EXPLANATION).max(1000),
        }),
      )
      .min(1)
      .max(MOST_DECISIONS),
  })
  .meta({ id: 'NewDoubtDecisions' });
export type NewDoubtDecisions = z.infer<typeof NewDoubtDecisions>;

export const DoubtRecords = z
  .object({
    listed: Person,
    /** The civil registry's own record, or the line of the list; null where there is none. */
    other: z.object({ fullName: z.string(), kk: z.string(), remark: z.string() }).nullable(),
  })
  .meta({ id: 'DoubtRecords' });

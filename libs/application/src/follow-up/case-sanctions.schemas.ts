import { z } from 'zod';
import { CASE_SANCTION_KINDS, CASE_SANCTION_STATES } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

export const CASE_SANCTION_ACTS = ['verify', 'refuse', 'object', 'uphold', 'reject', 'lift'] as const;
export type CaseSanctionAct = (typeof CASE_SANCTION_ACTS)[number];

export const CaseSanction = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    kind: z.enum(CASE_SANCTION_KINDS),
    kpmCode: z.string(),
    familyCode: z.string().nullable(),
    kelurahanCode: z.string(),
    kelurahanName: z.string().nullable(),
    finding: z.string(),
    state: z.enum(CASE_SANCTION_STATES),
    decider: z.string(),
    dueOn: z.string(),
    verifier: z.string().nullable(),
    verifiedAt: instant().nullable(),
    objectionUntil: z.string().nullable(),
    objection: z.string().nullable(),
    objector: z.string().nullable(),
    answerDueOn: z.string().nullable(),
    settler: z.string().nullable(),
    reason: z.string().nullable(),
    inForceAt: instant().nullable(),
    /** What the reader may do with it now. */
    acts: z.array(z.enum(CASE_SANCTION_ACTS)),
    hasLetter: z.boolean(),
  })
  .meta({ id: 'CaseSanction' });
export const CaseSanctionPage = pageOf(CaseSanction).meta({ id: 'CaseSanctionPage' });

export const CaseSanctionQuery = PageQuery.extend({ state: z.enum(CASE_SANCTION_STATES).optional() });
export type CaseSanctionQuery = z.infer<typeof CaseSanctionQuery>;

/** Why, in words without personal data: needed for every act but `verify`. */
export const ActOnCaseSanction = z
  .strictObject({ act: z.enum(CASE_SANCTION_ACTS), reason: z.string().trim().min(5).max(1000).optional() })
  .refine(({ act, reason }) => act === 'verify' || reason !== undefined, { path: ['reason'] })
  .meta({ id: 'ActOnCaseSanction' });
export type ActOnCaseSanction = z.infer<typeof ActOnCaseSanction>;

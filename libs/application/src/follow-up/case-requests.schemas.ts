import { z } from 'zod';
import { CASE_REQUEST_ADDRESSEES, CASE_REQUEST_KINDS, CASE_REQUEST_STATES } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf, rupiah } from '../shared/shapes.js';

export const CaseRequest = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    kind: z.enum(CASE_REQUEST_KINDS),
    to: z.enum(CASE_REQUEST_ADDRESSEES),
    kpmCode: z.string(),
    familyCode: z.string().nullable(),
    kelurahanCode: z.string(),
    kelurahanName: z.string().nullable(),
    amountRupiah: rupiah(),
    owner: z.string(),
    dueOn: z.string(),
    daysLeft: z.number().int(),
    state: z.enum(CASE_REQUEST_STATES),
    madeAt: instant(),
    endedBy: z.string().nullable(),
    endedAt: instant().nullable(),
    note: z.string().nullable(),
    /** What the reader may do: end what they follow, take over what a colleague follows. */
    mayEnd: z.boolean(),
    mayTake: z.boolean(),
  })
  .meta({ id: 'CaseRequest' });
export const CaseRequestPage = pageOf(CaseRequest).meta({ id: 'CaseRequestPage' });

export const CaseRequestQuery = PageQuery.extend({
  periodId: z.uuid().optional(),
  state: z.enum(CASE_REQUEST_STATES).optional(),
});
export type CaseRequestQuery = z.infer<typeof CaseRequestQuery>;

/** What the bank or the office answered, and when; no personal data. */
export const EndCaseRequest = z
  .strictObject({ outcome: z.enum(['done', 'refused']), note: z.string().trim().min(5).max(500) })
  .meta({ id: 'EndCaseRequest' });
export type EndCaseRequest = z.infer<typeof EndCaseRequest>;

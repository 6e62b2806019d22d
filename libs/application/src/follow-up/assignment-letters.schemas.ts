import { z } from 'zod';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

export const AssignmentLetter = z
  .object({
    id: z.uuid(),
    periodId: z.uuid(),
    territoryCode: z.string(),
    territoryName: z.string().nullable(),
    officer: z.string(),
    issuer: z.string(),
    number: z.string(),
    issuedAt: instant(),
    validFrom: z.string(),
    validTo: z.string(),
    cases: z.number().int(),
    withdrawnAt: instant().nullable(),
    reason: z.string().nullable(),
    /** Whether the reader is who is sent or who issued it: they alone have the paper. */
    hasPaper: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'AssignmentLetter' });
export const AssignmentLetterPage = pageOf(AssignmentLetter).meta({ id: 'AssignmentLetterPage' });
export const AssignmentLetterQuery = PageQuery;
export type AssignmentLetterQuery = z.infer<typeof AssignmentLetterQuery>;

export const AssignmentChoices = z
  .array(
    z.object({
      officerId: z.uuid(),
      officer: z.string(),
      territoryCode: z.string(),
      territoryName: z.string(),
      cases: z.number().int(),
    }),
  )
  .meta({ id: 'AssignmentChoices' });
export const AssignmentChoiceQuery = z.object({ periodId: z.uuid() });
export type AssignmentChoiceQuery = z.infer<typeof AssignmentChoiceQuery>;

export const IssueAssignment = z
  .strictObject({
    periodId: z.uuid(),
    officerId: z.uuid(),
    territoryCode: z.string().regex(/^\d\d\.\d\d\.\d\d(\.\d{4})?$/),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
  })
  .meta({ id: 'IssueAssignment' });
export type IssueAssignment = z.infer<typeof IssueAssignment>;

export const WithdrawAssignment = z
  .strictObject({ reason: z.string().trim().min(5).max(500) })
  .meta({ id: 'WithdrawAssignment' });
export type WithdrawAssignment = z.infer<typeof WithdrawAssignment>;

import { z } from 'zod';
import { FAMILY_CHANGE_FIELDS, FAMILY_CHANGE_STATES } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

const text = (most: number) => z.string().trim().min(1).max(most);
export const FamilyChangeValues = z.strictObject({
  fullName: text(140).optional(),
  nik: z
    .string()
    .regex(/^\d{16}$/)
    .optional(),
  address: text(300).optional(),
  rt: text(5).optional(),
  rw: text(5).optional(),
  phone: text(25).optional(),
  standing: z.literal('listed').optional(),
});
const Reason = z.string().trim().min(5).max(500);

export const NewFamilyChange = z
  .strictObject({
    field: z.enum(FAMILY_CHANGE_FIELDS),
    /** `fullName` for a name, `address`, `rt` and `rw` for an address, `phone`; `nik` and `fullName` for a new head; `standing` for a re-entry. */
    value: FamilyChangeValues,
    reason: Reason,
    /** A paper that was laid down for this family. */
    paperId: z.uuid(),
  })
  .meta({ id: 'NewFamilyChange' });
export type NewFamilyChange = z.infer<typeof NewFamilyChange>;

/** A change without its values: those are opened, one at a time. */
export const FamilyChange = z
  .object({
    id: z.uuid(),
    familyCode: z.string(),
    territoryCode: z.string(),
    territoryName: z.string().nullable(),
    field: z.enum(FAMILY_CHANGE_FIELDS),
    reason: z.string(),
    paperName: z.string().nullable(),
    /** Of a change that an answer to a complaint set going, instead of a paper. */
    complaintId: z.uuid().nullable(),
    complaintNumber: z.string().nullable(),
    state: z.enum(FAMILY_CHANGE_STATES),
    dueOn: z.string(),
    proposer: z.string(),
    proposedAt: instant(),
    decider: z.string().nullable(),
    decidedAt: instant().nullable(),
    decisionReason: z.string().nullable(),
    /** What the reader may do: decide another's, take back their own. */
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'FamilyChange' });
export const FamilyChanges = z.array(FamilyChange).meta({ id: 'FamilyChanges' });
export const FamilyChangePage = pageOf(FamilyChange).meta({ id: 'FamilyChangePage' });
export const FamilyChangeQuery = PageQuery;

export const OpenFamilyChange = z.strictObject({ purpose: z.string().trim().min(5).max(200) });
const Shown = z.object({
  fullName: z.string().optional(),
  nik: z.string().optional(),
  address: z.string().optional(),
  rt: z.string().optional(),
  rw: z.string().optional(),
  phone: z.string().optional(),
  standing: z.enum(['excluded', 'listed']).optional(),
});
export const OpenedFamilyChange = z
  .object({
    before: Shown,
    after: Shown,
    /** Confirming names it: so nobody confirms what they have not read. */
    contentHash: z.string(),
    /** Mask again at this moment. */
    hideAt: instant(),
  })
  .meta({ id: 'OpenedFamilyChange' });

export const ConfirmFamilyChange = z
  .strictObject({ contentHash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'ConfirmFamilyChange' });
export type ConfirmFamilyChange = z.infer<typeof ConfirmFamilyChange>;
export const RefuseFamilyChange = z.strictObject({ reason: Reason }).meta({ id: 'RefuseFamilyChange' });
export type RefuseFamilyChange = z.infer<typeof RefuseFamilyChange>;

import { z } from 'zod';
import { APPROVABLE_KINDS, APPROVAL_MODES, ROLE_NAMES } from '#domain';
import { instant, rupiah } from '../shared/shapes.js';

const Kind = z.enum(APPROVABLE_KINDS);
const Role = z.enum(ROLE_NAMES);

const Group = z.strictObject({
  role: Role,
  mode: z.enum(APPROVAL_MODES),
  /** Of `count`: officers; of `percent`: of a hundred. */
  value: z.number().int().min(1).max(1000).optional(),
  requiredOfficerIds: z.array(z.uuid()).max(20).optional(),
});

const Band = z.strictObject({
  fromRupiah: rupiah().refine((value) => !value.startsWith('-')),
  groups: z.array(Group).min(1).max(10),
});

/** Version 0: none was in force when it was written. */
export const SaveApprovalPolicy = z
  .strictObject({
    kind: Kind,
    territoryCode: z.string().max(13),
    seenVersion: z.number().int().min(0),
    bands: z.array(Band).min(1).max(20),
    observers: z.array(Role).max(15).default([]),
  })
  .meta({ id: 'SaveApprovalPolicy' });
export type SaveApprovalPolicy = z.infer<typeof SaveApprovalPolicy>;

export const ApprovalPolicy = z
  .object({
    id: z.uuid(),
    kind: Kind,
    territoryCode: z.string(),
    version: z.number().int(),
    bands: z.array(Band),
    observers: z.array(Role),
    createdBy: z.string(),
    createdAt: instant(),
    /** Who has proposed to end it; another officer does. */
    endProposedById: z.uuid().nullable(),
    endProposedBy: z.string().nullable(),
  })
  .meta({ id: 'ApprovalPolicy' });
export type ApprovalPolicy = z.infer<typeof ApprovalPolicy>;

export const ApprovalPolicies = z
  .object({
    policies: z.array(ApprovalPolicy),
    /** What may have a policy, and which office approves it by law. */
    kinds: z.array(z.object({ kind: Kind, role: Role })),
    /** Whether the reader may write policies. */
    mayWrite: z.boolean(),
    /** Whether the reader may propose or complete the end of one. */
    mayEnd: z.boolean(),
  })
  .meta({ id: 'ApprovalPolicies' });
export type ApprovalPolicies = z.infer<typeof ApprovalPolicies>;

/** How far an approval by several has come, office by office. */
export const ApprovalProgress = z.array(
  z.object({
    taskId: z.uuid(),
    role: Role,
    mode: z.enum(APPROVAL_MODES),
    needed: z.number().int(),
    /** Officers whose yes is still missing; 0 when the office is done. */
    missing: z.number().int(),
    /** Those who are left cannot complete it: somebody must be appointed, or it is sent back. */
    isHeld: z.boolean(),
    approvals: z.array(z.object({ officer: z.string(), actedFor: z.string().nullable(), votedAt: z.string() })),
  }),
);

export const ApproversQuery = z.strictObject({ role: Role, territoryCode: z.string().max(13) });
export type ApproversQuery = z.infer<typeof ApproversQuery>;

export const Approvers = z.array(z.object({ officerId: z.uuid(), fullName: z.string() })).meta({ id: 'Approvers' });

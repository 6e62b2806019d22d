import { z } from 'zod';
import { ROLE_NAMES } from '#domain';
import { instant } from '../shared/shapes.js';
import { Refusal } from '../tasks/tasks.schemas.js';

export const Delegation = z
  .object({
    id: z.uuid(),
    fromOfficerId: z.uuid(),
    fromOfficer: z.string(),
    toOfficerId: z.uuid(),
    toOfficer: z.string(),
    /** The office that is delegated. */
    appointmentId: z.uuid(),
    role: z.enum(ROLE_NAMES),
    officeName: z.string(),
    territoryCode: z.string(),
    validFrom: z.string(),
    validTo: z.string(),
    reason: z.string(),
    createdAt: instant(),
    /** Ended before its last day. */
    endedAt: instant().nullable(),
    isToday: z.boolean(),
    isOver: z.boolean(),
  })
  .meta({ id: 'Delegation' });
export type Delegation = z.infer<typeof Delegation>;

/** An office in which the reader stands in today. */
const StandsFor = z.object({
  delegationId: z.uuid(),
  principal: z.string(),
  /** Who passed it on before it came to the reader. */
  between: z.array(z.string()),
  role: z.enum(ROLE_NAMES),
  officeName: z.string(),
  validTo: z.string(),
});

export const Delegations = z
  .object({
    given: z.array(Delegation),
    received: z.array(Delegation),
    standsFor: z.array(StandsFor),
    /** The most days a delegation may have. */
    maxDays: z.number().int(),
    today: z.string(),
  })
  .meta({ id: 'Delegations' });
export type Delegations = z.infer<typeof Delegations>;

export const DelegateQuery = z.object({
  appointmentId: z.uuid(),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
});
export type DelegateQuery = z.infer<typeof DelegateQuery>;

export const Delegates = z
  .array(
    z.object({
      officerId: z.uuid(),
      fullName: z.string(),
      offices: z.array(z.string()),
      allowed: z.boolean(),
      refusals: z.array(Refusal),
    }),
  )
  .meta({ id: 'Delegates' });
export type Delegates = z.infer<typeof Delegates>;

export const NewDelegation = z
  .strictObject({
    /** One of one's offices, or several at once. */
    appointmentIds: z.array(z.uuid()).min(1).max(20),
    toOfficerId: z.uuid(),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    reason: z.string().trim().min(5).max(500),
  })
  .meta({ id: 'NewDelegation' });
export type NewDelegation = z.infer<typeof NewDelegation>;

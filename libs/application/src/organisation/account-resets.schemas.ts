import { z } from 'zod';
import { ACCOUNT_RESET_STATES, LOST_FACTORS } from '#domain';
import { instant } from '../shared/shapes.js';

export const NewAccountReset = z
  .strictObject({
    lost: z.enum(LOST_FACTORS),
    /** Why it is believed that the officer asks, such as how they were recognised. */
    reason: z.string().trim().min(5).max(500),
  })
  .meta({ id: 'NewAccountReset' });
export type NewAccountReset = z.infer<typeof NewAccountReset>;

/** A way back into an account, as those who keep the register and those who confirm read it. */
export const AccountReset = z
  .object({
    id: z.uuid(),
    lost: z.enum(LOST_FACTORS),
    reason: z.string(),
    state: z.enum(ACCOUNT_RESET_STATES),
    dueOn: z.string(),
    proposer: z.string(),
    proposedAt: instant(),
    decider: z.string().nullable(),
    decisionReason: z.string().nullable(),
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
    mayFetchLetter: z.boolean(),
  })
  .meta({ id: 'AccountReset' });
export type AccountReset = z.infer<typeof AccountReset>;

/** What waits about the reader's own account, if anything does. */
export const OwnReset = z
  .object({
    waiting: z
      .object({ lost: z.enum(LOST_FACTORS), proposer: z.string(), proposedAt: instant(), dueOn: z.string() })
      .nullable(),
  })
  .meta({ id: 'OwnReset' });

export const MadeReset = z.object({ id: z.uuid() }).meta({ id: 'MadeReset' });

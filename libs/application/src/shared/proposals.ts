import { z } from 'zod';
import { isWaiting, type Proposal } from '#domain';
import type { SignedIn } from './command-context.js';
import { instant } from './shapes.js';

/** What is told of a proposal beside what is proposed. */
export const proposalShape = {
  /** Why it was refused. */
  reason: z.string().nullable(),
  proposer: z.string(),
  proposedAt: instant(),
  decider: z.string().nullable(),
  decidedAt: instant().nullable(),
  /** Whether it waits and the reader is its proposer: then another person confirms it, and the reader may withdraw it. */
  isOwnProposal: z.boolean(),
};

/** Why a proposal is refused. */
export const RefusalOfProposal = z.strictObject({ reason: z.string().trim().min(3).max(500) });

/** A proposal as this reader sees it: whether it is theirs, and not whose id it has. */
export function seenBy<Row extends Proposal>({ officerId }: SignedIn, { proposedBy, ...row }: Row) {
  return { ...row, isOwnProposal: isWaiting(row) && proposedBy === officerId };
}

import type { Role } from '../organisation/role.js';
import type { TaskKind } from '../stages/stage-catalogue.js';

/** How many of an office's officers must approve: one, all, so many, or so many of a hundred. */
export const APPROVAL_MODES = ['any', 'all', 'count', 'percent'] as const;
export type ApprovalMode = (typeof APPROVAL_MODES)[number];

/** One office's part in an approval. Groups sign beside each other, in any order. */
export interface ApprovalGroup {
  readonly role: Role;
  readonly mode: ApprovalMode;
  /** Of `count`: officers; of `percent`: of a hundred of the office's officers, rounded up. */
  readonly value?: number | undefined;
  /** Officers without whom the group is not complete. */
  readonly requiredOfficerIds?: readonly string[] | undefined;
}

/** Whose approvals are needed from this amount on, up to the next band. */
export interface ApprovalBand {
  readonly fromRupiah: bigint;
  readonly groups: readonly ApprovalGroup[];
}

/** Whose approvals a kind of task needs in a territory. Without a policy any one officer of its office approves. */
export interface ApprovalPolicy {
  readonly kind: TaskKind;
  readonly territoryCode: string;
  readonly bands: readonly ApprovalBand[];
  /** Offices that see the task, are told of it and may comment, and never decide it. */
  readonly observers: readonly Role[];
}

/** A group as a task carries it from the day it was opened: no later policy or appointment changes it. */
export interface PinnedGroup {
  readonly needed: number;
  readonly requiredOfficerIds: readonly string[];
}

/** How many officers of a pool of this size must approve; never none, so that an empty office holds the approval. */
export function neededOf({ mode, value = 1, requiredOfficerIds = [] }: ApprovalGroup, pool: number): number {
  const needed = { any: 1, all: pool, count: value, percent: Math.ceil((pool * value) / 100) }[mode];
  return Math.max(1, needed, requiredOfficerIds.length);
}

/** The band of an amount: the last that begins at or below it. */
export function bandFor(bands: readonly ApprovalBand[], amountRupiah: bigint): ApprovalBand | undefined {
  return bands.filter(({ fromRupiah }) => fromRupiah <= amountRupiah).at(-1);
}

/** One officer's yes, and for whom it was given: who delegated stays accountable. */
export interface Approval {
  readonly officerId: string;
  readonly actedForId: string | null;
}

/** Whether these approvals are enough. An officer counts once; who was required may have had a delegate say yes. */
export function isComplete({ needed, requiredOfficerIds }: PinnedGroup, approvals: readonly Approval[]): boolean {
  const officers = new Set(approvals.map(({ officerId }) => officerId));
  const standFor = new Set(approvals.flatMap(({ officerId, actedForId }) => [officerId, actedForId]));
  return officers.size >= needed && requiredOfficerIds.every((id) => standFor.has(id));
}

/**
 * Whether the group can still be completed by those who have not approved yet. Where it cannot, it is held and the office
 * above is told: nobody is skipped.
 */
export function canComplete(
  group: PinnedGroup,
  approvals: readonly Approval[],
  stillEligible: readonly string[],
): boolean {
  return isComplete(group, [...approvals, ...stillEligible.map((officerId) => ({ officerId, actedForId: null }))]);
}

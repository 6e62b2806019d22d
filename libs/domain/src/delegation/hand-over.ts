import type { TaskLife } from '../tasks/life/next-life.js';

/**
 * What an officer has in hand: a task they hold, one that was forwarded to them by name, one they delegated and answer
 * for, and the delegations in which they give or stand in, which the receiver takes note of.
 */
export const HANDOVER_KINDS = ['held', 'forwarded', 'accountable', 'delegation'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** `stayed`: accepted, but the rules forbid it to the receiver; `dropped`: done, or gone elsewhere, meanwhile. */
export const HANDOVER_ITEM_STATES = ['offered', 'accepted', 'refused', 'stayed', 'dropped'] as const;
export type HandoverItemState = (typeof HANDOVER_ITEM_STATES)[number];

export const HANDOVER_STATES = ['offered', 'answered', 'refused', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

interface Parties {
  readonly giverId: string;
  readonly receiverId: string;
}

/** Whether a task is still in the giver's hand as it was when it was offered. */
export function isStillIn(kind: HandoverKind, life: TaskLife, giverId: string): boolean {
  switch (kind) {
    case 'held':
      return life.ownerId === giverId && life.delegationId === null;
    case 'forwarded':
      return life.ownerId === null && life.potentialOwners?.includes(giverId) === true;
    case 'accountable':
      return life.delegatedBy === giverId;
    case 'delegation':
      return false;
  }
}

/**
 * The row as the receiver has it: nothing ever lacks an owner or a pool. Where the receiver becomes both the delegate
 * and the accountable officer, it is simply theirs.
 */
export function handedOver(kind: HandoverKind, life: TaskLife, { giverId, receiverId }: Parties): TaskLife {
  switch (kind) {
    case 'held':
      return settled({ ...life, ownerId: receiverId });
    case 'forwarded':
      return {
        ...life,
        potentialOwners: [...new Set((life.potentialOwners ?? []).map((id) => (id === giverId ? receiverId : id)))],
      };
    case 'accountable':
      return settled({ ...life, delegatedBy: receiverId });
    case 'delegation':
      return life;
  }
}

const settled = (life: TaskLife): TaskLife =>
  life.ownerId === life.delegatedBy ? { ...life, delegatedBy: null, delegationId: null } : life;

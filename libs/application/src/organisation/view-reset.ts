import { hasPower, whyResetNotConfirmed } from '#domain';
import type { AccountResetRow, AppointmentRow } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import type { AccountReset } from './account-resets.schemas.js';

/** The newest reset of an officer, for who keeps registers, confirms, or audits; the officer reads their own elsewhere. */
export function viewReset(
  actor: SignedIn,
  reset: AccountResetRow | undefined,
  posts: readonly AppointmentRow[],
): AccountReset | null {
  const roles = actor.appointments.map(({ role }) => role);
  const mayRead = (['organisation:write', 'organisation:confirm', 'audit:read'] as const).some((power) =>
    hasPower(roles, power),
  );
  if (reset === undefined || !mayRead || reset.officerId === actor.officerId) return null;
  const isMine = whyResetNotConfirmed(actor, reset, posts).length === 0;
  const { id, lost, reason, state, dueOn, proposer, proposedAt, decider, decisionReason } = reset;
  return {
    ...{ id, lost, reason, state, dueOn, proposer, proposedAt, decider, decisionReason },
    mayDecide: state === 'proposed' && isMine,
    mayWithdraw: state === 'proposed' && reset.proposedBy === actor.officerId,
    mayFetchLetter: state === 'confirmed' && isMine,
  };
}

import { DomainError } from './domain-error.js';

/** What one person proposes and another decides; who proposed it may take it back while it waits. */
export interface Proposal {
  readonly state: string;
  readonly proposedBy: string;
  /** Names, for sentences. */
  readonly proposer: string;
  readonly decider: string | null;
}

/** With which code a kind of proposal refuses. */
interface Refusal {
  readonly code: string;
}

export const isWaiting = ({ state }: Pick<Proposal, 'state'>): boolean => state === 'proposed';

/** Throws the refusal, with how and by whom, for one that was decided. */
export function demandWaiting(proposal: Proposal, { code }: Refusal): void {
  if (isWaiting(proposal)) return;
  const { state, decider, proposer } = proposal;
  throw new DomainError(code, 'the proposal was decided', { state, officer: decider ?? proposer });
}

/** Nobody decides on what they proposed themselves. Throws the refusal. */
export function demandAnothers({ proposedBy }: Proposal, officerId: string, { code }: Refusal): void {
  if (proposedBy === officerId) throw new DomainError(code, 'a second person confirms it');
}

/** Only who proposed it takes it back. Throws the refusal, with who that is. */
export function demandOwn({ proposedBy, proposer }: Proposal, officerId: string, { code }: Refusal): void {
  if (proposedBy !== officerId) throw new DomainError(code, "another's proposal", { officer: proposer });
}

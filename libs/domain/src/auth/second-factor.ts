import { DomainError } from '../shared/domain-error.js';
import type { Matter } from '../stages/task-rule.js';

/**
 * How a session stands with the officer's second factor: proved within the last minutes, proved longer ago or never in this
 * session, or not set up although this installation asks for one.
 */
export type SecondFactor = 'fresh' | 'stale' | 'missing';

/** So long a proof counts before money or law is decided. */
export const PROOF_MINUTES = 5;

/** What moves money or law, or who may, is decided by somebody who proves now that it is them. */
const PROVED: readonly Matter[] = ['quota', 'budget', 'posts', 'law', 'treasury'];

export const asksForProof = (matter: Matter): boolean => PROVED.includes(matter);

/** Why whoever stands so may not decide on money or law now. */
export const PROOF_REFUSALS = { stale: 'PROOF_REQUIRED', missing: 'SECOND_FACTOR_MISSING' } as const;

/**
 * For what moves money or law outside of tasks. Throws PROOF_REQUIRED when the proof is older than its minutes, and
 * SECOND_FACTOR_MISSING where this installation asks for a second factor and the officer has none.
 */
export function demandProof({ secondFactor }: { readonly secondFactor?: SecondFactor | undefined }): void {
  if (secondFactor !== 'stale' && secondFactor !== 'missing') return;
  throw new DomainError(PROOF_REFUSALS[secondFactor], 'money and law are decided right after a proof');
}

/**
 * For adding or removing any second factor: whoever has one proves it first, or another could be put beside it and prove in its
 * place. Who has none begins with the password alone. Throws PROOF_REQUIRED.
 */
export function demandFreshFactor({ secondFactor }: { readonly secondFactor?: SecondFactor | undefined }): void {
  if (secondFactor === 'stale') throw new DomainError('PROOF_REQUIRED', 'factors are changed right after a proof');
}

/** Codes that each let in once, for a lost phone. */
export const RECOVERY_CODES = 10;

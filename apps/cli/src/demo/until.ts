import { STAGES, type StageName, type TaskKind } from '#domain';

export type DemoStage = StageName;

/**
 * The one decision that ends each stage of a city. Verification and follow-up end with the last of many, and in distribution
 * nobody decides: those say for themselves where they stop.
 */
export const LAST_DECISIONS: Readonly<Partial<Record<DemoStage, TaskKind>>> = {
  allocation: 'allocation.approve',
  acceptance: 'mandate.accept',
  roster: 'roster.submit',
  identity: 'identity.submit',
  endorsement: 'endorsement.mayor',
  closing: 'closing.ratify',
  payment: 'payment.release',
  return: 'return.confirm',
  reporting: 'report.accept',
};

/** Ends the demo where it was told to; everything before is played, and the named decision is open. */
export class StoppedBefore extends Error {
  constructor(
    readonly what: string,
    readonly username: string,
  ) {
    super(`stopped before ${what}`);
  }
}

export const isStage = (given: string): given is DemoStage => STAGES.some((stage) => stage === given);

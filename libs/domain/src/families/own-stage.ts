import type { EntitlementState } from '../money/entitlement-state.js';

/** How far a family's aid of a period is, in the words a family is answered with. */
export const OWN_STAGES = [
  'in_check',
  'left_out',
  'being_paid',
  'credited',
  'received',
  'failed',
  'held',
  'returned',
] as const;
export type OwnStage = (typeof OWN_STAGES)[number];

const STAGE_OF = {
  decreed: 'being_paid',
  ordered: 'being_paid',
  unreconciled: 'being_paid',
  failed: 'failed',
  reissued: 'being_paid',
  credited: 'credited',
  transacted: 'received',
  not_transacted: 'credited',
  held: 'held',
  returned: 'returned',
} as const satisfies Record<EntitlementState, OwnStage>;

/** Whom a family asks at a stage: who checks it, who pays it, or who helps it to use what was paid. */
const ASKED = {
  in_check: 'kelurahan',
  left_out: 'kelurahan',
  being_paid: 'dinsos',
  credited: 'tksk',
  received: 'dinsos',
  failed: 'dinsos',
  held: 'dinsos',
  returned: 'dinsos',
} as const satisfies Record<OwnStage, string>;
export type AskedOffice = (typeof ASKED)[OwnStage];
export const ASKED_OFFICES = ['kelurahan', 'tksk', 'dinsos'] as const satisfies AskedOffice[];

/** The stage of a listed family: that of its payment, or whether the decree was signed without it. */
export function ownStage(payment: EntitlementState | null, isDecreed: boolean): OwnStage {
  if (payment !== null) return STAGE_OF[payment];
  return isDecreed ? 'left_out' : 'in_check';
}

export const askedAt = (stage: OwnStage): AskedOffice => ASKED[stage];

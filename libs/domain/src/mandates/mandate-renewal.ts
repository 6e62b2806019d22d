import type { OfferRefusal } from './mandate-offer.js';
import { isLive, type MandateState } from './mandate-life.js';

/** A mandate in force gets a later last day; a city's that has ended is given anew, and answered anew. */
export type MandateRenewal = 'extended' | 'renewed';

interface RenewedMandate {
  readonly state: MandateState;
  readonly validTo: string;
  /** Of the mandate it is a slice of. */
  readonly parentValidTo?: string | undefined;
}

const ENDED: readonly MandateState[] = ['revoked', 'expired', 'returned'];

/** Which of the two it would be; undefined for what the city refused, and for a slice that has ended: it is offered anew. */
export function renewalOf({ state, parentValidTo }: RenewedMandate): MandateRenewal | undefined {
  if (isLive(state)) return 'extended';
  return parentValidTo === undefined && ENDED.includes(state) ? 'renewed' : undefined;
}

/** Why this last day may not be set; undefined when it may. */
export function whyNotRenewed(mandate: RenewedMandate, validTo: string, today: string): OfferRefusal | undefined {
  const renewal = renewalOf(mandate);
  const { parentValidTo } = mandate;
  if (renewal === undefined) return { code: 'MANDATE_OFFER_ANEW', field: 'validTo', details: { state: mandate.state } };
  const earliest = renewal === 'extended' && mandate.validTo > today ? mandate.validTo : today;
  if (validTo <= earliest) return { code: 'MANDATE_NOT_LONGER', field: 'validTo', details: { than: earliest } };
  if (parentValidTo === undefined || validTo <= parentValidTo) return undefined;
  return { code: 'MANDATE_DATES_OUTSIDE', field: 'validTo', details: { validFrom: today, validTo: parentValidTo } };
}

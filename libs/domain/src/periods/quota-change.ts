import { isLive, type MandateState } from '../mandates/mandate-life.js';

/** What is known of a city's quota in a period whose allocation is in the ledger. */
export interface CityQuota {
  readonly quotaFamilies: number;
  /** What the ledger holds that no decree has taken. */
  readonly unallocatedFamilies: number;
  readonly isDecreed: boolean;
  /** The city works on its report, or has sent it: its figures are told upward. */
  readonly isReporting: boolean;
  /** Of the city's mandate, and what neither decisions nor slices bind; undefined while no office can hold it. */
  readonly mandate: { readonly state: MandateState; readonly leftFamilies: number } | undefined;
}

export type WhyNotGrow = 'QUOTA_REPORTED' | 'QUOTA_DECREED' | 'QUOTA_NO_MANDATE';
export type WhyNotShrink = 'QUOTA_REPORTED' | 'QUOTA_TAKEN';

/** How far a quota can be moved: up to `recallable` families back, and more only where nothing stands against it. */
export interface QuotaLimits {
  readonly recallable: number;
  readonly whyNotGrow: WhyNotGrow | undefined;
  readonly whyNotShrink: WhyNotShrink | undefined;
}

/**
 * A decree pays whom it names and no more, so a quota grows only before it; what it left can be taken back until the city
 * reports. A city that works keeps a quota for one family at least; of one whose mandate has ended all that is left comes back.
 * What slices of the mandate bind is theirs until they end.
 */
export function limitsOf(city: CityQuota): QuotaLimits {
  const isHeld = city.mandate === undefined || isLive(city.mandate.state);
  const recallable = city.isReporting && isHeld ? 0 : takenBackOf(city, isHeld);
  return { recallable, whyNotGrow: whyNotGrow(city), whyNotShrink: whyNotShrink(city, isHeld, recallable) };
}

function takenBackOf(city: CityQuota, isHeld: boolean): number {
  const unbound =
    isHeld && city.mandate !== undefined
      ? Math.min(city.unallocatedFamilies, city.mandate.leftFamilies)
      : city.unallocatedFamilies;
  const kept = isHeld && !city.isDecreed ? 1 : 0;
  return Math.max(0, Math.min(unbound, city.quotaFamilies - kept));
}

function whyNotGrow({ isReporting, isDecreed, mandate }: CityQuota): WhyNotGrow | undefined {
  if (isReporting) return 'QUOTA_REPORTED';
  if (isDecreed) return 'QUOTA_DECREED';
  return mandate !== undefined && !isLive(mandate.state) ? 'QUOTA_NO_MANDATE' : undefined;
}

function whyNotShrink({ isReporting }: CityQuota, isHeld: boolean, recallable: number): WhyNotShrink | undefined {
  if (isReporting && isHeld) return 'QUOTA_REPORTED';
  return recallable === 0 ? 'QUOTA_TAKEN' : undefined;
}

/** Why a quota can't be moved by so many families, more or fewer; undefined where it can. */
export function whyNotMoved(limits: QuotaLimits, deltaFamilies: number): WhyNotGrow | WhyNotShrink | undefined {
  if (deltaFamilies > 0) return limits.whyNotGrow;
  if (limits.whyNotShrink !== undefined) return limits.whyNotShrink;
  return -deltaFamilies > limits.recallable ? 'QUOTA_TAKEN' : undefined;
}

/** A change of quotas: more for cities, less, or from some to others. */
export type QuotaChangeKind = 'top_up' | 'recall' | 'transfer' | 'amendment';

/** What a change is called: a transfer leaves the nation's total as it was, an amendment gives and takes and does not. */
export function kindOfChange(deltas: readonly number[]): QuotaChangeKind {
  if (deltas.every((delta) => delta > 0)) return 'top_up';
  if (deltas.every((delta) => delta < 0)) return 'recall';
  return deltas.reduce((sum, delta) => sum + delta, 0) === 0 ? 'transfer' : 'amendment';
}

/** How many families' quota changes hands: what is at stake for whoever signs. */
export function familiesMoved(deltas: readonly number[]): number {
  const given = deltas.filter((delta) => delta > 0).reduce((sum, delta) => sum + delta, 0);
  const taken = deltas.filter((delta) => delta < 0).reduce((sum, delta) => sum - delta, 0);
  return Math.max(given, taken);
}

/** `applied`: both signed and it holds; `lapsed`: both signed, and by then it was no longer possible. */
export const QUOTA_CHANGE_STATES = ['proposed', 'applied', 'refused', 'lapsed'] as const;
export type QuotaChangeState = (typeof QUOTA_CHANGE_STATES)[number];

export const quotaChangeWorkflowId = (changeId: string): string => `quota:${changeId}`;

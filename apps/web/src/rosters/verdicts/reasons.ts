import type { Family, VerdictReason } from '../../api/schemas';
import type { Mark } from './verdict-queue';

/** In the order of the digits that choose them. */
export const REASONS = [
  'deceased',
  'moved',
  'not_found',
  'capable',
  'civil_servant',
  'duplicate',
  'refused',
  'companion_household',
] as const satisfies readonly VerdictReason[];

/** What the field check found of a family that a list names and that is eligible all the same. */
export const FIELD_CHECKS = [
  'other_person',
  'name_borrowed',
  'no_longer',
  'meets_criteria',
] as const satisfies readonly VerdictReason[];

/** Which verdict waits for its reason, and the reasons it may have. */
export type Asking = 'ineligible' | 'eligible';
export const REASONS_OF: Readonly<Record<Asking, readonly VerdictReason[]>> = {
  ineligible: REASONS,
  eligible: FIELD_CHECKS,
};

export const isListed = ({ listedAs }: Family): boolean => listedAs.length > 0;

/** A mark as it may be saved for this family: what a field check found is said of listed families alone. */
export const fitting = (family: Family, mark: Mark): Mark =>
  mark.verdict === 'eligible' && !isListed(family) ? { verdict: 'eligible' } : mark;

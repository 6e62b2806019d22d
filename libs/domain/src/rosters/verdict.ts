/** What the kelurahan says of one family. `check` keeps the family on the list of things to do. */
export type Verdict = 'eligible' | 'ineligible' | 'check';

/** Why a family is not eligible, as the verification letters of May 2023 list it. */
export const INELIGIBLE_REASONS = [
  'deceased',
  'moved',
  'not_found',
  'capable',
  'civil_servant',
  'duplicate',
  'refused',
  'companion_household',
] as const;
export type IneligibleReason = (typeof INELIGIBLE_REASONS)[number];

/** Why a family is eligible although a list that families are compared with names it, as the kelurahan found at its home. */
export const FIELD_CHECK_REASONS = ['other_person', 'name_borrowed', 'no_longer', 'meets_criteria'] as const;
export type FieldCheckReason = (typeof FIELD_CHECK_REASONS)[number];
export type VerdictReason = IneligibleReason | FieldCheckReason;

/** Which reason a verdict needs: why not, or what the field check found; `none` where it stands without. */
export function reasonNeeded(verdict: Verdict | null, isListed: boolean): 'ineligible' | 'field-check' | 'none' {
  if (verdict === 'ineligible') return 'ineligible';
  return verdict === 'eligible' && isListed ? 'field-check' : 'none';
}

/** Whether a reason is of the sort that is needed; where none is, none may be given. */
export function isReasonFor(needed: ReturnType<typeof reasonNeeded>, reason: VerdictReason | undefined): boolean {
  if (needed === 'none' || reason === undefined) return needed === 'none' && reason === undefined;
  const known: readonly VerdictReason[] = needed === 'ineligible' ? INELIGIBLE_REASONS : FIELD_CHECK_REASONS;
  return known.includes(reason);
}

/** Result of the Dukcapil match, per row. Only `matched` is free of doubt; the others freeze, they never delete. */
export const MATCH_RESULTS = ['matched', 'not_matched', 'duplicate', 'dead', 'no_document', 'absent'] as const;
export type MatchResult = (typeof MATCH_RESULTS)[number];

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

/** Result of the Dukcapil match, per row. Only `matched` is free of doubt; the others freeze, they never delete. */
export const MATCH_RESULTS = ['matched', 'not_matched', 'duplicate', 'dead', 'no_document', 'absent'] as const;
export type MatchResult = (typeof MATCH_RESULTS)[number];

import type { IsoDate } from '../calendar/working-days.js';
import type { Policy } from '../policies/policy.js';
import { DomainError } from '../shared/domain-error.js';

/** Columns of a list to compare with. */
export const CHECK_LIST_COLUMNS = ['NIK', 'NAMA', 'KETERANGAN'] as const;
export type CheckListColumn = (typeof CHECK_LIST_COLUMNS)[number];

/** A kind of list as the programme's policy names it: `cross_check.<kind>` with its name as value. */
export interface CheckListKind {
  readonly kind: string;
  readonly name: string;
}

const PREFIX = 'cross_check.';

/** The kinds a policy knows, in its order; a list of another kind asks nobody anything. */
export const checkListKinds = (policy: Policy): readonly CheckListKind[] =>
  policy.under(PREFIX).map(([key, name]) => ({ kind: key.slice(PREFIX.length), name }));

/** What is said of a list with its file. Days are ISO dates. */
export interface CheckListTerms {
  readonly kind: string;
  /** Which office gave it, by which letter. */
  readonly source: string;
  /** The day as of which it is true. */
  readonly listedOn: IsoDate;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

/** Throws CHECK_LIST_KIND for a kind that the policy does not know, CHECK_LIST_DAYS for days that cannot be. */
export function demandTerms(terms: CheckListTerms, kinds: readonly CheckListKind[], today: IsoDate): void {
  const { kind, listedOn, validFrom, validTo } = terms;
  if (!kinds.some((known) => known.kind === kind)) {
    throw new DomainError('CHECK_LIST_KIND', 'no such kind of list', { kind });
  }
  if (listedOn > today || validFrom > validTo || validTo < today) {
    throw new DomainError('CHECK_LIST_DAYS', 'days that cannot be', { listedOn, validFrom, validTo });
  }
}

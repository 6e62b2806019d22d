import { FIELD_CHECK_REASONS } from '#domain';

/** The condition "row `f` stands on a list that families are compared with", and nobody has taken that back. */
export const IS_LISTED = `exists (select from family_doubt l where l.roster_row_id = f.id and l.kind = 'listed' and l.void_at is null)`;

/** The condition "the kelurahan says why row `f` is eligible although it is on such a list". */
export const IS_FIELD_CHECKED = `f.verdict_reason = any(array[${FIELD_CHECK_REASONS.map((reason) => `'${reason}'`).join(', ')}])`;

import { DOUBT_KINDS } from '#domain';

const IN_ORDER = `array_position(array[${DOUBT_KINDS.map((kind) => `'${kind}'`).join(', ')}], d.kind)`;
const IS_CLEARED = `d.settled_at is not null and d.decision = 'cleared'`;

/** The first of the kinds that holds, in the domain's order. */
const firstOf = (prefix: string, holds: string): string =>
  `(array_agg('${prefix}_' || d.kind order by ${IN_ORDER}) filter (where ${holds}))[1]`;

/**
 * What doubts say of each row that has any: `exclusion` is why it is kept out, null where every doubt is cleared (`exclusionOf` of the
 * domain), and `is_identity_asked` whether somebody was asked about its match. Value: the list.
 */
export const doubtOutcome = (roster: string): string => `
  select d.roster_row_id, bool_or(d.kind = 'identity') as is_identity_asked,
         coalesce(${firstOf('adjudicated', `d.settled_at is not null and d.decision = 'excluded'`)},
                  ${firstOf('unresolved', `not coalesce(${IS_CLEARED}, false)`)}) as exclusion
    from family_doubt d where d.roster_id = ${roster} and d.void_at is null group by d.roster_row_id`;

/** What two people settled about each row, for the hash of a list that others sign. Value: the list. */
export const settledDoubts = (roster: string): string => `
  select d.roster_row_id, string_agg(concat_ws(':', d.kind, d.basis, d.decision), ';' order by d.id) as settled
    from family_doubt d where d.roster_id = ${roster} and d.settled_at is not null group by d.roster_row_id`;

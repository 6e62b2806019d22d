/**
 * Who a row is, with which account (none where the post office pays), and the sealed person as it lies there, which holds name and account;
 * 32 bytes.
 */
export const rowDigest = (row: { readonly who: string; readonly account: string; readonly sealed: string }): string =>
  `sha256(${row.who}.nik_hash || coalesce(${row.account}, '') || sha256(${row.sealed}))`;

/**
 * The hash that two officers sign, over the families of a list in the order of its rows, from columns `id` and `digest`: who,
 * which account, how much. Made of digests, so that what is sorted stays small however long the list is.
 */
export const listHash = (amount: string, where = 'true'): string =>
  `encode(sha256(coalesce(string_agg(digest || convert_to(${amount}::text, 'utf8'), ',' order by id)
     filter (where ${where}), '')), 'hex')`;

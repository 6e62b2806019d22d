interface Listed {
  readonly amount: string;
  readonly where?: string;
}

/**
 * The hash that two officers sign, over the families of a list in the order of its rows: who, which account, how much,
 * and the sealed person as it lies there, which holds name and account. Columns `id`, `nik_hash`, `account_hash` and
 * `sealed` are the row's.
 */
export const listHash = ({ amount, where = 'true' }: Listed): string =>
  `encode(sha256(convert_to(coalesce(string_agg(
     encode(nik_hash, 'hex') || coalesce(encode(account_hash, 'hex'), '') || encode(sha256(sealed), 'hex') || ${amount},
     ',' order by id) filter (where ${where}), ''), 'utf8')), 'hex')`;

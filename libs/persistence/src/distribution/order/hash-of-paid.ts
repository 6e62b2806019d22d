import { listHash, rowDigest } from '../decree/list-hash.js';

/** SQL: the hash of what these entitlements would be paid now, in the order of their list; the condition names them as `e`. */
export function hashOfPaid(where: string): string {
  return `(select ${listHash('amount_rupiah')} from (
         select f.id, ${rowDigest({ who: 'e', account: 'e.account_hash', sealed: 'coalesce(e.payee_sealed, f.sealed)' })} as digest, e.amount_rupiah
           from entitlement e join roster_row f on f.id = e.roster_row_id where ${where}) paid)`;
}

/** A family that is paid for one of these months elsewhere is not paid again. */
const PAID_ELSEWHERE = `exists (
  select from entitlement other join period theirs on theirs.id = other.period_id join period own on own.id = e.period_id
   where other.live and other.purpose = e.purpose and other.nik_hash = e.nik_hash
     and (theirs.id = own.id or theirs.months && own.months))`;

/**
 * Continues `from entitlement e`: failed for good, nobody else pays the family, nothing about it is in dispute with the bank, and no round
 * before this one has given it up. Value $1: the order; in scope afterwards as `o`.
 */
export const TO_REPAIR = `
  join payment_order o on o.id = e.order_id
 where o.id = $1 and e.state = 'failed' and not e.live
   and not exists (select from reconciliation_break b where b.entitlement_id = e.id and b.state = 'open')
   and not exists (select from payment_repair p where p.entitlement_id = e.id and p.round < o.repair_round and p.action = 'give_up')
   and not ${PAID_ELSEWHERE}`;

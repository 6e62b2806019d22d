/** Whether an entitlement `e` is on the list of a return of chosen families that the deadline has not overtaken. */
export const ON_A_LIST = `exists (select from treasury_return_item i join treasury_return o on o.id = i.return_id
      where i.entitlement_id = e.id and o.state <> 'overtaken')`;

/**
 * Of an entitlement `e`: no other return has it on its list, and no hold on a named ground keeps it, or has released it to a family that may
 * still use it. Such money is not the deadline's to take.
 */
export const LEFT_TO_DEADLINE = `not ${ON_A_LIST}
  and not exists (select from case_measure m where m.entitlement_id = e.id and m.kind = 'hold'
      and (m.state = 'in_force' or (m.state = 'released' and m.use_until >= programme_today())))`;

/** Whether an entitlement `e` goes back by the return `r`: an early one has a list, the deadline's (number 0) takes what is left of the order. */
export const OF_RETURN = `e.order_id = r.order_id and case r.number when 0 then ${LEFT_TO_DEADLINE}
  else exists (select from treasury_return_item own where own.return_id = r.id and own.entitlement_id = e.id) end`;

/** A return is known by the order whose deadline it is, or by its own id where it goes back early. Value: the key. */
export const BY_KEY = '((r.order_id = $1 and r.number = 0) or r.id = $1)';

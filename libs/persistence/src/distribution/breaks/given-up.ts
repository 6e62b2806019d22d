/** The condition "two people expect nothing more of the bank in this matter" of an order, of whose break `g` more may be asked; all are SQL. */
export const isGivenUp = (orderId: string, matter: string, more = 'true'): string => `exists (
  select from reconciliation_break g
   where g.order_id = ${orderId} and g.type = 'late' and g.end_to_end_id = ${matter} and g.resolution = 'one_by_one'
     and g.state = 'settled' and ${more})`;

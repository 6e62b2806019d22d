/**
 * An open case waits for a visit, then for the city's decision; `used` ended because the family used its money meanwhile;
 * a lapsed one ran out of time without a decision.
 */
export type CaseState = 'to_visit' | 'to_decide' | 'decided' | 'used' | 'lapsed';

/**
 * What has become of a case's money, read from the ledger's state of it and never from what was decided: frozen for its return (`held`), or by
 * a hold of the case (`on_hold`).
 */
export type CaseMoney = 'in_account' | 'used' | 'held' | 'on_hold' | 'returned' | 'returned_though_kept';

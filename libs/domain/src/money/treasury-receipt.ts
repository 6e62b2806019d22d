/** What stands behind a return when its receipt is to be confirmed, in families and rupiah. */
export interface ReturnBalance {
  readonly heldFamilies: number;
  /** By the families' rows. */
  readonly returnedRupiah: bigint;
  /** By the treasury's receipts. */
  readonly depositedRupiah: bigint;
  /** Two people have explained exactly this difference. */
  readonly isExplained: boolean;
}

/** Why the receipt of a return can't be confirmed yet; undefined when it can. */
export function whyNotReceived(balance: ReturnBalance): 'RETURN_HELD' | 'RETURN_SHORT' | undefined {
  if (balance.heldFamilies > 0) return 'RETURN_HELD';
  return balance.returnedRupiah === balance.depositedRupiah || balance.isExplained ? undefined : 'RETURN_SHORT';
}

/** Money that moved on the payer's account: one payment of an entry, told by the bank's notification or statement. */
export interface MovementRow {
  /** As ordered; NOTPROVIDED when the bank names none, such as for a fee. */
  readonly endToEndId: string;
  /** A debit leaves the payer's account, a credit comes (back) to it. */
  readonly direction: 'debit' | 'credit';
  readonly amountRupiah: bigint;
  /** ISO date in Jakarta. */
  readonly bookedOn: string;
  /** Why it came back; only a return has one. Kept as sent, unknown codes included. */
  readonly reasonCode?: string;
  /** The bank's own reference. Payments of one batch entry share it, so that it tells a movement with the EndToEndId. */
  readonly reference?: string;
  /** MsgId of the order that it belongs to, where the bank says so. */
  readonly originalMessageId?: string;
}

/** What a camt.054.001.08 says once. */
export interface NotificationHeading {
  readonly messageId: string;
  readonly createdAt: Date;
  readonly accountNumber: string;
  readonly notificationId: string;
}

/** What a camt.053.001.08 says once. Balances are negative when the account is overdrawn. */
export interface StatementHeading {
  readonly messageId: string;
  readonly createdAt: Date;
  readonly accountNumber: string;
  readonly statementId: string;
  readonly openingRupiah: bigint;
  readonly closingRupiah: bigint;
}

/** What the standard puts where a payment has no reference of its payer's. */
export const NO_END_TO_END_ID = 'NOTPROVIDED';

export const CAMT053_NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';
export const CAMT054_NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:camt.054.001.08';
